"""Maps for the tests of the pages after the poster: one in Arabic, and one that is too large in every way."""

from __future__ import annotations

import random
from collections.abc import Iterable

import msgspec

from journeyeditor import files
from journeyeditor.assets import resource
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    PHASES,
    Anchored,
    Answers,
    AnyRecord,
    Emotion,
    Entry,
    Gain,
    Head,
    Lane,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    Value,
    answers_id,
    emotion_id,
)

EXAMPLES = ("example-renovation.fr", "example-new-hip.en")
ENGLISH = "the customer waits for an answer that nobody gives and calls again because the letter did not say when"
ARABIC = "تجربة العميل مع الخدمة تبدأ من البحث عن المعلومات ثم زيارة المنزل وتحضير الملف وانتظار الموافقة قبل الأشغال"
STATUSES = ("idea", "planned", "doing", "done", "dropped")


def example(name: str) -> Journey:
    return files.load(resource("templates", f"{name}.journey")).journey


def arabic() -> Journey:
    """The French example with Arabic words in the place of its own."""
    rolled = random.Random(3)  # noqa: S311 - the same words each time
    source = example(EXAMPLES[0])

    def words(text: str) -> str:
        known = ARABIC.split()
        first = rolled.randrange(len(known))
        return " ".join((known * 9)[first : first + max(1, len(text.split()))])

    records = []
    for record in source:
        changes: dict[str, object] = {}
        for name in ("title", "text", "goal", "name", "role", "quote", "bio", "words", "owner", "label"):
            if isinstance(value := getattr(record, name, None), str) and value:
                changes[name] = words(value)
        for name in ("goals", "needs", "frustrations"):
            if value := getattr(record, name, None):
                changes[name] = tuple(words(one) for one in value)
        records.append(msgspec.structs.replace(record, **changes))
    return made(msgspec.structs.replace(source.head, language="ar", title=words("one two three")), records, source)


def made(head: Head, records: Iterable[AnyRecord], source: Journey | None = None) -> Journey:
    rest = [record for record in records if not isinstance(record, Head)]
    return Journey.of(head, rest, source.images if source is not None else None)


class Size(msgspec.Struct, frozen=True):
    """How much of everything there is."""

    actions: int = 200
    personas: int = 12
    stages: int = 9
    touchpoints: int = 5
    letters: int = 200
    pains: int = 60
    measures: int = 25
    notes: int = 40


class _Maker:
    def __init__(self, size: Size, seed: int = 1) -> None:
        self.size = size
        self.roll = random.Random(seed)  # noqa: S311 - the same map each time
        self.orders = keys_between(None, None, max(size.actions, size.notes, 50))
        self.places: list[str] = []

    def text(self, letters: int | None = None) -> str:
        wanted = self.size.letters if letters is None else letters
        found = ""
        while len(found) < wanted:
            found += self.roll.choice(ENGLISH.split()) + " "
        return found[:wanted].strip()

    def anchor(self) -> dict[str, str | None]:
        place = self.roll.choice([*self.places, None])
        return {"first": place, "last": place}

    def people(self) -> tuple[str, ...]:
        return tuple(f"p{n}" for n in range(self.size.personas) if self.roll.random() < 0.2)

    def records(self) -> list[AnyRecord]:
        return [*self._map(), *self._personas(), *self._findings(), *self._actions(), *self._parked()]

    def _map(self) -> Iterable[AnyRecord]:
        for s in range(self.size.stages):
            phase = PHASES[s * 3 // self.size.stages]
            yield Stage(id=f"s{s}", order=self.orders[s], title=f"Stage {s} {self.text(12)}", phase=phase)
            for t in range(self.size.touchpoints):
                self.places.append(f"t{s}_{t}")
                yield Touchpoint(id=f"t{s}_{t}", stage=f"s{s}", order=self.orders[t], title=self.text(25))

    def _personas(self) -> Iterable[AnyRecord]:
        for p in range(self.size.personas):
            lists = [tuple(self.text(60) for _ in range(4)) for _ in range(3)]
            yield Persona(
                id=f"p{p}", order=self.orders[p], name=f"Person {p} Name", role=self.text(40), maturity="regular",
                style=p % 12 + 1, quote=self.text(), bio=self.text(), goals=lists[0], needs=lists[1],
                frustrations=lists[2],
            )  # fmt: skip
            for place in self.places:
                if self.roll.random() < 0.9:
                    key, value = emotion_id(f"p{p}", place), self.roll.choice([-2, -1.5, -1, 0, 1, 1.5, 2])
                    yield Emotion(id=key, persona=f"p{p}", touchpoint=place, value=value, words=self.text(10))

    def _findings(self) -> Iterable[AnyRecord]:
        for n in range(self.size.pains):
            yield Pain(
                id=f"pain{n}", text=self.text(), severity=self.roll.randint(1, 5), votes=self.roll.randint(0, 30),
                personas=self.people(), **self.anchor(),
            )  # fmt: skip
        for n in range(self.size.pains // 3):
            yield Gain(id=f"gain{n}", text=self.text(), strength=self.roll.randint(1, 3), **self.anchor())
            yield Quote(id=f"quote{n}", text=self.text(), source=self.text(20), personas=self.people(), **self.anchor())

    def _actions(self) -> Iterable[AnyRecord]:
        rates = (None, 1, 2, 3, 4, 5, 5, 5)
        for n in range(self.size.actions):
            yield Opportunity(
                id=f"o{n}", text=self.text(), owner=self.roll.choice(["", "Ann", "Christopher Featherstonehaugh"]),
                due=self.roll.choice(["", "2027", "2027-03", "2027-05-14"]), impact=self.roll.choice(rates),
                effort=self.roll.choice(rates), status=self.roll.choice(STATUSES), votes=self.roll.randint(0, 9),
                **self.anchor(),
            )  # fmt: skip
            for pain in self.roll.sample(range(self.size.pains), min(self.size.pains, self.roll.randint(0, 2))):
                key = answers_id(f"o{n}", f"pain{pain}")
                yield Answers(id=key, opportunity=f"o{n}", pain=f"pain{pain}")

    def _parked(self) -> Iterable[AnyRecord]:
        for n in range(self.size.measures):
            count = self.roll.choice([0, 1, 3, 12, 60])
            values = tuple(
                Value(date=f"{2015 + k // 12}-{k % 12 + 1:02d}", value=round(self.roll.uniform(0, 100), 1), sample=40)
                for k in range(count)
            )
            target, unit = self.roll.choice([None, 50.0]), self.roll.choice(["%", "/ month", ""])
            name = self.text(self.roll.choice([10, 40, 120]))
            yield Measure(id=f"m{n}", name=name, unit=unit, target=target, values=values, **self.anchor())
        for n in range(self.size.notes):
            yield Note(id=f"n{n}", order=self.orders[n], text=self.text())
        yield Lane(id="thoughts", order=self.orders[0], kind="thoughts")
        yield Entry(id="entry", lane="thoughts", order=self.orders[0], text=self.text())


def large(size: Size | None = None, seed: int = 1, **head: object) -> Journey:
    wanted = size or Size()
    facts = {"id": "head", "title": "A large map", "owner": "Somebody", **head}
    return made(Head(**facts), _Maker(wanted, seed).records())  # type: ignore[arg-type]


def unplaced(records: Iterable[Anchored]) -> list[Anchored]:
    return [record for record in records if record.first is None]

"""Builds the shipped templates and examples: `packaging/templates/*.toml` -> `resources/templates/*.journey`.

Run it from the checkout after a change of a source or a picture: `python packaging/build_templates.py`.

A source holds every language side by side (`title.fr = …`, `title.en = …`), so that the languages share their
structure and their ids. It is typed with an ordinary keyboard; `typeset` puts in the typographic apostrophes and the
no-break spaces. Records refer to each other by the short `key` of the source; ids are hashes of those keys, so that
building twice gives the same bytes. `packaging/templates/README.md` describes the source.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

import msgspec

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from journeyeditor.errors import message  # noqa: E402 - the checkout comes before an installed copy
from journeyeditor.model.change import Change, Pair  # noqa: E402
from journeyeditor.model.channels import BUILT_IN_CHANNELS  # noqa: E402
from journeyeditor.model.journey import Journey  # noqa: E402
from journeyeditor.model.order import keys_between  # noqa: E402
from journeyeditor.model.records import (  # noqa: E402
    Answers,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
    answers_id,
    emotion_id,
)

SOURCES = ROOT / "packaging" / "templates"
PICTURES = SOURCES / "pictures"
TARGET = ROOT / "resources" / "templates"
LANGUAGES = ("fr", "en")

PARTS = {"languages", "journey", "personas", "channels", "stages", "rows", "entries", "emotions", "pains"}
PARTS |= {"opportunities", "gains", "quotes", "measures", "notes", "flows"}
"""What may stand at the top of a source."""

SomeRecord = TypeVar("SomeRecord", bound=Record)
Table = dict[str, Any]

NO_BREAK, NARROW = "\u00a0", "\u202f"
FRENCH = (
    (re.compile(r" ?([;!?]+)(?=\s|$|[»)])"), NARROW + r"\1"),
    (re.compile(r" ([:»])"), NO_BREAK + r"\1"),
    (re.compile(r"« "), "«" + NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NARROW),
    (re.compile(r"(?<=\d) (?=(%|€|h|min|s|kg|km|m|j|ans|mois|jours|heures|minutes|fois)\b|%|€)"), NO_BREAK),
)


class SourceError(Exception):
    """A source cannot be built; the sentence says where and why."""


SPOKEN = {"en": "en-GB"}
"""The language of a map where it is not that of its source: our English writes the day before the month."""


def typeset(text: str, language: str) -> str:
    """The text as a compositor sets it: curly apostrophes, and French no-break spaces before `: ; ! ? » % €`."""
    text = text.replace("'", "’")
    if language == "fr":
        for pattern, replacement in FRENCH:
            text = pattern.sub(replacement, text)
    return text


def in_language(value: Any, language: str) -> Any:
    """A part of a source with every table of languages replaced by its text in one of them."""
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            if language not in value:
                problem = f"no {language!r} beside {value}"
                raise SourceError(problem)
            return in_language(value[language], language)
        return {key: in_language(part, language) for key, part in value.items()}
    if isinstance(value, list):
        return [in_language(part, language) for part in value]
    return typeset(value, language) if isinstance(value, str) else value


def languages_of(source: Path) -> tuple[str, ...]:
    """The languages that a source is written in."""
    return tuple(tomllib.loads(source.read_text(encoding="utf-8"))["languages"])


class Builder:
    """Turns one source in one language into records; `journey` puts them together."""

    def __init__(self, name: str, table: Table, language: str) -> None:
        self.name = name
        self.language = language
        self.table: Table = in_language(table, language)
        self.keys: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.pictures: dict[str, bytes] = {}
        self.records: list[AnyRecord] = []

    # -- names ---------------------------------------------------------------------------------------------------
    def make_id(self, kind: str, key: str) -> str:
        """An id that depends on nothing but the template, the kind and the key."""
        return f"{kind}_{hashlib.sha256(f'{self.name}/{kind}/{key}'.encode()).hexdigest()[:18]}"

    def named(self, kind: str, key: str) -> str:
        """A new id for a key that others refer to."""
        if key in self.keys:
            problem = f"{self.name}: the key {key!r} is used twice"
            raise SourceError(problem)
        self.keys[key] = self.make_id(kind, key)
        return self.keys[key]

    def unnamed(self, kind: str, place: str) -> str:
        """A new id for what nobody refers to: counted per kind and place."""
        self.counts[f"{kind}@{place}"] += 1
        return self.make_id(kind, f"{place}#{self.counts[f'{kind}@{place}']}")

    def known(self, key: str) -> str:
        """The id of a key."""
        if key not in self.keys:
            problem = f"{self.name}: nothing is called {key!r}"
            raise SourceError(problem)
        return self.keys[key]

    def picture(self, name: str) -> str:
        """The hash of a picture in `packaging/templates/pictures`."""
        data = (PICTURES / f"{name}.png").read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        self.pictures[digest] = data
        return digest

    # -- records -------------------------------------------------------------------------------------------------
    def add(self, kind: type[SomeRecord], fields: Table) -> SomeRecord:
        """One record, checked against its type; keys that it does not have are refused."""
        if foreign := set(fields) - set(kind.__struct_fields__):
            problem = f"{self.name}: {kind.__name__} knows no {sorted(foreign)}: {fields}"
            raise SourceError(problem)
        try:
            record = msgspec.convert(fields, kind)
        except msgspec.ValidationError as error:
            problem = f"{self.name}: {kind.__name__} {fields}: {error}"
            raise SourceError(problem) from error
        self.records.append(record)  # type: ignore[arg-type]  # every kind of record is one of AnyRecord
        return record

    def anchor(self, table: Table) -> Table:
        """The fields of a finding with `at = "key"` or `at = "first..last"` and persona keys made into ids."""
        fields = dict(table)
        place = fields.pop("at", "")
        if place:
            first, _, last = place.partition("..")
            fields |= {"first": self.known(first), "last": self.known(last or first)}
        if "personas" in fields:
            fields["personas"] = [self.known(key) for key in fields["personas"]]
        return fields

    def channel(self, table: Table) -> None:
        """One channel of this journey's own, beside the built-in ones."""
        fields = {name: value for name, value in table.items() if name != "key"}
        self.add(Channel, fields | {"id": self.named("channel", f"channel {table['key']}")})

    def channel_id(self, key: str) -> str:
        """The id of an own or a built-in channel."""
        if f"channel {key}" in self.keys:
            return self.keys[f"channel {key}"]
        if f"channel:{key}" not in BUILT_IN_CHANNELS:
            problem = f"{self.name}: no channel is called {key!r}"
            raise SourceError(problem)
        return f"channel:{key}"

    def persona(self, table: Table, order: str) -> None:
        """One traveller."""
        fields = dict(table)
        fields |= {"id": self.named("persona", fields.pop("key")), "order": order}
        if "portrait" in fields:
            fields["portrait"] = self.picture(fields["portrait"])
        self.add(Persona, fields)

    def stage(self, table: Table, order: str) -> None:
        """One column with its touchpoints."""
        fields = dict(table)
        touchpoints = fields.pop("touchpoints", [])
        fields |= {"id": self.named("stage", fields.pop("key")), "order": order}
        stage = self.add(Stage, fields)
        for key, point in zip(keys_between(None, None, len(touchpoints)), touchpoints, strict=True):
            fields = dict(point)
            fields |= {"id": self.named("touchpoint", fields.pop("key")), "stage": stage.id, "order": key}
            if "channel" in fields:
                fields["channel"] = self.channel_id(fields["channel"])
            if "image" in fields:
                fields["image"] = self.picture(fields["image"])
            self.add(Touchpoint, fields)

    def row(self, row: str | Table, order: str) -> None:
        """One lane (`"pains"`, or a table with more to say) or one line (`"line of visibility"`)."""
        if isinstance(row, str) and row.startswith("line of "):
            kind = row.removeprefix("line of ")
            self.add(Line, {"id": self.named("line", row), "order": order, "kind": kind})
            return
        fields: Table = {"kind": row} if isinstance(row, str) else dict(row)
        fields |= {"id": self.named("lane", fields.pop("key", f"lane {fields['kind']}")), "order": order}
        if "personas" in fields:
            fields["personas"] = [self.known(key) for key in fields["personas"]]
        self.add(Lane, fields)

    def entries(self, lane: str, table: Table) -> None:
        """The texts of one lane by place: one text or a list of them."""
        places = [(at, text) for at, texts in table.items() for text in (texts if isinstance(texts, list) else [texts])]
        for order, (at, text) in zip(keys_between(None, None, len(places)), places, strict=True):
            fields = self.anchor({"at": at, "text": text})
            key = lane if lane in self.keys else f"lane {lane}"
            fields |= {"id": self.unnamed("entry", f"{lane}/{at}"), "lane": self.known(key), "order": order}
            self.add(Entry, fields)

    def emotions(self, persona: str, table: Table) -> None:
        """What one persona feels by touchpoint: a number, or a number and words."""
        for point, feeling in table.items():
            value, words = feeling if isinstance(feeling, list) else (feeling, "")
            who, where = self.known(persona), self.known(point)
            fields = {"id": emotion_id(who, where), "persona": who, "touchpoint": where, "value": value}
            self.add(Emotion, fields | {"words": words})

    def pain(self, table: Table) -> None:
        """One pain and, under it, the opportunity that answers it (which stands where the pain stands)."""
        fields = dict(table)
        answer = fields.pop("answer", None)
        key = fields.pop("key", None)
        place = fields.get("at", "")
        pain_id = self.named("pain", key) if key else self.unnamed("pain", place)
        self.add(Pain, self.anchor(fields) | {"id": pain_id})
        if answer is not None:
            self.opportunity({"at": place} | answer, [pain_id])

    def opportunity(self, table: Table, pains: list[str]) -> None:
        """One opportunity with its links to the pains that it answers."""
        fields = dict(table)
        pains = pains + [self.known(key) for key in fields.pop("answers", [])]
        fields = self.anchor(fields) | {"id": self.unnamed("opportunity", fields.get("at", ""))}
        found = self.add(Opportunity, fields)
        for pain in pains:
            self.add(Answers, {"id": answers_id(found.id, pain), "opportunity": found.id, "pain": pain})

    def measure(self, table: Table) -> None:
        """One indicator; `range` is its least and greatest, `values` are dates, values and samples."""
        fields = self.anchor(table) | {"id": self.unnamed("measure", table["at"])}
        if "range" in fields:
            fields["minimum"], fields["maximum"] = fields.pop("range")
        fields["values"] = [
            dict(zip(("date", "value", "sample"), value, strict=False)) for value in fields.get("values", [])
        ]
        self.add(Measure, fields)

    def flow(self, table: Table) -> None:
        """One flow `from` a key `to` a key."""
        fields = self.anchor(table)
        source, target = fields.pop("from"), fields.pop("to")
        fields |= {"source": self.known(source), "target": self.known(target)}
        self.add(Flow, fields | {"id": self.unnamed("flow", f"{source}..{target}")})

    # -- the whole -----------------------------------------------------------------------------------------------
    def build(self) -> Journey:
        """The journey of this source."""
        for channel in self.parts("channels"):
            self.channel(channel)
        for method, name in ((self.persona, "personas"), (self.stage, "stages"), (self.row, "rows")):
            parts = self.parts(name)
            for part, order in zip(parts, keys_between(None, None, len(parts)), strict=True):
                method(part, order)
        for lane, texts in self.table.get("entries", {}).items():
            self.entries(lane, texts)
        for persona, feelings in self.table.get("emotions", {}).items():
            self.emotions(persona, feelings)
        self.findings()
        return self.journey()

    def parts(self, name: str) -> list[Any]:
        """The parts of one name in the source; none is fine."""
        return list(self.table.get(name, []))

    def findings(self) -> None:
        """Everything that hangs on a place: pains with their answers, gains, quotes, measures, notes, flows."""
        for pain in self.parts("pains"):
            self.pain(pain)
        for opportunity in self.parts("opportunities"):
            self.opportunity(opportunity, [])
        for kind, name in ((Gain, "gains"), (Quote, "quotes")):
            for part in self.parts(name):
                self.add(kind, self.anchor(part) | {"id": self.unnamed(kind.__name__.lower(), part.get("at", ""))})
        for measure in self.parts("measures"):
            self.measure(measure)
        notes = self.parts("notes")
        for note, order in zip(notes, keys_between(None, None, len(notes)), strict=True):
            self.add(Note, self.anchor(note) | {"id": self.unnamed("note", note.get("at", "")), "order": order})
        for flow in self.parts("flows"):
            self.flow(flow)

    def journey(self) -> Journey:
        """Head, records and pictures put together through the one door."""
        fields = dict(self.table["journey"])
        poster = dict(fields.get("poster", {}))
        poster["logos"] = [self.picture(name) for name in poster.get("logos", [])]
        language = SPOKEN.get(self.language, self.language)
        fields |= {"id": self.make_id("journey", "head"), "language": language, "poster": poster}
        self.add(Head, fields)
        head = self.records.pop()
        assert isinstance(head, Head)  # noqa: S101 - `add` has just made it
        journey = Journey(head)
        for data in self.pictures.values():
            journey.images.add(data)
        pairs: dict[str, Pair] = {record.id: (None, record) for record in self.records}
        if len(pairs) != len(self.records):
            problem = f"{self.name}: two records have one id"
            raise SourceError(problem)
        journey.apply(Change(message("Build"), pairs))
        return journey


def build(source: Path, language: str) -> Journey:
    """The journey of one source in one language."""
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    if foreign := set(table) - PARTS:
        problem = f"{source.name}: no part is called {sorted(foreign)}"
        raise SourceError(problem)
    return Builder(source.stem, table, language).build()


def built() -> dict[str, Journey]:
    """Every shipped journey by its file name without the ending, for example `loyalty-6.fr`."""
    return {
        f"{source.stem}.{language}": build(source, language)
        for source in sorted(SOURCES.glob("*.toml"))
        for language in languages_of(source)
    }


def main() -> None:
    """Writes every shipped journey; files that no source stands behind are removed."""
    from journeyeditor.files import to_bytes  # noqa: PLC0415 - the rest of this file is of use without it

    TARGET.mkdir(parents=True, exist_ok=True)
    journeys = built()
    for stale in TARGET.glob("*.journey"):
        if stale.stem not in journeys:
            stale.unlink()
    for name, journey in journeys.items():
        data = to_bytes(journey)
        (TARGET / f"{name}.journey").write_bytes(data)
        print(f"{name}.journey  {len(journey):4d} records  {len(data) / 1000:6.1f} kB")


if __name__ == "__main__":
    main()

"""A whole map as one table out: a row for each touchpoint and persona.

What holds for everyone stands in a row without a persona, which leads its touchpoint; a stage has a row of its own
where it has no touchpoint, or something to say itself. The first rows that name anybody name everybody, so that the
personas keep their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor.errors import Message, counted, message
from journeyeditor.exchange.left_out import WHOLE, Held, joined, tell_left_out
from journeyeditor.exchange.outcome import Exported
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.table.cells import Cell, style_for, written
from journeyeditor.exchange.table.channels import title_of
from journeyeditor.exchange.table.columns import KEYS
from journeyeditor.exchange.table.findings import KINDS
from journeyeditor.exchange.table.items import Item, cell_of, item_of
from journeyeditor.exchange.table.names import Numbering
from journeyeditor.exchange.table.tags import FindingKind, TableFinding
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Channel,
    Emotion,
    Gain,
    Head,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.model.text import clean
from journeyeditor.words import Words, speak

HELD: Held = {
    Head: (),
    Stage: ("title", "description"),
    Touchpoint: ("title", "description", "channel"),
    Channel: ("title",),
    Persona: ("name",),
    Emotion: ("value", "words"),
    **{kind: kind.__struct_fields__ for kind in KINDS.values()},
}
EVERYONE = ""
"""Stands for the persona of a row that speaks of all."""

Places = dict[str, dict[str, dict[FindingKind, list[Item]]]]
"""Id of the step -> id of the persona (or `EVERYONE`) -> what is found there."""


def to_csv(journey: Journey, *, personas: Sequence[str] = (), language: str | None = None) -> Exported:
    """The map as CSV, with a report of what a table cannot hold.

    `personas` (ids) limits whose feelings and findings are written; none = everyone, hidden ones too. `language` is
    that of the channels' standard words, and decides separator and decimal sign; the journey's if None.
    """
    report = Report("csv")
    words = speak(language or journey.head.language)
    export = _Export(journey, personas, words)
    data = written([KEYS, *export.rows()], style_for(words))
    export.tell(report)
    return Exported(data, report)


class _Lost(msgspec.Struct):
    """What a table changes or cannot place."""

    spanning: int = 0
    parked: Counter[type[Record]] = msgspec.field(default_factory=Counter)
    merged: int = 0


class _Export:
    """Writes the rows of one journey."""

    def __init__(self, journey: Journey, personas: Sequence[str], words: Words) -> None:
        self.journey = journey
        self.people = [p for p in journey.personas() if not personas or p.id in personas]
        self._words = words
        self._lost = _Lost()
        self._reading = journey.reading()
        self._feelings = {persona.id: journey.emotions(persona.id) for persona in self.people}
        self._found = self._places()
        numbering = Numbering()
        self._names = {persona.id: numbering.form(_one_line(persona.name)) for persona in self.people}
        self._called = False

    # -- findings -----------------------------------------------------------------------------------------------
    def _places(self) -> Places:
        """Every finding that has a place, at the first step that it speaks of."""
        places: Places = {}
        seen: set[tuple[str, FindingKind, Item, bool]] = set()
        for kind in KINDS.values():
            for finding in sorted(self.journey.all(kind), key=_weight):
                whose = [p.id for p in self.people if p.id in finding.personas]
                if finding.personas and not whose:
                    continue
                place = self._place(finding)
                if place is None:
                    self._lost.parked[kind] += 1
                    continue
                item = item_of(finding)
                key = (place, kind, item, bool(whose))
                self._lost.merged += key in seen
                seen.add(key)
                for persona in whose or [EVERYONE]:
                    items = places.setdefault(place, {}).setdefault(persona, {}).setdefault(kind, [])
                    if item not in items:
                        items.append(item)
        return places

    def _place(self, finding: TableFinding) -> str | None:
        starts = [(at, key) for key in (finding.first, finding.last) if key and (at := self._reading.starts(key))]
        if not starts:
            return None
        self._lost.spanning += finding.first != finding.last
        # Of a stage and its first touchpoint, which begin together, the one that was named first.
        return min(starts, key=lambda start: start[0])[1]

    # -- rows ---------------------------------------------------------------------------------------------------
    def rows(self) -> Iterator[list[Cell]]:
        """All rows under the headers."""
        stages = Numbering()
        for stage in self._reading.stages:
            column = self._reading.column(stage.id)
            form = stages.form(clean(stage.title))
            if not column or stage.description.strip() or stage.id in self._found:
                yield from self._group(stage, [form, ""], None, is_step=not self.journey.touchpoints())
            titles = Numbering()
            for touchpoint in column:
                yield from self._group(
                    touchpoint, [form, titles.form(clean(touchpoint.title))], touchpoint, is_step=True
                )

    def _group(
        self, step: Stage | Touchpoint, names: list[str], touchpoint: Touchpoint | None, *, is_step: bool
    ) -> Iterator[list[Cell]]:
        """The rows of one stage or touchpoint."""
        found = self._found.get(step.id, {})
        whose = [p.id for p in self.people if p.id in found or (touchpoint and touchpoint.id in self._feelings[p.id])]
        if not self._called and self.people and (whose or is_step):
            self._called, whose = True, [persona.id for persona in self.people]
        description = clean(step.description).strip()
        channel = self._channel(touchpoint)
        for persona in [*([EVERYONE] if EVERYONE in found or not whose else []), *whose]:
            emotion = self._feelings[persona].get(step.id) if persona != EVERYONE else None
            yield [
                *names,
                description,
                channel,
                self._names.get(persona, ""),
                None if emotion is None else emotion.value,
                "" if emotion is None else clean(emotion.words).strip(),
                *(cell_of((item, kind) for item in found.get(persona, {}).get(kind, ())) for kind in KINDS.values()),
            ]
            description = ""

    def _channel(self, touchpoint: Touchpoint | None) -> str:
        channel = self.journey.channel(touchpoint.channel) if touchpoint is not None else None
        return "" if channel is None else title_of(channel, self._words)

    # -- the report ---------------------------------------------------------------------------------------------
    def tell(self, report: Report) -> None:
        """Notes what the rows do not say, or say otherwise."""
        lost = self._lost
        if others := len(self.journey.personas()) - len(self.people):
            report.dropped(
                counted("{n} other persona is not in this file.", "{n} other personas are not in this file.", others)
            )
        if lost.spanning:
            report.changed(
                counted(
                    "{n} finding spans several stages or touchpoints; it stands at the first.",
                    "{n} findings span several stages or touchpoints; they stand at the first.",
                    lost.spanning,
                )
            )
        if lost.merged:
            report.changed(
                counted(
                    "{n} finding says the same as another at its place; they became one.",
                    "{n} findings say the same as others at their place; they became one.",
                    lost.merged,
                )
            )
        if lost.parked:
            things = joined([WHOLE[kind].counting(count) for kind, count in lost.parked.items()])
            report.dropped(message("Left out, for it has no place on the map yet: {things}.", things=things))
        tell_left_out(self.journey, report, HELD, personas={p.id for p in self.people}, besides=list(self._homeless()))

    def _homeless(self) -> Iterator[Message]:
        """What a table holds only with a step that it belongs to."""
        used = {touchpoint.channel for touchpoint in self.journey.touchpoints()}
        if unused := sum(channel.id not in used for channel in self.journey.all(Channel)):
            yield WHOLE[Channel].counting(unused)
        if self.people and not self._reading.stages:
            yield WHOLE[Persona].counting(len(self.people))


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in clean(text).split("\n")).strip()


def _weight(finding: TableFinding) -> tuple[int, int, str, str]:
    """The weightiest first; what weighs alike by its words, never by ids: the same map gives the same file."""
    weight, votes = 0, 0
    match finding:
        case Pain():
            weight, votes = finding.severity, finding.votes
        case Gain():
            weight, votes = finding.strength, finding.votes
        case Opportunity():
            weight, votes = finding.impact or 0, finding.votes
        case Quote():
            pass
    return -weight, -votes, finding.text, str(item_of(finding).details)

"""The rows of the text twin: which lane tells what, at which step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from journeyeditor.exchange.markdown_findings import Teller
from journeyeditor.exchange.markdown_text import one_line
from journeyeditor.model.homes import IN_LANES
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import lane_name
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import (
    Entry,
    Finding,
    Gain,
    Lane,
    LaneKind,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
)


class Row(msgspec.Struct, frozen=True):
    """One lane as the document tells it: its label, and what it holds at each step, by the step's id."""

    label: str
    kind: LaneKind
    held: dict[str, list[Finding]]
    personas: tuple[str, ...] = ()


def rows_of(journey: Journey, tell: Teller, reading: ReadingOrder, shown: Collection[str]) -> list[Row]:
    """The lanes from the top; what has no lane of its own comes last, so that nothing is left out.

    `shown` are the ids of the personas that are told of.
    """
    return list(_Rows(journey, tell, reading, frozenset(shown)).all())


def label_of(lane: Lane, tell: Teller) -> str:
    """What a lane is called, and whose it is."""
    title = one_line(lane_name(lane, tell.words))
    names = tell.names(lane.personas)
    return f"{title} ({names})" if names else title


class _Rows(msgspec.Struct, frozen=True):
    journey: Journey
    tell: Teller
    reading: ReadingOrder
    shown: frozenset[str]

    def all(self) -> Iterator[Row]:
        lanes = [row for row in self.journey.rows() if isinstance(row, Lane)]
        taken: set[str] = set()
        for lane in lanes:
            findings = self._in_lane(lane, taken)
            taken.update(finding.id for finding in findings)
            if not lane.hidden:
                yield Row(label_of(lane, self.tell), lane.kind, self._by_step(findings), lane.personas)
        yield from self._without_lane(lanes, taken)

    def _without_lane(self, lanes: Sequence[Lane], taken: Collection[str]) -> Iterator[Row]:
        kinds = {lane.kind for lane in lanes}
        words = self.tell.words
        if "emotions" not in kinds:
            yield Row(words.term("lane", "emotions"), "emotions", {})
        for kind, record in IN_LANES.items():
            left = [finding for finding in self.journey.all(record) if finding.id not in taken]
            if kind not in kinds or any(not lane.hidden for lane in lanes if lane.kind == kind):
                yield Row(words.term("lane", kind), kind, self._by_step(left))
        yield Row(words.say("Notes"), "free", self._by_step(self.journey.all(Note)))

    def _in_lane(self, lane: Lane, taken: Collection[str]) -> list[Finding]:
        if lane.kind not in IN_LANES:
            return [entry for entry in self.journey.all(Entry) if entry.lane == lane.id]
        mine = set(lane.personas)
        return [
            finding
            for finding in self.journey.all(IN_LANES[lane.kind])
            if finding.id not in taken and (not mine or not finding.personas or mine & set(finding.personas))
        ]

    def _by_step(self, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
        held: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.first is not None and (not finding.personas or self.shown & set(finding.personas)):
                held.setdefault(self._begins(finding.first, finding.last), []).append(finding)
        for found in held.values():
            found.sort(key=_weight)
        return held

    def _begins(self, first: str, last: str | None) -> str:
        places = [(place, key) for key in (first, last) if key and (place := self.reading.starts(key)) is not None]
        return min(places, default=((0, 0), first))[1]


def _weight(finding: Finding) -> tuple[int, int, str]:
    """What weighs most comes first; texts of a lane keep their own order, all else goes by its words."""
    match finding:
        case Pain():
            return -finding.severity, -finding.votes, finding.text
        case Gain():
            return -finding.strength, -finding.votes, finding.text
        case Entry() | Note():
            return 0, 0, finding.order
        case Measure():
            return 0, 0, finding.name
        case Opportunity():
            return 0, -finding.votes, f"{finding.due} {finding.text}"
        case Quote():
            return 0, 0, f"{finding.date} {finding.text}"

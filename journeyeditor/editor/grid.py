"""The map as rows and columns, for keys: which records lie in which cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor.model.homes import IN_LANES, is_for, is_shown, shown_people
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import Place
from journeyeditor.model.records import (
    ENTRY_LANES,
    Anchored,
    AnyRecord,
    Emotion,
    Entry,
    Flow,
    Head,
    Lane,
    Line,
    Note,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)

HEADER, STAGES, FLOWS = "header", "stages", "flows"
"""Rows that are no lane: title and personas; the row of stages; the flows of a step, which lie beside the rows."""


class Cell(msgspec.Struct, frozen=True):
    """A place on the map. `row` is one of the names above, or the id of a lane or line.

    `column` is a touchpoint's id, or that of a stage without any; in the row of stages a stage's; in the header and
    for the head of a lane the record's own. Empty on a map without stages. `record` is the one in it that is meant;
    empty for a cell that holds none.
    """

    row: str
    column: str
    record: str = ""


class Grid:
    """The rows and columns of a journey as they are shown to a persona (None = everyone). Follows no later edit."""

    def __init__(self, journey: Journey, persona: str | None = None) -> None:
        self.journey = journey
        self.persona = persona
        self.reading = journey.reading()
        self.people = shown_people(journey.head, journey.personas())
        """Ids of the personas that are shown."""
        self.lanes: dict[str, Lane | Line] = {row.id: row for row in _shown(journey, self.people)}
        self.rows: tuple[str, ...] = (HEADER, STAGES, *self.lanes)
        self.columns: tuple[str, ...] = tuple(
            key
            for stage in self.reading.stages
            for key in ([one.id for one in self.reading.column(stage.id)] or [stage.id])
        )
        self._filled: dict[str, dict[str, list[str]]] = {}
        self._places: dict[str, dict[str, str]] = {}
        self.numbers = {key: number for number, key in enumerate(self.columns)}

    # -- cells ------------------------------------------------------------------------------------------------------
    def cells(self, row: str) -> tuple[str, ...]:
        """The columns of a row as it is walked: the head of a lane comes first."""
        if row == HEADER:
            return (self.journey.head.id, *self.people)
        if row == STAGES:
            return tuple(stage.id for stage in self.reading.stages) or ("",)
        if isinstance(self.lanes.get(row), Line):
            return (row,)
        return (row, *self.columns)

    def records(self, row: str, column: str) -> tuple[str, ...]:
        """Ids of what lies in a cell, from the top."""
        if row in {HEADER, STAGES} or row == column:
            return (column,) if column else ()
        return tuple(self._in_lane(row).get(column, ()))

    def cell_of(self, key: str) -> Cell | None:
        """Where a record is walked to; None if it is nowhere on the map."""
        record = self.journey.get(key)
        if isinstance(record, Head) or (isinstance(record, Persona) and key in self.people):
            return Cell(HEADER, key, key)
        if isinstance(record, Stage):
            return Cell(STAGES, key, key)
        if key in self.lanes:
            return Cell(key, key, key)
        if isinstance(record, Flow):
            return Cell(FLOWS, self.column_of(record.source) or "", key)
        rows = [row.id for row in self.lanes.values() if isinstance(row, Lane) and _may_hold(row, record)]
        return next((Cell(row, column, key) for row in rows if (column := self._columns_in(row).get(key))), None)

    def column_of(self, key: str) -> str | None:
        """The column of a touchpoint or stage: a stage's is its first."""
        if key in self.numbers:
            return key
        return self.reading.entered_at(key) if self.reading.starts(key) is not None else None

    def stage_of(self, column: str) -> str:
        """The stage of a column; empty if there is none."""
        record = self.journey.get(column)
        return record.stage if isinstance(record, Touchpoint) else record.id if isinstance(record, Stage) else ""

    # -- what lies where --------------------------------------------------------------------------------------------
    def _in_lane(self, row: str) -> dict[str, list[str]]:
        """The records of a lane by column; worked out when the lane is first entered."""
        if row not in self._filled:
            filled: dict[str, list[str]] = defaultdict(list)
            lane = self.lanes.get(row)
            for column, key in self._lying_in(lane) if isinstance(lane, Lane) else ():
                filled[column].append(key)
            self._filled[row] = filled
        return self._filled[row]

    def _columns_in(self, row: str) -> dict[str, str]:
        """The column of each record of a lane."""
        if row not in self._places:
            self._places[row] = {key: column for column, keys in self._in_lane(row).items() for key in keys}
        return self._places[row]

    def _lying_in(self, lane: Lane) -> Iterator[tuple[str, str]]:
        """Column and id of each record of a lane."""
        if lane.kind in {"touchpoints", "images"}:
            homes: dict[str | None, bool] = {}
            for touchpoint in self.reading.touchpoints:
                if touchpoint.channel not in homes:
                    homes[touchpoint.channel] = self.journey.lane_of(touchpoint) == lane
                if touchpoint.image is not None if lane.kind == "images" else homes[touchpoint.channel]:
                    yield touchpoint.id, touchpoint.id
        elif lane.kind == "emotions":
            yield from self._felt(lane)
        elif lane.kind in ENTRY_LANES:
            for entry in self.journey.all(Entry):
                if entry.lane == lane.id:
                    yield from self._hung([entry])
            if lane.kind == "free":
                yield from self._hung(self._shared_out(lane, self.journey.all(Note)))
        else:
            yield from self._hung(self._shared_out(lane, self.journey.all(IN_LANES[lane.kind])))

    def _felt(self, lane: Lane) -> Iterator[tuple[str, str]]:
        """What the active persona feels (everyone in that mode), then the quotes that no lane of their own shows."""
        first = next(row for row in self.lanes.values() if isinstance(row, Lane) and row.kind == "emotions") is lane
        whose = [one for one in self.people if not lane.personas or one in lane.personas]
        for persona in whose:
            if self.persona in {None, persona} or self.persona not in whose:
                for touchpoint, emotion in self.journey.emotions(persona).items():
                    yield touchpoint, emotion.id
        quotes = any(isinstance(row, Lane) and row.kind == "quotes" for row in self.lanes.values())
        if first and not quotes:
            yield from self._hung(self.journey.all(Quote))

    def _hung(self, findings: Sequence[Anchored]) -> Iterator[tuple[str, str]]:
        """Findings at the column at which they begin; those of the parking lot and of hidden personas are nowhere."""
        for finding in findings:
            starts = [place for key in (finding.first, finding.last) if key and (place := self.reading.starts(key))]
            if starts and is_for(finding.personas, self.people):
                yield self._column_at(min(starts)), finding.id

    def _column_at(self, place: Place) -> str:
        stage = self.reading.stages[place[0]]
        column = self.reading.column(stage.id)
        return column[place[1]].id if column else stage.id

    def _shared_out(self, lane: Lane, findings: Sequence[Anchored]) -> list[Anchored]:
        """The findings that belong in this lane, where several of one kind divide them by persona, as on the poster."""
        same = [row for row in self.lanes.values() if isinstance(row, Lane) and row.kind == lane.kind]
        of_some = [row for row in same if row.personas]
        for_all = [row for row in same if not row.personas]
        if lane.personas:
            left_over = not for_all and of_some[0] is lane
            return [
                one for one in findings if set(one.personas) & set(lane.personas) or (left_over and not one.personas)
            ]
        taken = {persona for row in of_some for persona in row.personas}
        return [one for one in findings if not set(one.personas) & taken] if for_all[0] is lane else []


def _shown(journey: Journey, people: Sequence[str]) -> list[Lane | Line]:
    """Lanes and lines that the poster shows, from the top; a line at either end separates nothing."""
    rows = [row for row in journey.rows() if isinstance(row, Line) or is_shown(row, people)]
    while rows and isinstance(rows[-1], Line):
        rows.pop()
    while rows and isinstance(rows[0], Line):
        rows.pop(0)
    return rows


def _may_hold(lane: Lane, record: AnyRecord | None) -> bool:
    """Whether a lane holds records of this one's kind; pictures stand for no touchpoint of their own."""
    if isinstance(record, Touchpoint):
        return lane.kind == "touchpoints"
    if isinstance(record, Entry):
        return lane.id == record.lane
    if isinstance(record, Note):
        return lane.kind == "free"
    if lane.kind == "emotions":
        return isinstance(record, Emotion | Quote)
    return type(record) is IN_LANES.get(lane.kind)


def structure(record: AnyRecord) -> tuple[object, ...]:
    """The fields of a record that decide where anything lies: another text in it moves nothing."""
    if isinstance(record, Head):
        return record.poster.personas, record.language
    if isinstance(record, Emotion):
        return (record.id,)
    names = ("order", "stage", "channel", "lane", "first", "last", "personas", "hidden", "channels", "kind")
    ends = (getattr(record, "source", None), getattr(record, "target", None), getattr(record, "image", None) is None)
    return (*(getattr(record, name, None) for name in names), *ends)

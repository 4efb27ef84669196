"""Where on the map a finding hangs, in x."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Anchored

Hanging = TypeVar("Hanging", bound=Anchored)


class Reach(msgspec.Struct, frozen=True):
    """First and last column (indexes), and the x around which a card should stand."""

    first: int
    last: int
    centre: float


class _Place(msgspec.Struct, frozen=True):
    """Of a stage or touchpoint: its stage's number in the whole journey, and the x where it begins and ends.

    x is None where the stage is not on this sheet.
    """

    stage: int
    left: float | None
    right: float | None


def _place(sheet: Sheet, key: str | None) -> _Place | None:
    """Where a stage or touchpoint is; None for anything else."""
    place = sheet.once("places", lambda: _places(sheet)).get(key or "")
    if place is None and key is not None and sheet.window is not None:
        start = sheet.journey.reading().starts(key)
        return None if start is None else _Place(start[0], None, None)
    return place


def _places(sheet: Sheet) -> dict[str, _Place]:
    """The stages and touchpoints on a sheet, by id."""
    places: dict[str, _Place] = {}
    first = sheet.window[0] if sheet.window is not None else 0
    for number, column in enumerate(sheet.columns, first):
        places[column.stage.id] = _Place(number, column.x, column.right)
        for slot in column.slots:
            places[slot.touchpoint.id] = _Place(number, slot.x - slot.width / 2, slot.x + slot.width / 2)
    return places


def hanging(sheet: Sheet, kind: type[Hanging]) -> list[Hanging]:
    """The findings of one kind that hang on the stages of a sheet, those in the parking lot left out.

    Bands ask this one after the other, so the findings are sorted by stage once for all of them.
    """
    if sheet.window is None:
        return sheet.journey.all(kind)
    by_stage = sheet.common(("hanging", kind), lambda: _by_stage(sheet, kind))
    found = {record.id: record for number in range(*sheet.window) for record in by_stage.get(number, ())}
    return list(found.values())


def _by_stage(sheet: Sheet, kind: type[Hanging]) -> dict[int, list[Hanging]]:
    reading = sheet.journey.reading()
    by_stage: dict[int, list[Hanging]] = {}
    for record in sheet.journey.all(kind):
        first = reading.starts(record.first or "")
        if first is not None:
            low, high = sorted((first[0], (reading.starts(record.last or "") or first)[0]))
            for number in range(low, high + 1):
                by_stage.setdefault(number, []).append(record)
    return by_stage


def reach(sheet: Sheet, finding: Anchored) -> Reach | None:
    """Where a finding hangs; None if it lies in the parking lot, or on stages that this sheet does not show.

    A finding that spans more than the sheet shows reaches up to its edge.
    """
    first = _place(sheet, finding.first)
    if first is None or not sheet.columns:
        return None
    last = _place(sheet, finding.last) or first
    low, high = sorted((first, last), key=lambda place: place.stage)
    start = sheet.window[0] if sheet.window is not None else 0
    shown = range(start, start + len(sheet.columns))
    if high.stage < shown.start or low.stage >= shown.stop:
        return None
    begin, end = max(low.stage, shown.start) - start, min(high.stage, shown.stop - 1) - start
    lefts = [place.left for place in (first, last) if place.left is not None]
    rights = [place.right for place in (first, last) if place.right is not None]
    left = min(lefts) if low.left is not None else sheet.columns[begin].x
    right = max(rights) if high.right is not None else sheet.columns[end].right
    return Reach(begin, end, (left + right) / 2)

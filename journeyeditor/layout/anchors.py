"""Where on the map a finding hangs, in x."""

from __future__ import annotations

from dataclasses import dataclass

from journeyeditor.layout.columns import Column
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Anchored


@dataclass(frozen=True, slots=True)
class Reach:
    """First and last column (indexes), and the x around which a card should stand."""

    first: int
    last: int
    centre: float


def _place(sheet: Sheet, key: str | None) -> tuple[Column, float, float] | None:
    """The column of a stage or touchpoint, and the x where it begins and ends."""
    for column in sheet.columns:
        if column.stage.id == key:
            return column, column.x, column.right
        for slot in column.slots:
            if slot.touchpoint.id == key:
                return column, slot.x - slot.width / 2, slot.x + slot.width / 2
    return None


def reach(sheet: Sheet, finding: Anchored) -> Reach | None:
    """Where a finding hangs; None if it lies in the parking lot."""
    first = _place(sheet, finding.first)
    if first is None:
        return None
    last = _place(sheet, finding.last) or first
    if last[0].index < first[0].index:
        first, last = last, first
    return Reach(first[0].index, last[0].index, (min(first[1], last[1]) + max(first[2], last[2])) / 2)

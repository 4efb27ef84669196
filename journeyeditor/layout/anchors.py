"""Where on the map a finding hangs, in x."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Anchored


@dataclass(frozen=True, slots=True)
class Reach:
    """First and last column (indexes), and the x around which a card should stand."""

    first: int
    last: int
    centre: float


@functools.lru_cache(maxsize=4)
def _places(sheet: Sheet) -> dict[str, tuple[int, float, float]]:
    """Of every stage and touchpoint: the index of its column, and the x where it begins and ends."""
    places = {}
    for column in sheet.columns:
        places[column.stage.id] = (column.index, column.x, column.right)
        for slot in column.slots:
            places[slot.touchpoint.id] = (column.index, slot.x - slot.width / 2, slot.x + slot.width / 2)
    return places


def reach(sheet: Sheet, finding: Anchored) -> Reach | None:
    """Where a finding hangs; None if it lies in the parking lot."""
    places = _places(sheet)
    first = places.get(finding.first or "")
    if first is None:
        return None
    last = places.get(finding.last or "", first)
    ends = sorted((first, last))
    return Reach(ends[0][0], ends[1][0], (min(first[1], last[1]) + max(first[2], last[2])) / 2)

"""A skyline: how high a strip is built up at every x, so that the next thing goes on top of what is there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Interval = tuple[float, float]
MOST_CELLS = 4_000


class Skyline:
    """Heights over `left` to `right`, in cells of about `cell` mm. Heights grow upwards from `ground`."""

    def __init__(self, left: float, right: float, cell: float, ground: float = 0.0) -> None:
        self.left = left
        width = max(right - left, 1e-6)
        self._cell = max(cell, width / MOST_CELLS)
        self._heights = [ground] * max(1, math.ceil(width / self._cell))

    def _cells(self, start: float, end: float) -> tuple[int, int]:
        first = math.floor((start - self.left) / self._cell + 1e-9)
        last = math.ceil((end - self.left) / self._cell - 1e-9)
        first = min(max(first, 0), len(self._heights) - 1)
        return first, min(max(last, first + 1), len(self._heights))

    def height(self, start: float, end: float) -> float:
        """The highest point between two x."""
        first, last = self._cells(start, end)
        return max(self._heights[first:last])

    def raise_to(self, start: float, end: float, height: float) -> None:
        """Builds up everything between two x to a height; what is higher stays."""
        first, last = self._cells(start, end)
        old = self._heights[first:last]  # thousands on a long map: `max` would take twice as long
        self._heights[first:last] = [one if one > height else height for one in old]  # noqa: FURB136

    @property
    def top(self) -> float:
        """The highest point of all."""
        return max(self._heights)


def places(wanted: float, width: float, room: Interval, walls: Iterable[Interval]) -> list[float]:
    """Middles at which something `width` wide stands inside `room` and meets no wall, nearest to `wanted` first.

    Only the best place between each two neighbouring walls is named; an empty list says that there is none.
    """
    low, high = room
    free: list[Interval] = []
    at = low
    for start, end in sorted(walls):
        if start > at:
            free.append((at, min(start, high)))
        at = max(at, end)
        if at >= high:
            break
    if at < high:
        free.append((at, high))
    fitting = [(a + width / 2, b - width / 2) for a, b in free if b - a >= width - 1e-9]
    return sorted((min(max(wanted, a), max(a, b)) for a, b in fitting), key=lambda x: abs(x - wanted))


def spaced(wanted: Sequence[float], gap: float, room: Interval) -> list[float]:
    """Ascending numbers moved apart so that neighbours keep `gap`, as near to where they were wanted as that allows.

    If the room is too small for the gaps they are spread evenly over it.
    """
    count = len(wanted)
    low, high = room
    if count == 0:
        return []
    if (count - 1) * gap > high - low:
        step = (high - low) / max(1, count - 1)
        return [low + n * step for n in range(count)]
    out: list[float] = []
    for n, x in enumerate(wanted):
        least = low if n == 0 else out[-1] + gap
        out.append(min(max(x, least), high - (count - 1 - n) * gap))
    return out

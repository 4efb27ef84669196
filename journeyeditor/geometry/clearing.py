"""What is still free on a strip: obstacles are entered, then places are asked for.

The strip is cut into narrow columns, and each column is one whole number whose bits are its cells from the top: set
where something stands. So whether a box is free, and all free heights over a width, is answered by a few bit
operations, however many obstacles there are. Obstacles count for every cell that they touch.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from journeyeditor.geometry.box import Box
from journeyeditor.geometry.curve import Curve

Span = tuple[float, float]
MOST_COLUMNS, MOST_CELLS = 700, 1400


class Clearing:
    """The free ground inside `bounds`. `pitch` is the width of a column in mm; a cell is 0.4 of it high."""

    def __init__(self, bounds: Box, pitch: float) -> None:
        self.bounds = bounds
        self._pitch = max(pitch, bounds.width / MOST_COLUMNS, 1e-6)
        self._cell = max(0.4 * self._pitch, bounds.height / MOST_CELLS, 1e-6)
        self._cells = max(1, math.ceil(bounds.height / self._cell))
        self._columns = [0] * max(1, math.ceil(bounds.width / self._pitch))

    def copy(self) -> Clearing:
        """The same ground, to try something on."""
        twin = Clearing(self.bounds, self._pitch)
        twin._columns = list(self._columns)
        return twin

    def _across(self, left: float, right: float) -> slice:
        """The columns between two x; at least one where the strip is met at all."""
        pitch, count = self._pitch, len(self._columns)
        first = int((left - self.bounds.x) / pitch + 1e-9)
        last = int((right - self.bounds.x) / pitch + 1 - 1e-9)
        first = 0 if left <= self.bounds.x else min(first, count)
        last = 0 if right <= self.bounds.x else min(last, count)
        return slice(first, last if last > first else first + 1)

    def _down(self, top: float, bottom: float) -> int:
        """The bits of the cells between two heights."""
        cell, count = self._cell, self._cells
        first = int((top - self.bounds.y) / cell + 1e-9)
        last = int((bottom - self.bounds.y) / cell + 1 - 1e-9)
        first = 0 if top <= self.bounds.y else min(first, count)
        last = 0 if bottom <= self.bounds.y else min(last, count)
        return ((1 << (last - first)) - 1) << first if last > first else 0

    def block(self, box: Box) -> None:
        """Takes a box off the free ground."""
        bits = self._down(box.y, box.bottom)
        where = self._across(box.x, box.right)
        self._columns[where] = [column | bits for column in self._columns[where]]

    def block_all(self, other: Clearing) -> None:
        """Takes off what is taken on another ground of the same bounds and pitch."""
        self._columns = [one | two for one, two in zip(self._columns, other._columns, strict=True)]

    def block_curve(self, curve: Curve, half: float) -> None:
        """Takes a line off the free ground, `half` mm to each side of its middle."""
        where = self._across(curve.left - half, curve.right + half)
        edges = [self.bounds.x + n * self._pitch for n in range(where.start, where.stop + 1)]
        first = [curve.at(x - half) for x in edges[:-1]]
        last = [curve.at(x + half) for x in edges[1:]]
        lows, highs = list(map(min, first, last)), list(map(max, first, last))
        # Between its points a curve is monotone: only the points themselves can reach beyond the edges.
        for x, y in curve.points:
            near = self._across(x - half, x + half)
            for n in range(max(near.start, where.start) - where.start, min(near.stop, where.stop) - where.start):
                lows[n], highs[n] = min(lows[n], y), max(highs[n], y)
        for n, (low, high) in enumerate(zip(lows, highs, strict=True), where.start):
            if n < len(self._columns):
                self._columns[n] |= self._down(low - half, high + half)

    def is_free(self, box: Box) -> bool:
        """True if the box lies inside the bounds and meets no obstacle."""
        if not self.bounds.holds(box):
            return False
        bits = self._down(box.y, box.y + box.height)
        for column in self._columns[self._across(box.x, box.x + box.width)]:  # noqa: SIM110 - `any` takes twice as long
            if column & bits:
                return False
        return True

    def free_among(self, lefts: Sequence[float], top: float, width: float, height: float) -> list[float]:
        """Those left sides at which a box is free, as `is_free` says: quicker for many at one height."""
        low, high = self.bounds.x - 1e-6, self.bounds.right + 1e-6
        lefts = [left for left in lefts if low <= left and left + width <= high]
        if not lefts or not self.bounds.holds(Box(lefts[0], top, width, height)):
            return []
        bits = self._down(top, top + height)
        every = [self._across(left, left + width) for left in lefts]
        start = min(where.start for where in every)
        taken = (1 if column & bits else 0 for column in self._columns[start : max(where.stop for where in every)])
        before = [0, *itertools.accumulate(taken)]
        last = len(before) - 1
        return [
            left
            for left, where in zip(lefts, every, strict=True)
            if before[min(where.stop - start, last)] == before[min(where.start - start, last)]
        ]

    def is_taken(self, x: float, y: float) -> bool:
        """True if something stands at a point; beyond the bounds nothing does."""
        n = int((x - self.bounds.x) / self._pitch)
        k = int((y - self.bounds.y) / self._cell)
        return 0 <= n < len(self._columns) and k >= 0 and bool(self._columns[n] >> k & 1)

    def covered(self, box: Box) -> float:
        """How much of the box lies on obstacles, in mm²."""
        bits = self._down(box.y, box.bottom)
        cells = sum((column & bits).bit_count() for column in self._columns[self._across(box.x, box.right)])
        return cells * self._pitch * self._cell

    def gaps(self, left: float, right: float, height: float) -> list[Span]:
        """The spans of y at least `height` tall that are free all the way from `left` to `right`, from the top."""
        taken = 0
        for column in self._columns[self._across(left, right)]:
            taken |= column
        free = ((1 << self._cells) - 1) & ~taken
        if not _has_run(free, math.ceil(height / self._cell - 1e-6)):
            return []
        found: list[Span] = []
        while free:
            first = (free & -free).bit_length() - 1
            run = free >> first
            count = ((run + 1) & ~run).bit_length() - 1
            free &= ~(((1 << count) - 1) << first)
            top = self.bounds.y + first * self._cell
            bottom = min(self.bounds.bottom, top + count * self._cell)
            if bottom - top >= height:
                found.append((top, bottom))
        return found


def _has_run(bits: int, length: int) -> bool:
    """True if so many bits in a row are set."""
    while length > 1 and bits:
        half = length // 2
        bits &= bits >> half
        length -= half
    return bool(bits)

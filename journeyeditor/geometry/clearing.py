"""What is still free on a strip: obstacles are entered, then places are asked for.

The strip is cut into narrow columns, and each column is one whole number whose bits are its cells from the top: set
where something stands. So whether a box is free, and all free heights over a width, is answered by a few bit
operations, however many obstacles there are. Obstacles count for every cell that they touch.
"""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Iterator, Sequence

from journeyeditor.geometry.box import Box
from journeyeditor.geometry.cells import Columns, Grid, traced
from journeyeditor.geometry.curve import Curve

Span = tuple[float, float]
MOST_COLUMNS, MOST_CELLS = 700, 1400
SLACK = 1e-6
"""So far over the bounds a box may lie, mm: as `Box.holds` has it."""


class Clearing:
    """The free ground inside `bounds`. `pitch` is the width of a column in mm; a cell is 0.4 of it high."""

    def __init__(self, bounds: Box, pitch: float) -> None:
        self.bounds = bounds
        pitch = max(pitch, bounds.width / MOST_COLUMNS, 1e-6)
        cell = max(0.4 * pitch, bounds.height / MOST_CELLS, 1e-6)
        columns, cells = max(1, math.ceil(bounds.width / pitch)), max(1, math.ceil(bounds.height / cell))
        self._grid = Grid(bounds.x, bounds.y, pitch, cell, columns, cells)
        self._columns = [0] * columns
        self._ends = bounds.x - SLACK, bounds.y - SLACK, bounds.right + SLACK, bounds.bottom + SLACK
        self._wider: list[list[int]] = []
        """What is taken of 2, 4, 8 … columns from each column on; worked out when it is asked for."""

    def copy(self) -> Clearing:
        """The same ground, to try something on."""
        twin = Clearing(self.bounds, self._grid.pitch)
        twin._columns, twin._wider = list(self._columns), list(self._wider)
        return twin

    def _across(self, left: float, right: float) -> slice:
        """The columns between two x; at least one where the strip is met at all."""
        return slice(*self._grid.across(left, right))

    def _taken(self, first: int, after: int) -> int:
        """The cells that are taken in any of some columns."""
        columns = self._columns
        if after > len(columns):
            first, after = min(first, len(columns)), len(columns)
        level = (after - first).bit_length() - 1
        if level < 1:
            return columns[first] if level == 0 else 0
        while len(self._wider) < level:
            reach = 1 << len(self._wider)
            below = self._wider[-1] if self._wider else columns
            self._wider.append(list(map(operator.or_, below, itertools.islice(below, reach, None))))
        table = self._wider[level - 1]
        return table[first] | table[after - (1 << level)]

    def block(self, box: Box) -> None:
        """Takes a box off the free ground."""
        bits = self._grid.down(box.y, box.bottom)
        where = self._across(box.x, box.right)
        self._columns[where] = [column | bits for column in self._columns[where]]
        self._wider.clear()

    def block_all(self, other: Clearing) -> None:
        """Takes off what is taken on another ground of the same bounds and pitch."""
        self._columns = list(map(operator.or_, self._columns, other._columns))
        self._wider.clear()

    def block_curve(self, curve: Curve, half: float) -> None:
        """Takes a line off the free ground, `half` mm to each side of its middle."""
        first, after = self._grid.across(curve.left - half, curve.right + half)
        after = min(after, len(self._columns))
        bits = traced(self._grid, curve, half, first, after)
        self._columns[first:after] = map(operator.or_, self._columns[first:after], bits)
        self._wider.clear()

    def is_free(self, box: Box, air: float = 0.0) -> bool:
        """True if the box, with some air around it, lies inside the bounds and meets no obstacle."""
        # The hottest question of a lane of feelings: no box is made, and what the grid would say is worked out here.
        left, top = box.x - air, box.y - air
        right, bottom = left + (box.width + 2 * air), top + (box.height + 2 * air)
        least_x, least_y, most_x, most_y = self._ends
        if left < least_x or top < least_y or right > most_x or bottom > most_y:
            return False
        x, y, pitch, cell, columns, cells = self._grid
        first = min(int((top - y) / cell + 1e-9), cells) if top > y else 0
        last = min(int((bottom - y) / cell + 1 - 1e-9), cells) if bottom > y else 0
        if last <= first:
            return True
        bits = ((1 << (last - first)) - 1) << first
        first = min(int((left - x) / pitch + 1e-9), columns) if left > x else 0
        last = min(int((right - x) / pitch + 1 - 1e-9), columns) if right > x else 0
        for column in self._columns[first : last if last > first else first + 1]:  # noqa: SIM110 - `any` is slower
            if column & bits:
                return False
        return True

    def free_among(self, lefts: Sequence[float], tops: Sequence[float], width: float, height: float) -> Iterator[int]:
        """For each upper edge, one after the other, the bits of those left sides at which a box is free, as `is_free`
        says: quicker for many side by side and under one another.
        """
        low, high = self.bounds.x - SLACK, self.bounds.right + SLACK
        every = [
            (1 << n, *self._grid.across(left, left + width))
            for n, left in enumerate(lefts)
            if low <= left and left + width <= high
        ]
        start = min((first for _, first, _ in every), default=0)
        columns = self._columns[start : max((after for _, _, after in every), default=0)]
        last = len(columns)
        spans = [(bit, min(first - start, last), min(after - start, last)) for bit, first, after in every]
        for top in tops:
            found = 0
            if every and self.bounds.holds(Box(self.bounds.x, top, 0.0, height)):
                bits = self._grid.down(top, top + height)
                before = [0, *itertools.accumulate([1 if column & bits else 0 for column in columns])]
                for bit, first, after in spans:
                    if before[after] == before[first]:
                        found |= bit
            yield found

    def met(self, start: tuple[float, float], end: tuple[float, float], skip: float, pitch: float) -> int:
        """How many things a straight line runs over after its first `skip` mm, looked at every 1.6 `pitch` (mm)."""
        (x0, y0), (x1, y1) = start, end
        length = math.hypot(x1 - x0, y1 - y0)
        if length <= 0:
            return 0
        grid, columns = self._grid, self._columns
        left, top, across, cell, last = self.bounds.x, self.bounds.y, grid.pitch, grid.cell, len(columns)
        wide, tall = x1 - x0, y1 - y0
        count, inside = 0, False
        for n in range(int(max(0.0, length - skip) / (1.6 * pitch)) + 1):
            part = (skip + n * 1.6 * pitch) / length
            if part >= 1:
                break
            column, row = int((x0 + wide * part - left) / across), int((y0 + tall * part - top) / cell)
            if 0 <= column < last and row >= 0 and columns[column] >> row & 1:
                if not inside:
                    count, inside = count + 1, True
            else:
                inside = False
        return count

    def covered(self, box: Box) -> float:
        """How much of the box lies on obstacles, in mm²."""
        bits = self._grid.down(box.y, box.bottom)
        cells = sum((column & bits).bit_count() for column in self._columns[self._across(box.x, box.right)])
        return cells * self._grid.pitch * self._grid.cell

    def has_gap(self, left: float, right: float, height: float) -> bool:
        """False if no span of y so tall is free all the way between two x, nor farther: sooner known than the spans."""
        return self.gap_between(*self._grid.across(left, right), height)

    @property
    def columns(self) -> Columns:
        """How the strip is cut: which columns are asked of `gap_between` and `gaps_between`."""
        return Columns(self._grid.x, self._grid.pitch, self._grid.columns)

    def gap_between(self, first: int, after: int, height: float) -> bool:
        """False if `gaps_between` would find nothing there, nor in more columns: sooner known than the gaps."""
        free = ((1 << self._grid.cells) - 1) & ~self._taken(first, after)
        return _has_run(free, math.ceil(height / self._grid.cell - 1e-6))

    def gaps_between(self, first: int, after: int, height: float) -> Sequence[Span]:
        """The spans of y at least `height` tall that are free in all of some columns, from the top."""
        grid = self._grid
        free = ((1 << grid.cells) - 1) & ~self._taken(first, after)
        return self._spans(free, height) if _has_run(free, math.ceil(height / grid.cell - 1e-6)) else ()

    def _spans(self, free: int, height: float) -> list[Span]:
        """The runs of cells that are at least `height` tall."""
        y, cell, lowest = self.bounds.y, self._grid.cell, self.bounds.bottom
        found: list[Span] = []
        while free:
            first = (free & -free).bit_length() - 1
            run = free >> first
            count = ((run + 1) & ~run).bit_length() - 1
            free &= ~(((1 << count) - 1) << first)
            top = y + first * cell
            bottom = min(lowest, top + count * cell)
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

"""A strip cut into columns and cells, and which of them a line takes.

A column is one whole number whose bits are its cells from the top.
"""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeyeditor.geometry.curve import Curve

STRETCHES = 1_500
"""So many stretches of lines are remembered: while one point of a line is dragged, most of it stays as it is."""

Knot = tuple[float, float, float]
"""x, y and slope of a curve at one of its points."""


class Columns(NamedTuple):
    """The columns of a strip from `x` on, `pitch` wide (mm)."""

    x: float
    pitch: float
    columns: int

    def across(self, left: float, right: float) -> tuple[int, int]:
        """As `Grid.across`."""
        return _across(self.x, self.pitch, self.columns, left, right)


class Grid(NamedTuple):
    """The columns of a strip from `x` on, `pitch` wide, and their cells from `y` down, `cell` high (all in mm)."""

    x: float
    y: float
    pitch: float
    cell: float
    columns: int
    cells: int

    def across(self, left: float, right: float) -> tuple[int, int]:
        """The first column between two x and the one after the last; at least one where the strip is met at all."""
        return _across(self.x, self.pitch, self.columns, left, right)

    def down(self, top: float, bottom: float) -> int:
        """The bits of the cells between two heights."""
        first = int((top - self.y) / self.cell + 1e-9)
        last = int((bottom - self.y) / self.cell + 1 - 1e-9)
        first = 0 if top <= self.y else min(first, self.cells)
        last = 0 if bottom <= self.y else min(last, self.cells)
        return ((1 << (last - first)) - 1) << first if last > first else 0


def _across(x: float, pitch: float, columns: int, left: float, right: float) -> tuple[int, int]:
    first = last = 0
    if left > x:
        first = int((left - x) / pitch + 1e-9)
        first = min(first, columns)
    if right > x:
        last = int((right - x) / pitch + 1 - 1e-9)
        last = min(last, columns)
    return first, last if last > first else first + 1


def traced(grid: Grid, curve: Curve, half: float, first: int, stop: int) -> list[int]:
    """What a line takes of some columns, `half` mm to each side of its middle.

    What it takes between two points depends on the few about them alone, and is remembered.
    """
    knots: list[Knot] = [(x, y, slope) for (x, y), slope in zip(curve.points, curve.slopes, strict=True)]
    xs = [knot[0] for knot in knots]
    bits: list[int] = []
    for n in range(len(knots) + 1):
        end = min(stop, _first_after(grid, xs[n], half)) if n < len(knots) else stop
        if end > first:
            last = bisect_right(xs, grid.x + end * grid.pitch + half)
            bits += _stretch(grid, half, first, end, tuple(knots[max(n - 1, 0) : last + 1]))
            first = end
    return bits


def _first_after(grid: Grid, x: float, half: float) -> int:
    """The first column that begins, with `half` mm before it, at x or after it."""
    n = max(0, int((x + half - grid.x) / grid.pitch))
    while n and grid.x + (n - 1) * grid.pitch - half >= x:
        n -= 1
    while grid.x + n * grid.pitch - half < x:
        n += 1
    return n


@functools.lru_cache(maxsize=STRETCHES)
def _stretch(grid: Grid, half: float, first: int, stop: int, knots: tuple[Knot, ...]) -> tuple[int, ...]:
    """What the line takes of columns that begin after the first of these points, or before it if it is the first."""
    one = _heights(knots, [grid.x + n * grid.pitch - half for n in range(first, stop)])
    other = _heights(knots, [grid.x + n * grid.pitch + half for n in range(first + 1, stop + 1)])
    lows, highs = list(map(min, one, other)), list(map(max, one, other))
    # Between its points a curve is monotone: only the points themselves can reach beyond the edges.
    for x, y, _ in knots:
        near, after = grid.across(x - half, x + half)
        for n in range(max(near, first) - first, min(after, stop) - first):
            lows[n], highs[n] = min(lows[n], y), max(highs[n], y)
    return tuple(_columns(grid, half, lows, highs))


def _columns(grid: Grid, half: float, lows: Sequence[float], highs: Sequence[float]) -> Iterator[int]:
    """The bits between two heights in each of some columns, as `Grid.down` says them."""
    _, y, _, cell, _, cells = grid
    for low, high in zip(lows, highs, strict=True):
        top, bottom = low - half, high + half
        first = 0 if top <= y else int((top - y) / cell + 1e-9)
        last = 0 if bottom <= y else int((bottom - y) / cell + 1 - 1e-9)
        last = min(last, cells)
        yield ((1 << (last - first)) - 1) << first if last > first else 0


def _heights(knots: Sequence[Knot], xs: Sequence[float]) -> list[float]:
    """y of the line at ascending x, as `Curve.at` says it; before the first of these points and after the last flat."""
    n = bisect_right(xs, knots[0][0])
    found = [knots[0][1]] * n
    for (x0, y0, slope0), (x1, y1, slope1) in itertools.pairwise(knots):
        step = x1 - x0
        end = bisect_left(xs, x1, n)
        for x in xs[n:end]:
            t = (x - x0) / step
            away = 1 - t
            found.append(
                y0 * (1 + 2 * t) * away * away
                + y1 * (3 - 2 * t) * t * t
                + step * t * away * (slope0 * away - slope1 * t)
            )
        n = end
    return found + [knots[-1][1]] * (len(xs) - n)

"""What is still free on a strip: obstacles are entered, then places are asked for.

The strip is cut into narrow columns and each keeps the spans of y that are taken. So the question whether a box is
free, and all free heights over a width, cost a look into a few columns, however many obstacles there are.
"""

from __future__ import annotations

import math

from journeyeditor.geometry.box import Box
from journeyeditor.geometry.curve import Curve

Span = tuple[float, float]
MOST_COLUMNS = 700


class Clearing:
    """The free ground inside `bounds`. `pitch` is the width of a column in mm: obstacles are widened to whole ones."""

    def __init__(self, bounds: Box, pitch: float) -> None:
        self.bounds = bounds
        self._pitch = max(pitch, bounds.width / MOST_COLUMNS, 1e-6)
        self._taken: list[list[Span]] = [[] for _ in range(max(1, math.ceil(bounds.width / self._pitch)))]

    def copy(self) -> Clearing:
        """The same obstacles, to try something with."""
        twin = Clearing(self.bounds, self._pitch)
        twin._taken = [list(spans) for spans in self._taken]
        return twin

    def _columns(self, left: float, right: float) -> range:
        first = math.floor((left - self.bounds.x) / self._pitch)
        last = math.ceil((right - self.bounds.x) / self._pitch)
        return range(max(0, first), min(len(self._taken), max(last, first + 1)))

    def block(self, box: Box) -> None:
        """Takes a box off the free ground."""
        for column in self._columns(box.x, box.right):
            _merge(self._taken[column], (box.y, box.bottom))

    def block_curve(self, curve: Curve, half: float) -> None:
        """Takes a line off the free ground, `half` mm to each side of its middle."""
        for column in self._columns(curve.left - half, curve.right + half):
            left = self.bounds.x + column * self._pitch
            reach = curve.reach(left - half, left + self._pitch + half)
            if reach is not None:
                _merge(self._taken[column], (reach[0] - half, reach[1] + half))

    def is_free(self, box: Box) -> bool:
        """True if the box lies inside the bounds and meets no obstacle."""
        if not self.bounds.holds(box):
            return False
        top, bottom = box.y, box.bottom
        for column in self._columns(box.x, box.right):
            for start, end in self._taken[column]:
                if start < bottom and top < end:
                    return False
        return True

    def covered(self, box: Box) -> float:
        """How much of the box lies on obstacles, in mm²."""
        total = 0.0
        for column in self._columns(box.x, box.right):
            for start, end in self._taken[column]:
                total += max(0.0, min(end, box.bottom) - max(start, box.y))
        return total * self._pitch

    def gaps(self, left: float, right: float, height: float) -> list[Span]:
        """The spans of y at least `height` tall that are free all the way from `left` to `right`, from the top."""
        spans = [span for column in self._columns(left, right) for span in self._taken[column]]
        spans.sort()
        free: list[Span] = []
        y = self.bounds.y
        for start, end in spans:
            if start - y >= height:
                free.append((y, start))
            y = max(y, end)
        if self.bounds.bottom - y >= height:
            free.append((y, self.bounds.bottom))
        return free


def _merge(spans: list[Span], new: Span) -> None:
    """Puts a span into a list of spans that do not touch."""
    start, end = new
    apart = []
    for span in spans:
        if span[1] < start or span[0] > end:
            apart.append(span)
        else:
            start, end = min(start, span[0]), max(end, span[1])
    apart.append((start, end))
    spans[:] = apart

"""Hatching: parallel lines at 45°, cut to a shape."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeyeditor.geometry.box import Box
from journeyeditor.geometry.outline import Outline, Point, Segment

MOST_LINES = 2_000
"""A finer hatch than this is a grey; the pitch is widened instead."""


def hatch(region: Box | Sequence[Point], pitch: float) -> Outline:
    """Lines that rise to the right, `pitch` mm apart, inside a box or a polygon given by its corners.

    The lines of neighbouring regions meet, because all of them are cut from one endless pattern.
    """
    corners = _corners(region) if isinstance(region, Box) else list(region)
    if len(corners) < 3 or not pitch > 0:
        return ()
    levels = [x + y for x, y in corners]
    low, high = min(levels), max(levels)
    step = max(pitch * math.sqrt(2), (high - low) / MOST_LINES)
    segments: list[Segment] = []
    for n in range(math.ceil(low / step), math.floor(high / step) + 1):
        crossings = sorted(_crossings(corners, n * step))
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            if end[0] - start[0] > 1e-9:
                segments += [("M", (start[0], start[1])), ("L", (end[0], end[1]))]
    return tuple(segments)


def _corners(box: Box) -> list[Point]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def _crossings(corners: Sequence[Point], level: float) -> list[Point]:
    """Where the line x + y = level enters and leaves the polygon; a corner on the line counts with one of its sides."""
    found: list[Point] = []
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        before, after = x0 + y0, x1 + y1
        if (before <= level) != (after <= level):
            part = (level - before) / (after - before)
            found.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0)))
    return found

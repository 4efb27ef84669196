"""Outlines: what a pen follows. A tuple of segments, so that two of them can be compared and shared."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Segment = tuple[str, tuple[float, ...]]
"""`("M", (x, y))`, `("L", (x, y))`, `("C", (x1, y1, x2, y2, x, y))` or `("Z", ())`."""
Outline = tuple[Segment, ...]
Point = tuple[float, float]

KAPPA = 4 / 3 * (math.sqrt(2) - 1)
"""Length of a Bézier handle for a quarter of a circle of radius 1."""


def polyline(points: Sequence[Point], *, closed: bool = False) -> Outline:
    """Straight lines through the points."""
    first, *rest = points
    segments: list[Segment] = [("M", first), *(("L", point) for point in rest)]
    return (*segments, ("Z", ())) if closed else tuple(segments)


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Outline:
    """A rectangle, its corners rounded by `radius` (at most half the shorter side)."""
    r = max(0.0, min(radius, width / 2, height / 2))
    if r == 0:
        return polyline([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], closed=True)
    k = r * (1 - KAPPA)
    right, bottom = x + width, y + height
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def circle(x: float, y: float, radius: float) -> Outline:
    """A circle around (x, y)."""
    r, k = radius, radius * KAPPA
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )


def moved(outline: Outline, dx: float, dy: float, scale: float = 1.0) -> Outline:
    """The outline scaled about the origin, then moved."""
    return tuple(
        (op, tuple(value * scale + (dy if n % 2 else dx) for n, value in enumerate(numbers))) for op, numbers in outline
    )


def joined(outlines: Iterable[Outline]) -> Outline:
    """Several outlines as one."""
    return tuple(segment for outline in outlines for segment in outline)


def extent(outline: Outline) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the outline's points and handles (never smaller than the ink)."""
    xs = [value for _, numbers in outline for value in numbers[0::2]]
    ys = [value for _, numbers in outline for value in numbers[1::2]]
    return min(xs), min(ys), max(xs), max(ys)

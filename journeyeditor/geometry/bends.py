"""Lines that turn corners softly."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeyeditor.geometry.outline import KAPPA, Outline, Point, Segment

LEAST_SIDE = 1e-9


def rounded(points: Sequence[Point], radius: float, *, closed: bool = False) -> Outline:
    """Straight lines through the points, each corner rounded by `radius`, or less where its sides are short."""
    corners: list[Point] = []
    for point in points:
        if not corners or math.dist(point, corners[-1]) > LEAST_SIDE:
            corners.append(point)
    while closed and len(corners) > 1 and math.dist(corners[0], corners[-1]) <= LEAST_SIDE:
        corners.pop()
    if len(corners) < 2:
        return ()
    segments: list[Segment] = []
    count = len(corners)
    for n in range(count) if closed else range(1, count - 1):
        before, corner, after = corners[n - 1], corners[n], corners[(n + 1) % count]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        k = _handle(before, corner, after)
        handles = (*_between(start, corner, k), *_between(end, corner, k))
        segments += [("L", start), ("C", (*handles, *end))]
    if closed:
        return (("M", segments[0][1]), *segments[1:], ("Z", ()))
    return (("M", corners[0]), *segments, ("L", corners[-1]))


def _towards(corner: Point, other: Point, radius: float) -> Point:
    """The point `radius` away from a corner along one side, at most at the side's middle."""
    length = math.dist(corner, other)
    return _between(corner, other, min(radius, length / 2) / length)


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def _handle(before: Point, corner: Point, after: Point) -> float:
    """How far the handles reach towards the corner: `KAPPA` at a right angle, further where the turn is slighter."""
    a = math.atan2(before[1] - corner[1], before[0] - corner[0])
    b = math.atan2(after[1] - corner[1], after[0] - corner[0])
    turn = math.pi - abs((a - b + math.pi) % (2 * math.pi) - math.pi)
    if turn < 1e-6:
        return 2 / 3
    return min(1.0, 4 / 3 * math.tan(turn / 4) / math.tan(turn / 2)) if turn < math.pi - 1e-6 else KAPPA


def arch(start: Point, end: Point, level: float, reach: float) -> Outline:
    """A flat bow: up from `start` to y = `level`, along it, and down to `end`.

    Its shoulders are quarters of an ellipse, at most `reach` wide and at most as tall as the bow.
    """
    (x0, y0), (x1, y1) = start, end
    side = 1.0 if x1 >= x0 else -1.0
    wide = min(reach, abs(x1 - x0) / 2)
    left, right = min(wide * 1.2, y0 - level), min(wide * 1.2, y1 - level)
    k = 1 - KAPPA
    return (
        ("M", (x0, y0)),
        ("L", (x0, level + left)),
        ("C", (x0, level + left * k, x0 + side * wide * k, level, x0 + side * wide, level)),
        ("L", (x1 - side * wide, level)),
        ("C", (x1 - side * wide * k, level, x1, level + right * k, x1, level + right)),
        ("L", (x1, y1)),
    )


def arrowhead(x: float, y: float, dx: float, dy: float, length: float, half: float) -> tuple[Point, Point, Point]:
    """The corners of a head whose tip is at (x, y) and which points along the unit vector (dx, dy)."""
    back_x, back_y = x - dx * length, y - dy * length
    return (x, y), (back_x - dy * half, back_y + dx * half), (back_x + dy * half, back_y - dx * half)

"""A smooth line through given points that never goes beyond them.

The slopes are weighted harmonic means of the neighbouring secants (F. N. Fritsch and J. Butland, "A method for
constructing local monotone piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 5, 1984): between two points the
line is monotone, and it lies flat at every high and low.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Sequence

import msgspec

from journeyeditor.geometry.outline import Outline, Point, Segment

LEAST_STEP = 1e-9


class Curve(msgspec.Struct, frozen=True, dict=True):
    """The line through two or more points whose x ascends strictly."""

    points: tuple[Point, ...]

    @functools.cached_property
    def slopes(self) -> tuple[float, ...]:
        """dy/dx at every point."""
        return slopes(self.points)

    @functools.cached_property
    def _xs(self) -> list[float]:
        return [x for x, _ in self.points]

    @property
    def left(self) -> float:
        """x of its first point."""
        return self.points[0][0]

    @property
    def right(self) -> float:
        """x of its last point."""
        return self.points[-1][0]

    def at(self, x: float) -> float:
        """y at x; beyond its ends the y of the end."""
        if x <= self.left:
            return self.points[0][1]
        if x >= self.right:
            return self.points[-1][1]
        n = bisect.bisect_right(self._xs, x) - 1
        (x0, y0), (x1, y1) = self.points[n], self.points[n + 1]
        step = x1 - x0
        t = (x - x0) / step
        away = 1 - t
        return (
            y0 * (1 + 2 * t) * away * away
            + y1 * (3 - 2 * t) * t * t
            + step * t * away * (self.slopes[n] * away - self.slopes[n + 1] * t)
        )

    def outline(self) -> Outline:
        """The line as cubic Bézier segments; their handles are a third of the step."""
        (x, y), *_ = self.points
        segments: list[Segment] = [("M", (x, y))]
        for n, ((x0, y0), (x1, y1)) in enumerate(zip(self.points, self.points[1:], strict=False)):
            third = (x1 - x0) / 3
            handles = (x0 + third, y0 + self.slopes[n] * third, x1 - third, y1 - self.slopes[n + 1] * third)
            segments.append(("C", (*handles, x1, y1)))
        return tuple(segments)

    def area(self, level: float) -> Outline:
        """What lies between the line and the horizontal y = `level`, on both sides of it."""
        return (
            ("M", (self.left, level)),
            ("L", self.points[0]),
            *self.outline()[1:],
            ("L", (self.right, level)),
            ("Z", ()),
        )


def slopes(points: Sequence[Point]) -> tuple[float, ...]:
    """dy/dx of the monotone line at every point: zero at highs, lows and beside level stretches."""
    steps = [max(LEAST_STEP, x1 - x0) for (x0, _), (x1, _) in itertools.pairwise(points)]
    secants = [(y1 - y0) / step for step, (_, y0), (_, y1) in zip(steps, points, points[1:], strict=False)]
    if len(secants) < 2:
        return tuple(secants * 2) or (0.0,)
    inner = [_inner(h0, h1, d0, d1) for h0, h1, d0, d1 in zip(steps, steps[1:], secants, secants[1:], strict=False)]
    return (_end(secants[0], inner[0]), *inner, _end(secants[-1], inner[-1]))


def _inner(h0: float, h1: float, d0: float, d1: float) -> float:
    """The slope at a point between two secants of lengths h0 and h1."""
    if d0 * d1 <= 0:
        return 0.0
    return 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1)


def _end(secant: float, inner: float) -> float:
    """The slope at an end: that of a parabola through the end and the slope next to it, kept monotone."""
    slope = (3 * secant - inner) / 2
    return slope if slope * secant > 0 else 0.0

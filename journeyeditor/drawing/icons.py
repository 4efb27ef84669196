"""Icons, markers and other marks that recur, as symbols.

An icon is stroked on a field of 24 units; a marker, star or heart is filled and 2 units across, about its middle.
"""

from __future__ import annotations

import functools
import json
import math

from journeyeditor.assets import resource
from journeyeditor.drawing.shapes import Stroke, Symbol
from journeyeditor.drawing.theme import Marker
from journeyeditor.geometry.outline import Outline, circle, polyline, rectangle

ICON_FIELD = 24.0


@functools.cache
def icon_outlines() -> dict[str, Outline]:
    """All icons of `resources/icons/icons.json` by name."""
    plain = json.loads(resource("icons", "icons.json").read_text(encoding="utf-8"))
    return {name: tuple((op, tuple(numbers)) for op, numbers in segments) for name, segments in plain.items()}


def icon(name: str, x: float, y: float, size: float, colour: str, width: float) -> Symbol:
    """An icon about (x, y), `size` mm across, stroked `width` mm wide. An unknown name shows `third_party`."""
    outlines = icon_outlines()
    known = name if name in outlines else "third_party"
    scale = size / ICON_FIELD
    stroke = Stroke(colour, width / scale, round=True)
    half = size / 2
    return Symbol(f"icon-{known}", outlines[known], x - half, y - half, scale, None, stroke)


def _regular(points: int, turn: float = -math.pi / 2, inner: float | None = None) -> Outline:
    """A polygon in the circle of radius 1, or a star whose inner corners lie at `inner`."""
    count = points if inner is None else 2 * points
    corners = []
    for n in range(count):
        radius = 1.0 if inner is None or n % 2 == 0 else inner
        angle = turn + 2 * math.pi * n / count
        corners.append((radius * math.cos(angle), radius * math.sin(angle)))
    return polyline(corners, closed=True)


def _cross() -> Outline:
    a, b = 0.36, 1.0
    corners = [(-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a), (-b, -a)]
    return polyline([*corners, (-a, -a)], closed=True)


MARKERS: dict[str, Outline] = {
    "circle": circle(0, 0, 1),
    "triangle": polyline([(0, -1.12), (1.12, 0.86), (-1.12, 0.86)], closed=True),
    "square": rectangle(-0.9, -0.9, 1.8, 1.8),
    "diamond": polyline([(0, -1.25), (1.15, 0), (0, 1.25), (-1.15, 0)], closed=True),
    "cross": _cross(),
    "star": _regular(5, inner=0.5),
}
STAR = _regular(5, inner=0.47)
HEART: Outline = (
    ("M", (0.0, 0.95)),
    ("C", (-0.3, 0.65, -1.0, 0.15, -1.0, -0.38)),
    ("C", (-1.0, -0.72, -0.75, -0.92, -0.5, -0.92)),
    ("C", (-0.27, -0.92, -0.1, -0.78, 0.0, -0.58)),
    ("C", (0.1, -0.78, 0.27, -0.92, 0.5, -0.92)),
    ("C", (0.75, -0.92, 1.0, -0.72, 1.0, -0.38)),
    ("C", (1.0, 0.15, 0.3, 0.65, 0.0, 0.95)),
    ("Z", ()),
)
DOT = circle(0, 0, 1)
ARROWHEAD = polyline([(0.0, 0.0), (-2.0, -0.8), (-2.0, 0.8)], closed=True)
"""Points to the right; its tip is the origin."""


def marker(kind: Marker, x: float, y: float, across: float, colour: str, edge: Stroke | None = None) -> Symbol:
    """A persona's marker about (x, y), about `across` mm in each direction. `edge` in mm."""
    scale = across / 2
    stroke = None if edge is None else Stroke(edge.colour, edge.width / scale, round=edge.round)
    return Symbol(f"marker-{kind}", MARKERS[kind], x, y, scale, colour, stroke)


def star(x: float, y: float, across: float, fill: str, edge: str) -> Symbol:
    """A moment of truth."""
    scale = across / 2
    return Symbol("star", STAR, x, y, scale, fill, Stroke(edge, 0.3 * across / 5 / scale, round=True))


def heart(x: float, y: float, across: float, colour: str) -> Symbol:
    """A loyalty-critical stage."""
    return Symbol("heart", HEART, x, y, across / 2, colour)


def dot(x: float, y: float, across: float, fill: str | None, stroke: Stroke | None = None) -> Symbol:
    """A small disc or ring; the stroke in mm."""
    scale = across / 2
    pen = None if stroke is None else Stroke(stroke.colour, stroke.width / scale)
    return Symbol("dot", DOT, x, y, scale, fill, pen)


_MOUTHS = {2: -3.2, 1: -1.9, 0: 0.0, -1: 1.9, -2: 3.2}


@functools.cache
def _face(level: int) -> Outline:
    bend = _MOUTHS[level]
    middle = 15.2 + bend * 0.35
    mouth: Outline = (("M", (8.0, middle)), ("C", (9.6, middle - bend, 14.4, middle - bend, 16.0, middle)))
    eyes: Outline = (("M", (9.0, 9.0)), ("L", (9.0, 9.8)), ("M", (15.0, 9.0)), ("L", (15.0, 9.8)))
    return circle(12, 12, 10) + eyes + mouth


def face(level: int, x: float, y: float, size: float, colour: str, width: float) -> Symbol:
    """A face for an emotion of -2 to +2, about (x, y)."""
    scale = size / ICON_FIELD
    outline = _face(max(-2, min(2, level)))
    stroke = Stroke(colour, width / scale, round=True)
    return Symbol(f"face-{level}", outline, x - size / 2, y - size / 2, scale, None, stroke)

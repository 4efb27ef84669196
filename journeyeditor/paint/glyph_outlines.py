"""Outlines of single glyphs, for the rim around letters: a rim made of text would be read twice."""

from __future__ import annotations

import functools

from journeyeditor.fonts import Face
from journeyeditor.geometry import Outline, Segment

Point = tuple[float, float]


class _Pen:
    """Takes the outline that HarfBuzz draws."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at: Point = (0, 0)

    def moveTo(self, to: Point) -> None:  # noqa: N802 - the names that HarfBuzz calls
        self._put("M", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._put("L", to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        self._put("C", first, second, to)

    def qCurveTo(self, handle: Point, to: Point) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, handle, to
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        second = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        self._put("C", first, second, to)

    def closePath(self) -> None:  # noqa: N802
        self.segments.append(("Z", ()))

    def _put(self, operator: str, *points: Point) -> None:
        self.segments.append((operator, tuple(number for point in points for number in point)))
        self._at = points[-1]


def _outline(face: Face, glyph: int) -> Outline:
    pen = _Pen()
    face.font.draw_glyph_with_pen(glyph, pen)
    return tuple(pen.segments)


@functools.lru_cache(maxsize=4_000)
def glyph_path(face: Face, glyph: int) -> str:
    """The operators of one glyph's outline in font units, y up, as a PDF writes them; empty for a space."""
    names = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    return " ".join(" ".join([*map(_whole, numbers), names[name]]) for name, numbers in _outline(face, glyph))


def glyph_data(face: Face, glyph: int) -> str:
    """The same as an SVG writes it."""
    return "".join(name + " ".join(map(_whole, numbers)) for name, numbers in _outline(face, glyph))


def _whole(number: float) -> str:
    """Font units are fine enough to round to."""
    return f"{number:.0f}"

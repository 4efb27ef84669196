"""Outlines of single glyphs, for the rim around letters: a rim made of text would be read twice."""

from __future__ import annotations

import functools

from journeyeditor.fonts import Face

Point = tuple[float, float]


class _Pen:
    """Takes the outline that HarfBuzz draws, as PDF operators in font units."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at: Point = (0, 0)

    def moveTo(self, to: Point) -> None:  # noqa: N802 - the names that HarfBuzz calls
        self._put("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._put("l", to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        self._put("c", first, second, to)

    def qCurveTo(self, handle: Point, to: Point) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, handle, to
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        second = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        self._put("c", first, second, to)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _put(self, operator: str, *points: Point) -> None:
        self.operators.append(" ".join(f"{x:.0f} {y:.0f}" for x, y in points) + f" {operator}")
        self._at = points[-1]


@functools.lru_cache(maxsize=4_000)
def glyph_path(face: Face, glyph: int) -> str:
    """The operators of one glyph's outline in font units, y up; empty for a space."""
    pen = _Pen()
    face.font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.operators)

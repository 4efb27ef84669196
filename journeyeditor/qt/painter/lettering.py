"""Letters from the bundled faces, glyph by glyph: as glyph runs, as outlines, as bars where they cannot be read.

A face is opened once for each type size, unhinted and large, and shown under a transform: so the places of glyphs are
worked out once whatever the zoom, and the sizes of a page do not push each other out of Qt's store of glyph pictures.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QPainterPathStroker, QRawFont, QTransform

from journeyeditor.fonts import EMBOLDEN, SLANT, Run, faces

Placed = tuple[float, float, Run]
"""A run, and where its line begins on the baseline (mm)."""
LARGE = 100.0
"""Pixels per em at which faces are opened; those for further type sizes are a little larger, to tell them apart."""
_OUTER, _INNER = 10, 5
"""How often a rim repeats its letters along its edge, and halfway."""
_STEP, _SIZES = 0.25, 400
DIGITS = 6
"""Decimals of a millimetre to which places of lines beside each other are told apart."""
_met: dict[str, int] = {}


@functools.cache
def _opened(face: str) -> QRawFont:
    return QRawFont(str(faces()[face].path), LARGE, QFont.HintingPreference.PreferNoHinting)


@functools.lru_cache(maxsize=200)
def raw_font(face: str, em: float) -> QRawFont:  # noqa: ARG001 - each size has one of its own
    """A face for lines whose em is so many mm. Its `pixelSize` is the unit that places of glyphs are counted in."""
    font = QRawFont(_opened(face))
    count = _met[face] = _met.get(face, 0) % _SIZES + 1
    font.setPixelSize(LARGE + _STEP * count)
    return font


@functools.lru_cache(maxsize=8_000)
def glyph_outline(face: str, glyph: int) -> QPainterPath:
    """The outline of one glyph, `LARGE` units per em, y down."""
    path = _opened(face).pathForGlyph(glyph)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


@functools.lru_cache(maxsize=2_000)
def bold_outline(face: str, glyph: int) -> QPainterPath:
    """The same with its rim, for a face that has no bold one."""
    plain = glyph_outline(face, glyph)
    stroker = QPainterPathStroker()
    stroker.setWidth(LARGE * EMBOLDEN)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    whole = QPainterPath(plain)
    whole.addPath(stroker.createStroke(plain))
    return whole


def joined_run(parts: Sequence[Placed]) -> tuple[QGlyphRun, QPointF]:
    """Runs of one face and size as one, and where it goes; places count in `pixelSize` per em."""
    return _put(parts, _joined(_seen_from_the_first(parts)))


def spread_run(parts: Sequence[Placed], reach: float) -> tuple[QGlyphRun, QPointF]:
    """The same letters many times over, up to `reach` mm away from their place all around: what a rim covers."""
    return _put(parts, _spread(_seen_from_the_first(parts), reach))


def _seen_from_the_first(parts: Sequence[Placed]) -> tuple[Placed, ...]:
    """Lines that move together stay the same."""
    x0, y0, _ = parts[0]
    return tuple((round(x - x0, DIGITS), round(y - y0, DIGITS), run) for x, y, run in parts)


def _put(parts: Sequence[Placed], found: QGlyphRun) -> tuple[QGlyphRun, QPointF]:
    x, y, run = parts[0]
    k = found.rawFont().pixelSize() / run.em
    return found, QPointF(x * k, y * k)


@functools.lru_cache(maxsize=6_000)
def _joined(parts: tuple[Placed, ...]) -> QGlyphRun:
    return _run(parts)


@functools.lru_cache(maxsize=1_000)
def _spread(parts: tuple[Placed, ...], reach: float) -> QGlyphRun:
    around = [
        (radius * math.cos(turn), radius * math.sin(turn))
        for radius, count in ((reach, _OUTER), (reach / 2, _INNER))
        for turn in (2 * math.pi * n / count for n in range(count))
    ]
    return _run([(x + dx, y + dy, run) for x, y, run in parts for dx, dy in around])


def _run(parts: Sequence[Placed]) -> QGlyphRun:
    run = parts[0][2]
    font = raw_font(run.face, run.em)
    k = font.pixelSize() / run.em
    found = QGlyphRun()
    found.setRawFont(font)
    placed = [(x, y, glyph) for x, y, one in parts for glyph in one.glyphs]
    found.setGlyphIndexes([glyph.id for _, _, glyph in placed])
    found.setPositions([QPointF((x + glyph.x) * k, (y + glyph.y) * k) for x, y, glyph in placed])
    return found


def letter_outline(run: Run, glyph: int) -> QPainterPath:
    """The outline of one of a run's glyphs in mm, made bold and slanted as the run says."""
    k = run.em / LARGE
    outline = bold_outline(run.face, glyph) if run.embolden else glyph_outline(run.face, glyph)
    return QTransform(k, 0, -SLANT * k if run.slant else 0.0, k, 0, 0).map(outline)

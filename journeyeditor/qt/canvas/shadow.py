"""The shadow of a sheet of paper on the desk: made once for a screen, then only copied."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from journeyeditor.geometry import Box

REACH = 28
"""How far the shadow goes beyond the paper, px."""
LAYERS = ((1.0, 2.0, 0.10), (4.0, 16.0, 0.08))
"""Down (px), blur (px) and depth of each of its layers."""
INK = (0x1F, 0x29, 0x33)


def paint_shadow(painter: QPainter, paper: Box, ratio: float, area: Box) -> None:
    """Paints the shadow around a sheet that lies at `paper` (px), as far as it is in an area."""
    patch = _patch(ratio)
    size = patch.width() / ratio
    cut = REACH + min(REACH, paper.width / 2, paper.height / 2)
    outer = paper.grown(REACH)
    columns = _bands(outer.x, outer.width, cut, size, ratio)
    rows = _bands(outer.y, outer.height, cut, size, ratio)
    for row, (y, high, from_y, from_high) in enumerate(rows):
        for column, (x, wide, from_x, from_wide) in enumerate(columns):
            seen = wide > 0 and high > 0 and area.meets(Box(x, y, wide, high))
            if seen and (row, column) != (1, 1):
                source = QRectF(from_x * ratio, from_y * ratio, from_wide * ratio, from_high * ratio)
                painter.drawPixmap(QRectF(x, y, wide, high), patch, source)


def _bands(start: float, length: float, cut: float, size: float, ratio: float) -> list[tuple[float, ...]]:
    """Two ends and what is between: place and length on the desk, then in the patch."""
    return [
        (start, cut, 0.0, cut),
        (start + cut, length - 2 * cut, size / 2, 1 / ratio),
        (start + length - cut, cut, size - cut, cut),
    ]


@functools.lru_cache(maxsize=8)
def _patch(ratio: float) -> QPixmap:
    """The shadow of a small square, to be cut into corners and edges."""
    side = round(4 * REACH * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    low, high = REACH, 3 * REACH
    across = [[_edge((n + 0.5) / ratio, low, high, blur) for n in range(side)] for _, blur, _ in LAYERS]
    down = [[_edge((n + 0.5) / ratio - drop, low, high, blur) for n in range(side)] for drop, blur, _ in LAYERS]
    red, green, blue = INK
    for y in range(side):
        for x in range(side):
            clear = 1.0
            for layer, (_, _, depth) in enumerate(LAYERS):
                clear *= 1 - depth * across[layer][x] * down[layer][y]
            alpha = round(255 * (1 - clear))
            image.setPixel(x, y, (alpha << 24) | (red << 16) | (green << 8) | blue)
    return QPixmap.fromImage(image)


def _edge(place: float, low: float, high: float, blur: float) -> float:
    """How much of a blurred bar from `low` to `high` is at a place."""
    spread = blur / 2 * math.sqrt(2)
    return 0.5 * (math.erf((place - low) / spread) - math.erf((place - high) / spread))

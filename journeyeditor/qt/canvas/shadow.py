"""The shadow of a sheet of paper on the desk: made once for a screen, then only copied."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

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
    low, high = REACH, 3 * REACH
    across = [[_edge((n + 0.5) / ratio, low, high, blur) for n in range(side)] for _, blur, _ in LAYERS]
    down = [[_edge((n + 0.5) / ratio - drop, low, high, blur) for n in range(side)] for drop, blur, _ in LAYERS]
    (_, _, depth), (_, _, other) = LAYERS
    half = list(zip(across[0], across[1], strict=True))[: -(-side // 2)]  # left and right are alike
    depths = bytearray()
    for near, far in zip(*down, strict=True):
        one, two = depth * near, other * far
        row = bytes([round(255 * (1 - (1 - one * a) * (1 - two * b))) for a, b in half])
        depths += row + row[: side // 2][::-1]
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor(*INK))
    image.setAlphaChannel(QImage(depths, side, side, side, QImage.Format.Format_Alpha8))
    return QPixmap.fromImage(image)


def _edge(place: float, low: float, high: float, blur: float) -> float:
    """How much of a blurred bar from `low` to `high` is at a place."""
    spread = blur / 2 * math.sqrt(2)
    return 0.5 * (math.erf((place - low) / spread) - math.erf((place - high) / spread))

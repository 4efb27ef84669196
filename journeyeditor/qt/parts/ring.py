"""The focus ring of painted widgets, and whether it is to be seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journeyeditor.qt.look import colour

WIDTH = 2.0


def paint_ring(painter: QPainter, box: QRectF, radius: float = 6.0) -> None:
    """A ring of 2 px just inside a box."""
    painter.setPen(QPen(colour("accent"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = WIDTH / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

"""Where something will land, what the marquee takes, and lines that are being drawn."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from journeyeditor.qt.canvas.over.outlines import RADIUS
from journeyeditor.qt.canvas.over.pens import accent, pen, rectangle, shade
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import body_font
from journeyeditor.tools.marks import (
    Connection,
    EdgeInHand,
    Glow,
    LandingBar,
    LandingPlace,
    Pencil,
    RubberBand,
)
from journeyeditor.words import Words

BAR = 2.5
END = 6.4
"""Across a round end of the landing bar."""
FILL = 0.09


def paint_bar(painter: QPainter, view: View, bar: LandingBar) -> None:
    """A bar with round ends."""
    line = QLineF(QPointF(*view.to_view(bar.x1, bar.y1)), QPointF(*view.to_view(bar.x2, bar.y2)))
    painter.setPen(pen(accent(), BAR))
    painter.drawLine(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent())
    for end in (line.p1(), line.p2()):
        painter.drawEllipse(end, END / 2, END / 2)


def paint_place(painter: QPainter, view: View, place: LandingPlace) -> None:
    """The dashed outline of what will be there."""
    shape = rectangle(view, place.box)
    painter.setPen(pen(accent(), 1.3, dashed=True))
    painter.setBrush(accent(FILL))
    if place.round:
        side = min(shape.width(), shape.height()) / 2
        painter.drawEllipse(shape.center(), side, side)
    else:
        painter.drawRoundedRect(shape, 4, 4)


def paint_glow(painter: QPainter, view: View, glow: Glow) -> None:
    """A place that takes what is in the hand."""
    shape = rectangle(view, glow.box).adjusted(-3, -3, 3, 3)
    painter.setPen(pen(accent(), 1.7))
    painter.setBrush(accent(FILL))
    painter.drawRoundedRect(shape, RADIUS, RADIUS)


def paint_band(painter: QPainter, view: View, band: RubberBand) -> None:
    """The marquee."""
    painter.setPen(pen(accent(), 1))
    painter.setBrush(accent(0.07))
    shape = rectangle(view, band.box)
    painter.drawRect(
        QRectF(round(shape.x()) + 0.5, round(shape.y()) + 0.5, round(shape.width()), round(shape.height()))
    )


def paint_connection(painter: QPainter, view: View, line: Connection) -> None:
    """A bow from where it begins to the pointer, or to what it would end at."""
    start, end = QPointF(*view.to_view(line.x1, line.y1)), QPointF(*view.to_view(line.x2, line.y2))
    if line.target is not None:
        shape = rectangle(view, line.target).adjusted(-4, -4, 4, 4)
        painter.setPen(pen(accent(), 1.7))
        painter.setBrush(accent(FILL))
        painter.drawRoundedRect(shape, RADIUS, RADIUS)
    across = end.x() - start.x()
    bend = max(24.0, abs(across) * 0.4) * (1 if across >= 0 else -1)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    painter.setPen(pen(accent(), 2, dashed=line.target is None))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _arrowhead(painter, path)
    painter.setPen(pen(accent(), 1.5))
    painter.setBrush(shade("paper"))
    painter.drawEllipse(start, 5, 5)


def _arrowhead(painter: QPainter, path: QPainterPath) -> None:
    tip, before = path.pointAtPercent(1.0), path.pointAtPercent(0.97)
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    painter.setPen(pen(accent(), 2))
    for turn in (2.6, -2.6):
        painter.drawLine(tip, tip + QPointF(9 * math.cos(angle + turn), 9 * math.sin(angle + turn)))


def paint_pencil(painter: QPainter, view: View, pencil: Pencil, ink: QColor) -> None:
    """The stroke of a curve that is being drawn, in its persona's colour."""
    points = [QPointF(*view.to_view(x, y)) for x, y in pencil.points]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((6.0, shade("paper", 0.8)), (3.0, ink)):
        painter.setPen(pen(colour, width))
        if len(points) > 1:
            painter.drawPolyline(points)
        elif points:
            painter.drawPoint(points[0])


def paint_edge(painter: QPainter, view: View, edge: EdgeInHand, speech: Words) -> None:
    """A stage's edge over the height of its column, and how wide the stage is beside its usual width."""
    top, bottom = QPointF(*view.to_view(edge.x, edge.top)), QPointF(*view.to_view(edge.x, edge.bottom))
    painter.setPen(pen(accent(), BAR))
    painter.drawLine(top, bottom)
    text = f"× {speech.number(edge.room, 1)}"
    painter.setFont(body_font(12, bold=True))
    wide = painter.fontMetrics().horizontalAdvance(text) + 16
    plate = QRectF(top.x() + 8, max(4.0, top.y()), wide, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade("ink"))
    painter.drawRoundedRect(plate, 6, 6)
    painter.setPen(shade("paper"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

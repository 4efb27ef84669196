"""A point of the emotion curve in the hand: its scale, where it was, its face and value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from journeyeditor.geometry import Box
from journeyeditor.geometry.curve import Curve
from journeyeditor.qt.canvas.over.pens import accent, pen, rectangle, shade
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import body_font
from journeyeditor.qt.painter.pens import path_of
from journeyeditor.qt.parts.symbols import paint_face
from journeyeditor.tools.marks import PointInHand
from journeyeditor.words import Words

MARKER, HALO = 6.8, 11.5
"""Radii."""
BUBBLE = (76.0, 30.0)
AWAY, ABOVE = 24.0, 4.0
"""From the point to the bubble's nearer side; from its top to the point."""
STEPS = 8
"""Half steps from -2 to +2."""
EDGE = 12.0


def bubble_room(mark: PointInHand, view: View) -> Box:
    """About where the bubble can be, mm of the board: call-outs there are to be left uncovered."""
    wide, high = (AWAY + BUBBLE[0]) / view.zoom, (AWAY + BUBBLE[1]) / view.zoom
    return Box(mark.x, mark.y, 0, 0).grown(wide, high)


def paint_ghost(painter: QPainter, view: View, box: Box, ink: QColor) -> None:
    """The point that a click would set, where the active persona has none."""
    place = rectangle(view, box)
    painter.setPen(pen(ink, 1.6, dashed=True))
    painter.setBrush(shade("paper", 0.85))
    painter.drawEllipse(place)


def paint_point(
    painter: QPainter,
    view: View,
    mark: PointInHand,
    ink: QColor,
    speech: Words,
    *,
    paper_right: float,
    written: Sequence[Box] = (),
) -> None:
    """`ink` is the persona's colour; `paper_right` where the paper ends, px; `written` the bubble leaves free."""
    x, top = view.to_view(mark.x, mark.top)
    bottom = view.to_view(mark.x, mark.bottom)[1]
    _paint_old_line(painter, view, mark, ink)
    painter.setPen(pen(accent(), 1.2))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    for step in range(STEPS + 1):
        y = top + (bottom - top) * step / STEPS
        half = 5.0 if step % 2 == 0 else 3.5
        painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
    if mark.before is not None:
        y = bottom + (mark.before + 2) / 4 * (top - bottom)
        painter.setPen(pen(ink, 1.4, dashed=True))
        painter.setBrush(shade("paper"))
        painter.drawEllipse(QPointF(x, y), 5, 5)
    point = QPointF(*view.to_view(mark.x, mark.y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent(0.18))
    painter.drawEllipse(point, HALO, HALO)
    painter.setPen(pen(shade("paper"), 1.5))
    painter.setBrush(ink)
    painter.drawEllipse(point, MARKER, MARKER)
    plate = bubble_place(point, paper_right, [rectangle(view, box) for box in written])
    _paint_bubble(painter, plate, mark.value, speech)


def _paint_old_line(painter: QPainter, view: View, mark: PointInHand, ink: QColor) -> None:
    """The curve as it was: the same smooth line, thin and dashed."""
    points = [point for n, point in enumerate(mark.old_line) if n == 0 or point[0] != mark.old_line[n - 1][0]]
    if len(points) < 2:
        return
    if points[0][0] > points[-1][0]:
        points.reverse()
    if any(one[0] >= other[0] for one, other in pairwise(points)):
        return
    moved = QTransform(view.zoom, 0, 0, view.zoom, -view.shown_left, -view.shown_top)
    faint = QColor(ink)
    faint.setAlphaF(0.4)
    painter.setPen(pen(faint, 1.5, dashed=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(moved.map(path_of(Curve(tuple(points)).outline())))


def bubble_place(point: QPointF, paper_right: float, written: Sequence[QRectF]) -> QRectF:
    """Beside the point, where it covers the least of the call-outs: right of it if it can be."""
    wide, high = BUBBLE
    sides = [point.x() + AWAY, point.x() - AWAY - wide]
    if sides[0] + wide > paper_right - EDGE:
        sides.pop(0)
    tops = (point.y() - ABOVE, point.y() - AWAY - high, point.y() + AWAY)
    places = [QRectF(left, top, wide, high) for top in tops for left in sides]

    def covered(place: QRectF) -> float:
        shared = (place.intersected(one) for one in written)
        return sum(one.width() * one.height() for one in shared)

    return min(places, key=covered)


def _paint_bubble(painter: QPainter, plate: QRectF, value: float, speech: Words) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade("ink"))
    painter.drawRoundedRect(plate, 8, 8)
    paint_face(painter, QRectF(plate.x() + 7, plate.y() + 6, 18, 18), value, shade("paper"), shade("ink"), 1.4)
    painter.setPen(shade("paper"))
    painter.setFont(body_font(14, bold=True))
    text = speech.signed(value)
    painter.drawText(plate.adjusted(28, 0, -6, 0), Qt.AlignmentFlag.AlignCenter, text)

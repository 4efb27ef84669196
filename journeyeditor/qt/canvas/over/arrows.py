"""A flow that is hovered or selected: its arrow from end to end, what is written beside it, and handles at its ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.over.pens import accent, pen, rectangle, shade
from journeyeditor.qt.canvas.view import View
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Part
from journeyeditor.tools.flow_trails import Trail, trails_of

HALO = 9.0
"""How wide the shine along an arrow is."""
LINE = 1.7
HANDLE = 5.0
"""Radius."""
RADIUS = 6.0
AWAY = 3.0
"""Between what is written and its outline."""


def paint_arrow(painter: QPainter, board: Board, flow: str, view: View, *, selected: bool) -> None:
    """The shine along an arrow; of one that is selected also a line and an outline around its label."""
    for trail in trails_of(board, flow):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in trail.runs:
            way = QPolygonF([QPointF(*view.to_view(*point)) for point in run])
            for ink, width in [(accent(0.16 if selected else 0.10), HALO), *([(accent(), LINE)] if selected else [])]:
                line = pen(ink, width)
                line.setCapStyle(Qt.PenCapStyle.FlatCap)  # a round one would reach into the label
                painter.setPen(line)
                painter.drawPolyline(way)
        if trail.label:
            painter.setPen(pen(accent(), LINE) if selected else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if selected else accent(0.05))
            around = rectangle(view, Box.around(trail.label)).adjusted(-AWAY, -AWAY, AWAY, AWAY)
            painter.drawRoundedRect(around, RADIUS, RADIUS)


def paint_ends(painter: QPainter, board: Board, flow: str, view: View, lit: Part, *, both: bool) -> None:
    """The handles from which an arrow is led elsewhere: at `both` its ends, or at the one that the hand is over."""
    for trail in trails_of(board, flow):
        for part, place in _ends(trail):
            if not both and part != lit:
                continue
            radius = HANDLE + (1.5 if part == lit else 0.0)
            painter.setPen(pen(accent(), 1.5))
            painter.setBrush(accent() if part == lit else shade("paper"))
            painter.drawEllipse(QPointF(*view.to_view(*place)), radius, radius)


def _ends(trail: Trail) -> tuple[tuple[Part, tuple[float, float]], ...]:
    return ("start", trail.start), ("end", trail.tip)

"""Pens and brushes of what lies over the map."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen

from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import paper_colour

DASHES = (3.0, 2.5)
"""In widths of the pen."""


def shade(role: str, opacity: float = 1.0) -> QColor:
    """A colour of the paper."""
    found = paper_colour(role)
    found.setAlphaF(opacity)
    return found


def accent(opacity: float = 1.0) -> QColor:
    """The colour of what is selected, focused or about to land: the light one always, for the paper is light."""
    return shade("accent", opacity)


def pen(ink: QColor, width: float, *, dashed: bool = False) -> QPen:
    """A pen with round ends, `width` px."""
    made = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern(list(DASHES))
    return made


def brush(ink: QColor) -> QBrush:
    """A brush of one colour."""
    return QBrush(ink)


def rectangle(view: View, box: Box) -> QRectF:
    """A box of the board (mm) as it is seen, px."""
    seen = view.box(box)
    return QRectF(seen.x, seen.y, seen.width, seen.height)

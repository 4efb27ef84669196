"""What is hovered, selected and focused."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from journeyeditor.editor import Editor
from journeyeditor.editor.targets import handle_place, plate_of
from journeyeditor.editor.text_apart import meant_boxes
from journeyeditor.geometry import Box
from journeyeditor.model.records import Emotion, Flow, Stage, Touchpoint
from journeyeditor.qt.canvas.over.arrows import paint_arrow
from journeyeditor.qt.canvas.over.pens import accent, pen, rectangle, shade
from journeyeditor.qt.canvas.view import View

OUTLINE = 1.7
RADIUS = 8.0
AWAY = 3.0
"""Between a card and its outline."""
HALO = 4.0
RING = 1.2
HANDLE = 10.0


def record_boxes(editor: Editor, key: str) -> list[Box]:
    """What an outline goes around for a record: boxes in mm of the board, without any distance yet."""
    record, board = editor.journey.get(key), editor.board
    if meant := meant_boxes(editor, key):
        return meant
    if isinstance(record, Touchpoint):
        return _touchpoint(editor, key)
    if isinstance(record, Stage):
        return board.boxes(key, "stage") or board.boxes(key)
    return board.boxes(key)


def _touchpoint(editor: Editor, key: str, pixel: float = 0.0) -> list[Box]:
    """Its plate, and its pictures in other lanes apart."""
    own = editor.board.boxes(key, "touchpoint", "touchpoint_name")
    plate = plate_of(editor, key, pixel)
    others = [box for box in editor.board.boxes(key) if box not in own]
    return [*own, *others] if plate is None else [plate, *others]


def outline_of(editor: Editor, key: str, view: View) -> list[QRectF]:
    """The rectangles of a record's outline, px."""
    if isinstance(editor.journey.get(key), Touchpoint) and not meant_boxes(editor, key):
        first, *others = [rectangle(view, box) for box in _touchpoint(editor, key, 1 / view.zoom)] or [QRectF()]
        return [first, *(one.adjusted(-AWAY, -AWAY, AWAY, AWAY) for one in others)] if not first.isEmpty() else []
    return [rectangle(view, box).adjusted(-AWAY, -AWAY, AWAY, AWAY) for box in record_boxes(editor, key)]


def paint_hover(painter: QPainter, editor: Editor, key: str, view: View) -> None:
    """A plate behind what the pointer is over."""
    if isinstance(editor.journey.get(key), Flow):
        paint_arrow(painter, editor.board, key, view, selected=False)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent(0.05))
    if isinstance(editor.journey.get(key), Emotion):
        painter.setBrush(accent(0.16))
        for shape in outline_of(editor, key, view)[:1]:
            painter.drawEllipse(shape.center(), 11, 11)
        return
    for shape in outline_of(editor, key, view):
        painter.drawRoundedRect(shape, RADIUS, RADIUS)


def paint_hovered_text(painter: QPainter, box: Box | None, view: View) -> None:
    """The same behind a text that stands apart from the rest of its record."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent(0.05))
    if box is not None:
        painter.drawRoundedRect(rectangle(view, box).adjusted(-AWAY, -AWAY, AWAY, AWAY), RADIUS, RADIUS)


def paint_selected(painter: QPainter, shapes: Iterable[QRectF], *, round_about: bool = False) -> None:
    """The outline of what is selected; `round_about` its first shape is a circle, the point of a feeling."""
    painter.setPen(pen(accent(), OUTLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, shape in enumerate(shapes):
        if round_about and number == 0:
            painter.drawEllipse(shape)
        else:
            painter.drawRoundedRect(shape, RADIUS, RADIUS)


def paint_ring(painter: QPainter, shape: QRectF) -> None:
    """Where the keys are while nothing is selected: a thin dashed ring, which looks like no selection."""
    painter.setPen(pen(accent(0.75), RING, dashed=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, RADIUS, RADIUS)


def paint_focus(painter: QPainter, shape: QRectF) -> None:
    """The outline and the halo of where the keys are."""
    wide = OUTLINE + HALO
    painter.setPen(pen(accent(0.16), HALO))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = wide / 2
    painter.drawRoundedRect(shape.adjusted(-out, -out, out, out), RADIUS + out, RADIUS + out)
    painter.setPen(pen(accent(), OUTLINE))
    painter.drawRoundedRect(shape, RADIUS, RADIUS)


def paint_handle(painter: QPainter, editor: Editor, key: str, view: View, *, lit: bool = False) -> None:
    """The handle from which a touchpoint is connected: a circle with an arrow in it."""
    place = handle_place(editor, key, 1 / view.zoom)
    if place is None:
        return
    middle = QPointF(*view.to_view(*place))
    radius = HANDLE / 2 + (1.5 if lit else 0.0)
    painter.setPen(pen(accent(), 1.5))
    painter.setBrush(accent() if lit else shade("paper"))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(pen(shade("paper") if lit else accent(), 1.2))
    found = editor.board.slot(key)
    ahead = -1 if found is not None and found[0].leftward else 1
    tip = middle + QPointF(2.4 * ahead, 0)
    painter.drawLine(middle - QPointF(2.4 * ahead, 0), tip)
    painter.drawLine(tip, tip + QPointF(-2 * ahead, -2))
    painter.drawLine(tip, tip + QPointF(-2 * ahead, 2))

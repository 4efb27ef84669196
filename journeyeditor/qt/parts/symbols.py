"""The poster's own faces, markers and icons, painted into the window's widgets. Lengths in px."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from journeyeditor.drawing.icons import HEART, MARKERS, STAR, face, icon_outlines
from journeyeditor.drawing.theme import Marker
from journeyeditor.drawing.themes import CALM
from journeyeditor.geometry.outline import Outline
from journeyeditor.qt.look import colour
from journeyeditor.qt.painter.pens import path_of

FIELD = 24.0
EDGE = QColor(128, 136, 148, 150)
"""Around a swatch: it parts dark from dark and light from light."""
SHARP = (1.0, 2.0, 3.0)
Draw = Callable[[QPainter, QRectF], None]
"""What fills a picture: a painter, and the box to be filled."""


@functools.lru_cache(maxsize=256)
def _path(outline: Outline) -> QPainterPath:
    return path_of(outline)


def paint_outline(painter: QPainter, outline: Outline, box: QRectF, pen: QPen) -> None:
    """Strokes an outline of the 24 field into a box; the pen's width is in px."""
    scale = box.width() / FIELD
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    move = QTransform.fromTranslate(box.x(), box.y()).scale(scale, scale)
    painter.drawPath(move.map(_path(outline)))


def paint_face(painter: QPainter, box: QRectF, value: float, ink: QColor, ground: QColor, width: float = 1.6) -> None:
    """The face of an emotion of -2 to +2 in a box, its disc filled with the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    level = round(value + (1e-9 if value > 0 else -1e-9))
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    paint_outline(painter, face(level, 12, 12, FIELD, "#000000", 1).outline, box, pen)


def paint_icon(painter: QPainter, name: str, box: QRectF, ink: QColor, width: float = 1.5) -> None:
    """An icon of the poster (a channel's, for example); an unknown name shows `third_party`."""
    outlines = icon_outlines()
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    paint_outline(painter, outlines.get(name, outlines["third_party"]), box, pen)


def paint_marker(painter: QPainter, marker: Marker, middle: QPointF, across: float, ink: QColor) -> None:
    """A persona's marker about a point."""
    _filled(painter, MARKERS[marker], middle, across, ink, None)


def paint_star(painter: QPainter, middle: QPointF, across: float) -> None:
    """The star of a moment of truth."""
    _filled(painter, STAR, middle, across, colour("truth-fill"), colour("truth"))


def paint_heart(painter: QPainter, middle: QPointF, across: float, ink: QColor) -> None:
    """The heart of a loyalty-critical stage."""
    _filled(painter, HEART, middle, across, ink, None)


def _filled(
    painter: QPainter, outline: Outline, middle: QPointF, across: float, fill: QColor, edge: QColor | None
) -> None:
    half = across / 2
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
    painter.setBrush(fill)
    painter.drawPath(QTransform.fromTranslate(middle.x(), middle.y()).scale(half, half).map(_path(outline)))


def persona_colour(style: int) -> QColor:
    """The colour that a persona's style has in the window now."""
    return colour(f"persona-{style}")


def persona_marker(style: int) -> Marker:
    """The marker of a persona's style."""
    return CALM.persona(style).marker


def channel_icon(name: str, role: str = "muted", size: int = 16) -> QIcon:
    """A channel's icon as a QIcon in the colour of a role."""
    return _channel_icon(name, colour(role).name(), size)


@functools.lru_cache(maxsize=512)
def _channel_icon(name: str, ink: str, size: int) -> QIcon:
    return drawn_icon(size, lambda painter, box: paint_icon(painter, name, box, QColor(ink), 1.4))


def swatch_icon(ink: QColor, size: int = 16) -> QIcon:
    """A small square of one colour, as for a stage's phase; its edge is seen on light and dark alike."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(EDGE, 1))
        painter.setBrush(ink)
        inset = size * 0.22
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 2, 2)

    return drawn_icon(size, draw)


def style_icon(style: int, size: int = 18) -> QIcon:
    """The marker of a persona's style in its colour."""
    return drawn_icon(
        size,
        lambda painter, box: paint_marker(
            painter, persona_marker(style), box.center(), size * 0.66, persona_colour(style)
        ),
    )


def drawn_icon(size: int, draw: Draw) -> QIcon:
    """An icon of `size` px that `draw(painter, box)` paints, sharp on every screen."""
    made = QIcon()
    for ratio in SHARP:
        made.addPixmap(drawn_pixmap(size, size, draw, ratio))
    return made


def drawn_pixmap(width: int, height: int, draw: Draw, ratio: float = 1.0) -> QPixmap:
    """A picture of so many px that `draw(painter, box)` paints on nothing."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture

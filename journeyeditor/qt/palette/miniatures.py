"""What each item of the palette becomes, 46 × 30 px: painted in the poster's own colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from journeyeditor.drawing.theme import mixed
from journeyeditor.drawing.themes import CALM
from journeyeditor.qt.look import colour, is_dark, pixmap
from journeyeditor.qt.parts.symbols import paint_icon

WIDTH, HEIGHT = 46, 30


def paint_miniature(painter: QPainter, item: str, at: QPointF, scale: float = 1.0) -> None:
    """The miniature of an item with its upper left corner at a point."""
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _PAINT[item](painter)
    painter.restore()


def _ground(name: str, strong: str) -> QColor:
    """A pale ground; in the dark a little of the paper's glare is taken away."""
    return QColor(mixed(strong, name, 0.12) if is_dark() else name)


def _bar(painter: QPainter, x: float, y: float, length: float, ink: QColor, width: float = 2.0) -> None:
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QLineF(x, y, x + length, y))


def _card(painter: QPainter, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(3, 3, 40, 25), 3, 3)


def _soft(ink: str, depth: float = 0.55) -> QColor:
    return QColor(mixed(ink, "#FFFFFF", depth))


def _stage(painter: QPainter) -> None:
    tint = CALM.phase("before")
    path = QPainterPath(QPointF(1, 4))
    for x, y in ((37, 4), (45, 14.5), (37, 25), (1, 25)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.setPen(QPen(QColor(tint.strong), 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(_ground(tint.ground, tint.strong))
    painter.drawPath(path)
    _bar(painter, 8, 14.5, 19, QColor(tint.strong), 2.4)


def _touchpoint(painter: QPainter) -> None:
    ink, faint = colour("muted"), colour("control-border")
    painter.setPen(QPen(faint if not is_dark() else colour("placeholder"), 1.4))
    painter.drawLine(QLineF(0, 12, 8, 12))
    painter.drawLine(QLineF(36, 12, 43, 12))
    painter.drawPolyline([QPointF(41, 9.5), QPointF(44, 12), QPointF(41, 14.5)])
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(colour("control"))
    painter.drawEllipse(QPointF(22, 12), 11, 11)
    paint_icon(painter, "web", QRectF(15.5, 5.5, 13, 13), ink, 1.2)
    _bar(painter, 11, 28, 22, colour("placeholder"), 1.8)


def _lane(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    strong = QColor(mixed(colour("placeholder").name(), colour("control").name(), 0.6))
    weak = QColor(mixed(colour("placeholder").name(), colour("control").name(), 0.24))
    for y, ink in ((1.5, weak), (11, strong), (20.5, weak)):
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(0, y, WIDTH, 7.5), 2, 2)


def _line(painter: QPainter) -> None:
    ink = colour("muted")
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.CustomDashLine))
    pen = painter.pen()
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(0, 16, WIDTH, 16))
    _bar(painter, 28, 11, 16, colour("placeholder"), 1.6)


def _pain(painter: QPainter) -> None:
    _card(painter, QColor(mixed(CALM.pain, "#FFFFFF", 0.18 if not is_dark() else 0.24)))
    _bar(painter, 8, 9.5, 30, _soft(CALM.pain, 0.6))
    _bar(painter, 8, 15, 19, _soft(CALM.pain, 0.6))
    for number in range(5):
        middle = QPointF(9.5 + 6 * number, 22.5)
        painter.setPen(QPen(QColor(CALM.pain), 0.9))
        painter.setBrush(QColor(CALM.pain) if number < 4 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 2.0 if number < 4 else 1.8, 2.0 if number < 4 else 1.8)


def _gain(painter: QPainter) -> None:
    _card(painter, _ground(CALM.gain_ground, CALM.gain))
    _bar(painter, 8, 9.5, 30, _soft(CALM.gain, 0.6))
    _bar(painter, 8, 15, 19, _soft(CALM.gain, 0.6))
    painter.setPen(QPen(QColor(CALM.gain), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QLineF(7.5, 22.5, 12.5, 22.5))
    painter.drawLine(QLineF(10, 20, 10, 25))


def _opportunity(painter: QPainter) -> None:
    _card(painter, _ground("#E4DCF7", CALM.opportunity))
    bulb = pixmap("lightbulb", "opportunity", 15, 2.0)
    painter.drawPixmap(QRectF(7, 8, 15, 15), bulb, QRectF(bulb.rect()))
    _bar(painter, 26, 13, 12, _soft(CALM.opportunity, 0.55))
    _bar(painter, 26, 18.5, 8, _soft(CALM.opportunity, 0.55))


def _quote(painter: QPainter) -> None:
    ink = colour("muted")
    path = QPainterPath()
    path.addRoundedRect(QRectF(2, 1, 42, 22), 4, 4)
    tail = QPainterPath(QPointF(10, 22))
    for corner_x, corner_y in ((10, 29), (17, 22)):
        tail.lineTo(corner_x, corner_y)
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour("control"))
    painter.drawPath(path.united(tail))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x in (18.5, 25.0):
        painter.drawEllipse(QPointF(x + 1.5, 10.5), 2.2, 2.2)
        hook = QPainterPath(QPointF(x + 3.7, 10.5))
        hook.cubicTo(x + 3.8, 14, x + 2.4, 15.8, x - 0.2, 16.6)
        hook.cubicTo(x + 1.6, 15, x + 2.0, 13.6, x + 1.6, 12)
        hook.closeSubpath()
        painter.drawPath(hook)


def _measure(painter: QPainter) -> None:
    ink = QColor(mixed(colour("muted").name(), colour("control").name(), 0.7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for number, tall in enumerate((15, 10, 18, 13, 21)):
        painter.drawRect(QRectF(2 + 9.6 * number, 28 - tall, 5, tall))
    pen = QPen(colour("text"), 1.2)
    pen.setDashPattern([2.5, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(0, 10, WIDTH, 10))


def _note(painter: QPainter) -> None:
    ink = colour("placeholder")
    path = QPainterPath(QPointF(8, 1))
    for x, y in ((38, 1), (38, 20), (29, 28), (8, 28)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour("control"))
    painter.drawPath(path)
    painter.drawPolyline([QPointF(38, 20), QPointF(29, 20), QPointF(29, 28)])
    _bar(painter, 13, 9, 20, ink, 1.6)
    _bar(painter, 13, 15, 13, ink, 1.6)


def _persona(painter: QPainter) -> None:
    style = CALM.persona(3)
    disc = QPainterPath()
    disc.addEllipse(QPointF(WIDTH / 2, 15), 14, 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mixed(style.colour, "#FFFFFF", 0.22)))
    painter.drawPath(disc)
    painter.setClipPath(disc)
    painter.setBrush(QColor(mixed(style.colour, "#FFFFFF", 0.6)))
    painter.drawEllipse(QPointF(WIDTH / 2, 30), 10.5, 8.5)
    painter.setBrush(QColor("#FBE3D3"))
    painter.drawRect(QRectF(WIDTH / 2 - 2.2, 16, 4.4, 7))
    painter.drawEllipse(QPointF(WIDTH / 2, 14), 5.4, 6.2)
    painter.setBrush(QColor(style.colour).darker(160))
    hair = QPainterPath(QPointF(WIDTH / 2 - 6.6, 14))
    hair.cubicTo(WIDTH / 2 - 7.4, 3.5, WIDTH / 2 + 7.4, 3.5, WIDTH / 2 + 6.6, 14)
    hair.cubicTo(WIDTH / 2 + 5, 9.5, WIDTH / 2 - 3, 11.5, WIDTH / 2 - 6.6, 14)
    painter.drawPath(hair)


_PAINT: dict[str, Callable[[QPainter], None]] = {
    "stage": _stage,
    "touchpoint": _touchpoint,
    "lane": _lane,
    "line": _line,
    "pain": _pain,
    "gain": _gain,
    "opportunity": _opportunity,
    "quote": _quote,
    "measure": _measure,
    "note": _note,
    "persona": _persona,
}

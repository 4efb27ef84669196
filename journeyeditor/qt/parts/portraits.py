"""A persona's portrait: the picture in a disc, or initials, with ring and badge."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from journeyeditor.drawing.theme import mixed
from journeyeditor.model.images import Images
from journeyeditor.model.records import Persona
from journeyeditor.qt.look import body_font, colour, pixmap
from journeyeditor.qt.parts.symbols import paint_marker, persona_colour, persona_marker

SIZE, BADGE = 32, 16
"""Of a portrait and its badge, px."""


def initials(name: str) -> str:
    """At most two letters of a name."""
    words = name.split()
    if not words:
        return "?"
    letters = [words[0][0], *([words[-1][0]] if len(words) > 1 else [])]
    return "".join(letters).upper()


@functools.lru_cache(maxsize=128)
def _disc(data: bytes, size: int) -> QPixmap:
    """The middle of a picture, `size` device pixels wide; cached, for it is decoded but once."""
    image = QImage.fromData(data)
    if image.isNull():
        return QPixmap()
    side = min(image.width(), image.height())
    image = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    wide = Qt.AspectRatioMode.KeepAspectRatio
    return QPixmap.fromImage(image.scaled(size, size, wide, Qt.TransformationMode.SmoothTransformation))


def paint_portrait(painter: QPainter, box: QRectF, persona: Persona, images: Images) -> None:
    """The portrait in a box; initials on the persona's colour where there is none."""
    data = images.get(persona.portrait) if persona.portrait else None
    ratio = painter.device().devicePixelRatioF()
    disc = _disc(data, round(box.width() * ratio)) if data is not None else QPixmap()
    ink = persona_colour(persona.style)
    path = QPainterPath()
    path.addEllipse(box)
    if not disc.isNull():
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(box, disc, QRectF(disc.rect()))
        painter.restore()
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mixed(ink.name(), colour("chrome").name(), 0.22)))
    painter.drawEllipse(box)
    painter.setFont(body_font(box.height() * 0.38, bold=True))
    painter.setPen(ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials(persona.name))


def paint_badge(painter: QPainter, portrait: QRectF, persona: Persona, ground: QColor) -> None:
    """The badge at the portrait's lower right: the marker, or a crossed-out eye where the persona is hidden."""
    box = QRectF(portrait.right() - BADGE + 4, portrait.bottom() - BADGE + 4, BADGE, BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(box)
    if persona.hidden:
        picture = pixmap("eye-off", "muted", 12, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(box.x() + 2, box.y() + 2), picture)
    else:
        ink = persona_colour(persona.style)
        paint_marker(painter, persona_marker(persona.style), box.center(), 9.5, ink)


def paint_ring_around(painter: QPainter, portrait: QRectF, persona: Persona) -> None:
    """The ring of the active persona: 2 px, with a gap of 2."""
    painter.setPen(QPen(persona_colour(persona.style), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(portrait.adjusted(-3, -3, 3, 3))

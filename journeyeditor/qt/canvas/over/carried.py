"""The thing in the hand: at its real size, on a white plate that hangs on the pointer."""

from __future__ import annotations

import functools
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPixmap, QTextOption

from journeyeditor.editor import Editor
from journeyeditor.edits.describing import naming_field
from journeyeditor.geometry import Box
from journeyeditor.model.records import Touchpoint
from journeyeditor.qt.canvas.over.outlines import record_boxes
from journeyeditor.qt.canvas.over.pens import accent, pen, shade
from journeyeditor.qt.canvas.pages import Pages
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import body_font, is_dark
from journeyeditor.qt.parts.symbols import paint_icon
from journeyeditor.tools.events import ItemKind
from journeyeditor.tools.marks import InHand
from journeyeditor.words import Words

PLATE = QSizeF(92, 72)
LARGEST = QSizeF(300, 180)
PADDING = 8.0
RADIUS = 8.0
GRIP = QPointF(10, 4)
"""From the pointer to the plate's lower right corner."""
SHADOW = 5.0
SHEER = 0.72
WASHES: dict[str, str] = {"pain": "pain-wash", "gain": "gain-wash", "opportunity": "opportunity-wash"}
INKS: dict[str, str] = {"pain": "pain", "gain": "gain", "opportunity": "opportunity"}


def new_words(item: ItemKind, speech: Words) -> str:
    """What a new thing is called while it is in the hand."""
    words: dict[ItemKind, str] = {
        "stage": speech.say("New stage"),
        "touchpoint": speech.say("New touchpoint"),
        "lane": speech.say("New lane"),
        "line": speech.say("New line"),
        "pain": speech.say("New pain point"),
        "gain": speech.say("New gain"),
        "opportunity": speech.say("New opportunity"),
        "quote": speech.say("New quote"),
        "measure": speech.say("New measure"),
        "note": speech.say("New note"),
        "persona": speech.say("New persona"),
        "parked": speech.say("Note"),
        "entry": speech.say("Text"),
        "flow": speech.say("Flow"),
    }
    return words[item]


class Carrier:
    """Makes the picture of what is in the hand, once for each thing."""

    def __init__(self, editor: Editor, pages: Pages) -> None:
        self._editor = editor
        self._pages = pages
        self._known: tuple[object, QPixmap] | None = None

    def plate(self, mark: InHand, view: View) -> QPixmap:
        """The plate with the thing on it; kept as long as the same thing is in the hand at the same zoom."""
        key = (mark.item, mark.records, mark.detail, view.zoom, view.ratio, self._editor.speech.language)
        if self._known is None or self._known[0] != key:
            self._known = key, self._made(mark, view)
        return self._known[1]

    def forget(self) -> None:
        """Nothing is in the hand any more."""
        self._known = None

    def _made(self, mark: InHand, view: View) -> QPixmap:
        key = next((one for one in mark.records if one in self._editor.journey), "")
        boxes = record_boxes(self._editor, key) if key else []
        if boxes:
            return self._record(key, boxes[0], view)
        return self._new(mark, key, view.ratio)

    def _record(self, key: str, box: Box, view: View) -> QPixmap:
        """A record as it looks on the map."""
        own = QSizeF(box.width * view.zoom, box.height * view.zoom)
        scale = min(1.0, LARGEST.width() / own.width(), LARGEST.height() / own.height())
        least = PLATE if isinstance(self._editor.journey.get(key), Touchpoint) else QSizeF(0, 0)
        size = (own * scale + QSizeF(2 * PADDING, 2 * PADDING)).expandedTo(least)
        zoom = view.zoom * scale
        x, y = box.middle
        part = View(zoom, x * zoom - size.width() / 2, y * zoom - size.height() / 2, size.width(), size.height())
        inner = Box(2, 2, size.width() - 4, size.height() - 4)

        def draw(painter: QPainter) -> None:
            painter.setClipRect(QRectF(inner.x, inner.y, inner.width, inner.height))
            self._pages.paint(
                painter,
                replace(part, ratio=view.ratio),
                inner,
                faded=lambda group: 1.0 if group.record == key else 0.0,
            )

        return _plate(size, view.ratio, draw)

    def _new(self, mark: InHand, key: str, ratio: float) -> QPixmap:
        """Something that is not on the map yet: its sign and what it is called, or a note's own words."""
        record = self._editor.journey.get(key)
        field = naming_field(record) if record is not None else None
        text = str(getattr(record, field) or "") if record is not None and field else ""
        words = text or new_words(mark.item, self._editor.speech)

        def draw(painter: QPainter) -> None:
            room = _paint_sign(painter, mark.item, worded=bool(text))
            painter.setFont(body_font(12))
            painter.setPen(shade(INKS.get(mark.item, "text")))
            option = QTextOption(Qt.AlignmentFlag.AlignCenter)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            painter.setClipRect(room)
            painter.drawText(room, words, option)

        return _plate(PLATE, ratio, draw)


def _paint_sign(painter: QPainter, item: ItemKind, *, worded: bool) -> QRectF:
    """The sign of something new; the room for its words."""
    room = QRectF(QPointF(4, 4), PLATE - QSizeF(8, 8))
    if item == "touchpoint" and not worded:
        middle = QPointF(PLATE.width() / 2, 22)
        painter.setPen(pen(accent(), 1.6))
        painter.setBrush(shade("paper"))
        painter.drawEllipse(middle, 14, 14)
        paint_icon(painter, "web", QRectF(middle.x() - 7, middle.y() - 7, 14, 14), accent(), 1.3)
        room.setTop(38)
    elif not worded and not is_dark():
        sign: ItemKind = "note" if item in ("parked", "entry", "flow") else item
        from journeyeditor.qt.palette.miniatures import WIDTH, paint_miniature  # noqa: PLC0415 - with the first one

        paint_miniature(painter, sign, QPointF((PLATE.width() - WIDTH) / 2, 4))
        room.setTop(34)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade(WASHES.get(item, "accent-wash")))
        painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 4, 4)
        room = room.adjusted(4, 4, -4, -4)
    return room


def plate_place(mark: InHand, plate: QPixmap, view: View) -> QRectF:
    """Where the plate hangs, px: the pointer holds its lower right corner."""
    size = plate.deviceIndependentSize()
    point = QPointF(*view.to_view(mark.x, mark.y))
    return QRectF(point.x() + GRIP.x() - size.width(), point.y() + GRIP.y() + SHADOW - size.height(), *size.toTuple())


def paint_carried(
    painter: QPainter, place: QRectF, plate: QPixmap, *, copies: bool = False, count: int = 1, sheer: bool = False
) -> None:
    """The plate, with a small plus if it will be copied and a number if there are several; `sheer` where it hides
    the place in which it would land.
    """
    painter.setOpacity(SHEER if sheer else 1.0)
    painter.drawPixmap(place.topLeft(), plate)
    painter.setOpacity(1.0)
    text = "+" if copies else (str(count) if count > 1 else "")
    if not text:
        return
    middle = QPointF(place.right() - 2, place.top() + 2)
    painter.setPen(pen(shade("paper"), 1.5))
    painter.setBrush(accent())
    painter.drawEllipse(middle, 9, 9)
    painter.setPen(shade("paper"))
    painter.setFont(body_font(13 if copies else 11, bold=True))
    painter.drawText(QRectF(middle.x() - 9, middle.y() - 9, 18, 18), Qt.AlignmentFlag.AlignCenter, text)


def _plate(size: QSizeF, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    """A picture of a white plate with its shadow, and of what `draw` paints on it."""
    picture = QPixmap(round(size.width() * ratio), round((size.height() + SHADOW) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_plate(painter, QRectF(QPointF(0, 0), size))
        draw(painter)
    return picture


def paint_plate(painter: QPainter, place: QRectF, ground: QColor | None = None) -> None:
    """A plate with an outline, white unless another ground is wanted; its shadow falls below it."""
    shape = place.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade("ink", 0.10))
    painter.drawRoundedRect(shape.translated(0, SHADOW - 0.6), RADIUS, RADIUS)
    painter.setPen(pen(accent(), 1.2))
    painter.setBrush(ground or shade("paper"))
    painter.drawRoundedRect(shape, RADIUS, RADIUS)


@functools.lru_cache(maxsize=4)
def closed_hand(ratio: float = 1.0) -> QCursor:
    """The cursor while something is held: a closed hand, the same on every system."""
    side = 24
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hand = QPainterPath()
    hand.addRoundedRect(QRectF(5.5, 9, 14, 10.5), 4.5, 4.5)
    for n in range(4):
        finger = QPainterPath()
        finger.addRoundedRect(QRectF(5.5 + 3.5 * n, 6 + (1.0 if n in (0, 3) else 0.0), 3.5, 8), 1.75, 1.75)
        hand = hand.united(finger)
    thumb = QPainterPath()
    thumb.addRoundedRect(QRectF(3, 10.5, 5, 5.5), 2.4, 2.4)
    hand = hand.united(thumb)
    painter.setPen(pen(shade("ink"), 1.4))
    painter.setBrush(shade("paper"))
    painter.drawPath(hand)
    for n in range(1, 4):
        painter.drawLine(QPointF(5.5 + 3.5 * n, 8.5), QPointF(5.5 + 3.5 * n, 11))
    painter.end()
    return QCursor(picture, 12, 10)

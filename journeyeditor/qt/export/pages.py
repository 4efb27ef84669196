"""The pages as they will come out, apart or put together, on the desk."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from journeyeditor.qt.export.making import Page
from journeyeditor.qt.export.sheets import Guides
from journeyeditor.qt.look import colour, paper_colour
from journeyeditor.qt.parts.sheets import paint_shadow

SIDE, GAP, TITLE = 32, 24, 22
"""Around the pages, between them, and above each for its name; px."""
MOST_ACROSS = 6
ZOOM_STEP = 1.25
EDGE = 8
"""How far a page's shadow may reach, px."""
TINT = 0.1
"""How strong what is glued over is tinted."""


class PagesView(QAbstractScrollArea):
    """Shows pages side by side, as large as there is room for at first; Ctrl and the wheel come nearer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages: tuple[Page, ...] = ()
        self.names: tuple[str, ...] = ()
        self.message = ""
        """Said in place of pages."""
        self.zoom = 1.0
        """1 shows everything that was asked for."""
        self._places: list[QRectF] = []
        self._cells: tuple[tuple[int, int], ...] = ()
        self.guides: tuple[Guides, ...] = ()
        """What is shown over each page: not printed."""
        self._area = QSize()
        self._scaled: dict[int, QImage] = {}
        """Pictures of pages as small as they are shown."""

    def show_pages(
        self,
        pages: tuple[Page, ...],
        names: tuple[str, ...],
        cells: tuple[tuple[int, int], ...] = (),
        guides: tuple[Guides, ...] = (),
    ) -> None:
        """Shows these; their names stand above them. `cells` are row and column of each, if they belong together."""
        self.pages, self.names, self.message = pages, names, ""
        self._cells, self.guides, self._scaled = cells, guides, {}
        self.setAccessibleDescription(", ".join(name for name in names if name))
        self._arrange()

    def say(self, text: str) -> None:
        """Shows a sentence in place of pages."""
        self.message = text
        self.viewport().update()

    def zoom_by(self, factor: float) -> None:
        """Comes nearer or goes away."""
        self.zoom = max(1.0, min(12.0, self.zoom * factor))
        self._arrange()

    def fit(self) -> None:
        """Shows everything again."""
        self.zoom = 1.0
        self._arrange()

    # -- places -----------------------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        room = self._room()
        bars = ((self.horizontalScrollBar(), room.width(), self._area.width()),)
        for bar, seen, whole in (*bars, (self.verticalScrollBar(), room.height(), self._area.height())):
            bar.setPageStep(seen)
            bar.setSingleStep(24)
            bar.setRange(0, max(0, whole - seen))
        self.viewport().update()

    def _room(self) -> QSize:
        """Places the pages, and tells what the bars leave of the room.

        Worked out from the room without any bar, whichever are shown just now: pages that fit beside a bar and not
        without it would else bring it and take it away for ever.
        """
        most = self.maximumViewportSize()
        slim = self.style().styleHint(QStyle.StyleHint.SH_ScrollBar_Transient, None, self) != 0
        bar = 0 if slim else self.verticalScrollBar().sizeHint().width()
        for beside, below in ((False, False), (True, False), (False, True), (True, True)):
            room = most - QSize(bar * beside, bar * below)
            self._place_in(room)
            if slim or (beside, below) == (self._area.height() > room.height(), self._area.width() > room.width()):
                break
        return room

    def _place_in(self, room: QSize) -> None:
        self._places, self._area = [], QSize()
        if self.pages:
            across, scale = _best(self.pages, room.width(), room.height(), self._cells)
            cells = self._cells or tuple(divmod(number, across) for number in range(len(self.pages)))
            self._place(cells, scale * self.zoom, room)

    def _place(self, cells: tuple[tuple[int, int], ...], scale: float, room: QSize) -> None:
        wide = max(page.width for page in self.pages) * scale
        tall = max(page.height for page in self.pages) * scale
        rows = 1 + max(row for row, _ in cells)
        across = 1 + max(column for _, column in cells)
        whole = QSize(
            round(2 * SIDE + across * wide + (across - 1) * GAP), round(2 * SIDE + rows * (tall + TITLE + GAP) - GAP)
        )
        left = max(SIDE, (room.width() - whole.width()) / 2 + SIDE)
        top = max(SIDE, (room.height() - whole.height()) / 2 + SIDE)
        for page, (row, column) in zip(self.pages, cells, strict=True):
            x = left + column * (wide + GAP)
            y = top + row * (tall + TITLE + GAP) + TITLE
            self._places.append(QRectF(x, y, page.width * scale, page.height * scale))
        self._area = whole

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802
        """As large as there is room for."""
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """With Ctrl nearer and farther."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    # -- painting ---------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Pages with their shadows and names."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), colour("desk"))
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-corner)
        seen = QRectF(event.rect()).translated(corner)
        for number, place in enumerate(self._places):
            if place.adjusted(-EDGE, -TITLE, EDGE, EDGE).intersects(seen):
                self._paint_page(painter, number, place)
        painter.resetTransform()
        if self.message:
            self._paint_message(painter)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, place: QRectF) -> None:
        paint_shadow(painter, place)
        painter.fillRect(place, paper_colour("paper"))
        painter.drawImage(place, self._picture(number, (place.size() * self.devicePixelRatioF()).toSize()))
        if number < len(self.guides):
            self._paint_guides(painter, self.guides[number], place, place.width() / self.pages[number].width)
        name = self.names[number] if number < len(self.names) else ""
        if name:
            self._paint_name(painter, name, QRectF(place.left(), place.top() - TITLE, place.width(), TITLE - 4))

    def _picture(self, number: int, pixels: QSize) -> QImage:
        """The picture of a page, made small once for every size that it is shown in."""
        picture = self.pages[number].picture
        if picture.width() <= 1.5 * pixels.width():
            return picture
        known = self._scaled.get(number)
        if known is None or known.size() != pixels:
            aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            known = self._scaled[number] = picture.scaled(pixels, aspect, smooth)
        return known

    def _paint_name(self, painter: QPainter, name: str, box: QRectF) -> None:
        """The name of a sheet in bold, and which one it is; what has no room ends in an ellipsis."""
        first, _, rest = name.partition("  ")
        font = QFont(self.font())
        font.setPixelSize(12)
        for text, bold, tone in ((first, True, "text"), (rest, False, "muted")):
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(colour(tone))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
            box = box.adjusted(painter.fontMetrics().horizontalAdvance(shown) + 6, 0, 0, 0)

    def _paint_guides(self, painter: QPainter, guides: Guides, place: QRectF, scale: float) -> None:
        ink = paper_colour("accent")
        move = QTransform.fromTranslate(place.x(), place.y()).scale(scale, scale)
        wash = QColor(ink)
        wash.setAlphaF(TINT)
        for box in guides.covered:
            painter.fillRect(move.mapRect(box), wash)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        for line in guides.cuts:
            painter.drawLine(move.map(line))

    def _paint_message(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(13)
        painter.setFont(font)
        room = QRectF(self.viewport().rect()).adjusted(40, 0, -40, 0)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        box = painter.boundingRect(room, flags, self.message).adjusted(-16, -10, 16, 10)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.setBrush(colour("chrome"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(colour("text"))
        painter.drawText(box, flags, self.message)


def _best(
    pages: tuple[Page, ...], width: float, height: float, cells: tuple[tuple[int, int], ...]
) -> tuple[int, float]:
    """How many pages side by side show them largest, and the px that a mm gets then. Many pages scroll."""
    wide = max(page.width for page in pages)
    tall = max(page.height for page in pages)

    def scale(across: int, rows: int) -> float:
        return min(
            (width - 2 * SIDE - (across - 1) * GAP) / (across * wide),
            (height - 2 * SIDE - rows * TITLE - (rows - 1) * GAP) / (rows * tall),
        )

    if cells:
        across = 1 + max(column for _, column in cells)
        return across, max(scale(across, min(6, 1 + max(row for row, _ in cells))), 0.01)
    tried = range(1, min(MOST_ACROSS, len(pages)) + 1)
    best = max(tried, key=lambda across: (round(scale(across, min(math.ceil(len(pages) / across), 3)), 6), across))
    return best, max(scale(best, min(math.ceil(len(pages) / best), 3)), 0.01)

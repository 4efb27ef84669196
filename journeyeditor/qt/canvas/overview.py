"""A small picture of the whole board in the corner, while not all of it is in view."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from journeyeditor.qt.canvas.pages import Pages
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.canvas.wheel import pass_on
from journeyeditor.qt.look import colour, paper_colour
from journeyeditor.tools.board import Board
from journeyeditor.tools.leaf import Leaf

WIDEST, TALLEST = 200.0, 150.0
"""px."""
NARROWEST = 60.0
"""What the board takes across at least, px; of one that is too long for that, the part around what is in view shows."""
LONGEST = 8_000.0
"""No longer than this is the picture of the whole board, px."""
INNER = 8.0
"""Between the rim and the board, px."""
AWAY = 20
"""From the corner of the viewport, px."""
STROKE = 2.0
"""A page lower than this (px) is shown as bare paper."""
PORTION = 0.006
"""Seconds of painting at a time."""
NEARLY_ALL = 0.7
"""Share of the board: who sees so much of it knows where they are, and would only miss what the overview hides."""
LEAST_ROOM = 420.0
"""In a viewport narrower or lower than this it would be in the way, px."""


class Overview(QWidget):
    """Shows which part is in view; a click or a drag there moves it."""

    def __init__(self, parent: QWidget, look_at: Callable[[float, float], None]) -> None:
        super().__init__(parent)
        self._look_at = look_at
        self._view = View()
        self._board = Board()
        self._scale = 1.0
        self._top = 0.0
        """How much of the board's picture is above the part that shows, px."""
        self._gripped = False
        self._picture = QPixmap()
        self._painted: dict[int, Leaf] = {}
        """The pages as they are in the picture."""
        self._wanted = self._aside = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_view(self, view: View, board: Board) -> None:
        """Takes what is in view now; hides while that is nearly everything."""
        self._view, self._board = view, board
        if not board.leaves:
            self._wanted = False
            self.hide()
            return
        room = TALLEST - 2 * INNER
        least = min(NARROWEST / board.width, LONGEST / board.height)
        self._scale = max(least, min((WIDEST - 2 * INNER) / board.width, room / board.height))
        length = board.height * self._scale
        if not self._gripped:  # under a hand it stays where it is
            self._top = max(0.0, min(view.seen.middle[1] * self._scale - room / 2, length - room))
        width, height = round(board.width * self._scale + 2 * INNER), round(min(room, length) + 2 * INNER)
        self.setGeometry(round(view.width) - width - AWAY, round(view.height) - height - AWAY, width, height)
        roomy = view.width >= LEAST_ROOM and view.height >= LEAST_ROOM * 0.7
        self._wanted = roomy and _part_in_view(view, board) < NEARLY_ALL
        self.setVisible(self._wanted and not self._aside)
        self.update()

    def stand_aside(self, aside: bool) -> None:
        """Hides while something is in the hand, which may be meant for what lies under it."""
        self._gripped = self._gripped and not aside
        if aside != self._aside:
            self._aside = aside
            self.setVisible(self._wanted and not aside)

    def spoil(self) -> None:
        """The board looks otherwise now."""
        self._painted.clear()

    def renew(self, pages: Pages) -> bool:
        """Paints what is not in the small picture yet, a few pages at a time; True if there was nothing to do.

        A page that is not drawn waits until it is, but for one that would be no more than a stroke.
        """
        board, ratio = self._board, self.devicePixelRatioF()
        wide, high = board.width * self._scale * ratio, board.height * self._scale * ratio
        size = QSize(max(1, round(wide)), max(1, round(high)))
        if self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._painted.clear()
        strokes = [leaf.height * self._scale < STROKE for leaf in board.leaves]
        due = [
            number
            for number, leaf in enumerate(board.leaves)
            if (leaf.is_drawn or strokes[number]) and self._painted.get(number) is not leaf
        ]
        if not due:
            return True
        view = View(self._scale, 0, 0, wide / ratio, high / ratio, ratio)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = time.perf_counter() + PORTION
        for number in due:
            area = view.box(board.page_box(number))
            if strokes[number]:
                paper = QColor(board.leaves[0].drawing.background)
                painter.fillRect(QRectF(area.x, area.y, area.width, area.height), paper)
            else:
                pages.paint(painter, view, area, only=number)
            self._painted[number] = board.leaves[number]
            if time.perf_counter() > end:
                break
        painter.end()
        self.update()
        return False

    def paint_pages(self, painter: QPainter, view: View) -> None:
        """Paints the pages roughly, as they lie in a view."""
        for number in self._board.pages_in(view.seen.y, view.seen.bottom):
            own = self._board.page_box(number)
            box = view.box(own)
            target = QRectF(box.x, box.y, box.width, box.height)
            painter.fillRect(target, QColor(self._board.leaves[0].drawing.background))
            if not self._picture.isNull():
                k = self._scale * self._picture.devicePixelRatio()
                painter.drawPixmap(target, self._picture, QRectF(0, own.y * k, own.width * k, own.height * k))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Rim, board, and the part in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.setBrush(colour("chrome"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        shown = QRectF(self.rect())
        painter.setClipRect(shown.adjusted(INNER, INNER, -INNER, -INNER))
        painter.translate(INNER, INNER - self._top)
        self._paint_board(painter)
        painter.setClipping(False)
        seen = self._view.seen
        k = self._scale
        area = QRectF(seen.x * k, seen.y * k, seen.width * k, seen.height * k)
        inside = area.intersected(shown.translated(-INNER, self._top - INNER).adjusted(3, 3, -3, -3))
        wash = paper_colour("accent")
        wash.setAlphaF(0.09)
        painter.setBrush(wash)
        painter.setPen(QPen(paper_colour("accent"), 1.5))
        painter.drawRoundedRect(inside, 2, 2)
        painter.end()

    def _paint_board(self, painter: QPainter) -> None:
        """The picture; bare paper where a page is not drawn yet."""
        board, k = self._board, self._scale
        for number in board.pages_in(self._top / k, (self._top + TALLEST) / k):
            page = board.page_box(number)
            if number not in self._painted and board.leaves[number].height * k >= STROKE:
                paper = QColor(board.leaves[0].drawing.background)
                painter.fillRect(QRectF(page.x * k, page.y * k, page.width * k, page.height * k), paper)
        painter.drawPixmap(0, 0, self._picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Moves the middle of the view there."""
        self._gripped = True
        self._move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """What is around the part in view shows again."""
        self._gripped = False
        self.show_view(self._view, self._board)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drags the part in view."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """It is the map's here too."""
        pass_on(self, event, self.parentWidget())

    def _move(self, event: QMouseEvent) -> None:
        place = event.position()
        self._look_at((place.x() - INNER) / self._scale, (place.y() - INNER + self._top) / self._scale)
        event.accept()


def _part_in_view(view: View, board: Board) -> float:
    """The share of the board's area that is in view."""
    seen = view.seen
    wide = min(seen.right, board.width) - max(seen.x, 0.0)
    high = min(seen.bottom, board.height) - max(seen.y, 0.0)
    return max(0.0, wide) * max(0.0, high) / (board.width * board.height)

"""The map on the desk, to be looked at: zoomed about the pointer, pushed about, always sharp."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from journeyeditor.drawing import Words
from journeyeditor.editor import Editor
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.frame import Frame
from journeyeditor.qt.canvas.hints import Hints
from journeyeditor.qt.canvas.overview import Overview
from journeyeditor.qt.canvas.pages import Pages, picture_of
from journeyeditor.qt.canvas.scroll_edges import ScrollEdges
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import colour, watcher
from journeyeditor.tools.board import Board

STEP = 1.2 ** (1 / 120)
"""Zoom for an eighth of a degree of the wheel: a notch of 120 makes 1.2."""
LINE = 0.5
"""Pixels that the map moves for an eighth of a degree of the wheel: a notch makes 60."""
REST = 90
"""Milliseconds after the last step of a zoom until the sharp picture comes."""
QUICK = 0.008
"""Seconds: a picture that is painted faster than this is painted anew at each step of a zoom."""
IDLE = 150
"""Milliseconds without anything to do after which what is out of view is prepared."""
PORTION = 4.0
"""Milliseconds of preparing at a time."""
ROOM_ABOUT_STAGE = 24.0


class MapView(QAbstractScrollArea):
    """Shows the board of an editor. What lies over the map is painted by `paint_over`."""

    zoomed = Signal(float)
    """px per mm, after it became another."""
    moved = Signal()
    """Another part of the board is in view."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.editor = editor
        self._pages = Pages(editor.journey.images.get)
        self._pages.show(editor.board)
        self._hints = Hints(editor)
        self._frame = Frame(self._paint_part)
        self._view = View()
        self._shown = editor.persona, editor.speech.tag
        """The persona on top and the language, as they are painted."""
        self._opened = False
        self._fitted = False
        self._zooming = False
        self._rest = self._timer(REST, self._sharpen)
        self._idle = self._timer(IDLE, self._prepare)
        self._edges = ScrollEdges(self.viewport(), self._go_to)
        self._overview = Overview(self.viewport(), self._look_at)
        self._ends = [editor.relaid.listen(self._relaid), editor.viewed.listen(self._viewed)]
        watcher.changed.connect(self._recolour)
        self.destroyed.connect(_ender(self._ends))

    # -- where it looks ---------------------------------------------------------------------------------------------
    @property
    def view(self) -> View:
        """Which part of the board is in view."""
        return self._view

    @property
    def zoom(self) -> float:
        """Logical pixels to a millimetre; 96 / 25.4 is true size."""
        return self._view.zoom

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Makes the map larger or smaller; what is at `about` (px of the viewport; default its middle) stays there."""
        point = about or QPointF(self._view.width / 2, self._view.height / 2)
        self._look(self._view.zoomed(self._view.zoom * factor, point.x(), point.y()))

    def zoom_to(self, zoom: float) -> None:
        """Shows the map at so many px per mm, about the middle of the view."""
        self._look(self._view.zoomed(zoom, self._view.width / 2, self._view.height / 2))

    def fit_page(self) -> None:
        """Shows a whole page, the one in the middle of the view."""
        board = self.editor.board
        if board.leaves:
            page = board.page_at(self._view.to_board(0, self._view.height / 2)[1])
            self._look(self._view.around(board.page_box(page)))
            self._fitted = True

    def fit_stage(self, key: str) -> None:
        """Shows one stage with all its lanes, as large as it goes."""
        found = self.editor.board.stage(key)
        if found is not None:
            band, stage = found
            box = Box(stage.left, band.header[0], stage.right - stage.left, band.bottom - band.header[0])
            self._look(self._view.around(box, ROOM_ABOUT_STAGE))

    def show_record(self, key: str) -> None:
        """Moves a record into view, if it is not there yet."""
        boxes = self.editor.board.boxes(key)
        if boxes:
            self.show_area(boxes[0])

    def show_area(self, box: Box, nearest: float = 0.0) -> None:
        """Moves a box of the board (mm) into view, if it is not there yet, and comes to at least so many px per mm.

        What is in the middle of the box stays where the eye is.
        """
        view = self._view.showing(box)
        if view.zoom < nearest:
            view = view.zoomed(nearest, *view.to_view(*box.middle)).showing(box)
        self._look(view)

    def scroll_by(self, dx: float, dy: float, side: float | None = None) -> None:
        """Shifts the map by so many px, to the right and down; with a `side` no farther than to where its sheets end,
        so many px free beside them.
        """
        size = self.editor.board.width, self.editor.board.height
        self._look(self._view.moved(dx, dy) if side is None else self._view.pulled(dx, dy, size, side))

    def to_board(self, point: QPointF) -> tuple[float, float]:
        """What place of the board (mm) is at a point of the viewport (px)."""
        return self._view.to_board(point.x(), point.y())

    def to_view(self, x: float, y: float) -> QPointF:
        """Where a place of the board (mm) is seen in the viewport (px)."""
        return QPointF(*self._view.to_view(x, y))

    def picture(self, area: Box | None = None, scale: float = 4.0) -> QImage:
        """The map as it will be printed, or an area (mm) of it, at so many px per mm."""
        return picture_of(self.editor.board.pages, self.editor.journey.images.get, area, scale)

    def ground_at(self, x: float, y: float) -> QColor:
        """The colour that the map has at a point of the viewport (px), as it was painted last."""
        self._frame.freshen(self._view)
        return self._frame.colour(x, y)

    def _hide_words(self, record: str, words: Sequence[Words], *, at_once: bool = True) -> None:
        """Leaves these lines of a record (places of the board) out of what is shown, until others are; none = all is
        shown. Not `at_once`: the board is about to be another anyway.
        """
        if self._pages.hide(record, words) and at_once:
            areas = self._pages.show(self._pages.board, self._view.seen)
            if areas:
                self._frame.spoil(areas)
                self.viewport().update()

    # -- for what lies over the map ---------------------------------------------------------------------------------
    def paint_over(self, painter: QPainter) -> None:
        """Paints what lies over the map, in px of the viewport."""

    # -- events -----------------------------------------------------------------------------------------------------
    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Everything that happens to the viewport comes by here."""
        kind = event.type()
        if kind == QEvent.Type.Paint and isinstance(event, QPaintEvent):
            self._paint(event)
            return True
        if kind in {QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange}:
            self._resize()
        elif kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        elif kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        return super().viewportEvent(event)

    def _wheel(self, event: QWheelEvent) -> None:
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (angle.y() or angle.x()), event.position())
        else:
            delta = QPointF(pixels) if not pixels.isNull() else QPointF(angle) * LINE
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not delta.x():
                delta = QPointF(delta.y(), 0)
            self.scroll_by(delta.x(), delta.y())
        event.accept()

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(max(0.2, 1 + event.value()), event.position())
            return True
        if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.fit_page()
            return True
        return False

    # -- moving -----------------------------------------------------------------------------------------------------
    def _look(self, view: View) -> None:
        board = self.editor.board
        view = view.kept_near(board.width, board.height)
        before, self._view = self._view, view
        if view == before:
            return
        self._fitted = False
        if view.zoom != before.zoom:
            self._zooming = self._frame.view is not None and self._frame.whole_time > QUICK
            self._rest.start()
            self.zoomed.emit(view.zoom)
        self._refresh_edges()
        self._idle.start()
        self.viewport().update()
        self.moved.emit()

    def _go_to(self, left: float, top: float) -> None:
        self._look(replace(self._view, left=left, top=top))

    def _look_at(self, x: float, y: float) -> None:
        """Puts a place of the board into the middle of the view."""
        view = self._view
        self._look(replace(view, left=x * view.zoom - view.width / 2, top=y * view.zoom - view.height / 2))

    def _resize(self) -> None:
        size, ratio = self.viewport().size(), self.viewport().devicePixelRatioF()
        old, fitted = self._view, self._fitted
        width, height, board = max(1, size.width()), max(1, size.height()), self.editor.board
        view = replace(old, width=width, height=height)
        if self._opened and not fitted:
            view = old.resized(width, height, (board.width, board.height), leftward=board.leftward)
        self._look(replace(view, ratio=ratio))
        if fitted:
            self.fit_page()
        elif not self._opened and size.width() > 50 and size.height() > 50:
            self._opened = True
            self._open()
        self._zooming = False
        self._refresh_edges()

    def _open(self) -> None:
        """The first look: the whole page where it can be read there, else the beginning at a size that can."""
        board = self.editor.board
        if not board.leaves:
            return
        page = board.page_box(0)
        whole = self._view.around(page)
        body = self.editor.live.body_type * MM_PER_POINT
        reading = self.editor.settings.reading_size / body if body else 0.0
        if whole.zoom >= reading:
            self.fit_page()
            return
        view = replace(whole, zoom=reading)
        leftward = board.leftward
        left = page.right * reading - view.width + 24 if leftward else page.x * reading - 24
        self._look(replace(view, left=left, top=page.y * reading - 24))

    def _refresh_edges(self) -> None:
        self._edges.show_view(self._view, self.editor.board)
        self._overview.show_view(self._view, self.editor.board)

    # -- painting ---------------------------------------------------------------------------------------------------
    def _paint(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            if self._zooming and self._frame.view is not None:
                self._paint_snapshot(painter, self._frame.view)
            else:
                self._frame.freshen(self._view)
                self._frame.draw(painter)
                if self._pages.crude and not self._idle.isActive():
                    self._idle.start(IDLE)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_over(painter)

    def _paint_part(self, painter: QPainter, view: View, area: Box) -> None:
        """The desk, the paper and what is printed on it."""
        painter.fillRect(QRectF(area.x, area.y, area.width, area.height), colour("desk"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._pages.paint(painter, view, area, on_top=self.editor.persona, in_view=True)
        self._hints.paint(painter, view, area)

    def _paint_snapshot(self, painter: QPainter, old: View) -> None:
        """What was painted last, larger or smaller, until the hand rests."""
        view = self._view
        painter.fillRect(self.viewport().rect(), colour("desk"))
        self._overview.paint_pages(painter, view)
        box = view.box(old.area(Box(0, 0, old.width, old.height)))
        self._frame.draw(painter, QRectF(box.x, box.y, box.width, box.height))

    def _sharpen(self) -> None:
        if self._zooming:
            self._zooming = False
            self.viewport().update()

    def _prepare(self) -> None:
        """Prepares what is out of view while nothing else is to be done."""
        if not self._overview.renew(self._pages):
            self._idle.start(0)
        elif self._pages.warm(self._view.zoom, PORTION):
            self._idle.start(1)
        if better := self._pages.better():
            self._frame.spoil(better)
            self.viewport().update()

    # -- what changes under it --------------------------------------------------------------------------------------
    def _relaid(self, board: Board) -> None:
        seen = self._view.seen
        areas = self._pages.show(board, seen)
        if areas is None:
            self._frame.forget()
            self._look(self._view.kept_near(board.width, board.height))
            if self._fitted:
                self.fit_page()
        else:
            self._frame.spoil([*areas, *self._hints.changed(seen)])
        self._refresh_edges()
        self._idle.start(IDLE)
        self.viewport().update()

    def _viewed(self, _: None) -> None:
        shown = self.editor.persona, self.editor.speech.tag
        if shown != self._shown:
            self._shown = shown
            self._frame.forget()
        self.viewport().update()

    def _recolour(self) -> None:
        self._frame.forget()
        self._overview.spoil()
        self._idle.start(IDLE)
        self.viewport().update()

    def _timer(self, milliseconds: int, call: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer


def _ender(ends: list[Callable[[], None]]) -> Callable[[], None]:
    def end() -> None:
        while ends:  # and nothing holds the view any more
            ends.pop()()

    return end

"""The canvas: the map, gripped by hand, walked by keys and typed into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from journeyeditor.editor.cursor import cursor_box
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.errors import message
from journeyeditor.qt.accessible import install
from journeyeditor.qt.canvas.flight import Flight
from journeyeditor.qt.canvas.following import Following
from journeyeditor.qt.canvas.hand import Hand
from journeyeditor.qt.canvas.map_view import MapView
from journeyeditor.qt.canvas.over.carried import closed_hand, plate_place
from journeyeditor.qt.canvas.over.outlines import record_boxes
from journeyeditor.qt.canvas.over.scene import Scene, is_held
from journeyeditor.qt.canvas.picks import show_choices
from journeyeditor.qt.canvas.pictures import dropped_files, holds_picture, put_picture, takes_picture
from journeyeditor.qt.canvas.settling import Settling
from journeyeditor.qt.canvas.typing import Typing, is_input
from journeyeditor.qt.parts.dropped import answer, offers_copy
from journeyeditor.tools.desk import Target
from journeyeditor.tools.events import ItemKind, Modifiers
from journeyeditor.tools.hints import placing
from journeyeditor.tools.homes import picture_hint
from journeyeditor.tools.marks import Glow, InHand, PointInHand

SHAPES: dict[str, Qt.CursorShape] = {
    "handle": Qt.CursorShape.CrossCursor,
    "edge": Qt.CursorShape.SplitHCursor,
    "point": Qt.CursorShape.SizeVerCursor,
    "start": Qt.CursorShape.OpenHandCursor,
    "end": Qt.CursorShape.OpenHandCursor,
    "head": Qt.CursorShape.OpenHandCursor,
    "near": Qt.CursorShape.SizeHorCursor,
    "far": Qt.CursorShape.SizeHorCursor,
    "text": Qt.CursorShape.IBeamCursor,
}
"""Of the pointer, by the part that it is over."""

MOVING = (QEvent.Type.Wheel, QEvent.Type.NativeGesture)
"""Events that move the map, or come near it, while something may be in the hand."""

Landed = TypeVar("Landed")


class Canvas(MapView):
    """Shows the map of a desk's editor and gives what hand and keys do on it to the desk."""

    menu_wanted = Signal(object, QPoint)
    """A context menu is asked for: the `Target` that it is for, and where (global)."""
    files_dropped = Signal(list)
    """Paths of files that are to be opened or imported."""
    text_unseen = Signal(str)
    """A record's text is to be typed that stands nowhere on the map (its lane is not there): its id."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk.editor, parent)
        self.desk = desk
        self._hand = Hand(self)
        self._scene = Scene(desk, self._pages)
        self._flight = Flight(self, self.viewport().update)
        self._lifted: InHand | None = None
        """What was first seen in the hand, for its way back."""
        self._typing = Typing(self, self._text_turned, self._hide_words)
        self._settling = Settling(self, desk.editor, self._hand)
        self._following = Following(self, self._hand, self._overview)
        self._by_keys = False
        """Whether the last thing that came was a key: then the focus shows."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAcceptDrops(True)
        self.zoomed.connect(self._tell_pixel)
        self.moved.connect(self._hand.look_again)
        editor = desk.editor
        self._ends += [
            desk.marked.listen(self._marked),
            desk.texts.listen(self._text_wanted),
            desk.picks.listen(self._picked),
            editor.selected.listen(self._selected),
            editor.changed.listen(self._settling.changed),
            editor.cursor.moved.listen(self._selected),
            *self._following.ends,
        ]
        self._tell_pixel(self.zoom)
        install(self)

    # -- brought in from outside ------------------------------------------------------------------------------------
    def carry_begin(self, item: ItemKind, detail: str = "", records: Sequence[str] = ()) -> None:
        """Something of the palette or the parking lot is lifted, to be put on the map."""
        self.commit_text()
        self._following.hand_came()
        self._hand.carry(item, detail, tuple(records))

    def carry_move(self, point: QPoint, keys: Modifiers) -> None:
        """It is moved to a point of the screen (global)."""
        self._hand.carry_to(self._from_screen(point), keys)

    def carry_end(self, point: QPoint, keys: Modifiers) -> bool:
        """It is put down at a point of the screen; True if that was on the canvas."""
        return self._land(lambda: self._hand.put_down(self._from_screen(point), keys))

    def carry_cancel(self) -> None:
        """It is let go: nothing has happened."""
        self._let_go()

    def _from_screen(self, point: QPoint) -> QPointF:
        return QPointF(self.viewport().mapFromGlobal(point))

    # -- typing -----------------------------------------------------------------------------------------------------
    def open_text(self, key: str, field: str = "") -> bool:
        """Opens a record's text in its own place; False if it cannot be typed on the map."""
        return self._typing.open(key, field)

    def commit_text(self) -> None:
        """Keeps what is typed and closes the text that is open."""
        self._typing.commit()

    def cancel_text(self) -> None:
        """Gives back what was and closes the text that is open."""
        self._typing.cancel()

    @property
    def is_typing(self) -> bool:
        """Whether a text is open."""
        return bool(self._typing.record)

    def _text_turned(self) -> None:
        """A text was opened or closed: the tool's marks are looked at anew, and what can be done by key."""
        self._settling.changed()
        self.desk.marked.tell(None)

    def _text_wanted(self, wanted: tuple[str, str]) -> None:
        if not self._typing.open(*wanted, near=self.editor.aim):
            self.text_unseen.emit(wanted[0])

    # -- events -----------------------------------------------------------------------------------------------------
    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Everything that happens to the viewport comes by here."""
        kind = event.type()
        if is_input(event):
            self._settling.active()
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if kind == QEvent.Type.Leave:
            self._hand.leave()
        elif kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        elif kind == QEvent.Type.DragLeave:
            self.desk.show()
            return True
        elif isinstance(event, QDropEvent):
            return self._drop(event)
        done = super().viewportEvent(event)
        if kind in MOVING:
            self._hand.stay()
        return done

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() != QEvent.Type.MouseMove:
            self._following.hand_came()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._by_keys = False
                if event.button() == Qt.MouseButton.LeftButton and not self._hand.space:
                    self.commit_text()
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._hand.press(event)
            case QEvent.Type.MouseButtonDblClick:
                self._hand.double_press(event)
            case QEvent.Type.MouseMove:
                self._hand.move(event)
            case QEvent.Type.MouseButtonRelease:
                self._land(lambda: self._hand.release(event))
            case _:
                return False
        self._shape()
        event.accept()
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """That of the keyboard: Qt gives it to the whole, not to the viewport."""
        self._menu(event)

    def _menu(self, event: QContextMenuEvent) -> None:
        selection = self.editor.selection
        ring = cursor_box(self.editor)
        if event.reason() == QContextMenuEvent.Reason.Keyboard and not selection and ring is not None:
            middle = self.to_view(*ring.middle).toPoint()
            self.menu_wanted.emit(Target(), self.viewport().mapToGlobal(middle))
            return
        if event.reason() != QContextMenuEvent.Reason.Keyboard or not selection:
            self.menu_wanted.emit(self.desk.seen_at(*self.to_board(QPointF(event.pos()))), event.globalPos())
            return
        key = selection[-1]
        boxes = record_boxes(self.editor, key)
        if not boxes:
            return
        self.show_record(key)
        role = next((group.role for _, group in self.editor.board.groups(key)), "")
        middle = self.to_view(*boxes[0].middle).toPoint()
        self.menu_wanted.emit(Target(key, role, "body", boxes[0]), self.viewport().mapToGlobal(middle))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space holds the map to be pushed, Escape lets go; all other keys are the window's."""
        self._came_by_key()
        self._hand.hold_keys(event, down=True)
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hand.space = True
            self._shape()
        elif event.key() == Qt.Key.Key_Escape:
            self._let_go()
        else:
            event.ignore()

    def _came_by_key(self) -> None:
        self._settling.active()
        self._following.key_came()
        if not self._by_keys:
            self._by_keys = True
            self.viewport().update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Lets the map go."""
        self._hand.hold_keys(event, down=False)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.space = False
            self._shape()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """The keys come, go, or may be wanted by a gesture."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._came_by_key()
            held = event.key() == Qt.Key.Key_Escape and self._hand.is_busy
            if held or (event.key() == Qt.Key.Key_Space and not event.modifiers()):
                event.accept()
                return True
        elif event.type() == QEvent.Type.FocusIn:
            reason = event.reason()  # type: ignore[attr-defined]
            if reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
                self._by_keys = True
            self.viewport().update()
        elif event.type() == QEvent.Type.FocusOut:
            self._hand.space = False
            self.viewport().update()
        elif event.type() in {QEvent.Type.Hide, QEvent.Type.Close}:
            self.commit_text()
        return super().event(event)

    # -- pictures and files -----------------------------------------------------------------------------------------
    def _drop(self, event: QDropEvent) -> bool:
        self._following.hand_came()
        mime = event.mimeData()
        files = dropped_files(mime)
        target = self.desk.target(*self.to_board(event.position()))
        fits = holds_picture(mime) and takes_picture(self.editor, target.record)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            hint = placing(message("Picture"), picture_hint(self.desk, target.record)) if fits else None
            self.desk.show(*([Glow(target.box)] if fits and target.box is not None else []), hint=hint)
            answer(event, taken=bool(files) or holds_picture(mime))
            return True
        self.desk.show()
        if not offers_copy(event):
            answer(event, taken=False)
        elif files and not fits:
            answer(event, taken=True)
            self.files_dropped.emit(files)
        else:
            answer(event, taken=put_picture(self.editor, target.record, mime))
        return True

    # -- what lies over the map -------------------------------------------------------------------------------------
    def paint_over(self, painter: QPainter) -> None:
        """What is selected and hovered, and what a gesture shows."""
        has_keys = self.hasFocus()
        focused = self._by_keys and has_keys
        self._scene.paint(painter, self.view, has_keys=has_keys, focused=focused, typed=self._typing.record)
        self._typing.paint_card(painter)
        self._flight.paint(painter)

    def _let_go(self) -> None:
        """Escape: what is in the hand flies back to where it was lifted."""
        held, lifted, view = self._in_hand(), self._lifted, self.view
        plate = self._scene.carrier.plate(held, view) if held is not None else None
        self._hand.let_go()
        if held is not None and lifted is not None and plate is not None:
            start, end = plate_place(held, plate, view), plate_place(lifted, plate, view)
            self._flight.start(plate, start.topLeft(), end.topLeft())
        self._shape()

    def _land(self, put_down: Callable[[], Landed]) -> Landed:
        """What is in the hand is put down: it flies to where it is now, or back if nothing came of it."""
        held, lifted = self._in_hand(), self._lifted
        if held is None:
            return put_down()
        plate, before = self._scene.carrier.plate(held, self.view), self.editor.history.position
        start = plate_place(held, plate, self.view).topLeft()
        done = put_down()
        landed = self.editor.selection[-1:] if self.editor.history.position != before else ()
        boxes = record_boxes(self.editor, landed[0]) if landed else []
        if boxes:
            size = plate.deviceIndependentSize()
            end = self.to_view(*boxes[0].middle) - QPointF(size.width() / 2, size.height() / 2)
        else:
            end = plate_place(lifted or held, plate, self.view).topLeft()
        self._flight.start(plate, start, end)
        return done

    def _in_hand(self) -> InHand | None:
        return next((mark for mark in self.desk.marks if isinstance(mark, InHand)), None)

    def _marked(self, _: object) -> None:
        held = self._in_hand()
        if held is None:
            self._lifted = None
            self._scene.carrier.forget()
        elif self._lifted is None:
            self._lifted = held
        self._overview.stand_aside(is_held(self.desk.marks) or self._typing.is_under(self._overview))
        self._shape()
        self.viewport().update()

    def _selected(self, _: object) -> None:
        self.viewport().update()

    def _shape(self) -> None:
        """The shape of the pointer says what a press would do."""
        marks, hovered = self.desk.marks, self.desk.hovered
        cursor = QCursor(Qt.CursorShape.ArrowCursor)
        if self._hand.is_pushing or any(isinstance(mark, InHand | PointInHand) for mark in marks):
            cursor = closed_hand(self.view.ratio)
        elif self._hand.space:
            cursor = QCursor(Qt.CursorShape.OpenHandCursor)
        elif not is_held(marks) and hovered is not None and hovered.part in SHAPES:
            cursor = QCursor(SHAPES[hovered.part])
        self.viewport().setCursor(cursor)

    def _picked(self, asked: tuple[str, Sequence[str], Callable[[str], None]]) -> None:
        what, choices, then = asked
        show_choices(self, self.editor, what, choices, then, QCursor.pos())

    def _relaid(self, board: object) -> None:
        self._typing.relaid()  # first: what is typed is left out of what the map shows
        super()._relaid(board)  # type: ignore[arg-type]
        self._settling.changed()
        self._hand.look_again()

    def _tell_pixel(self, zoom: float) -> None:
        self.desk.pixel = 1 / zoom

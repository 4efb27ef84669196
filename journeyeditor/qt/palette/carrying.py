"""Carrying something onto the map with the mouse held down, from wherever it was gripped."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.tools.events import ItemKind, Modifiers


class Carrier(Protocol):
    """What of the canvas is needed. Places are global, px."""

    def carry_begin(self, item: ItemKind, detail: str = "", records: tuple[str, ...] = ()) -> None:
        """Something is lifted."""

    def carry_move(self, place: QPoint, keys: Modifiers) -> None:
        """It is here now."""

    def carry_end(self, place: QPoint, keys: Modifiers) -> None:
        """It is let go here."""

    def carry_cancel(self) -> None:
        """It flies back."""


def modifiers(event: QMouseEvent) -> Modifiers:
    """The keys held down, as gestures know them."""
    held = event.modifiers()
    return Modifiers(
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
        control=bool(held & Qt.KeyboardModifier.ControlModifier),
        alt=bool(held & Qt.KeyboardModifier.AltModifier),
    )


class Grip(QObject):
    """Watches a widget's mouse: a drag of some px carries `item` or `records`; Escape lets go. Clicks stay clicks."""

    ended = Signal()
    """It was let go or put back; what came of it is done."""

    def __init__(self, widget: QWidget, canvas: Carrier | None, item: ItemKind) -> None:
        super().__init__(widget)
        self._widget, self._canvas, self._item = widget, canvas, item
        self._pressed: QPoint | None = None
        self.lifted = False
        self.records: tuple[str, ...] = ()

    def press(self, event: QMouseEvent) -> None:
        """The button goes down on it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moves with the button down; True while something is carried."""
        if self._canvas is None or self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        place = event.globalPosition().toPoint()
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self.lifted and far:
            self.lifted = True
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            self._canvas.carry_begin(self._item, "", self.records)
            self._widget.update()
        if self.lifted:
            self._canvas.carry_move(place, modifiers(event))
        return self.lifted

    def release(self, event: QMouseEvent) -> bool:
        """The button goes up; True if that ended a carrying, which is no click then."""
        was, self._pressed = self.lifted, None
        if was and self._canvas is not None:
            self._end()
            self._canvas.carry_end(event.globalPosition().toPoint(), modifiers(event))
            self.ended.emit()
        return was

    def cancel(self) -> None:
        """Lets go."""
        self._pressed = None
        if self.lifted and self._canvas is not None:
            self._end()
            self._canvas.carry_cancel()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Escape, wherever the keyboard is, and only while something is carried."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.lifted = False
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._widget.update()

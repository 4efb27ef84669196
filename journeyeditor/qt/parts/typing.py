"""What is typed in a field goes into the journey after 500 ms of rest and on leaving; Escape gives back what was."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

REST = 500
"""Milliseconds without a key after which what is typed is told."""
_openings = count(1)


class Typing(QObject):
    """Watches one field that is typed in. All that is typed between coming and leaving belongs to one `opening`."""

    said = Signal(str, int)
    """A text, and the number of the opening that it was typed in."""

    def __init__(
        self, widget: QLineEdit | QPlainTextEdit, read: Callable[[], str], write: Callable[[str], None]
    ) -> None:
        super().__init__(widget)
        self._widget, self._read, self._write = widget, read, write
        self._known: str | None = None
        self._before: str | None = None
        self._opening = 0
        self._writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.flush)

    def show(self, text: str) -> None:
        """Shows what the journey holds. What is being typed stays while the journey holds what it held."""
        if text != self._known:
            self._known = text
            self._timer.stop()
            self._put(text)

    def forget(self) -> None:
        """From now on the field is about something else: nothing of what it shows counts."""
        self._timer.stop()
        self._known = None
        self._opening = next(_openings)
        self._before = None

    def typed(self) -> None:
        """To be connected to the field's signal that its text is another."""
        if not self._writing:
            if self._opening == 0 or self._before is None:
                self._open()
            self._timer.start()

    def flush(self) -> None:
        """Tells what was typed, at once."""
        self._timer.stop()
        text = self._read()
        if self._known is not None and text != self._known:
            self._known = text
            self.said.emit(text, self._opening)

    def give_back(self) -> bool:
        """Puts back what was there when the field was entered; False if that is there."""
        self._timer.stop()
        before = self._before
        if before is None or (self._read() == before and self._known == before):
            return False
        self._put(before)
        self.flush()
        return True

    def hear(self, event: QEvent) -> bool:
        """Coming, leaving, Escape; the field tells all its events here, and True says that one is done with.

        No event filter: one that stands in Python is still called while Qt takes the field apart.
        """
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            if self._before is None:
                self._open()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.flush()
                self._before = None
        elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if event.key() == Qt.Key.Key_Escape:
            if overriding:
                event.accept()
                return True
            return self.give_back()
        undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if overriding and undoing and not self._can(event):
            event.ignore()
            return True
        return False

    def _can(self, event: QKeyEvent) -> bool:
        """Whether the field itself has something to undo or redo; else the map has."""
        steps = self._widget if isinstance(self._widget, QLineEdit) else self._widget.document()
        redoing = event.matches(QKeySequence.StandardKey.Redo)
        return steps.isRedoAvailable() if redoing else steps.isUndoAvailable()

    def _open(self) -> None:
        self._opening = next(_openings)
        self._before = self._known

    def _put(self, text: str) -> None:
        self._writing = True
        self._write(text)
        self._writing = False

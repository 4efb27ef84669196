"""Fields that are typed in: one line, several lines that grow, and the large title that edits in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from journeyeditor.qt.look import wear
from journeyeditor.qt.parts.dropped import TakesTexts, brings_files
from journeyeditor.qt.parts.typing import Typing

CONTROL = 28
"""Height of a control, px."""


def written(document: QTextDocument) -> str:
    """What stands in a document, with its no-break spaces: Qt's own plain text has common ones in their place."""
    lines, block = [], document.begin()
    while block.isValid():
        lines.append(block.text())
        block = block.next()
    return "\n".join(lines).replace("\u2028", "\n")


class LineField(QLineEdit):
    """One line. `typing` tells what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typing = Typing(self, self.text, self._write)
        self.textEdited.connect(lambda _text: self.typing.typed())
        self._leading: QAction | None = None

    def lead(self, icon: QIcon) -> QAction:
        """Puts an icon at the front, in place of the former one."""
        if self._leading is None:
            self._leading = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
            self._leading.setText(self.accessibleName())
        self._leading.setIcon(icon)
        return self._leading

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Of the line and of the small buttons in it."""
        super().setAccessibleName(name)
        for action in self.actions():
            action.setText(name)

    def event(self, event: QEvent) -> bool:
        """Qt's."""
        typing = getattr(self, "typing", None)
        return bool(typing is not None and typing.hear(event)) or super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Texts may be dropped here; files are the window's."""
        if brings_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter tells at once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typing.flush()
            self.returnPressed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _write(self, text: str) -> None:
        at = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(at if self.hasFocus() else 0)


class GrowingText(TakesTexts, QPlainTextEdit):
    """Several lines; as high as its text, from `least` to `most` lines. Tab leaves it, Ctrl+Enter too."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: int = 1, most: int = 12, look: str = "") -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if look:
            wear(self, look)
        self.typing = Typing(self, lambda: written(self.document()), self._write)
        self.textChanged.connect(self.typing.typed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._high = 0

    def event(self, event: QEvent) -> bool:
        """Qt's."""
        typing = getattr(self, "typing", None)
        return bool(typing is not None and typing.hear(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+Enter tells at once and leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typing.flush()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Text, and nothing else."""
        if source.hasText():
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(120, self._wanted())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(40, self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now its font is known."""
        super().showEvent(event)
        self._grow()

    def lines(self) -> int:
        """How many lines its text takes as wide as it is."""
        return max(1, round(self.document().size().height()))

    def _wanted(self) -> int:
        shown = max(self._least, min(self._most, self.lines()))
        margin = 2 * round(self.document().documentMargin())
        frame = self.height() - self.viewport().height() if self.isVisible() else 10
        return max(CONTROL, shown * self.fontMetrics().lineSpacing() + margin + max(4, frame))

    def _grow(self) -> None:
        wanted = self._wanted()
        scrolls = self.lines() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if wanted != self._high:
            self._high = wanted
            self.setFixedHeight(wanted)
            self.grown.emit()

    def _write(self, text: str) -> None:
        cursor = self.textCursor()
        at = cursor.position()
        self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(text)))
            self.setTextCursor(cursor)


class TitleField(GrowingText):
    """The title of what is selected: large, plain, wraps; Enter tells and leaves, Shift+Enter is a new line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, most=8, look="title")
        self.back: QWidget | None = None
        """Who sent the keys here for a word: Enter gives them back. None: it goes on to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter tells at once and goes on, or back."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.typing.flush()
            if self.back is not None:
                self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whoever went elsewhere is not sent back later."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.back = None

"""The line in which a facilitator types what people call out; a pasted block is a note for each line."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from journeyeditor.qt.look import body_font, colour, watcher
from journeyeditor.qt.parts.dropped import answer, brings_files

CAP = "F4"


class QuickLine(QLineEdit):
    """Enter tells the line and stays; the key that leads here is shown at its end."""

    said = Signal(str)
    left_down = Signal()
    """Arrow down: to the notes."""
    left = Signal()
    """Escape with nothing typed: back to the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet("QLineEdit { min-height: 30px; } QLineEdit:focus { min-height: 28px; }")
        self.setTextMargins(0, 0, 32, 0)
        watcher.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, paste, down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData(QClipboard.Mode.Clipboard))
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def take(self, source: QMimeData | None) -> None:
        """Pasted or dropped text: one line is typed here, several are noted down at once; None is nothing."""
        if source is None or not source.hasText():
            return
        text = source.text()
        if "\n" in text.strip() or "\r" in text.strip():
            whole = self.text() + text if self.text().strip() else text
            self._tell(whole)
        else:
            self.insert(text.strip("\r\n"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Its "paste" takes several lines too."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda: self.take(QGuiApplication.clipboard().mimeData()))
        menu.exec(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Texts may be dropped here; files are the window's."""
        if brings_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Qt's."""
        if answer(event, taken=True):
            self.take(event.mimeData())

    def _tell(self, text: str) -> None:
        self.clear()
        if text.strip():
            self.said.emit(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The line, and the keycap."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.width() - 34, (self.height() - 18) / 2, 26, 18)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.setBrush(colour("chrome"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(body_font(11))
        painter.setPen(colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), CAP)

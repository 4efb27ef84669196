"""Votes with an arrow: a click adds one, a click with Shift takes one back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeyeditor.qt.actions.positions import meant
from journeyeditor.qt.look import body_font, colour, pixmap, watcher
from journeyeditor.qt.parts.ring import paint_ring


class Votes(QAbstractButton):
    """An arrow and a number."""

    voted = Signal(int)
    """+1 or -1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._font = body_font(12)
        watcher.changed.connect(self.update)

    def show_votes(self, text: str) -> None:
        """Shows a number, already in the reader's words."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(QFontMetrics(self._font).horizontalAdvance(self.text()) + 26, 20)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Votes."""
        hit = self.isDown() and self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if hit and event.button() == Qt.MouseButton.LeftButton:
            self.voted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space, Enter, plus and minus, with and without Shift."""
        key, text = event.key(), meant(event) or event.text()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.voted.emit(-1 if shift else 1)
        elif text in {"+", "="} or key == Qt.Key.Key_Up:
            self.voted.emit(1)
        elif text in {"-", "−"} or key in (Qt.Key.Key_Down, Qt.Key.Key_Delete):
            self.voted.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            wash = colour("text")
            wash.setAlphaF(0.08)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.drawPixmap(4, (self.height() - 13) // 2, pixmap("arrow-up", "text", 13, self.devicePixelRatioF()))
        painter.setFont(self._font)
        painter.setPen(colour("text"))
        box = QRectF(18, 0, self.width() - 20, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 5)

"""A way to begin in the left column: icon, name, and its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from journeyeditor.qt.look import colour, pixmap

HIGH, ICON, INSET, GAP = 36, 18, 3, 14
"""Of the button, of its icon, before it, and after it; px."""


class WayButton(QAbstractButton):
    """Across the column, without a frame until the pointer or the keyboard is on it."""

    def __init__(
        self, icon: str, action: str = "", parent: QWidget | None = None, *, key: Qt.Key | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._action, self._key = icon, action, key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HIGH)

    @property
    def keys(self) -> str:
        """Its key, or that of its action, as this platform writes it; empty where it has none."""
        if self._key is not None:
            return QKeySequence(self._key).toString(QKeySequence.SequenceFormat.NativeText)
        if not self._action:
            return ""
        from journeyeditor.qt.actions.action import sequences  # noqa: PLC0415 - the table of actions is made by now
        from journeyeditor.qt.actions.table import BY_ID  # noqa: PLC0415

        found = [one for key in BY_ID[self._action].keys for one in sequences(key)]
        return found[0].toString(QKeySequence.SequenceFormat.NativeText) if found else ""

    def name(self, text: str) -> None:
        """What it says."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.keys)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Name and key beside each other."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + self.fontMetrics().horizontalAdvance(self.keys)
        return QSize(INSET + ICON + 2 * GAP + words, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Wash, ring, icon, name, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        sign = pixmap(self._icon, "muted", ICON, self.devicePixelRatioF())
        painter.drawPixmap(INSET, (self.height() - ICON) // 2, sign)
        words = QRectF(INSET + ICON + GAP, 0, self.width() - INSET - ICON - GAP - INSET, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour("text"))
        font = self.font()
        font.setPixelSize(12)
        taken = QFontMetricsF(font).horizontalAdvance(self.keys) + GAP if self.keys else 0
        shown = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() - taken)
        painter.drawText(words, int(middle | Qt.AlignmentFlag.AlignLeft), shown)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        painter.drawText(words, int(middle | Qt.AlignmentFlag.AlignRight), self.keys)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The wash comes."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The wash goes."""
        super().leaveEvent(event)
        self.update()

"""Labels in the window's few sizes and tones, always plain text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeyeditor.qt.look import colour, watcher

BODY, SMALL, CAPTION, TITLE = 13.0, 12.0, 11.0, 17.0
"""Sizes of type, px."""


class Tone(QLabel):
    """A label of plain text in the colour of a role; follows light and dark."""

    def __init__(
        self,
        text: str = "",
        role: str = "text",
        size: float = BODY,
        *,
        bold: bool = False,
        italic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._role, self._size, self._bold, self._italic = role, size, bold, italic
        watcher.changed.connect(self._dress)
        self._dress()

    def set_role(self, role: str) -> None:
        """Another tone."""
        if role != self._role:
            self._role = role
            self._dress()

    def set_bold(self, bold: bool) -> None:
        """Bold or not."""
        if bold != self._bold:
            self._bold = bold
            self._dress()

    def _dress(self) -> None:
        weight = "bold" if self._bold else "normal"
        style = "italic" if self._italic else "normal"
        self.setStyleSheet(
            f"color: {colour(self._role).name()}; font-size: {self._size:g}px; font-weight: {weight}; "
            f"font-style: {style}; background: transparent;"
        )


class Elided(Tone):
    """A label of one line that ends with "…" where it has no room; the whole is its tool tip then."""

    mode = Qt.TextElideMode.ElideRight
    """Where the "…" stands."""

    def __init__(self, text: str = "", role: str = "text", size: float = BODY, *, bold: bool = False) -> None:
        super().__init__(text, role, size, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._tip()

    def setText(self, text: str) -> None:  # noqa: N802
        """Qt's."""
        super().setText(text)
        self._tip()

    def _tip(self) -> None:
        wide = self.fontMetrics().horizontalAdvance(self.text())
        self.setToolTip(plain_tip(self.text()) if wide > self.width() > 0 else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self.mode, self.width())
        painter.drawText(self.rect(), int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), shown)


def plain_tip(text: str) -> str:
    """A text for a tool tip, which would take `<b>` for bold: shown as it was typed."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"

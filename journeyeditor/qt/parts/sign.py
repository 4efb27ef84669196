"""A small icon before a sentence, in the colours and as sharp as the screen is now."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeyeditor.qt.look import pixmap, watcher


class Sign(QWidget):
    """One icon of `size` px in the colour of a role."""

    def __init__(self, icon: str, role: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setFixedSize(size, size)
        watcher.changed.connect(self.update)

    def show_icon(self, icon: str, role: str) -> None:
        """From now on it is another one."""
        self._icon, self._role = icon, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt's."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._icon, self._role, self._size, self.devicePixelRatioF()))
        painter.end()

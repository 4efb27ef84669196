"""What lies behind a large dialog is dimmed: it is still there, and waits."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

SHADE = QColor(16, 24, 40, 102)
"""Over light and dark windows alike."""


class Shade(QWidget):
    """Lies over a whole window and lets every click through, though a dialog has them meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), SHADE)
        painter.end()


@contextlib.contextmanager
def dimmed(window: QWidget) -> Iterator[None]:
    """Inside, a window is dimmed. It may be gone when that ends."""
    shade = Shade(window)
    try:
        yield
    finally:
        if isValid(shade):
            shade.hide()
            shade.deleteLater()

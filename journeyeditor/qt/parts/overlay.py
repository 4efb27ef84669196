"""A scroll bar that lies over the margin of what it scrolls, so that nothing moves when it comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QScrollBar, QWidget

WIDTH = 12
AROUND = 24
"""Above and below what gets the keyboard, px."""


class OverlayBar(QScrollBar):
    """Takes the place of an area's own upright scroll bar. The area calls `place` whenever it is resized."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own = area.verticalScrollBar()
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self.hide()

    def place(self, wide: int, tall: int) -> None:
        """At the right edge of an area of this size, px."""
        self.setGeometry(wide - WIDTH, 0, WIDTH, tall)
        self.raise_()

    def _follow(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setVisible(most > 0)


class OverlayArea(QScrollArea):
    """A scroll area without a frame whose bar lies over its margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keys
        self._bar = OverlayBar(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What gets the keyboard is seen, wherever the keyboard came from; a hand sees what it clicks on."""
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        inside = self.widget()
        if self.isVisible() and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._bar.place(self.width(), self.height())

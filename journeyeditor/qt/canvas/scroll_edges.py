"""Scroll bars that lie over the edges of the viewport, so that their coming and going does not change its size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from journeyeditor.qt.canvas.view import VISIBLE, View
from journeyeditor.tools.board import Board

THICK = 12
"""px."""


class ScrollEdges:
    """Both bars; they show while the board is not wholly in view."""

    def __init__(self, parent: QWidget, go_to: Callable[[float, float], None]) -> None:
        self._go_to = go_to
        self._across = QScrollBar(Qt.Orientation.Horizontal, parent)
        self._down = QScrollBar(Qt.Orientation.Vertical, parent)
        for bar in (self._across, self._down):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.setCursor(Qt.CursorShape.ArrowCursor)
            bar.setSingleStep(40)
            bar.hide()
        self._across.valueChanged.connect(self._moved_across)
        self._down.valueChanged.connect(self._moved_down)
        self._view = View()

    def show_view(self, view: View, board: Board) -> None:
        """Puts the bars where they belong for what is in view."""
        self._view = view
        wide, high = board.width * view.zoom, board.height * view.zoom
        corner = view.to_view(0, 0)
        across = corner[0] < -0.5 or corner[0] + wide > view.width + 0.5
        down = corner[1] < -0.5 or corner[1] + high > view.height + 0.5
        self._place(self._across, view.left, view.width, wide, across)
        self._place(self._down, view.top, view.height, high, down)
        width, height = int(view.width), int(view.height)
        self._across.setGeometry(0, height - THICK, width - (THICK if down else 0), THICK)
        self._down.setGeometry(width - THICK, 0, THICK, height - (THICK if across else 0))

    @staticmethod
    def _place(bar: QScrollBar, start: float, room: float, length: float, shown: bool) -> None:
        with QSignalBlocker(bar):
            keep = min(VISIBLE, length / 2)
            bar.setRange(round(keep - room), round(length - keep))
            bar.setPageStep(round(room))
            bar.setValue(round(start))
        if bar.isVisible() != shown:
            bar.setVisible(shown)

    def _moved_across(self, value: int) -> None:
        self._go_to(float(value), self._view.top)

    def _moved_down(self, value: int) -> None:
        self._go_to(self._view.left, float(value))

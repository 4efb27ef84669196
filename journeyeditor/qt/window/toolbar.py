"""The toolbar: 48 px high, pages in the middle."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from journeyeditor.qt.actions.menus import TOOLBAR_LEFT, TOOLBAR_MIDDLE, TOOLBAR_PAGES, TOOLBAR_RIGHT
from journeyeditor.qt.look import hairline, wear
from journeyeditor.qt.look.icons import SIZE

HEIGHT = 48
SEGMENTS = 32
FIRST_GROUP = 184
"""Width of what stands over the palette, px."""
NAMED = {"present": "wide", "export": "bordered"}
"""Buttons that show their text beside the icon, and how they are dressed."""
PANELS = ("start-page", "palette", "inspector")
"""Buttons that look the same whether what they show is there or not: that can be seen."""
SHORT_BELOW = 1000
"""Width under which these show their icon alone, px."""


class Toolbar(QFrame):
    """Buttons for the actions that are used most; the rest is in the menus."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        wear(self, "chrome")
        self.setFixedHeight(HEIGHT)
        self._named: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        left, right = QWidget(), QWidget()
        self._fill(left, actions, (*TOOLBAR_LEFT, "gap", *TOOLBAR_MIDDLE), stretch_last=True)
        self._fill(right, actions, TOOLBAR_RIGHT, stretch_last=False)
        row.addWidget(left, 1)
        row.addWidget(self._segments(actions))
        row.addWidget(right, 1)

    def _fill(self, side: QWidget, actions: Mapping[str, QAction], ids: tuple[str, ...], *, stretch_last: bool) -> None:
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        if not stretch_last:
            row.addStretch(1)
        width = 0
        for one in ids:
            if one == "gap":
                row.addSpacing(max(8, FIRST_GROUP - width))
            elif one == "|":
                row.addSpacing(6)
                line = hairline(upright=True)
                line.setFixedHeight(20)
                row.addWidget(line)
                row.addSpacing(6)
            else:
                row.addWidget(self._button(actions[one], NAMED.get(one, "")))
                width += 36
        if stretch_last:
            row.addStretch(1)

    def _button(self, action: QAction, look: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action.objectName() in PANELS:
            wear(button, "panel")
        elif look:
            wear(button, look)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._named.append(button)
        return button

    def _segments(self, actions: Mapping[str, QAction]) -> QFrame:
        frame = wear(QFrame(), "segmented")
        frame.setFixedHeight(SEGMENTS)
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for one in TOOLBAR_PAGES:
            button = wear(QToolButton(), "segment")
            button.setDefaultAction(actions[one])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        return frame

    def fit(self, width: int) -> None:
        """Shows texts or icons alone, as there is room (px)."""
        style = Qt.ToolButtonStyle
        for button in self._named:
            wanted = style.ToolButtonIconOnly if width < SHORT_BELOW else style.ToolButtonTextBesideIcon
            if button.toolButtonStyle() != wanted:
                button.setToolButtonStyle(wanted)

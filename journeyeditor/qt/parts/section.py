"""A section of the inspector: a bold title with its count, and "+" at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journeyeditor.qt.look import hairline, tool_button
from journeyeditor.qt.parts.labels import BODY, SMALL, Tone

MARGIN = 16
"""At both sides of a panel, px."""


class SectionHeader(QWidget):
    """Title, count, "+"."""

    added = Signal()

    def __init__(self, *, can_add: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = Tone("", "text", BODY, bold=True)
        self.count = Tone("", "muted", SMALL)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        self.plus: QToolButton | None = None
        if can_add:
            self.plus = tool_button("plus", role="muted", size=18)
            self.plus.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.plus.clicked.connect(self.added)
            row.addWidget(self.plus)
        self.setMinimumHeight(28)

    def name(self, title: str, count: str = "", plus: str = "") -> None:
        """Says all of it in the language of now."""
        self.title.setText(title)
        self.count.setText(count)
        if self.plus is not None:
            self.plus.setToolTip(plus)
            self.plus.setAccessibleName(plus)


class Section(QWidget):
    """A hairline, a header, and what stands under it."""

    def __init__(self, *, can_add: bool = False, headed: bool = True, line: bool = True) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.line = hairline()
        whole.addWidget(self.line)
        self.line.setVisible(line)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(MARGIN, 8, MARGIN, 12)
        self.body.setSpacing(8)
        self.header = SectionHeader(can_add=can_add)
        self.body.addWidget(self.header)
        self.header.setVisible(headed)
        whole.addWidget(inside)

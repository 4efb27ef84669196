"""Small plain widgets, dressed."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from journeyeditor.qt.look.icons import SIZE, put_icon

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def wear(widget: AnyWidget, look: str) -> AnyWidget:
    """Dresses a widget as what it is (see `style`), now or again, and returns it."""
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return widget


def label(text: str = "", look: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label whose text is only text, whatever is in it."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wraps)
    return wear(made, look) if look else made


def tool_button(icon: str, look: str = "", *, role: str = "text", size: int = SIZE) -> QToolButton:
    """A button of 32 px with an icon that follows the colours. Give it a tooltip and an accessible name."""
    button = QToolButton()
    button.setIconSize(QSize(size, size))
    put_icon(button, icon, role, size)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return wear(button, look) if look else button


def hairline(*, upright: bool = False) -> QFrame:
    """A line of one pixel between two parts."""
    line = wear(QFrame(), "hairline")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line

"""A choice of a few: checkable buttons in a trough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from journeyeditor.qt.look import put_icon, wear


class _Segment(QToolButton):
    """One part; arrows go to its neighbours."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class Segmented(QFrame):
    """One of a few values, or none: a click on the chosen one takes it back where it `can_be_empty`."""

    chosen = Signal(object)
    """A hand chose this value, or None."""

    def __init__(
        self,
        values: Sequence[str],
        *,
        icons: Sequence[str] = (),
        can_be_empty: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        wear(self, "segmented")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._can_be_empty = can_be_empty
        self._value: str | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for number, value in enumerate(values):
            button = _Segment(self)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            wear(button, "segment")
            size = 11 if icons else 12
            button.setStyleSheet(f"QToolButton {{ padding: 0; font-size: {size}px; border-width: 1px; }}")
            if number < len(icons) and icons[number]:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setIconSize(QSize(13, 13))
                put_icon(button, icons[number], "muted", 14, chosen="text")
            button.clicked.connect(lambda _checked=False, value=value: self._click(value))
            button.stepped.connect(lambda step, value=value: self._step(value, step))
            row.addWidget(button, 1)
            self.buttons[value] = button

    def name(self, texts: Sequence[str]) -> None:
        """Says the values in the language of now."""
        for button, text in zip(self.buttons.values(), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)

    def show_value(self, value: str | None) -> None:
        """Shows a value; None shows none, also where they differ."""
        self._value = value
        for own, button in self.buttons.items():
            button.setChecked(own == value)

    def _step(self, value: str, step: int) -> None:
        values = list(self.buttons)
        at = values.index(value) + step
        if 0 <= at < len(values):
            self.buttons[values[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(values[at])

    def _click(self, value: str) -> None:
        self._choose(None if value == self._value and self._can_be_empty else value)

    def _choose(self, value: str | None) -> None:
        self.show_value(value)
        self.chosen.emit(value)

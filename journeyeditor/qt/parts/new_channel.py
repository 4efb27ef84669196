"""Asks for a new channel, which has no place on the map to be typed in: its name, then its icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.model.channels import CHANNEL_ICONS
from journeyeditor.model.records import Channel
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.qt.parts.on_screen import run
from journeyeditor.qt.parts.symbols import channel_icon
from journeyeditor.words import Words

WIDTH, COLUMNS, SIGN = 380, 10, 18
LONGEST = 200
"""Characters of a channel's name."""
STANDARD: str = Channel(id="channel").icon
"""The icon of a channel for which none is chosen."""


class NewChannelDialog(QDialog):
    """Name and icon; Enter takes it."""

    def __init__(self, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = speech.say
        self.setWindowTitle(say("New channel"))
        self.setMinimumWidth(WIDTH)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(say("Name of the channel"))
        self.told = label(look="muted")
        self.icons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.cancel_button = QPushButton(say("Cancel"))
        self.add_button = wear(QPushButton(say("Add channel")), "filled")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(say("New channel"), "title"))
        column.addWidget(label(say("Name of the channel")))
        column.addWidget(self.field)
        column.addSpacing(4)
        column.addWidget(label(say("Icon")))
        column.addLayout(self._make_icons(speech))
        column.addWidget(self.told)
        column.addSpacing(8)
        column.addLayout(foot(self.cancel_button, self.add_button))
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.field.textChanged.connect(self._look)
        self._group.buttonToggled.connect(self._look)
        self.icons[STANDARD].setChecked(True)
        self._look()
        QTimer.singleShot(0, self.field, self.field.setFocus)

    @property
    def name(self) -> str:
        """What the channel shall be called."""
        return " ".join(self.field.text().split())

    @property
    def icon(self) -> str:
        """The name of the icon that is chosen."""
        return next(name for name, button in self.icons.items() if button.isChecked())

    def _make_icons(self, speech: Words) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(2)
        for number, name in enumerate(CHANNEL_ICONS):
            button = QToolButton()
            button.setCheckable(True)
            button.setIcon(channel_icon(name, "text", SIGN))
            button.setIconSize(QSize(SIGN, SIGN))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            word = speech.term("channel", name)
            button.setToolTip(word)
            button.setAccessibleName(word)
            self._group.addButton(button)
            self.icons[name] = button
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
        return grid

    def _look(self) -> None:
        self.add_button.setEnabled(bool(self.name))
        self.told.setText(self.icons[self.icon].toolTip())


def ask_new_channel(parent: QWidget, speech: Words) -> tuple[str, str]:
    """Name and icon of a new channel; the name is empty if a person thinks better of it."""
    dialog = NewChannelDialog(speech, parent)
    return (dialog.name, dialog.icon) if run(dialog) else ("", STANDARD)

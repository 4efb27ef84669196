"""The sheet of shortcuts, made from the table of actions, in the order of the menus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.errors import Message, message
from journeyeditor.qt.accessible.naming import name_clear_button
from journeyeditor.qt.actions.action import Action, sequences
from journeyeditor.qt.actions.menus import BAR, Menu
from journeyeditor.qt.actions.table import BY_ID
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.qt.parts.on_screen import open_as
from journeyeditor.words import Words

BY_HAND: tuple[tuple[Message, Message], ...] = (
    (message("Ctrl + wheel"), message("Larger or smaller, about the pointer")),
    (message("Space + drag"), message("Push the map about")),
    (message("Ctrl + drag"), message("Copy what is dragged; on the curve any value, not only half steps")),
    (message("Esc"), message("Let go: nothing has happened")),
    (message("Tab"), message("In a text: keep it and go to the next")),
    (message("Shift + Enter"), message("In a text: a new line")),
    (message("Space, Page down, click"), message("In the presentation: the next part; Page up or right click: back")),
    (message("L"), message("In the presentation: the red point of a laser pointer")),
    (message("T, R"), message("In the presentation: show the timer, begin it anew")),
    (message("B"), message("In the presentation: dark, and light again")),
)
"""What no menu holds."""


def keys_of(action: Action) -> list[str]:
    """The keys of an action as this platform writes them; of a standard key the usual one."""
    usual = [sequences(key)[:1] for key in action.keys]
    texts = [sequence.toString(QKeySequence.SequenceFormat.NativeText) for some in usual for sequence in some]
    return list(
        dict.fromkeys([*([action.position_keys] if action.position_keys else []), *(one for one in texts if one)])
    )


def with_keys(menu: Menu) -> Iterator[Action]:
    """All actions of a menu and its submenus that have a key."""
    for item in menu.items:
        if isinstance(item, Menu):
            yield from with_keys(item)
        elif item in BY_ID and keys_of(BY_ID[item]):
            yield BY_ID[item]


class ShortcutSheet(QDialog):
    """All shortcuts, to be looked through and searched."""

    def __init__(self, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        say = speech.say
        self.setWindowTitle(say("Keyboard shortcuts"))
        open_as(self, 640, 680)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(say("Keyboard shortcuts"), "title"))
        column.addWidget(label(say("Single keys work on the map while no text is open."), "muted", wraps=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Search"))
        self.search.setAccessibleName(say("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        name_clear_button(self.search, say("Empty the field"))
        self.search.textChanged.connect(self._filter)
        column.addWidget(self.search)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setAccessibleName(say("Keyboard shortcuts"))
        self.tree.setColumnWidth(0, 360)
        self._fill()
        column.addWidget(self.tree, 1)
        close = wear(QPushButton(say("Close")), "filled")
        close.clicked.connect(self.accept)
        column.addLayout(foot(close))

    def _fill(self) -> None:
        say = self._speech.say
        for menu in BAR:
            group = self._group(say(menu.title).replace("&", ""))
            for action in with_keys(menu):
                tip = say(action.tip)
                self._row(group, say(action.text), "  ·  ".join(keys_of(action)), tip)
            if group.childCount() == 0:
                self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(group))
        group = self._group(say("By hand"))
        for keys, text in BY_HAND:
            self._row(group, say(text), say(keys), "")
        self.tree.expandAll()

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem([title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(group)
        return group

    @staticmethod
    def _row(group: QTreeWidgetItem, text: str, keys: str, tip: str) -> None:
        row = QTreeWidgetItem([text, keys])
        row.setToolTip(0, tip)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        group.addChild(row)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            if group is None:
                continue
            shown = 0
            for place in range(group.childCount()):
                row = group.child(place)
                if row is None:
                    continue
                fits = wanted in f"{row.text(0)} {row.text(1)} {row.toolTip(0)}".casefold()
                row.setHidden(not fits)
                shown += fits
            group.setHidden(not shown)

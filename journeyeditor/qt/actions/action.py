"""What an action is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QKeySequence

from journeyeditor.errors import Message

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

StandardKey = QKeySequence.StandardKey
Key = StandardKey | str
Test = Callable[["MainWindow"], bool]
Deed = Callable[["MainWindow"], object]


def always(window: MainWindow) -> bool:  # noqa: ARG001
    """It can always be done."""
    return True


def with_map(window: MainWindow) -> bool:
    """A journey is open in the window."""
    return window.has_map


def shown(window: MainWindow) -> bool:
    """A journey is open and shown, in any of its pages."""
    return window.has_map and window.page != "start"


def on_map(window: MainWindow) -> bool:
    """A journey is open, and its map is what is shown."""
    return window.has_map and window.page == "map"


def with_selection(window: MainWindow) -> bool:
    """Something is selected."""
    return window.has_map and bool(window.editor.selection)


class Action(msgspec.Struct, frozen=True):
    """One thing that can be done. Keys that begin with a modifier work in the whole window, others on the map alone.

    `text` is what the menu says, `named` what it says now (undo names its step); `tip` says it in a sentence; `on` is
    whether a switch is on. `map_only` keys work only while the canvas has the focus and no text is open.
    `why_no_key` is said where there is none.
    """

    id: str
    text: Message
    do: Deed
    tip: Message
    keys: tuple[Key, ...] = ()
    when: Test = always
    icon: str | None = None
    on: Test | None = None
    named: Callable[[MainWindow], Message] | None = None
    map_only: bool = False
    position_keys: str = ""
    """A digit or sign that works by its place on the keyboard (see `positions`)."""
    why_no_key: str = ""
    role: str = ""
    """`about`, `settings` or `quit`: where macOS has a place of its own for it."""


def sequences(key: Key) -> list[QKeySequence]:
    """The key presses of a key on this platform."""
    if isinstance(key, str):
        return [QKeySequence(key)]
    return list(QKeySequence.keyBindings(key))


CHOICE = "choice"
"""Why an action has no key: it is one of several to choose from, opened by the keys of its menu."""

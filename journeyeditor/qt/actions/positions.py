"""Digits and signs by their place on the keyboard: the row above the letters, with and without Shift, and the pad.

On a French keyboard that row gives `& é " ' (` unless Shift is held; what a facilitator means by the first key of it is
one all the same. So the key's place is read, not its letter: X11 and Wayland say 10 to 19 for the row, Windows 2 to 11,
macOS has a number of its own for each. Where a system says nothing, the letter is what is left to go by.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from journeyeditor.qt.actions.action import Action
from journeyeditor.qt.actions.table import TABLE

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

DIGITS = "1234567890"
X11 = {10 + number: digit for number, digit in enumerate(DIGITS)}
WINDOWS = {2 + number: digit for number, digit in enumerate(DIGITS)}
MACOS = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), DIGITS, strict=True))
"""kVK_ANSI_1 and so on, which are not in a row."""
PLUS_PLACES = {"linux": 21, "win32": 13, "darwin": 24}
"""The key with `+` and `=` on a US and a French keyboard, right of the zero's neighbour; the acute accent on a German
one, whose own plus key is known by its letter."""

_HELD = re.compile(r"(Ctrl|Alt)\+\d")
_LETTERS = {
    Qt.Key.Key_Ampersand: "1", Qt.Key.Key_Eacute: "2", Qt.Key.Key_QuoteDbl: "3", Qt.Key.Key_Apostrophe: "4",
    Qt.Key.Key_ParenLeft: "5", Qt.Key.Key_Agrave: "0",
}  # fmt: skip
"""The French row, where no place is told."""


def meant(event: QKeyEvent, system: str = sys.platform) -> str:
    """The digit or `+` that a key means by its place, or nothing."""
    key = event.key()
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return _plain(key)
    if key == Qt.Key.Key_Plus:
        return "+"
    places, code = _places(event, system)
    if code:
        found = places.get(code, "")
        if not found and code == _plus_place(system) and key in (Qt.Key.Key_Equal, Qt.Key.Key_Plus):
            return "+"
        return found
    return _plain(key) or _LETTERS.get(Qt.Key(key), "")


def _places(event: QKeyEvent, system: str) -> tuple[dict[int, str], int]:
    if system == "darwin":
        # The place of a key is its virtual key there; `A` is 0, so nothing is told by it alone.
        return MACOS, event.nativeVirtualKey()
    return (WINDOWS if system == "win32" else X11), event.nativeScanCode()


def _plus_place(system: str) -> int:
    return PLUS_PLACES.get(system, PLUS_PLACES["linux"])


def _plain(key: int) -> str:
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    return "+" if key == Qt.Key.Key_Plus else ""


class PositionKeys(QObject):
    """Filters what the canvas hears: a digit's key does what the table says, whatever letter it would give."""

    def __init__(self, window: MainWindow, do: Callable[[Action], bool]) -> None:
        super().__init__(window)
        self._window, self._do = window, do
        self._by_key = {action.position_keys: action for action in TABLE if action.position_keys}
        self._by_key |= {
            key: action for action in TABLE for key in action.keys if isinstance(key, str) and _HELD.fullmatch(key)
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Takes the keys that mean something, unless a text is open."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if self._is_typing():
            return False
        action = self._meant(event)
        if action is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        self._do(action)
        return True

    def _meant(self, event: QKeyEvent) -> Action | None:
        """The action of a key; with Ctrl or Alt only where the letter is no digit, for else Qt finds it itself."""
        modifiers = Qt.KeyboardModifier
        ignored = modifiers.ShiftModifier | modifiers.KeypadModifier | modifiers.GroupSwitchModifier
        held = event.modifiers() & ~ignored
        if held == modifiers.NoModifier:
            return self._by_key.get(meant(event))
        prefix = {modifiers.ControlModifier: "Ctrl+", modifiers.AltModifier: "Alt+"}.get(held)
        shifted = bool(event.modifiers() & modifiers.ShiftModifier)
        if prefix is None or shifted or _plain(event.key()):
            return None
        return self._by_key.get(prefix + meant(event))

    def _is_typing(self) -> bool:
        return not self._window.has_map or self._window.editor.typing is not None

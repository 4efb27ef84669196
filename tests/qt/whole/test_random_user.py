"""Somebody who presses everything: afterwards the journey's laws hold, and undo gives the start back."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from journeyeditor.model.rules import broken_rules
from journeyeditor.qt.actions.table import TABLE
from tests.qt.whole.conftest import as_it_was
from tests.qt.whole.hand import LEFT, Hand
from tests.qt.whole.visitor import Visitor

KEYS = [
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "Tab",
    "Shift+Tab",
    "Enter",
    "Ctrl+Enter",
    "Escape",
    "F2",
    "Del",
    "Backspace",
    "Space",
    "F6",
    "F12",
    "F9",
    "Alt+Left",
    "Alt+Right",
    "Alt+Up",
    "Alt+Down",
    "Shift+Left",
    "Shift+Right",
    "Shift+Up",
    "Shift+Down",
    "Ctrl+Home",
    "Ctrl+End",
    "Ctrl+Up",
    "Ctrl+Down",
    "Ctrl+Z",
    "Ctrl+Z",
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+C",
    "Ctrl+X",
    "Ctrl+V",
    "Ctrl+A",
    "Ctrl+D",
    "Ctrl+Shift+A",
    "Ctrl+Shift+D",
    "Ctrl+F",
    "Ctrl+H",
    "F4",
    "Shift+F4",
    "Ctrl+1",
    "Ctrl+2",
    "Ctrl+3",
    "Ctrl+0",
    "Ctrl+8",
    "Ctrl+9",
    "Ctrl++",
    "Ctrl+-",
    "Alt+1",
    "Alt+2",
    "Alt+3",
    "Ctrl+Alt+P",
    "Ctrl+Shift+P",
    "Ctrl+I",
    "Shift+L",
    "Shift+K",
    "Shift+I",
    "Shift+H",
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "A",
    "B",
    "C",
    "E",
    "F",
    "G",
    "H",
    "I",
    "K",
    "L",
    "M",
    "N",
    "O",
    "P",
    "Q",
    "T",
    "V",
    "Y",
    "+",
    "-",
]
NOT = {
    "open", "import", "save-as", "save", "save-template", "export", "print", "settings", "shortcuts", "about", "close",
    "quit", "present", "full-screen", "window-minimise", "new", "to-be", "next-window", "priorities", "undo",
}  # fmt: skip
"""Actions that open a dialog or another window, or end the program."""
ACTIONS = [action.id for action in TABLE if action.id not in NOT]
TEXTS = ("Pay by card", "Trop cher", "a\tb\nc\td", "one\ntwo\nthree", "élève « où » ’", "مرحبا", "x" * 90, " ")
LONG_SEEDS = [int(one) for one in os.environ.get("JOURNEYEDITOR_SEEDS", "11").split(",")]


class User:
    """Does one thing after another, by chance."""

    def __init__(self, hand: Hand, seed: int) -> None:
        self.hand, self.chance = hand, random.Random(seed)  # noqa: S311 - not for secrets
        self.deeds: list[tuple[int, Callable[[], str]]] = [
            (40, self.key), (12, self.words), (14, self.click), (14, self.drag), (4, self.wheel), (10, self.action),
            (3, self.context), (2, self.lift), (2, self.clipboard), (1, self.size), (3, self.beside),
        ]  # fmt: skip

    def go(self, times: int) -> None:
        """So many events."""
        for number in range(times):
            deed = self.chance.choices([one for _, one in self.deeds], [weight for weight, _ in self.deeds])[0]
            print(number, deed.__name__, end=" ", flush=True)  # noqa: T201 - pytest shows it where it fails
            print(deed())  # noqa: T201
            if number % 20 == 0:
                self.hand.rest()
                self.come_back()

    def come_back(self) -> None:
        """Other pages are left again after a while, and the map is brought back to a usual zoom."""
        window = self.hand.window
        if not window.isActiveWindow():
            window.activateWindow()
        if self.chance.random() < 0.3:
            window.turn_to("map")
            window.canvas.fit_page()
            window.canvas.setFocus()

    def point(self) -> QPoint:
        """Somewhere on the map's page, more often on something than not."""
        canvas = self.hand.canvas
        viewport = canvas.viewport()
        groups = [group for page in self.hand.editor.board.pages for group in page.groups if group.box is not None]
        if groups and self.chance.random() < 0.7:
            group = self.chance.choice(groups)
            x = group.box.x + self.chance.random() * group.box.width
            y = group.box.y + self.chance.random() * group.box.height
            place = canvas.to_view(x, y).toPoint()
            if viewport.rect().contains(place):
                return viewport.mapToGlobal(place)
        return viewport.mapToGlobal(
            QPoint(self.chance.randrange(max(1, viewport.width())), self.chance.randrange(max(1, viewport.height())))
        )

    def held(self) -> str:
        return self.chance.choice(["", "", "", "Ctrl", "Shift", "Alt", "Ctrl+Shift"])

    def key(self) -> str:
        name = self.chance.choice(KEYS)
        self.hand.press(name)
        return name

    def words(self) -> str:
        text = self.chance.choice(TEXTS).replace("\t", " ").replace("\n", " ")
        if self.hand.editor.typing is not None or self.chance.random() < 0.2:
            self.hand.type(text[:30])
        return text

    def click(self) -> str:
        at, keys = self.point(), self.held()
        self.hand.click(at, keys)
        if self.chance.random() < 0.2:
            self.hand.pointer(QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)
            self.hand.pointer(QEvent.Type.MouseButtonRelease, at, LEFT)
        return f"{at} {keys}"

    def drag(self) -> str:
        start, end, keys = self.point(), self.point(), self.held()
        self.hand.drag(start, to=end, keys=keys, drop=False)
        if self.chance.random() < 0.15:
            self.hand.press(self.chance.choice(["Escape", "Ctrl+Z", "Del", "Ctrl+9", "P", "Ctrl+2"]))
        self.hand.pointer(QEvent.Type.MouseButtonRelease, end, LEFT, keys=keys)
        return f"{start} {end} {keys}"

    def lift(self) -> str:
        if not self.hand.canvas.isVisible():
            return "-"
        tile = self.chance.choice(list(self.hand.work.panels.part("palette").tiles.values()))
        start, end = tile.mapToGlobal(tile.rect().center()), self.point()
        self.hand.drag(start, to=end)
        return f"{tile.item} {end}"

    def wheel(self) -> str:
        at, keys = self.point(), self.held()
        self.hand.wheel(at, self.chance.choice([-3, -1, 1, 3]), keys)
        return f"{at} {keys}"

    def action(self) -> str:
        name = self.chance.choice(ACTIONS)
        self.hand.window.action_set.refresh()
        self.hand.window.actions_by_id[name].trigger()
        return name

    def context(self) -> str:
        at = self.point()
        try:
            menu = self.hand.context_menu(at)
        except AssertionError:
            return f"{at} none"
        entries = [one for one in menu.actions() if one.isEnabled() and one.menu() is None]
        entries = [one for one in entries if one.objectName() not in NOT]
        menu.close()
        if not entries:
            return f"{at} empty"
        entry = self.chance.choice(entries)
        said = entry.text()
        entry.trigger()
        return f"{at} {said}"

    def clipboard(self) -> str:
        text = self.chance.choice(TEXTS)
        QApplication.clipboard().setText(text)
        self.hand.press("Ctrl+V")
        return repr(text)

    def size(self) -> str:
        wide = self.chance.choice([880, 1100, 1400, 1600])
        self.hand.window.resize(wide, self.chance.choice([640, 800, 1000]))
        return str(wide)

    def beside(self) -> str:
        """A click beside the map: palette, personas, inspector."""
        work = self.hand.work.workspace
        at = work.mapToGlobal(QPoint(self.chance.randrange(work.width()), self.chance.randrange(work.height())))
        self.hand.click(at)
        return str(at)


@pytest.fixture
def undisturbed(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    """Dialogs that wait are looked into and closed, files and browsers are left alone."""
    for name, nothing in (("getOpenFileName", ""), ("getSaveFileName", ""), ("getOpenFileNames", [])):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_a, nothing=nothing, **_k: (nothing, "")))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    visitor = Visitor(hand, 1, NOT)
    visitor.begin()
    yield hand
    visitor.end()


def stress(hand: Hand, seed: int, times: int) -> None:
    start = {record.id: record for record in hand.journey}
    user = User(hand, seed)
    user.go(times)
    for _ in range(5):
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        hand.rest()
    window = hand.window
    window.turn_to("map")
    window.canvas._hand.let_go()
    window.commit_text()
    assert not broken_rules(window.editor.journey)
    as_it_was(window)
    assert {record.id: record for record in window.editor.journey} == start
    assert window.document.is_saved


def test_a_random_user(undisturbed: Hand) -> None:
    stress(undisturbed, 7, 250)


@pytest.mark.slow
@pytest.mark.parametrize("seed", LONG_SEEDS)
def test_a_random_user_for_a_whole_day(undisturbed: Hand, seed: int) -> None:
    for part in range(10):
        stress(undisturbed, seed * 100 + part, 2_000)

"""A hand at the keyboard of an editor, without a window."""

from __future__ import annotations

from importlib import import_module

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.asking import Ask
from journeyeditor.editor.commands import KEYS
from journeyeditor.editor.editor import Told
from journeyeditor.editor.texting import OpenText
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.tools.board import Board

BY_KEY = {
    key: getattr(import_module(f"journeyeditor.editor.commands.{one.module}"), one.name)
    for one in KEYS
    for key in one.keys
}
BY_NAME = {one.name: getattr(import_module(f"journeyeditor.editor.commands.{one.module}"), one.name) for one in KEYS}


class QuickEditor(Editor):
    """An editor that lays nothing out: what keys do to a journey does not ask where things lie."""

    def _laid_out(self) -> None:  # type: ignore[override]
        return None

    def _boarded(self) -> Board:
        return Board()

    def _lay(self, change: Change) -> None:
        del change
        self.relaid.tell(self.board)


class Keys:
    """Presses keys, types words, and keeps what was said, asked and told."""

    def __init__(self, journey: Journey, *, laid_out: bool = False) -> None:
        self.editor = (Editor if laid_out else QuickEditor)(Document(journey, saved=True))
        self.said: list[str] = []
        self.told: list[str] = []
        self.asked: list[Ask] = []
        self.opened: list[OpenText] = []
        self.editor.announce.listen(self.said.append)
        self.editor.told.listen(self._tell)
        self.editor.asked.listen(self.asked.append)
        self.editor.texts.listen(self._open)

    def press(self, *keys: str) -> None:
        """Presses keys (`Enter`, `Alt+Left`), one after the other."""
        for key in keys:
            BY_KEY[key](self.editor)

    def do(self, name: str) -> object:
        """A command by its name."""
        return BY_NAME[name](self.editor)

    def write(self, text: str) -> None:
        """Types into the text that is open, with a rest after each word."""
        assert self.editor.typing is not None, "no text is open"
        words = text.split(" ")
        for n in range(1, len(words) + 1):
            self.editor.typing.typed(" ".join(words[:n]))
            self.editor.typing.rest()

    def answer(self, key: str) -> None:
        """Answers the last question."""
        self.asked.pop().then(key)

    @property
    def journey(self) -> Journey:
        return self.editor.journey

    def _open(self, wish: tuple[str, str]) -> None:
        self.opened.append(OpenText(self.editor, *wish))

    def _tell(self, told: Told) -> None:
        self.told.append(told.problem.english())

"""Actions that are a command of the editor, done on the map by a key while no text is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journeyeditor.editor.editor import Editor
from journeyeditor.errors import Message
from journeyeditor.model.records import Record
from journeyeditor.qt.actions.action import Action, Key, Test, on_map

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

Command = Callable[[Editor], object]


def not_typing(window: MainWindow) -> bool:
    """The map is shown, and no text is open on it."""
    return on_map(window) and window.editor.typing is None


def selected_on_map(window: MainWindow) -> bool:
    """Something is selected on the map, and no text is open."""
    return not_typing(window) and bool(window.editor.selection)


class Selected:
    """The test whether something of some kinds is selected on the map."""

    def __init__(self, *kinds: type[Record]) -> None:
        self.kinds = kinds

    def __call__(self, window: MainWindow) -> bool:
        """Whether it is, and no text is open."""
        if not not_typing(window):
            return False
        journey = window.editor.journey
        return any(isinstance(journey.get(key), self.kinds) for key in window.editor.selection)


def selected(*kinds: type[Record]) -> Test:
    """Something of these kinds is selected on the map."""
    return Selected(*kinds)


def flagged(kind: type, field: str) -> Test:
    """All of a kind that are selected have a flag."""

    def test(window: MainWindow) -> bool:
        journey = window.editor.journey
        found = [record for key in window.editor.selection if isinstance(record := journey.get(key), kind)]
        return bool(found) and all(getattr(record, field) is not None for record in found)

    return test


def command(  # noqa: PLR0913 - the columns of a table
    id_: str,
    text: Message,
    do: Command,
    tip: Message,
    keys: tuple[Key, ...] = (),
    *,
    when: Test = not_typing,
    position_keys: str = "",
    on: Test | None = None,
    why_no_key: str = "",
) -> Action:
    """The action of a command; afterwards the keyboard is on the map, or in a text that the command has opened."""

    def deed(window: MainWindow) -> None:
        if window.page == "map":
            window.canvas.setFocus()  # before it is done: what stands nowhere on the map is named in the inspector
        do(window.editor)

    return Action(
        id_,
        text,
        deed,
        tip,
        keys,
        when,
        on=on,
        map_only=True,
        position_keys=position_keys,
        why_no_key=why_no_key,
    )

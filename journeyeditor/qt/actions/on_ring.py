"""Keys while nothing is selected: they act on what the dashed ring is around, or say what to select first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeyeditor.editor.pointed import tell, under_ring
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Flow, Note, Record, Stage, Touchpoint
from journeyeditor.qt.actions.action import Action, sequences
from journeyeditor.qt.actions.commanding import Selected, not_typing, selected_on_map
from journeyeditor.qt.actions.table import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeyeditor.qt.window.main_window import MainWindow

FIRST: dict[type[Record], Message] = {
    Touchpoint: message("Select a touchpoint first."),
    Stage: message("Select a stage first."),
    Note: message("Select a note first."),
    Flow: message("Select a flow first."),
}
CARD_FIRST = message("Select a card first.")
ANYTHING_FIRST = message("Select something first.")


def do_on_ring(window: MainWindow, action: Action) -> bool:
    """Does on what the ring is around what needs a selection, or tells what to select; False if it needs none."""
    test = action.when
    if not (isinstance(test, Selected) or test is selected_on_map) or not not_typing(window):
        return False
    editor = window.editor
    if editor.selection:
        return False
    if not isinstance(test, Selected):
        tell(editor, ANYTHING_FIRST)
        return True
    key = under_ring(editor, *test.kinds)
    if key is None:
        tell(editor, FIRST.get(test.kinds[0], CARD_FIRST))
        return True
    editor.select([key])
    action.do(window)
    return True


class RingKeys(QObject):
    """Filters what the canvas hears: a key whose action waits for a selection is not passed over in silence."""

    def __init__(self, window: MainWindow, do: Callable[[Action], bool]) -> None:
        super().__init__(window)
        self._do = do
        self._by_key = {
            sequence.toString(): action
            for action in TABLE
            if action.map_only
            for key in action.keys
            for sequence in sequences(key)
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Takes the keys of actions that cannot be done as it is; those that can have been done before."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            action = self._by_key.get(QKeySequence(event.keyCombination()).toString())
            if action is not None and self._do(action):
                return True
        return super().eventFilter(watched, event)

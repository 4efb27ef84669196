"""Undo and redo, finding, and what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.errors import Message, message
from journeyeditor.qt.actions.action import Action, StandardKey, on_map, with_map

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def _undo_name(window: MainWindow) -> Message:
    name = window.editor.history.undo_name if window.has_map else None
    return message("Undo: {name}", name=name) if name is not None else message("Undo")


def _redo_name(window: MainWindow) -> Message:
    name = window.editor.history.redo_name if window.has_map else None
    return message("Redo: {name}", name=name) if name is not None else message("Redo")


def _can_undo(window: MainWindow) -> bool:
    return with_map(window) and window.editor.history.undo_name is not None


def _can_redo(window: MainWindow) -> bool:
    return with_map(window) and window.editor.history.redo_name is not None


def _find(window: MainWindow) -> None:
    window.turn_to("map")
    bar = window.work.part("find") if window.work is not None else None
    if bar is not None:
        bar.show()
        bar.setFocus()


EDIT: tuple[Action, ...] = (
    Action(
        "undo",
        message("Undo"),
        lambda window: window.editor.undo(),
        message("Take the last step back"),
        (StandardKey.Undo,),
        _can_undo,
        icon="undo-2",
        named=_undo_name,
    ),
    Action(
        "redo",
        message("Redo"),
        lambda window: window.editor.redo(),
        message("Do the step again that was taken back"),
        (StandardKey.Redo, "Ctrl+Y"),
        _can_redo,
        icon="redo-2",
        named=_redo_name,
    ),
    Action(
        "find",
        message("Find and replace…"),
        _find,
        message("Find words on the map"),
        (StandardKey.Find,),
        with_map,
        icon="search",
    ),
)

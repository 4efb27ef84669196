"""Undo and redo, the clipboard, finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.editor.areas import selected_stage, selection_area
from journeyeditor.editor.commands import clipboard, stepping
from journeyeditor.errors import Message, message
from journeyeditor.qt.actions.action import Action, StandardKey, with_map
from journeyeditor.qt.actions.commanding import command, not_typing, selected_on_map
from journeyeditor.qt.window import deeds

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


def _copy_map(window: MainWindow) -> None:
    from journeyeditor.qt.files import copying  # noqa: PLC0415

    copying.copy_picture(window, None)


def _copy_selection(window: MainWindow) -> None:
    from journeyeditor.qt.files import copying  # noqa: PLC0415

    area = selection_area(window.editor)
    if area is not None:
        copying.copy_picture(window, area)


def _copy_stage(window: MainWindow) -> None:
    from journeyeditor.qt.files import copying  # noqa: PLC0415

    copying.copy_stage(window)


def _in_stage(window: MainWindow) -> bool:
    return not_typing(window) and selected_stage(window.editor) is not None


EDIT: tuple[Action, ...] = (
    Action("undo", message("Undo"), lambda window: stepping.undo(window.editor), message("Take the last step back"),
           (StandardKey.Undo,), _can_undo, icon="undo-2", named=_undo_name),
    Action("redo", message("Redo"), lambda window: stepping.redo(window.editor),
           message("Do the step again that was taken back"), (StandardKey.Redo, "Ctrl+Y"), _can_redo, icon="redo-2",
           named=_redo_name),
    command("cut", message("Cut"), clipboard.cut_selected, message("Take what is selected to the clipboard"),
            (StandardKey.Cut,), when=selected_on_map),
    command("copy", message("Copy"), clipboard.copy, message("Copy what is selected to the clipboard"),
            (StandardKey.Copy,), when=selected_on_map),
    command("paste", message("Paste"), clipboard.paste,
            message("Put what lies on the clipboard here: records, lines, cells of a spreadsheet, a picture"),
            (StandardKey.Paste,)),
    Action("copy-selection", message("Selection as picture"), _copy_selection,
           message("Copy what is selected as a picture for slides"), ("Ctrl+Shift+C",), selected_on_map),
    Action("copy-stage", message("Stage as picture"), _copy_stage, message("Copy the stage as a picture for slides"),
           ("Ctrl+Alt+C",), _in_stage),
    Action("copy-map", message("Map as picture"), _copy_map, message("Copy the whole map as a picture for slides"),
           ("Ctrl+Alt+M",), not_typing),
    Action("find", message("Find…"), deeds.open_find, message("Find words on the map"),
           (StandardKey.Find,), with_map, icon="search"),
    Action("replace", message("Replace…"), lambda window: deeds.open_find(window, replacing=True),
           message("Find words on the map and put others in their place"), (StandardKey.Replace, "Ctrl+H"), with_map),
)  # fmt: skip

"""Deleting and duplicating what is selected."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.pasting import duplicate
from journeyeditor.model.change import Change
from journeyeditor.model.records import AnyRecord, Persona, Record, Stage, Touchpoint

MAIN: tuple[tuple[type[Record], ...], ...] = ((Persona,), (Stage,), (Touchpoint,))
"""Of what was added together these are meant; all else came along."""


def delete_selected(editor: Editor) -> object:
    """Takes what is selected away, with all that cannot be without it; the cursor stays where it is."""
    keys = editor.selection
    if not keys or editor.typing is not None:
        return None
    change = editor.do(lambda journey: delete(journey, keys))
    if change is not None and editor.cursor.cell is not None:
        editor.cursor.go(editor.cursor.cell)
    return change


def duplicate_selected(editor: Editor) -> object:
    """Puts a copy of what is selected beside it, and selects the copy."""
    keys = editor.selection
    change = editor.do(lambda journey: duplicate(journey, keys)) if keys else None
    return select_added(editor, change)


def select_added(editor: Editor, change: Change | None) -> object:
    """Selects what a change added: the stages, else the touchpoints, else all."""
    if change is None:
        return None
    added: list[AnyRecord] = change.added()
    for kinds in MAIN:
        main = [record for record in added if isinstance(record, kinds)]
        if main:
            added = list(main)
            break
    editor.select([record.id for record in added if editor.cursor.grid.cell_of(record.id) is not None])
    return change

"""Undo and redo."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.model.change import Change


def undo(editor: Editor) -> object:
    """Takes the last step back, and selects what it changed. An open text is closed first, and kept."""
    if editor.typing is not None:
        editor.typing.commit()
    return _show(editor, editor.undo())


def redo(editor: Editor) -> object:
    """Does the step again that was taken back, and selects what it changed."""
    if editor.typing is not None:
        editor.typing.commit()
    return _show(editor, editor.redo())


def _show(editor: Editor, change: Change | None) -> object:
    """Goes to what came with a change, else to what it changed."""
    if change is None:
        return None
    changed = [after.id for before, after in change.pairs.values() if before is not None and after is not None]
    keys = [*(record.id for record in change.added()), *changed]
    found = next((key for key in keys if editor.cursor.grid.cell_of(key) is not None), None)
    return editor.cursor.show(found) if found is not None else None

"""Selecting."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.grid import FLOWS, Cell
from journeyeditor.editor.naming import selection_spoken
from journeyeditor.editor.pointed import connect_from
from journeyeditor.model.records import Head


def select_all(editor: Editor) -> object:
    """Selects everything that can be seen on the map."""
    grid = editor.cursor.grid
    keys = [
        key
        for row in grid.rows
        for column in grid.cells(row)
        if row != column
        for key in grid.records(row, column)
        if not isinstance(editor.journey.get(key), Head)
    ]
    return _select(editor, keys)


def select_kind(editor: Editor) -> object:
    """Selects all that is of the kind of what is selected: all touchpoints, all pains."""
    kinds = {type(record) for key in editor.selection if (record := editor.journey.get(key)) is not None}
    if not kinds:
        return None
    last = editor.selection[-1]
    keys = [one.id for one in editor.journey if type(one) in kinds and editor.cursor.grid.cell_of(one.id) is not None]
    return _select(editor, [*(key for key in keys if key != last), last])


def let_go(editor: Editor) -> object:
    """Escape: gives back an open text; lets go of what is being connected, of a flow, of the selection."""
    if editor.typing is not None:
        return editor.typing.cancel()
    if editor.history.is_trying:
        return editor.preview(None)
    return leave(editor)


def leave(editor: Editor) -> object:
    """Lets go of what is being connected; goes back to where a card or a flow was reached from; selects nothing."""
    cell, back = editor.cursor.cell, editor.cursor.back
    if editor.connecting:
        leading = editor.leading
        connect_from(editor, "")
        return editor.cursor.show(leading.flow) if leading is not None and leading.flow in editor.journey else ""
    if cell is None:
        return _select(editor, [])
    if cell.row == FLOWS:
        return editor.cursor.show(cell.column)
    if back is not None and editor.selection == (back[0],):
        return _back(editor, back[1])
    if len(editor.selection) > 1:
        return editor.cursor.go(cell)
    if editor.selection:
        editor.cursor.go(Cell(cell.row, cell.column))
    return _select(editor, [])


def _back(editor: Editor, cell: Cell) -> Cell | bool:
    """From a card that was made with P, G or Q back to where that was pressed."""
    editor.cursor.back = None
    if cell.record in editor.journey:
        return editor.cursor.show(cell.record)
    grid = editor.cursor.grid
    if cell.row in grid.rows and cell.column in grid.cells(cell.row):
        return editor.cursor.go(cell)
    return False


def _select(editor: Editor, keys: list[str]) -> tuple[str, ...]:
    editor.select(keys)
    if len(editor.selection) < 2:
        editor.announce.tell(selection_spoken(editor))
    return editor.selection

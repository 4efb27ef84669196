"""Walking over the map."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.grid import STAGES, Cell
from journeyeditor.editor.pointed import step_under, tell
from journeyeditor.editor.walking import Way, corner, edge, first_cell, in_row, next_flow, onward, stage_on, step
from journeyeditor.errors import message
from journeyeditor.layout.mirror import runs_leftward


def go_left(editor: Editor) -> object:
    """Goes to the cell at the left."""
    return _go(editor, "left")


def go_right(editor: Editor) -> object:
    """Goes to the cell at the right."""
    return _go(editor, "right")


def go_up(editor: Editor) -> object:
    """Goes to the record or row above."""
    return _go(editor, "up")


def go_down(editor: Editor) -> object:
    """Goes to the record or row below."""
    return _go(editor, "down")


def extend_left(editor: Editor) -> object:
    """Selects up to the cell at the left."""
    return _go(editor, "left", extend=True)


def extend_right(editor: Editor) -> object:
    """Selects up to the cell at the right."""
    return _go(editor, "right", extend=True)


def extend_up(editor: Editor) -> object:
    """Selects up to the record or row above."""
    return _go(editor, "up", extend=True)


def extend_down(editor: Editor) -> object:
    """Selects up to the record or row below."""
    return _go(editor, "down", extend=True)


def go_to_row_start(editor: Editor) -> object:
    """Goes to the first cell of the row; from there to the head of its lane."""
    return editor.cursor.go(edge(editor.cursor.grid, here(editor), last=False))


def go_to_row_end(editor: Editor) -> object:
    """Goes to the last cell of the row."""
    return editor.cursor.go(edge(editor.cursor.grid, here(editor), last=True))


def go_to_map_start(editor: Editor) -> object:
    """Goes to the title of the map."""
    return editor.cursor.go(corner(editor.cursor.grid, last=False))


def go_to_map_end(editor: Editor) -> object:
    """Goes to the last cell of the last lane."""
    return editor.cursor.go(corner(editor.cursor.grid, last=True))


def page_down(editor: Editor) -> object:
    """Goes to the next band of the poster; to the next stage where there is one band."""
    return _page(editor, 1)


def page_up(editor: Editor) -> object:
    """Goes to the band before; to the stage before where there is one band."""
    return _page(editor, -1)


def next_record(editor: Editor) -> object:
    """Goes to the next record, row by row, past empty cells."""
    return editor.cursor.go(onward(editor.cursor.grid, here(editor), 1))


def previous_record(editor: Editor) -> object:
    """Goes to the record before, row by row, past empty cells."""
    return editor.cursor.go(onward(editor.cursor.grid, here(editor), -1))


def walk_flows(editor: Editor) -> object:
    """Goes to the flows of the step under the cursor, one after the other."""
    cell = editor.cursor.cell
    base = step_under(editor)
    found = next_flow(editor.cursor.grid, base, cell.record) if cell is not None and base is not None else None
    if found is None:
        advice = message("Connect this step with another one.")
        return tell(editor, message("No flow leads from here or to here."), advice)
    return editor.cursor.go(found)


def here(editor: Editor) -> Cell:
    """The cursor's cell; the first stage while it is nowhere."""
    return editor.cursor.cell or first_cell(editor.cursor.grid)


def _go(editor: Editor, way: Way, *, extend: bool = False) -> object:
    cursor = editor.cursor
    if cursor.cell is None:
        return cursor.go(first_cell(cursor.grid))
    leftward = runs_leftward(editor.journey.head.language)
    return cursor.go(step(cursor.grid, cursor.cell, way, cursor.home, leftward=leftward), extend=extend)


def _page(editor: Editor, by: int) -> object:
    grid, cell = editor.cursor.grid, here(editor)
    bands = list(editor.board.bands())
    stage = grid.stage_of(cell.column) or next(iter(grid.cells(STAGES)), "")
    band = next((n for n, one in enumerate(bands) if any(place.stage == stage for place in one.stages)), None)
    if len(bands) < 2 or band is None:
        return editor.cursor.go(stage_on(grid, cell, by))
    aim = bands[max(0, min(band + by, len(bands) - 1))].stages
    return editor.cursor.go(in_row(grid, cell.row, aim[0].stage) if aim else cell)

"""Which part of the board is meant: the stage and the area of what is selected. Lengths in mm of the board."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.geometry import Box


def selected_stage(editor: Editor) -> str | None:
    """The stage that is selected, or that what is selected last stands in."""
    grid = editor.cursor.grid
    for key in reversed(editor.selection):
        cell = grid.cell_of(key)
        stage = grid.stage_of(cell.column if cell is not None else key)
        if stage:
            return stage
    return None


def meant_stage(editor: Editor) -> str | None:
    """The stage of what is selected; else that of the cursor, else the first."""
    here = editor.cursor.cell
    stage = selected_stage(editor) or (editor.cursor.grid.stage_of(here.column) if here is not None else "")
    return stage or next((one.id for one in editor.journey.stages()), None)


def selection_area(editor: Editor) -> Box | None:
    """The smallest area around all that is selected."""
    boxes = [box for key in editor.selection for box in editor.board.boxes(key)]
    return Box.around(boxes) if boxes else None

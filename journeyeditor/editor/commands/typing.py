"""Opening texts, and going from one to the next."""

from __future__ import annotations

from journeyeditor.editor.commands.adding import write_new
from journeyeditor.editor.commands.walking import here
from journeyeditor.editor.cursor import cell_box
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.grid import Cell
from journeyeditor.editor.pointed import lane_under, open_text_of, step_under, tell, under_ring
from journeyeditor.editor.text_walk import closed_up, following
from journeyeditor.editor.texting import usual_field
from journeyeditor.editor.walking import onward
from journeyeditor.errors import message
from journeyeditor.layout.footer import FACTS
from journeyeditor.model.records import Stage, Touchpoint


def open_text(editor: Editor) -> object:
    """Opens the text of what is selected, to be typed in place; while nothing is, of what has the ring."""
    if not editor.selection and (ringed := _with_ring(editor)):
        editor.select([ringed])
    key = editor.selection[-1] if editor.selection else ""
    record, meant = editor.journey.get(key), editor.meant
    if meant is not None and meant.record == key:
        return open_text_of(editor, key, meant.field, at=meant.at)
    return open_text_of(editor, key, usual_field(record)) if record is not None and usual_field(record) else None


def _with_ring(editor: Editor) -> str | None:
    """Id of the record that the keys' ring goes around; None where it goes around an empty cell."""
    cell = editor.cursor.cell
    return under_ring(editor, Stage, Touchpoint) or (cell.record if cell is not None and cell.record else None)


def rename_phase(editor: Editor) -> object:
    """Opens the name of the phase that the stage under the cursor belongs to."""
    cell, step = editor.cursor.cell, step_under(editor)
    stage = editor.journey.get(editor.cursor.grid.stage_of(step)) if step is not None else None
    if cell is None or not isinstance(stage, Stage):
        return tell(editor, message("Select a stage first."))
    if stage.phase is None:
        return tell(editor, message("This stage belongs to no phase."), message("Choose its phase first."))
    return _open_apart(editor, f"phase_titles.{stage.phase}", cell)


def edit_footer(editor: Editor) -> object:
    """Opens the first fact of the footer; Tab goes on to the others."""
    return _open_apart(editor, FACTS[0], here(editor))


def _open_apart(editor: Editor, field: str, cell: Cell) -> str:
    """Opens a text of the journey that stands apart from its title, near a cell; Escape leads back there."""
    head, box = editor.journey.head.id, cell_box(editor, cell)
    editor.cursor.show(head)
    editor.cursor.back = (head, cell)
    return open_text_of(editor, head, field, at=box.middle if box is not None else None)


def next_text(editor: Editor) -> object:
    """Keeps what was typed and opens the next text: of the same record, else of its lane, else of the next record.

    Where a cell of the lane is empty, what belongs there is made. While no text is open, goes on.
    """
    return _turn(editor, back=False)


def previous_text(editor: Editor) -> object:
    """Keeps what was typed and opens the text before. Else goes back."""
    return _turn(editor, back=True)


def _turn(editor: Editor, *, back: bool) -> object:
    typing = editor.typing
    by = -1 if back else 1
    if typing is None:
        return editor.cursor.go(onward(editor.cursor.grid, here(editor), by))
    key, field, emptied = typing.key, typing.field, not typing.now.strip()
    before = editor.journey.get(key)
    typing.commit()
    record = editor.journey.get(key)
    stop = following(editor, key, field, back=back)
    if emptied and not back and before is not None and record is not None:
        stop = closed_up(before, record, field) or stop
    if stop is None:
        return None
    if stop.cell is not None:
        editor.cursor.go(stop.cell)
    lane = lane_under(editor)
    if stop.step and lane is not None:
        return write_new(editor, lane, stop.step)
    return open_text_of(editor, stop.record, stop.field, at=stop.at)

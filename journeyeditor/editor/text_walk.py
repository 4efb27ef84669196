"""Which text Tab goes to from an open one: the next of its lane, also one that is not written yet; elsewhere texts in
reading order, whatever record they belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from journeyeditor.editor.cursor import cell_box
from journeyeditor.editor.grid import HEADER, STAGES, Cell, Grid
from journeyeditor.editor.text_apart import APART, Place, shown_phases
from journeyeditor.editor.texting import fields_of
from journeyeditor.editor.walking import along, at, first_cell, onward
from journeyeditor.layout.footer import FACTS
from journeyeditor.model.homes import IN_LANES
from journeyeditor.model.records import ENTRY_LANES, Anchored, AnyRecord, Entry, Head, Lane, Stage

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor


class Stop(msgspec.Struct, frozen=True):
    """A text that Tab comes to."""

    record: str
    field: str
    cell: Cell | None = None
    """Where the keys are then; None = where the record has them by itself."""
    at: Place | None = None
    """Where on the board it is meant, mm, if it stands there several times."""
    step: str = ""
    """Touchpoint or stage at which it is to be written anew in that cell; `record` is empty then."""


def following(editor: Editor, key: str, field: str, *, back: bool = False) -> Stop | None:
    """The text after (or before, `back`) one of a record; None at the end of the map.

    The names of the phases come between the header and the stages, the facts of the footer after the last lane.
    """
    record = editor.journey.get(key)
    fields = _fields(editor, record, field) if record is not None else ()
    number = fields.index(field) + (-1 if back else 1) if field in fields else -1
    if 0 <= number < len(fields):
        return Stop(key, fields[number], at=_near(editor, field))
    if field not in APART and (stop := _in_lane(editor, record, -1 if back else 1)) is not None:
        return stop
    return _before(editor, field) if back else _after(editor, field)


def closed_up(before: AnyRecord, after: AnyRecord, field: str) -> Stop | None:
    """Where a text of a list was emptied and went: the one that has its place now."""
    name = field.partition(".")[0]
    lists = [value for one in (before, after) if isinstance(value := getattr(one, name, None), tuple)]
    moved_up = len(lists) == 2 and len(lists[1]) < len(lists[0]) and field in fields_of(after)[:-1]
    return Stop(after.id, field) if moved_up else None


def _fields(editor: Editor, record: AnyRecord, field: str) -> tuple[str, ...]:
    """The texts of a record that stand together with one of them."""
    if field in FACTS and isinstance(record, Head):
        return FACTS
    if field in APART and isinstance(record, Head):
        return shown_phases(editor.journey)
    if isinstance(record, Entry) and not record.title and field != "title":
        return ("text",)
    return tuple(one for one in fields_of(record) if not (isinstance(record, Head) and one in APART))


def _in_lane(editor: Editor, left: AnyRecord | None, by: int) -> Stop | None:
    """The next text of the lane that the cursor is in; where a cell holds none, the place of a new one.

    `left` is the record that is left: behind one that holds for a stage a new one holds for its stage too.
    """
    grid, cell = editor.cursor.grid, editor.cursor.cell
    lane = grid.lanes.get(cell.row) if cell is not None else None
    if cell is None or not isinstance(lane, Lane) or cell.column not in grid.numbers:
        return None
    is_written = lane.kind in ENTRY_LANES or lane.kind in IN_LANES
    taken = _covered(grid, lane) if is_written else frozenset()
    by_stages = isinstance(left, Anchored) and isinstance(editor.journey.get(left.first or ""), Stage)
    while (cell := along(grid, cell, by)) is not None:
        if (stop := _stop(editor, cell, by)) is not None:
            return stop
        if is_written and not cell.record and cell.column not in taken:
            return Stop("", "", cell, step=grid.stage_of(cell.column) if by_stages else cell.column)
    return None


def _covered(grid: Grid, lane: Lane) -> frozenset[str]:
    """The columns that the texts of a lane reach over."""
    keys = {key for column in grid.columns for key in grid.records(lane.id, column)}
    found = [grid.journey.get(key) for key in keys]
    spans = [grid.reading.span(one.first, one.last) for one in found if isinstance(one, Anchored)]
    return frozenset(step.id for span in spans if span is not None for step in (*span.touchpoints, *span.whole))


def _after(editor: Editor, field: str) -> Stop | None:
    grid, head = editor.cursor.grid, editor.journey.head.id
    if field in FACTS:
        return None
    if field in APART:
        return _texts_from(editor, at(grid, HEADER, grid.cells(HEADER)[-1]), 1)
    here = editor.cursor.cell or first_cell(grid)
    found = _texts_from(editor, here, 1)
    phases = shown_phases(editor.journey)
    if here.row == HEADER and phases and (found is None or found.cell is None or found.cell.row != HEADER):
        return Stop(head, phases[0])
    return found or Stop(head, FACTS[0], at=_middle(editor, here))


def _before(editor: Editor, field: str) -> Stop | None:
    grid, head = editor.cursor.grid, editor.journey.head.id
    if field in FACTS:
        last = at(grid, grid.rows[-1], grid.cells(grid.rows[-1])[-1], last=True)
        return _stop(editor, last, -1) or _texts_from(editor, last, -1)
    if field in APART:
        return _stop(editor, at(grid, HEADER, grid.cells(HEADER)[-1]), -1)
    here = editor.cursor.cell or first_cell(grid)
    found = _texts_from(editor, here, -1)
    phases = shown_phases(editor.journey)
    if here.row == STAGES and phases and found is not None and found.cell is not None and found.cell.row == HEADER:
        return Stop(head, phases[-1], at=_middle(editor, here))
    return found


def _texts_from(editor: Editor, cell: Cell, by: int) -> Stop | None:
    """The first text of the next record that has any (`by` 1), or the last of the one before."""
    while True:
        found = onward(editor.cursor.grid, cell, by)
        if found == cell:
            return None
        cell = found
        if (stop := _stop(editor, found, by)) is not None:
            return stop


def _stop(editor: Editor, cell: Cell, by: int) -> Stop | None:
    """The text of a cell, if it holds any. The name of a lane is none: what is written goes into cells."""
    if cell.row == cell.column and cell.row in editor.cursor.grid.lanes:
        return None
    record = editor.journey.get(cell.record)
    fields = _fields(editor, record, "") if record is not None else ()
    return Stop(cell.record, fields[0 if by > 0 else -1], cell) if fields else None


def _near(editor: Editor, field: str) -> Place | None:
    """The footer is kept in which a fact is typed; a phase is looked for anew."""
    return editor.meant.at if editor.meant is not None and field in FACTS else None


def _middle(editor: Editor, cell: Cell) -> Place | None:
    box = cell_box(editor, cell)
    return box.middle if box is not None else None

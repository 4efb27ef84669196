"""Which text Tab goes to from an open one: texts in reading order, whatever record they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from journeyeditor.editor.cursor import cell_box
from journeyeditor.editor.grid import HEADER, STAGES, Cell
from journeyeditor.editor.text_apart import APART, Place, shown_phases
from journeyeditor.editor.texting import fields_of
from journeyeditor.editor.walking import at, first_cell, onward
from journeyeditor.layout.footer import FACTS
from journeyeditor.model.records import AnyRecord, Head

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


def following(editor: Editor, key: str, field: str, *, back: bool = False) -> Stop | None:
    """The text after (or before, `back`) one of a record; None at the end of the map.

    The names of the phases come between the header and the stages, the facts of the footer after the last lane.
    """
    record = editor.journey.get(key)
    fields = _fields(editor, record, field) if record is not None else ()
    number = fields.index(field) + (-1 if back else 1) if field in fields else -1
    if 0 <= number < len(fields):
        return Stop(key, fields[number], at=_near(editor, field))
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
    return tuple(one for one in fields_of(record) if not (isinstance(record, Head) and one in APART))


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
    record = editor.journey.get(cell.record)
    fields = _fields(editor, record, "") if record is not None else ()
    return Stop(cell.record, fields[0 if by > 0 else -1], cell) if fields else None


def _near(editor: Editor, field: str) -> Place | None:
    """The footer is kept in which a fact is typed; a phase is looked for anew."""
    return editor.meant.at if editor.meant is not None and field in FACTS else None


def _middle(editor: Editor, cell: Cell) -> Place | None:
    box = cell_box(editor, cell)
    return box.middle if box is not None else None

"""What the keys mean: the step under the cursor, the records that are selected, the persona who is spoken of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from journeyeditor.editor.asking import Ask, Choice
from journeyeditor.editor.grid import HEADER
from journeyeditor.editor.writing import Told
from journeyeditor.errors import Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.naming import NAMELESS
from journeyeditor.model.records import Anchored, Emotion, Lane, Persona, Record, Stage, Touchpoint

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor
    from journeyeditor.editor.joining import Leading

SomeRecord = TypeVar("SomeRecord", bound=Record)


def step_under(editor: Editor) -> str | None:
    """Id of the touchpoint or stage that is meant: that of the cursor, of the finding on it, or of its column."""
    cell = editor.cursor.cell
    if cell is None or cell.row == HEADER:
        return None
    record = editor.journey.get(cell.record)
    if isinstance(record, Anchored) and record.first is not None:
        return record.first
    column = editor.journey.get(cell.column)
    return column.id if isinstance(column, Stage | Touchpoint) else None


def lane_under(editor: Editor) -> Lane | None:
    """The lane that the cursor is in."""
    cell = editor.cursor.cell
    record = editor.journey.get(cell.row) if cell is not None else None
    return record if isinstance(record, Lane) else None


def under_ring(editor: Editor, *kinds: type[Record]) -> str | None:
    """Id of the record of some kinds in the cell under the cursor; None if there is none."""
    cell = editor.cursor.cell
    if cell is None:
        return None
    keys = [cell.record] if cell.record else editor.cursor.grid.records(cell.row, cell.column)
    return next((key for key in keys if isinstance(editor.journey.get(key), kinds)), None)


def chosen(editor: Editor, *kinds: type[SomeRecord]) -> list[SomeRecord]:
    """The selected records of some kinds, in the order in which they were selected."""
    records = [editor.journey.get(key) for key in editor.selection]
    return [record for record in records if isinstance(record, kinds)]


def felt_at(editor: Editor) -> list[str]:
    """Ids of the touchpoints whose feelings are meant: those selected, or that of the cell under the cursor: its own
    touchpoint while nothing is selected, or the one over an empty place of the curve.

    A quote beside the curve stands in such a cell too: a digit there means the feeling that it tells of.
    """
    found = [one.touchpoint if isinstance(one, Emotion) else one.id for one in chosen(editor, Touchpoint, Emotion)]
    cell, lane = editor.cursor.cell, lane_under(editor)
    alone = not editor.selection or (cell is not None and editor.selection == (cell.record,))
    if not found and cell is not None and lane is not None and lane.kind == "emotions" and alone:
        found = [cell.column] if isinstance(editor.journey.get(cell.column), Touchpoint) else []
    if not found and not editor.selection and (key := under_ring(editor, Touchpoint)) is not None:
        found = [key]
    return list(dict.fromkeys(found))


def with_persona(editor: Editor, then: Callable[[str], object]) -> object:
    """Goes on with the active persona; in everyone mode with the only one, or with the one that a person chooses.

    The answer holds until the active persona changes.
    """
    shown = [one for one in editor.journey.personas() if not one.hidden]
    known = editor.persona or editor.answered
    if known is not None and isinstance(editor.journey.get(known), Persona):
        return then(known)
    if not shown:
        return tell(editor, message("Nobody travels on this map yet."), message("Add a persona first."))
    if len(shown) == 1:
        return then(shown[0].id)
    return _ask_who(editor, shown, then)


def _ask_who(editor: Editor, shown: list[Persona], then: Callable[[str], object]) -> Ask:
    def go_on(key: str) -> object:
        editor.answered = key
        return then(key)

    choices = tuple(Choice(one.id, one.name.strip() or one.role.strip() or NAMELESS) for one in shown)
    ask = Ask(message("Whose feeling is it?"), choices, go_on)
    editor.asked.tell(ask)
    return ask


def tell(editor: Editor, problem: Message, advice: Message | None = None) -> object:
    """Says something to the person."""
    editor.told.tell(Told(problem, advice))
    return None


def open_text_of(
    editor: Editor, key: str, field: str = "", *, fresh: bool = False, at: tuple[float, float] | None = None
) -> str:
    """Asks for a record's text to be opened, `fresh` if it was made for that; returns the record's id.

    What stands on the board several times is opened where it is nearest to the place `at` (mm).
    """
    editor.fresh, editor.aim = key if fresh else "", at
    editor.texts.tell((key, field))
    editor.fresh, editor.aim = "", None
    return key


def connect_from(editor: Editor, key: str, leading: Leading | None = None) -> str:
    """Marks the step that a flow is to begin at, or at which one stays whose other end is led; empty lets go of it."""
    if (key, leading) != (editor.connecting, editor.leading):
        editor.connecting, editor.leading = key, leading
        editor.viewed.tell(None)
    return key


def open_new(editor: Editor, change: Change | None, kind: type[Record], field: str = "") -> str | None:
    """Goes to the record of a kind that a change added, and opens its text; its id, or None if there is none."""
    added = [] if change is None else [record for record in change.added() if isinstance(record, kind)]
    if not added:
        return None
    key = added[0].id
    if not editor.cursor.show(key):
        editor.select([key])
    return open_text_of(editor, key, field, fresh=True)

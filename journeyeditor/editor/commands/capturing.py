"""Quick capture, and what becomes of notes."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.editor.commands.adding import ask_channel
from journeyeditor.editor.commands.deleting import select_added
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.grid import Cell
from journeyeditor.editor.pointed import chosen, step_under, tell
from journeyeditor.edits.anchoring import anchor, park
from journeyeditor.edits.capturing import add_notes, lines_of
from journeyeditor.edits.notes import NoteBecomes, become, become_there, become_touchpoints
from journeyeditor.edits.touchpoints import channels_to_ask
from journeyeditor.errors import counted, message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import IN_LANES
from journeyeditor.model.records import (
    ENTRY_LANES,
    Anchored,
    Entry,
    Gain,
    Lane,
    Note,
    Opportunity,
    Pain,
    Quote,
    Touchpoint,
)


def capture(editor: Editor, text: str) -> Change | None:
    """Puts each line of a text into the parking lot as a note, all in one step."""
    lines = lines_of(text)
    if not lines:
        return None
    change = editor.do(lambda journey: add_notes(journey, lines))
    if change is not None:
        noted = counted("{n} note in the parking lot", "{n} notes in the parking lot", len(lines))
        editor.announce.tell(editor.speech.say(noted))
    return change


def send(editor: Editor, notes: Sequence[str], to: str | Cell) -> Change | None:
    """Sends notes and other findings of the parking lot into place: to a step (id), or to a cell.

    In a cell of pains, texts and so on a note becomes what belongs there.
    """
    cell = to if isinstance(to, Cell) else None
    step = editor.cursor.grid.column_of(cell.column) if cell is not None else str(to)
    lane = editor.journey.get(cell.row) if cell is not None else None
    keys = [key for key in notes if key in editor.journey]
    if step is None or not keys:
        return None
    plain = all(isinstance(editor.journey.get(key), Note) for key in keys)
    if not plain or not isinstance(lane, Lane):
        return editor.do(lambda journey: anchor(journey, keys, step))
    if lane.kind == "touchpoints":
        return _as_touchpoints(editor, keys, step, lane)
    kind = Entry if lane.kind in ENTRY_LANES else IN_LANES.get(lane.kind)
    if kind not in {Entry, Pain, Gain, Opportunity, Quote}:
        return editor.do(lambda journey: anchor(journey, keys, step))
    change = editor.do(lambda journey: become_there(journey, keys, kind, lane.id, step))
    select_added(editor, change)
    return change


def send_here(editor: Editor) -> object:
    """Sends the findings selected (the last note of the parking lot, if none is) to where the cursor is."""
    step, cell = step_under(editor), editor.cursor.cell
    keys = [one.id for one in chosen(editor, Anchored) if one.first is None]
    parked = [note.id for note in editor.journey.all(Note) if note.first is None]
    if step is None or cell is None:
        return tell(editor, message("Where does it belong?"), message("Go to a touchpoint or a stage first."))
    if not keys and not parked:
        return tell(editor, message("The parking lot is empty."))
    return send(editor, keys or parked[-1:], cell if cell.row in editor.cursor.grid.lanes else step)


def park_selected(editor: Editor) -> object:
    """Puts the findings that are selected into the parking lot."""
    keys = [one.id for one in chosen(editor, Anchored) if one.first is not None]
    change = editor.do(lambda journey: park(journey, keys)) if keys else None
    if change is not None and editor.cursor.cell is not None:
        editor.cursor.go(editor.cursor.cell)
    return change


def become_touchpoint(editor: Editor) -> object:
    """Makes touchpoints of the notes that are selected."""
    return make_of(editor, Touchpoint)


def become_pain(editor: Editor) -> object:
    """Makes pain points of the notes that are selected."""
    return make_of(editor, Pain)


def become_gain(editor: Editor) -> object:
    """Makes gains of the notes that are selected."""
    return make_of(editor, Gain)


def become_opportunity(editor: Editor) -> object:
    """Makes opportunities of the notes that are selected."""
    return make_of(editor, Opportunity)


def become_quote(editor: Editor) -> object:
    """Makes quotes of the notes that are selected."""
    return make_of(editor, Quote)


def make_of(editor: Editor, kind: NoteBecomes, notes: Sequence[str] = ()) -> Change | None:
    """Makes something of notes (those selected if none are given), where they are; a touchpoint of a parked one comes
    into the stage under the cursor.
    """
    keys = list(notes) or [one.id for one in chosen(editor, Note)]
    change = editor.do(lambda journey: become(journey, keys, kind, _stage(editor)))
    if change is not None:
        editor.select([record.id for record in change.added()])
    return change or None


def _stage(editor: Editor) -> str | None:
    """The stage under the cursor; the last one while it is nowhere."""
    cell = editor.cursor.cell
    found = editor.cursor.grid.stage_of(cell.column) if cell is not None else ""
    stages = editor.journey.stages()
    return found or (stages[-1].id if stages else None)


def _as_touchpoints(editor: Editor, keys: Sequence[str], step: str, lane: Lane) -> Change | None:
    """Touchpoints of notes behind the one of a column."""
    before = editor.journey.get(step)
    stage = before.stage if isinstance(before, Touchpoint) else step
    ids = [touchpoint.id for touchpoint in editor.journey.touchpoints(stage)]
    at = ids.index(step) + 1 if step in ids else None

    def go_on(channel: str) -> Change | None:
        wish = {"channel": channel} if channel else {}
        change = editor.do(lambda journey: become_touchpoints(journey, keys, stage, at, lane.id, **wish))
        select_added(editor, change)
        return change

    asked = channels_to_ask(lambda: become_touchpoints(editor.journey, keys, stage, at, lane.id))
    if asked:
        ask_channel(editor, asked, go_on)
        return None
    return go_on("")

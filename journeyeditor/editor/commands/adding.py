"""Making things by key, menu or a click in the palette: the next touchpoint or stage, and whatever belongs in the cell
under the cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from journeyeditor.editor.asking import Ask, Choice
from journeyeditor.editor.commands.connecting import take_end
from journeyeditor.editor.commands.walking import here
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.grid import FLOWS, HEADER, STAGES
from journeyeditor.editor.joining import led
from journeyeditor.editor.pointed import (
    chosen,
    lane_under,
    open_new,
    open_text_of,
    step_under,
    tell,
    with_persona,
)
from journeyeditor.editor.texting import usual_field
from journeyeditor.edits.emotions import set_emotion
from journeyeditor.edits.entries import add_entry
from journeyeditor.edits.findings import add_answer, add_finding, for_whom
from journeyeditor.edits.lanes import add_lane, add_line
from journeyeditor.edits.notes import add_note
from journeyeditor.edits.personas import add_persona
from journeyeditor.edits.stages import add_stage
from journeyeditor.edits.touchpoints import add_touchpoint, channels_to_ask
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import IN_LANES, FindingKind
from journeyeditor.model.naming import channel_name
from journeyeditor.model.records import (
    ENTRY_LANES,
    Emotion,
    Entry,
    Gain,
    Lane,
    LaneKind,
    LineKind,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    emotion_id,
)
from journeyeditor.tools.events import ItemKind
from journeyeditor.words import TERMS


def enter(editor: Editor) -> object:
    """Keeps the text that is open, or where a flow is led; else makes what comes next: the next touchpoint, card or
    stage, open to type.
    """
    if editor.typing is not None or led(editor) is not None:
        return take_end(editor) if editor.typing is None else editor.typing.commit()
    if not editor.journey.stages():
        return next_stage(editor)
    arrived = editor.cursor.cell is None
    if arrived:
        editor.cursor.go(here(editor))
    cell, lane = editor.cursor.cell, lane_under(editor)
    if cell is None or (arrived and editor.journey.touchpoints()):
        return None  # on a map that is begun one first sees where one is
    if cell.row == STAGES:
        return _into_stage(editor, cell.column)
    if cell.row in {HEADER, FLOWS} or cell.row == cell.column or lane is None:
        return _open(editor, cell.record)
    return _fill(editor, lane, cell.column)


def next_stage(editor: Editor) -> object:
    """Adds a stage behind the one under the cursor, open to type."""
    if editor.typing is not None:
        editor.typing.commit()
    stages = [stage.id for stage in editor.journey.stages()]
    cell = editor.cursor.cell
    here_at = editor.cursor.grid.stage_of(cell.column) if cell is not None else ""
    at = stages.index(here_at) + 1 if here_at in stages else None
    return open_new(editor, editor.do(lambda journey: add_stage(journey, at)), Stage)


def next_touchpoint(editor: Editor) -> object:
    """Adds a touchpoint behind the one under the cursor, or in the stage there, open to type."""
    if editor.typing is not None:
        editor.typing.commit()
    if not editor.journey.stages():
        tell(editor, message("A touchpoint needs a stage: add one first."))
        return None
    cell, lane = editor.cursor.cell, lane_under(editor)
    column = cell.column if cell is not None else ""
    if not editor.cursor.grid.stage_of(column):
        column = editor.journey.stages()[-1].id
    return _add_touchpoint(editor, column, lane if lane is not None and lane.kind == "touchpoints" else None)


def add_pain(editor: Editor) -> object:
    """A pain point for the active persona at the step under the cursor, open to type."""
    return _add_finding(editor, Pain)


def add_gain(editor: Editor) -> object:
    """A gain for the active persona at the step under the cursor, open to type."""
    return _add_finding(editor, Gain)


def add_quote(editor: Editor) -> object:
    """A quote of the active persona at the step under the cursor, open to type."""
    return _add_finding(editor, Quote)


def add_opportunity(editor: Editor) -> object:
    """An opportunity at the step under the cursor, open to type; while pains are selected, one that answers them."""
    return _add_finding(editor, Opportunity)


def add_measure(editor: Editor) -> object:
    """A measure at the step under the cursor, open to type."""
    return _add_finding(editor, Measure)


def add_note_here(editor: Editor) -> object:
    """A note in the parking lot, open to type."""
    return open_new(editor, editor.do(add_note), Note)


def add_persona_here(editor: Editor) -> object:
    """A persona, active from now on, open to type."""
    key = open_new(editor, editor.do(add_persona), Persona)
    if key is not None:
        editor.activate(key)
    return key


def add_lane_here(editor: Editor) -> object:
    """Asks for a kind of lane and adds one below the cursor's."""
    choices = tuple(Choice(kind, label) for kind, label in TERMS["lane"].items())
    return _ask(editor, Ask(message("Which lane?"), choices, lambda kind: add_lane_of(editor, kind)))


def add_line_here(editor: Editor) -> object:
    """Asks for one of the three lines and adds it below the cursor's lane."""
    choices = tuple(Choice(kind, label) for kind, label in TERMS["line"].items())
    return _ask(editor, Ask(message("Which line?"), choices, lambda kind: add_line_of(editor, kind)))


def add_lane_of(editor: Editor, kind: str) -> object:
    """Adds a lane of a kind below the cursor's, and goes to its head."""
    change = editor.do(lambda journey: add_lane(journey, cast("LaneKind", kind), _below(editor)))
    return [editor.cursor.show(record.id) for record in change.added()] if change is not None else None


def add_line_of(editor: Editor, kind: str) -> object:
    """Adds a line of a kind below the cursor's lane."""
    change = editor.do(lambda journey: add_line(journey, cast("LineKind", kind), _below(editor)))
    return [editor.cursor.show(record.id) for record in change.added()] if change is not None else None


def _below(editor: Editor) -> int | None:
    """The place among lanes and lines below the cursor's; None = at the foot."""
    rows = [row.id for row in editor.journey.rows()]
    cell = editor.cursor.cell
    return rows.index(cell.row) + 1 if cell is not None and cell.row in rows else None


def _ask(editor: Editor, ask: Ask) -> object:
    editor.asked.tell(ask)
    return ask


def _open(editor: Editor, key: str) -> object:
    record = editor.journey.get(key)
    return open_text_of(editor, key) if record is not None and usual_field(record) else None


def _into_stage(editor: Editor, stage: str) -> object:
    """Opens the first touchpoint of a stage; adds it where there is none."""
    column = editor.journey.touchpoints(stage)
    if not column:
        return _add_touchpoint(editor, stage, None)
    editor.cursor.show(column[0].id)
    return open_text_of(editor, column[0].id)


def _fill(editor: Editor, lane: Lane, column: str) -> object:
    """Makes what belongs in a lane, at a column."""
    if lane.kind == "touchpoints":
        return _add_touchpoint(editor, column, lane)
    if lane.kind == "emotions":
        return _feel(editor, column)
    if lane.kind in ENTRY_LANES or lane.kind in IN_LANES:
        return write_new(editor, lane, step_under(editor))
    return tell(editor, message("This lane shows pictures."), message("Drop or paste a picture on a touchpoint."))


def write_new(editor: Editor, lane: Lane, step: str | None) -> object:
    """Makes the text that a lane holds, at a step, open to type."""
    if lane.kind in IN_LANES:
        kind = IN_LANES[lane.kind]
        return open_new(editor, hang_new(editor, kind, step, lane), kind) if step is not None else None
    people = for_whom(Entry, lane, editor.persona)
    change = editor.do(lambda journey: add_entry(journey, lane.id, step, personas=people))
    return open_new(editor, change, Entry, "text")


def _feel(editor: Editor, column: str) -> object:
    """Opens the words of a feeling that is there; an empty place gets a neutral one."""
    cell = editor.cursor.cell
    if cell is not None and cell.record:
        return _open(editor, cell.record)
    if not isinstance(editor.journey.get(column), Touchpoint):
        return tell(editor, message("A feeling needs a touchpoint."), message("Press Enter on the stage to add one."))

    def go_on(persona: str) -> None:
        if editor.journey.get(emotion_id(persona, column)) is None:
            editor.do(lambda journey: set_emotion(journey, persona, column, 0.0))
        if isinstance(editor.journey.get(emotion_id(persona, column)), Emotion):
            editor.cursor.show(emotion_id(persona, column))

    return with_persona(editor, go_on)


def _add_touchpoint(editor: Editor, column: str, lane: Lane | None) -> object:
    """A touchpoint behind that of a column, in its stage; in a lane of several channels over that of its neighbour."""
    before = editor.journey.get(column)
    stage = before.stage if isinstance(before, Touchpoint) else column
    ids = [touchpoint.id for touchpoint in editor.journey.touchpoints(stage)]
    at = ids.index(column) + 1 if column in ids else None
    fields: dict[str, str | None] = {}
    if lane is not None and isinstance(before, Touchpoint) and editor.journey.lane_of(before) == lane and lane.channels:
        fields["channel"] = before.channel

    def go_on(channel: str) -> object:
        wish = {"channel": channel} if channel else fields
        return open_new(editor, editor.do(lambda journey: add_touchpoint(journey, stage, at, home, **wish)), Touchpoint)

    home = lane.id if lane is not None else None
    asked = channels_to_ask(lambda: add_touchpoint(editor.journey, stage, at, home, **fields))
    return ask_channel(editor, asked, go_on) if asked else go_on("")


def ask_channel(editor: Editor, channels: Sequence[str], then: Callable[[str], object]) -> object:
    """Asks over which of a lane's channels a contact runs."""
    choices = []
    for key in channels:
        channel = editor.journey.channel(key)
        title = "" if channel is None else channel_name(channel, editor.speech)
        choices.append(Choice(key, title))
    return _ask(editor, Ask(message("Over which channel?"), tuple(choices), then))


def hang_new(editor: Editor, kind: FindingKind | type[Note], step: str, lane: Lane | None = None) -> Change | None:
    """A new finding or note on a step; `lane` is the one that it is made in, if it is in any."""
    if kind is Note:
        return editor.do(lambda journey: add_note(journey, step))
    finding, people = cast("FindingKind", kind), for_whom(kind, lane, editor.persona)
    return editor.do(lambda journey: add_finding(journey, finding, step, personas=people))


def _add_finding(editor: Editor, kind: FindingKind) -> object:
    if editor.typing is not None:
        editor.typing.commit()
    step, lane = step_under(editor), lane_under(editor)
    if step is None:
        return tell(editor, message("Where does it belong?"), message("Go to a touchpoint or a stage first."))
    fits = lane is not None and IN_LANES.get(lane.kind) is kind
    origin, back = editor.cursor.cell, editor.cursor.back
    hurts = [one.id for one in chosen(editor, Pain) if one.first is not None] if kind is Opportunity else []
    answers = bool(hurts) and len(hurts) == len(editor.selection)
    change = editor.do(lambda journey: add_answer(journey, *hurts)) if answers else hang_new(editor, kind, step, lane)
    key = open_new(editor, change, kind)
    if key is not None and origin is not None and not fits:
        again = back is not None and back[0] == origin.record
        editor.cursor.back = (key, back[1] if back is not None and again else origin)
    return key


# -- the palette ------------------------------------------------------------------------------------------------------
def add_item(editor: Editor, item: ItemKind, detail: str = "") -> object:
    """What a click on an item of the palette adds: the same as its key. `detail` is the kind of a lane or line."""
    if item == "lane":
        return add_lane_of(editor, detail)
    return add_line_of(editor, detail) if item == "line" else ITEMS[item](editor)


def _add_note(editor: Editor) -> object:
    """A note where the cursor is: the palette puts things on the map. Without a place it lies in the parking lot."""
    step = step_under(editor)
    return open_new(editor, hang_new(editor, Note, step), Note) if step is not None else add_note_here(editor)


ITEMS: Mapping[ItemKind, Callable[[Editor], object]] = {
    "stage": next_stage,
    "touchpoint": next_touchpoint,
    "pain": add_pain,
    "gain": add_gain,
    "quote": add_quote,
    "opportunity": add_opportunity,
    "measure": add_measure,
    "note": _add_note,
    "persona": add_persona_here,
}
"""What adds each item of the palette that asks for nothing more."""

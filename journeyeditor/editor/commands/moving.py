"""Moving what is selected by a step: touchpoints, stages, rows, personas, findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from journeyeditor.editor.commands.adding import ask_channel
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.naming import selection_spoken
from journeyeditor.editor.pointed import chosen
from journeyeditor.edits.entries import move_entries, move_findings, texts_at
from journeyeditor.edits.lanes import move_rows
from journeyeditor.edits.personas import move_personas
from journeyeditor.edits.stages import move_stages
from journeyeditor.edits.touchpoints import channels_to_ask, move_touchpoints
from journeyeditor.layout.mirror import runs_leftward
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import ENTRY_LANES, Anchored, Entry, Lane, Line, Persona, Stage, Touchpoint


def move_left(editor: Editor) -> object:
    """Moves what is selected a place to the left."""
    return _along(editor, 1 if runs_leftward(editor.journey.head.language) else -1)


def move_right(editor: Editor) -> object:
    """Moves what is selected a place to the right."""
    return _along(editor, -1 if runs_leftward(editor.journey.head.language) else 1)


def move_up(editor: Editor) -> object:
    """Moves what is selected up: a lane or line, a touchpoint or text to the lane above."""
    return _across(editor, -1)


def move_down(editor: Editor) -> object:
    """Moves what is selected down: a lane or line, a touchpoint or text to the lane below."""
    return _across(editor, 1)


# -- along the journey ----------------------------------------------------------------------------------------------
def _along(editor: Editor, by: int) -> object:
    kind = _kind(editor)
    if issubclass(kind, Touchpoint):
        return _do(editor, _touchpoints_along(editor, [one.id for one in chosen(editor, Touchpoint)], by))
    if issubclass(kind, Stage):
        stages = [one.id for one in editor.journey.stages()]
        keys = [one.id for one in chosen(editor, Stage)]
        return _do(editor, lambda journey: move_stages(journey, keys, _past(stages, keys, by)))
    if issubclass(kind, Persona):
        people = [one.id for one in editor.journey.personas()]
        keys = [one.id for one in chosen(editor, Persona)]
        return _do(editor, lambda journey: move_personas(journey, keys, _past(people, keys, by)))
    if issubclass(kind, Anchored):
        return _findings_along(editor, _places_along(editor, chosen(editor, Anchored), by))
    return None


def _kind(editor: Editor) -> type:
    """The kind of what was selected last: only things of one kind move together."""
    record = editor.journey.get(editor.selection[-1]) if editor.selection else None
    return type(record)


def _past(siblings: Sequence[str], keys: Sequence[str], by: int) -> int:
    """Where some of the siblings stand when they have gone one place on: a position among those that stay."""
    numbers = [siblings.index(key) for key in keys]
    staying = [key for key in siblings if key not in keys]
    before = sum(1 for key in siblings[: min(numbers)] if key in staying)
    inside = sum(1 for key in siblings[: max(numbers)] if key in staying)
    return max(0, before - 1) if by < 0 else min(len(staying), inside + 1)


def _touchpoints_along(editor: Editor, keys: Sequence[str], by: int) -> Callable[[Journey], Change]:
    """A place on within their stage; from its end into the next one."""
    reading = editor.journey.reading()
    ordered = [one.id for one in reading.touchpoints if one.id in keys]
    front = editor.journey.get(ordered[-1 if by > 0 else 0])
    stage = front.stage if isinstance(front, Touchpoint) else ""
    column = [one.id for one in reading.column(stage)]
    mine = [key for key in ordered if key in column]
    at_end = column[-len(mine) :] == mine if by > 0 else column[: len(mine)] == mine
    numbers = [one.id for one in reading.stages]
    following = numbers.index(stage) + by
    if not at_end or len(mine) < len(ordered):
        place = _past(column, mine, by) if not at_end else (len(column) - len(mine) if by > 0 else 0)
        return lambda journey: move_touchpoints(journey, ordered, stage, place)
    if not 0 <= following < len(numbers):
        return lambda journey: move_touchpoints(journey, ordered, stage, None if by > 0 else 0)
    return lambda journey: move_touchpoints(journey, ordered, numbers[following], 0 if by > 0 else None)


def _places_along(editor: Editor, findings: Sequence[Anchored], by: int) -> dict[str, tuple[str, str]]:
    """The neighbouring step of each finding: that of a touchpoint is a touchpoint, that of a stage a stage.

    A finding that spans moves with both its ends; one that would leave the map stays.
    """
    places: dict[str, tuple[str, str]] = {}
    for finding in findings:
        first, last = _beside(editor, finding.first, by), _beside(editor, finding.last, by)
        if first is not None and last is not None:
            places[finding.id] = (first, last)
    return places


def _findings_along(editor: Editor, places: Mapping[str, tuple[str, str]]) -> object:
    if not places:
        return None
    return _do(editor, lambda journey: move_findings(journey, places))


def _beside(editor: Editor, key: str | None, by: int) -> str | None:
    """The touchpoint or stage beside another one."""
    columns, stages = editor.cursor.grid.columns, [one.id for one in editor.journey.stages()]
    record = editor.journey.get(key or "")
    siblings = list(columns) if isinstance(record, Touchpoint) else stages
    if record is None or record.id not in siblings:
        return None
    number = siblings.index(record.id) + by
    return siblings[number] if 0 <= number < len(siblings) else None


# -- across the lanes -----------------------------------------------------------------------------------------------
def _across(editor: Editor, by: int) -> object:
    kind = _kind(editor)
    if issubclass(kind, Lane | Line):
        shown = [key for key in editor.cursor.grid.rows if key in editor.cursor.grid.lanes]
        keys = [one.id for one in (*chosen(editor, Lane), *chosen(editor, Line)) if one.id in shown]
        return _do(editor, lambda journey: move_rows(journey, keys, _row(editor, shown, keys, by))) if keys else None
    if issubclass(kind, Touchpoint):
        return _touchpoints_across(editor, [one.id for one in chosen(editor, Touchpoint)], by)
    if issubclass(kind, Entry):
        return _entries_across(editor, chosen(editor, Entry), by)
    return None


def _row(editor: Editor, shown: Sequence[str], keys: Sequence[str], by: int) -> int:
    """The place among all rows, hidden ones included, that is one shown row on."""
    staying_shown = [key for key in shown if key not in keys]
    staying = [row.id for row in editor.journey.rows() if row.id not in keys]
    place = _past(shown, keys, by)
    if place < len(staying_shown):
        return staying.index(staying_shown[place])
    return staying.index(staying_shown[-1]) + 1 if staying_shown else len(staying)


def _touchpoints_across(editor: Editor, keys: Sequence[str], by: int) -> object:
    """Into the next lane of touchpoints; asks for the channel where it takes several."""
    lanes = [row.id for row in editor.cursor.grid.lanes.values() if _holds(row, ("touchpoints",))]
    front = editor.journey.get(keys[-1])
    home = editor.journey.lane_of(front) if isinstance(front, Touchpoint) else None
    number = lanes.index(home.id) + by if home is not None and home.id in lanes else -1
    if not 0 <= number < len(lanes):
        return None
    lane = lanes[number]

    def go_on(channel: str) -> object:
        chosen_channel = channel or None
        return _do(editor, lambda journey: move_touchpoints(journey, keys, lane=lane, channel=chosen_channel))

    asked = channels_to_ask(lambda: move_touchpoints(editor.journey, keys, lane=lane))
    return ask_channel(editor, asked, go_on) if asked else go_on("")


def _entries_across(editor: Editor, entries: Sequence[Entry], by: int) -> object:
    """Past the next text of the same cell, or into the next lane of texts."""
    front = entries[-1]
    there = [one.id for one in texts_at(editor.journey, front.lane, front.first, front.last)]
    keys = [one.id for one in entries if one.id in there]
    place = _past(there, keys, by)
    staying = [key for key in there if key not in keys]
    order = [*staying[:place], *[key for key in there if key in keys], *staying[place:]]
    if order != there:
        return _do(editor, lambda journey: move_entries(journey, keys, front.lane, front.first, front.last, place))
    lanes = [row.id for row in editor.cursor.grid.lanes.values() if _holds(row, ENTRY_LANES)]
    number = lanes.index(front.lane) + by if front.lane in lanes else -1
    if not 0 <= number < len(lanes):
        return None
    at = 0 if by > 0 else None
    return _do(editor, lambda journey: move_entries(journey, keys, lanes[number], front.first, front.last, at))


def _holds(row: Lane | Line, kinds: Sequence[str]) -> bool:
    return isinstance(row, Lane) and row.kind in kinds


def _do(editor: Editor, wish: Callable[[Journey], Change]) -> Change | None:
    """Moves, and takes the cursor along."""
    change = editor.do(wish)
    if change:
        _say(editor)
    return change


def _say(editor: Editor) -> object:
    """Tells a listener where what was moved is now; the focus goes with it."""
    cell = editor.cursor.cell
    editor.announce.tell(selection_spoken(editor))
    if cell is not None:
        editor.cursor.moved.tell(cell)
    return cell

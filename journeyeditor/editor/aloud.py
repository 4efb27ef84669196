"""The map as it is read aloud: in which order, and what is said of a record beside what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.editor.grid import HEADER, Grid
from journeyeditor.errors import Message, message
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Flow, Head, Lane, Line, Persona, Record, Stage, Touchpoint

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor

LEVELS: dict[type[Record], int] = {Head: 1, Persona: 2, Stage: 2, Lane: 2, Line: 2, Touchpoint: 3, Flow: 3}
DEEPEST = 4


def reading_order(journey: Journey) -> tuple[str, ...]:
    """Ids of all that the map shows: title and personas; each stage and what lies in it, step by step from the top;
    then the rows by their heads, then the flows."""
    grid = Grid(journey)
    found = dict.fromkeys(grid.cells(HEADER))
    for stage in grid.reading.stages:
        found[stage.id] = None
        for column in [one.id for one in grid.reading.column(stage.id)] or [stage.id]:
            if column != stage.id:
                found[column] = None
            for row in grid.lanes:
                found.update(dict.fromkeys(grid.records(row, column)))
    found.update(dict.fromkeys(grid.lanes))
    found.update((flow.id, None) for flow in journey.all(Flow))
    return tuple(found)


def level(record: AnyRecord) -> int:
    """How deep a record lies: the journey is 1, its stages 2, their touchpoints 3, what hangs there 4."""
    return LEVELS.get(type(record), DEEPEST)


def described(editor: Editor, record: AnyRecord) -> str:
    """What there is to say of a record beyond its name, in the interface's language; empty if there is nothing."""
    parts: list[str] = []
    match record:
        case Head():
            parts = [record.scenario, _told(editor, message("Goal"), record.goal)]
        case Stage():
            parts = [
                _told(editor, message("Goal"), record.goal),
                record.description,
                _told(editor, message("Loyalty-critical"), record.loyalty_critical),
                _told(editor, message("Blind spot"), record.blind_spot),
            ]
        case Touchpoint():
            parts = [record.description, _told(editor, message("Moment of truth"), record.moment_of_truth)]
        case Persona():
            parts = [record.quote, record.bio]
    return "\n".join(" ".join(part.split()) for part in parts if part.strip())


def _told(editor: Editor, label: Message, text: str | None) -> str:
    if not text or not text.strip():
        return ""
    return editor.speech.say("{label}: {value}", label=editor.speech.say(label), value=text)

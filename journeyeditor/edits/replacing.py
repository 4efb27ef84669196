"""Other words in many texts at once."""

from __future__ import annotations

from collections.abc import Mapping

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import with_fields
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Channel, Lane

TextPlace = tuple[str, str]
"""Id of a record and name of a text in it; one of a list is named with its number (`goals.0`), the title of a phase
with the phase (`phase_titles.before`)."""


def text_at(record: AnyRecord, field: str) -> str:
    """The text at a place of a record; empty where there is none."""
    name, _, part = field.partition(".")
    value = getattr(record, name, None)
    if isinstance(value, tuple) and part.isdecimal() and int(part) < len(value):
        value = value[int(part)]
    elif isinstance(value, Mapping):
        value = value.get(part)
    return value if isinstance(value, str) else ""


def replace_texts(journey: Journey, texts: Mapping[TextPlace, str]) -> Change:
    """Puts other texts at some places, all in one step. Raises BadInput if a place is not there (any more)."""
    draft = Draft(journey)
    for (key, field), text in texts.items():
        record = draft.find(key)
        name, _, part = field.partition(".")
        before = getattr(record, name, None)
        if isinstance(before, tuple) and not (part.isdecimal() and int(part) < len(before)):
            raise BadInput(message("What you wanted to edit is no longer on the map."), place=field)
        draft.put(with_fields(record, {name: _value(record, name, part, text)}))
    return draft.change(message("Replace text"))


def _value(record: AnyRecord, name: str, part: str, text: str) -> object:
    """What stands in a field when the text at one place of it is another."""
    before = getattr(record, name, None)
    if isinstance(before, tuple):
        return (*before[: int(part)], text, *before[int(part) + 1 :])
    if isinstance(before, Mapping):
        kept = {phase: title for phase, title in before.items() if phase != part}
        return {**kept, part: text} if text.strip() else kept
    return None if isinstance(record, Lane | Channel) and not text.strip() else text

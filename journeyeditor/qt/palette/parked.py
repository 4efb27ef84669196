"""What waits for a place: notes, newest first, then parked findings; and what a hand can do with them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.editor import Editor, Told
from journeyeditor.editor.commands.capturing import capture
from journeyeditor.edits.anchoring import anchor
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import naming_field, rename
from journeyeditor.edits.notes import NoteBecomes, become
from journeyeditor.errors import Message, message
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Anchored,
    AnyRecord,
    Entry,
    Gain,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
    Stage,
    Touchpoint,
)

KINDS: dict[type[Anchored], Message] = {
    Pain: message("Pain point"),
    Gain: message("Gain"),
    Quote: message("Quote"),
    Opportunity: message("Opportunity"),
    Measure: message("Measure"),
    Entry: message("Text"),
}
"""Kinds that may be parked beside notes."""

BECOMES: dict[str, tuple[NoteBecomes, Message]] = {
    "T": (Touchpoint, message("Touchpoint")),
    "P": (Pain, message("Pain point")),
    "G": (Gain, message("Gain")),
    "O": (Opportunity, message("Opportunity")),
    "Q": (Quote, message("Quote")),
}
"""Key -> what a note becomes."""


def parked(journey: Journey) -> list[AnyRecord]:
    """Everything without a place."""
    notes: list[AnyRecord] = [note for note in journey.all(Note) if note.first is None]
    others = [record for kind in KINDS for record in journey.all(kind) if record.first is None]
    return [*reversed(notes), *others]  # type: ignore[list-item]


def text_of(record: AnyRecord) -> str:
    """What is read on its card."""
    field = naming_field(record)
    text = str(getattr(record, field) or "") if field else ""
    return text or str(getattr(record, "text", "") or "")


def note_down(editor: Editor, text: str) -> int:
    """A note of every line that is not empty; how many."""
    change = capture(editor, text)
    return 0 if change is None else len(change.added())


def reword(editor: Editor, key: str, text: str) -> None:
    """Another text; an empty one changes nothing."""
    record = editor.journey.get(key)
    if record is not None and text.strip() and text != text_of(record):
        editor.do(lambda journey: rename(journey, key, text))


def throw_away(editor: Editor, keys: Sequence[str]) -> None:
    """Deletes them."""
    if keys:
        editor.do(lambda journey: delete(journey, keys))


def send(editor: Editor, keys: Sequence[str], place: str | None, becomes: NoteBecomes | None = None) -> bool:
    """Hangs what is parked on a step of the map, or makes something of notes there; False if there is no step."""
    if place is None or place not in editor.journey:
        editor.told.tell(
            Told(message("There is no place chosen on the map."), message("Select a touchpoint or a stage first."))
        )
        return False
    if becomes is None:
        return editor.do(lambda journey: anchor(journey, keys, place)) is not None
    stage = editor.cursor.grid.stage_of(place) if becomes is Touchpoint else None
    step = place if becomes is not Touchpoint or place != stage else None
    notes = [key for key in keys if isinstance(editor.journey.get(key), Note)]
    editor.do(lambda journey: become(journey, notes, becomes, stage, step))
    return True


def place_in(journey: Journey, selection: Sequence[str]) -> str | None:
    """The last stage or touchpoint among what is selected."""
    steps = [key for key in selection if isinstance(journey.get(key), Stage | Touchpoint)]
    return steps[-1] if steps else None

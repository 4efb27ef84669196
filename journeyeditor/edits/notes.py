"""Notes: add, put in order, and make something of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from journeyeditor.edits.anchoring import anchor_ends
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.entries import entry_lane, texts_at
from journeyeditor.edits.fields import made
from journeyeditor.edits.homes import house
from journeyeditor.edits.placing import put_at
from journeyeditor.edits.touchpoints import put_touchpoint
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Gain, Lane, Note, Opportunity, Pain, Quote, Touchpoint

NoteBecomes = type[Touchpoint] | type[Pain] | type[Gain] | type[Opportunity] | type[Quote]

CardOfNote = type[Entry] | type[Pain] | type[Gain] | type[Opportunity] | type[Quote]
BECOME = message("Make something of a note")


def add_note(
    journey: Journey, /, first: str | None = None, last: str | None = None, at: int | None = None, **fields: Any
) -> Change:
    """A new note before the one at `at` (None = the last); without a place on the map it lies in the parking lot.

    On the map it stands in a lane of free text, which comes along where there is none.
    """
    draft = Draft(journey)
    (order,) = draft.place(draft.all(Note), at)
    note = made(Note, fields, order=order, **anchor_ends(draft, first, last))
    draft.put(note)
    house(draft, [note.id])
    return draft.change(message("Add note"))


def move_notes(journey: Journey, keys: Collection[str], at: int | None = None) -> Change:
    """Moves notes before the one at `at`, counted among those that stay."""
    draft = Draft(journey)
    put_at(draft, draft.all(Note), keys, at)
    return draft.change(message("Move note"))


def become(
    journey: Journey, keys: Sequence[str], kind: NoteBecomes, stage: str | None = None, step: str | None = None
) -> Change:
    """Makes a touchpoint, pain, gain, opportunity or quote of each of some notes, in its place (or at a `step`), for
    its personas.

    A touchpoint needs a stage: that of the note's place, or `stage` for one that lies in the parking lot. Its first
    line is the title.
    """
    draft = Draft(journey)
    behind: dict[str, str] = {}
    for key in keys:
        note = draft.need(key, Note)
        if step is not None:
            note = replaced(note, **anchor_ends(draft, step, None))
        if kind is Touchpoint:
            _put_touchpoint(draft, note, stage, behind)
        else:
            place = {"first": note.first, "last": note.last, "personas": note.personas}
            card = made(kind, {"text": note.text}, **place)
            draft.put(card)
            house(draft, [card.id])
    draft.drop(keys)
    return draft.change(BECOME)


def become_touchpoints(
    journey: Journey, keys: Sequence[str], stage: str, at: int | None = None, lane: str | None = None, **fields: Any
) -> Change:
    """Makes touchpoints of notes, before the one at `at` in a stage; otherwise as `add_touchpoint`."""
    draft = Draft(journey)
    for number, key in enumerate(keys):
        place = None if at is None else at + number
        put_touchpoint(draft, stage, place, lane, **_words_of(draft.need(key, Note)), **fields)
    draft.drop(keys)
    return draft.change(BECOME)


def become_there(journey: Journey, keys: Sequence[str], kind: CardOfNote, lane: str, first: str) -> Change:
    """Makes a card in a lane, at a step, of each of some notes; for the note's personas, else for the lane's."""
    draft = Draft(journey)
    home = draft.need(lane, Lane)
    for key in keys:
        note = draft.need(key, Note)
        words = {"text": note.text, "personas": note.personas or home.personas}
        place: dict[str, Any] = dict(anchor_ends(draft, first, None))
        if kind is Entry:
            (order,) = draft.place(texts_at(draft, entry_lane(draft, lane).id, first, first), None)
            place = {**place, "lane": lane, "order": order}
        card = made(kind, words, **place)
        draft.put(card)
        house(draft, [card.id])
    draft.drop(keys)
    return draft.change(BECOME)


def _put_touchpoint(draft: Draft, note: Note, stage: str | None, behind: dict[str, str]) -> None:
    """Drafts the touchpoint that a note becomes: behind the one that it hung on and what was made there before (which
    `behind` remembers), else at the end of its stage.
    """
    place = draft.get(note.first) if note.first is not None else None
    home = place.stage if isinstance(place, Touchpoint) else note.first or stage
    if home is None:
        raise BadInput(message("Choose the stage for this touchpoint."))
    column = [touchpoint.id for touchpoint in draft.touchpoints(home)]
    at = column.index(behind.get(place.id, place.id)) + 1 if isinstance(place, Touchpoint) else None
    touchpoint = put_touchpoint(draft, home, at, None, **_words_of(note))
    if place is not None:
        behind[place.id] = touchpoint.id


def _words_of(note: Note) -> dict[str, str]:
    """Title and description of the touchpoint that a note becomes."""
    title, _, description = note.text.partition("\n")
    return {"title": title, "description": description.strip()}

"""Notes: add, put in order, and make something of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from journeyeditor.edits.anchoring import anchor_ends
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.entries import cell, entry_lane
from journeyeditor.edits.fields import made
from journeyeditor.edits.homes import house
from journeyeditor.edits.placing import put_at
from journeyeditor.edits.touchpoints import put_touchpoint
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Gain, Lane, Note, Opportunity, Pain, Quote, Stage, Touchpoint

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


def become(journey: Journey, note: str, kind: NoteBecomes, stage: str | None = None, step: str | None = None) -> Change:
    """Makes a touchpoint, pain, gain, opportunity or quote of a note, in its place (or at a `step`), for its personas.

    A touchpoint needs a stage: that of the note's place, or the one that is given. Its first line is the title.
    """
    draft = Draft(journey)
    record = draft.need(note, Note)
    if step is not None:
        record = replaced(record, **anchor_ends(draft, step, None))
    if kind is Touchpoint:
        draft.put(_touchpoint(draft, record, stage))
    else:
        place = {"first": record.first, "last": record.last, "personas": record.personas}
        card = made(kind, {"text": record.text}, **place)
        draft.put(card)
        house(draft, [card.id])
    draft.drop([note])
    return draft.change(BECOME)


def become_touchpoints(
    journey: Journey, keys: Sequence[str], stage: str, at: int | None = None, lane: str | None = None, **fields: Any
) -> Change:
    """Makes touchpoints of notes, before the one at `at` in a stage; otherwise as `add_touchpoint`."""
    draft = Draft(journey)
    for number, key in enumerate(keys):
        title, _, description = draft.need(key, Note).text.partition("\n")
        words = {"title": title, "description": description.strip()}
        put_touchpoint(draft, stage, None if at is None else at + number, lane, **words, **fields)
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
            (order,) = draft.place(cell(draft, entry_lane(draft, lane).id, first, first), None)
            place = {**place, "lane": lane, "order": order}
        card = made(kind, words, **place)
        draft.put(card)
        house(draft, [card.id])
    draft.drop(keys)
    return draft.change(BECOME)


def _touchpoint(draft: Draft, note: Note, stage: str | None) -> Touchpoint:
    """The touchpoint that a note becomes: right after the one that it hung on, else at the end of the stage."""
    place = draft.get(note.first) if note.first is not None else None
    if stage is None:
        stage = place.stage if isinstance(place, Touchpoint) else note.first
    if stage is None:
        raise BadInput(message("Choose the stage for this touchpoint."))
    column = draft.touchpoints(draft.need(stage, Stage).id)
    after = [touchpoint.id for touchpoint in column].index(place.id) + 1 if place in column and place else None
    (order,) = draft.place(column, after)
    title, _, description = note.text.partition("\n")
    return made(Touchpoint, {"title": title, "description": description.strip()}, stage=stage, order=order)

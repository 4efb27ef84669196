"""Notes: add, put in order, and make something of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from journeyeditor.edits.anchoring import anchor_ends
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.placing import put_at
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Gain, Note, Opportunity, Pain, Quote, Stage, Touchpoint

NoteBecomes = type[Touchpoint] | type[Pain] | type[Gain] | type[Opportunity] | type[Quote]


def add_note(
    journey: Journey, /, first: str | None = None, last: str | None = None, at: int | None = None, **fields: Any
) -> Change:
    """A new note before the one at `at` (None = the last); without a place on the map it lies in the parking lot."""
    draft = Draft(journey)
    (order,) = draft.place(draft.all(Note), at)
    draft.put(made(Note, fields, order=order, **anchor_ends(draft, first, last)))
    return draft.change(message("Add note"))


def move_notes(journey: Journey, keys: Collection[str], at: int | None = None) -> Change:
    """Moves notes before the one at `at`, counted among those that stay."""
    draft = Draft(journey)
    put_at(draft, draft.all(Note), keys, at)
    return draft.change(message("Move note"))


def become(journey: Journey, note: str, kind: NoteBecomes, stage: str | None = None) -> Change:
    """Makes a touchpoint, pain, gain, opportunity or quote of a note, in its place and for its personas.

    A touchpoint needs a stage: that of the note's place, or the one that is given. Its first line is the title.
    """
    draft = Draft(journey)
    record = draft.need(note, Note)
    if kind is Touchpoint:
        draft.put(_touchpoint(draft, record, stage))
    else:
        place = {"first": record.first, "last": record.last, "personas": record.personas}
        draft.put(made(kind, {"text": record.text}, **place))
    draft.drop([note])
    return draft.change(message("Make something of a note"))


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

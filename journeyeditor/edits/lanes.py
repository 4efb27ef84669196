"""Lanes and the lines between them: add, move, give to another persona."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.placing import put_at
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Lane, LaneKind, Line, LineKind


def add_lane(journey: Journey, /, kind: LaneKind, at: int | None = None, **fields: Any) -> Change:
    """A new lane before the row at `at` (lanes and lines together, None = at the foot)."""
    draft = Draft(journey)
    (order,) = draft.place(draft.rows(), at)
    draft.put(made(Lane, {**fields, "kind": kind}, order=order))
    return draft.change(message("Add lane"))


def add_line(journey: Journey, kind: LineKind, at: int | None = None) -> Change:
    """One of the three lines of a service blueprint, before the row at `at`; each can be there once."""
    draft = Draft(journey)
    if any(line.kind == kind for line in draft.all(Line)):
        raise BadInput(
            message("This line is already on the map."),
            message("Drag it to where it belongs; each line is there once."),
        )
    (order,) = draft.place(draft.rows(), at)
    draft.put(made(Line, {"kind": kind}, order=order))
    return draft.change(message("Add line"))


def move_rows(journey: Journey, keys: Collection[str], at: int | None = None) -> Change:
    """Moves lanes and lines before the row at `at`, counted among those that stay."""
    draft = Draft(journey)
    put_at(draft, draft.rows(), keys, at)
    lanes_too = any(isinstance(draft.get(key), Lane) for key in keys)
    return draft.change(message("Move lane") if lanes_too else message("Move line"))


def give_lane(journey: Journey, lane: str, personas: Sequence[str]) -> Change:
    """Gives a lane to other personas (none = everyone), with those of its texts that were for the former ones."""
    draft = Draft(journey)
    record = draft.need(lane, Lane)
    new = tuple(dict.fromkeys(personas))
    for text in draft.referrers(lane):
        if isinstance(text, Entry) and text.personas and text.personas == record.personas:
            draft.set(text.id, {"personas": new})
    draft.set(lane, {"personas": new})
    return draft.change(message("Give lane to another persona"))

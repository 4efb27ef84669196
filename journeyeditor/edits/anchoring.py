"""Where findings hang: on a touchpoint, a stage, a span of them, or nowhere (the parking lot)."""

from __future__ import annotations

from collections.abc import Collection

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.homes import house_moved
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Stage, Touchpoint


def anchor_ends(draft: Draft, first: str | None, last: str | None) -> dict[str, str | None]:
    """The two fields of an anchor from one step to another, put into reading order; `last` None = only `first`."""
    if first is None:
        return {"first": None, "last": None}
    last = first if last is None else last
    for key in (first, last):
        draft.need(key, Stage, Touchpoint)
    reading = draft.reading()
    if (reading.starts(first) or ()) > (reading.starts(last) or ()):
        first, last = last, first
    return {"first": first, "last": last}


def anchor(journey: Journey, keys: Collection[str], first: str | None, last: str | None = None) -> Change:
    """Hangs findings on a stage or touchpoint, or on all from `first` to `last`; also takes them out of parking.

    A lane of their kind comes along where none shows them.
    """
    draft = Draft(journey)
    ends = anchor_ends(draft, first, last)
    for key in keys:
        draft.need(key, Anchored)
        draft.set(key, ends)
    house_moved(draft, keys)
    return draft.change(message("Put in parking lot") if first is None else message("Move on the map"))


def park(journey: Journey, keys: Collection[str]) -> Change:
    """Moves findings to the parking lot; they keep everything but their place."""
    return anchor(journey, keys, None)

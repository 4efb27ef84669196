"""The texts of a lane: add, move to another lane or place, or within one cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from journeyeditor.edits.anchoring import anchor_ends
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.homes import house_moved
from journeyeditor.edits.placing import put_at
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import ENTRY_LANES, Anchored, Entry, Lane


def texts_at(journey: Journey | Draft, lane: str, first: str | None, last: str | None) -> list[Entry]:
    """The texts of a lane that hang on the same step or span, in their order."""
    return [text for text in journey.all(Entry) if (text.lane, text.first, text.last) == (lane, first, last)]


def entry_lane(draft: Draft, key: str) -> Lane:
    """A lane that holds texts. Raises BadInput for any other."""
    lane = draft.need(key, Lane)
    if lane.kind not in ENTRY_LANES:
        raise BadInput(
            message("This lane holds no texts of its own."),
            message("Choose a lane of texts: actions, thoughts, or a free lane."),
        )
    return lane


def add_entry(
    journey: Journey,
    /,
    lane: str,
    first: str | None = None,
    last: str | None = None,
    at: int | None = None,
    **fields: Any,
) -> Change:
    """A new text in a lane, at a step or span, before the one at `at` there (None = the last)."""
    draft = Draft(journey)
    entry_lane(draft, lane)
    ends = anchor_ends(draft, first, last)
    (order,) = draft.place(texts_at(draft, lane, ends["first"], ends["last"]), at)
    draft.put(made(Entry, fields, lane=lane, order=order, **ends))
    return draft.change(message("Add text"))


def move_entries(
    journey: Journey,
    keys: Collection[str],
    lane: str,
    first: str | None,
    last: str | None = None,
    at: int | None = None,
) -> Change:
    """Moves texts to a lane and a step or span, before the one at `at` among those there that stay."""
    draft = Draft(journey)
    _put_entries(draft, keys, lane, anchor_ends(draft, first, last), at)
    return draft.change(message("Move text"))


def move_findings(
    journey: Journey, places: Mapping[str, tuple[str, str]], lane: str | None = None, at: int | None = None
) -> Change:
    """Hangs each of some findings on a place of its own, `(first, last)`; texts go to a lane too.

    In a cell the texts come before the one at `at` among those there that stay. A lane comes along for a finding that
    none would show there, such as a quote that was told beside the curve.
    """
    draft = Draft(journey)
    texts: dict[tuple[str, str], list[str]] = {}
    for key, (first, last) in places.items():
        if isinstance(draft.need(key, Anchored), Entry) and lane is not None:
            texts.setdefault((first, last), []).append(key)
        else:
            draft.set(key, anchor_ends(draft, first, last))
    house_moved(draft, places)
    if lane is not None:
        for (first, last), keys in texts.items():
            _put_entries(draft, keys, lane, anchor_ends(draft, first, last), at)
    return draft.change(message("Move on the map"))


def _put_entries(
    draft: Draft, keys: Collection[str], lane: str, ends: Mapping[str, str | None], at: int | None
) -> None:
    entry_lane(draft, lane)
    there = texts_at(draft, lane, ends["first"], ends["last"])
    chosen = {draft.need(key, Entry).id for key in keys}
    moving = [text for text in draft.all(Entry) if text.id in chosen]
    if all(text in there for text in moving):
        put_at(draft, there, keys, at)
        return
    staying = [text for text in there if text.id not in chosen]
    for text, order in zip(moving, draft.place(staying, at, len(moving)), strict=True):
        draft.put(replaced(text, lane=lane, order=order, **ends))

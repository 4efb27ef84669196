"""Copies that are put to a place at once: what a drag with Ctrl does."""

from __future__ import annotations

from collections.abc import Collection

from journeyeditor.edits.clip import Clip, copied
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.entries import entry_lane, texts_at
from journeyeditor.edits.labels import DUPLICATE, label_for
from journeyeditor.edits.pasting import paste
from journeyeditor.edits.personas import unvoted
from journeyeditor.edits.touchpoints import in_lane
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Entry, Stage, Touchpoint


def copy_stages(journey: Journey, keys: Collection[str], at: int | None = None) -> Change:
    """Copies of stages, with all that is in them, before the stage at `at` (None = behind their originals)."""
    draft = Draft(journey)
    label = label_for(DUPLICATE, [draft.need(key, Stage) for key in keys])
    return paste(journey, _unvoted(journey, keys), at=at).labelled(label)


def copy_touchpoints(
    journey: Journey,
    keys: Collection[str],
    stage: str,
    at: int | None = None,
    lane: str | None = None,
    channel: str | None = None,
) -> Change:
    """Copies of touchpoints, with what hangs on them alone, before the one at `at` in a stage (None = at its end).

    In a lane they take its channel, as when they are moved there; ChannelNeeded is raised if it must be asked for.
    """
    draft = Draft(journey)
    originals = [draft.need(key, Touchpoint) for key in keys]
    position = len(draft.touchpoints(draft.need(stage, Stage).id)) if at is None else at
    pasted = paste(journey, _unvoted(journey, keys), first=stage, at=position)
    draft.put(*(record for _, record in pasted.pairs.values() if record is not None))
    for record in pasted.added():
        if isinstance(record, Touchpoint) and (lane is not None or channel is not None):
            draft.put(in_lane(draft, record, lane, channel))
    return draft.change(label_for(DUPLICATE, originals))


def copy_findings(
    journey: Journey, keys: Collection[str], first: str, last: str | None = None, lane: str | None = None
) -> Change:
    """Copies of findings on a stage or touchpoint, or on all from `first` to `last`; texts into a lane if one is given,
    as the last in their cell.

    Nobody has voted for a copy.
    """
    draft = Draft(journey)
    originals = [draft.need(key, Anchored) for key in keys]
    pasted = paste(journey, _unvoted(journey, keys), first=first, last=last)
    draft.put(*(record for _, record in pasted.pairs.values() if record is not None))
    if lane is not None:
        entry_lane(draft, lane)
        for record in pasted.added():
            if isinstance(record, Entry) and record.lane != lane:
                (order,) = draft.place(texts_at(draft, lane, record.first, record.last), None)
                draft.put(replaced(record, lane=lane, order=order))
    return draft.change(label_for(DUPLICATE, originals))


def _unvoted(journey: Journey, keys: Collection[str]) -> Clip:
    clip = copied(journey, keys)
    return Clip(tuple(unvoted(record) for record in clip.records), clip.context, clip.images)

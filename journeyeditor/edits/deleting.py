"""Delete: anything, with all that cannot be without it.

A stage takes its touchpoints along, those their emotions and flows; a lane its texts; a pain its links. A finding
whose place is gone goes to the parking lot, one that spans more is drawn in to what is left. What belonged to a
persona alone never becomes everyone's (see `loose`).
"""

from __future__ import annotations

from collections.abc import Collection

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.labels import DELETE, label_for
from journeyeditor.edits.loose import shrunk, without
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Anchored, AnyRecord, Head, Lane


def delete(journey: Journey, keys: Collection[str]) -> Change:
    """Takes records of any kind away. A built-in channel falls back to its standard title and icon."""
    draft = Draft(journey)
    label = label_for(DELETE, [draft.find(key) for key in keys])
    take_away(draft, keys)
    return draft.change(label)


def take_away(draft: Draft, keys: Collection[str]) -> None:
    """Drops records with all that cannot be without them; what can lives on as `loose` says."""
    reading = draft.reading()
    dropped = _closure(draft, keys)
    gone = {key for key in dropped if key not in BUILT_IN_CHANNELS}
    touched = {record.id: record for key in sorted(gone) for record in draft.referrers(key)}
    for record in touched.values():
        if record.id not in dropped:
            drawn_in = _drawn_in(record, reading, gone)
            survivor = without(drawn_in, gone.__contains__)
            survivor = survivor or without(replaced(record, channels=()), gone.__contains__)
            if survivor is not None:
                draft.put(survivor)
    draft.drop(dropped)


def _closure(draft: Draft, keys: Collection[str]) -> dict[str, None]:
    """The ids of records to be deleted and of all that goes along, in a steady order."""
    dropped = dict.fromkeys(sorted(keys))
    waiting = list(dropped)
    while waiting:
        key = waiting.pop()
        if isinstance(draft.find(key), Head):
            raise BadInput(message("The journey itself cannot be deleted."))
        if key in BUILT_IN_CHANNELS:
            continue
        for record in draft.referrers(key):
            goes = record.id not in dropped and without(record, dropped.__contains__) is None
            if goes and not (isinstance(record, Lane) and _is_last_home(draft, record, dropped)):
                dropped[record.id] = None
                waiting.append(record.id)
    return dropped


def _is_last_home(draft: Draft, lane: Lane, dropped: Collection[str]) -> bool:
    """Whether a lane that loses its channels is the only one left for touchpoints: it stays, for every channel."""
    lanes = [other for other in draft.all(Lane) if other.kind == "touchpoints" and other.id not in dropped]
    its_own = bool(lane.personas) and all(key in dropped for key in lane.personas)
    return lanes == [lane] and not its_own


def _drawn_in(record: AnyRecord, reading: ReadingOrder, gone: Collection[str]) -> AnyRecord:
    """A finding that loses an end of its span, hung on what is left of it; anything else as it is."""
    if not isinstance(record, Anchored) or record.first is None or record.last is None:
        return record
    if record.first not in gone and record.last not in gone:
        return record
    ends = shrunk(reading, record.first, record.last, gone.__contains__)
    return record if ends is None else replaced(record, first=ends[0], last=ends[1])

"""Two laptops worked on the same journey: do their changes clash, and what do they make together?

Both changes begin at the same journey and are joined field by field. Only where both sides set one field to different
values do they clash; ours is taken then, and the clash is told. Beyond that:

- Lists of ids are joined as sets, votes are counted together, values of a measure by their date.
- What belongs together goes together: both ends of an anchor, a touchpoint's stage and its order there.
- An empty list of personas means everyone, an empty list of channels all of them: a list that only one side empties,
  or that both together would empty, clashes. A finding that one side parked and the other moved stays on the map.
- Deleted on one side, edited or needed on the other: it is kept, with what the deletion took along, and told.
- A finding whose place is gone on the other side goes to the parking lot, and that is told.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from journeyeditor.edits.loose import without
from journeyeditor.edits.merging_fields import joined_records
from journeyeditor.errors import Message, StaleChange, message
from journeyeditor.model.change import Change, Pair, replaced
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.records import ENTRY_LANES, AnyRecord, Entry, Flow, Lane
from journeyeditor.model.references import references


class Clash(msgspec.Struct, frozen=True):
    """Where two sides did not agree: the record, the field (`""` = the record as a whole), what each side has there."""

    id: str
    field: str
    ours: Any
    theirs: Any
    problem: Message


class Merged(msgspec.Struct, frozen=True):
    """What two changes make together, from the journey where both began, and where they clashed."""

    change: Change
    clashes: tuple[Clash, ...]


def merge(ours: Change, theirs: Change) -> Merged:
    """Joins two changes of one journey. Raises StaleChange if they do not begin at the same one."""
    for key in ours.pairs.keys() & theirs.pairs.keys():
        if ours.pairs[key][0] != theirs.pairs[key][0]:
            raise StaleChange(message("These two did not begin with the same map."))
    our_pairs, clashes = _spared(ours.pairs, theirs.pairs)
    their_pairs, more = _spared(theirs.pairs, ours.pairs)
    clashes += [Clash(clash.id, clash.field, clash.theirs, clash.ours, clash.problem) for clash in more]
    joined: dict[str, Pair] = {}
    for key in dict.fromkeys([*our_pairs, *their_pairs]):
        mine, yours = our_pairs.get(key), their_pairs.get(key)
        if mine is None or yours is None:
            joined[key] = mine or yours or (None, None)
            continue
        record, faults = joined_records(mine[0], mine[1], yours[1])
        joined[key] = (mine[0], record)
        clashes += [Clash(key, *fault) for fault in faults]
    clashes += _heal(joined)
    change = Change(message("Merge"), {key: pair for key, pair in joined.items() if pair[0] != pair[1]})
    return Merged(change, tuple(clashes))


def clashes(ours: Change, theirs: Change) -> tuple[Clash, ...]:
    """Where two changes of one journey do not agree; none if `merge` keeps all that both did."""
    return merge(ours, theirs).clashes


def _deleted(pairs: Mapping[str, Pair]) -> set[str]:
    """Ids that these pairs take away; a built-in channel goes on being there."""
    return {key for key, (_, after) in pairs.items() if after is None and key not in BUILT_IN_CHANNELS}


def _spared(mine: Mapping[str, Pair], yours: Mapping[str, Pair]) -> tuple[dict[str, Pair], list[Clash]]:
    """One side's change without the deletions of what the other edited or needs, and without what those took along."""
    deleted = _deleted(mine)
    needed = {key for key in deleted if yours.get(key, (None, None))[1] is not None}
    for _, after in yours.values():
        if after is not None:
            needed |= deleted & _what_it_needs(after, deleted)
    told = [
        Clash(
            key,
            "",
            None,
            yours.get(key, mine[key])[1],
            message("Deleted on one side and used on the other: it is kept."),
        )
        for key in sorted(needed)
    ]
    left = dict(mine)
    kept: set[str] = set()
    waiting = sorted(needed)
    while waiting:
        key = waiting.pop()
        kept.add(key)
        record = left.pop(key, (None, None))[0]
        if record is not None:
            waiting.extend(deleted & _what_it_needs(record, deleted) - kept)
        for other, (before, after) in mine.items():
            took_along = before is not None and any(target == key for _, target in references(before))
            if (
                other not in kept
                and before is not None
                and took_along
                and after == without(before, deleted.__contains__)
            ):
                restored = without(before, (deleted - kept).__contains__)
                left[other] = (before, restored)
                if restored is not None and after is None:
                    waiting.append(other)
    for key in kept:
        # What is kept names what is not: it lives on without.
        before = mine[key][0]
        left[key] = (before, before and without(before, (deleted - kept).__contains__))
    return {key: pair for key, pair in left.items() if pair[0] != pair[1]}, told


def _what_it_needs(record: AnyRecord, gone: Collection[str]) -> set[str]:
    """What a record cannot be without; of the personas and channels that it is for, all if none would be left."""
    named = list(references(record))
    needed = {key for reference, key in named if reference.needed}
    if isinstance(record, Lane | Flow) and without(record, gone.__contains__) is None:
        needed |= {key for _, key in named if key in gone}
    return needed


def _heal(joined: dict[str, Pair]) -> list[Clash]:
    """Mends, in place, what the two sides leave between them: places that are gone, lanes that lost their texts."""
    told: list[Clash] = []
    deleted = _deleted(joined)
    for key, (before, after) in list(joined.items()):
        if after is None:
            continue
        healed = without(after, deleted.__contains__)
        if healed != after:
            joined[key] = (before, healed)
            told.append(Clash(key, "", after, healed, message("What this belongs to was deleted on the other side.")))
        lane = joined.get(after.lane, (None, None)) if isinstance(after, Entry) else (None, None)
        if isinstance(lane[0], Lane) and isinstance(lane[1], Lane) and lane[1].kind not in ENTRY_LANES:
            joined[lane[1].id] = (lane[0], replaced(lane[1], kind=lane[0].kind))
            told.append(Clash(lane[1].id, "kind", lane[1].kind, lane[0].kind, message("This lane holds texts.")))
    return told

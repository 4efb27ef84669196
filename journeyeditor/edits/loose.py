"""What becomes of a record when something that it names goes away. Deleting, pasting and merging share this.

- What it cannot be without is gone (its stage, its lane, the end of an edge): it goes along.
- Where it hung is gone: it goes to the parking lot.
- Some of its personas are gone: the others stay. **All** of them are gone, and it was for them alone: it must not
  silently be for everyone. A finding keeps its words and goes to the parking lot, where somebody must decide anew;
  a lane of their own goes with its texts, and so does a flow that only they took.
- Its channel is gone: a touchpoint has none then; a lane that was for that channel alone goes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from journeyeditor.model.change import replaced
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Anchored, AnyRecord, Flow, Lane
from journeyeditor.model.references import references, rereferred

IsGone = Callable[[str], bool]


def without(record: AnyRecord, is_gone: IsGone) -> AnyRecord | None:
    """The record as it lives on without what is gone, or None if it goes along."""
    gone = [(reference, key) for reference, key in references(record) if is_gone(key)]
    if not gone:
        return record
    if any(reference.needed for reference, _ in gone):
        return None
    if isinstance(record, Lane | Flow) and _emptied(record.personas, is_gone):
        return None
    if isinstance(record, Lane) and _emptied(record.channels, is_gone):
        return None
    if isinstance(record, Anchored):
        lost = any(reference.field in {"first", "last"} for reference, _ in gone)
        if lost or _emptied(record.personas, is_gone):
            record = parked(record)
    return rereferred(record, lambda key: None if is_gone(key) else key)


def parked(record: AnyRecord) -> AnyRecord:
    """A finding without its place: it lies in the parking lot."""
    return replaced(record, first=None, last=None)


def _emptied(keys: tuple[str, ...], is_gone: IsGone) -> bool:
    return bool(keys) and all(is_gone(key) for key in keys)


def shrunk(reading: ReadingOrder, first: str, last: str, is_gone: IsGone) -> tuple[str, str] | None:
    """The ends of a span after some steps are gone: drawn in to the nearest that is left, or None if none is.

    `reading` is from before. It never grows: what was not covered is not covered now.
    """
    if (reading.starts(first) or ()) > (reading.starts(last) or ()):
        first, last = last, first
    span = reading.span(first, last)
    if span is None:
        return None
    stages = [stage.id for stage in span.stages if not is_gone(stage.id)]
    in_part = {key for key in stages if {first, last} & {touchpoint.id for touchpoint in reading.column(key)}}
    steps = [touchpoint.id for touchpoint in span.touchpoints if not is_gone(touchpoint.id)]
    steps = steps or [key for key in stages if key not in in_part]
    new = []
    for key, nearest in ((first, 0), (last, -1)):
        by_stage = _is_stage(reading, key) and stages and stages[nearest] not in in_part
        choice = stages if by_stage else steps
        if is_gone(key) and not choice:
            return None
        new.append(choice[nearest] if is_gone(key) else key)
    return cast("tuple[str, str]", tuple(new))


def _is_stage(reading: ReadingOrder, key: str) -> bool:
    return any(stage.id == key for stage in reading.stages)

"""Which stages a change concerns: only the bands that hold one of them are laid out again.

It may name too many, never too few. What depends on the journey as a whole (its extremes, who enters where) is
compared by `Live` itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import (
    Anchored,
    Answers,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)

EVERYWHERE = (Persona, Lane, Line, Channel)
"""What is shown or told in every band."""
SAID_EVERYWHERE = ("language", "phase_titles")
"""Fields of the head that bands read; the others stand in the header and the footer."""
PATH = ("stage", "order", "channel", "ends_here")
"""Fields of a touchpoint that its neighbours depend on."""
SPANNING = (Pain, Gain, Opportunity, Quote, Measure, Entry, Note)
"""Findings that may hang on several stages."""


class Concern(msgspec.Struct, frozen=True):
    """The ids of the stages that a change concerns, those that are gone too."""

    stages: frozenset[str] = frozenset()
    everything: bool = False
    order: bool = False
    """True if stages or touchpoints came, went or moved."""


def concern(change: Change, journey: Journey, before: ReadingOrder) -> Concern:
    """What a change concerns that was carried out; `before` is the reading order from before."""
    pairs = list(change.pairs.values())
    if any(_is_everywhere(*pair) for pair in pairs):
        return Concern(everything=True)
    both = (before, journey.reading())
    moved = {stage for pair in pairs if _moves(*pair) for stage in _own_stages(pair)}
    found = set(moved)
    for one, other in pairs:
        for record in (one, other):
            if record is not None:
                found.update(_touched(record, journey, change, both))
        if isinstance(one, Touchpoint) and isinstance(other, Touchpoint) and _differ(one, other, PATH):
            found.update(_beside(both, (one.stage, other.stage)))
        if isinstance(one, Stage) and isinstance(other, Stage) and one.title != other.title:
            found.update(_told_of(one.id, journey, change, both))
    if moved:
        found.update(_beside(both, moved))
        found.update(_flows_over(moved, journey, change, both))
        found.update(_spans_over(journey, both))
    return Concern(frozenset(found), order=bool(moved))


def _is_everywhere(before: AnyRecord | None, after: AnyRecord | None) -> bool:
    if isinstance(before, Head) and isinstance(after, Head):
        return _differ(before, after, SAID_EVERYWHERE)
    return isinstance(before or after, EVERYWHERE)


def _differ(one: AnyRecord, other: AnyRecord, fields: Iterable[str]) -> bool:
    return any(getattr(one, field) != getattr(other, field) for field in fields)


def _moves(before: AnyRecord | None, after: AnyRecord | None) -> bool:
    """True if this changes what is read after what."""
    if isinstance(before, Touchpoint) and isinstance(after, Touchpoint):
        return _differ(before, after, ("stage", "order"))
    if isinstance(before, Stage) and isinstance(after, Stage):
        return before.order != after.order
    return isinstance(before or after, Touchpoint | Stage)


def _own_stages(pair: tuple[AnyRecord | None, AnyRecord | None]) -> Iterator[str]:
    for record in pair:
        if isinstance(record, Stage):
            yield record.id
        elif isinstance(record, Touchpoint):
            yield record.stage


def _touched(record: AnyRecord, journey: Journey, change: Change, both: tuple[ReadingOrder, ...]) -> Iterator[str]:
    """The stages in which a record is shown, before and after."""
    if isinstance(record, Stage):
        yield record.id
    elif isinstance(record, Touchpoint):
        yield record.stage
    elif isinstance(record, Emotion):
        for reading in both:
            yield from _near(reading, record.touchpoint)
    elif isinstance(record, Flow):
        yield from _ends(record, both)
    elif isinstance(record, Answers):
        yield from _answering(record, journey, change, both)
    elif isinstance(record, Anchored):
        yield from _reach(record, both)


def _answering(link: Answers, journey: Journey, change: Change, both: tuple[ReadingOrder, ...]) -> Iterator[str]:
    for key in (link.opportunity, link.pain):
        for finding in (journey.get(key), *change.pairs.get(key, ())):
            if isinstance(finding, Anchored):
                yield from _reach(finding, both)


def _stage(reading: ReadingOrder, key: str | None) -> str | None:
    place = reading.starts(key or "")
    return None if place is None else reading.stages[place[0]].id


def _near(reading: ReadingOrder, touchpoint: str) -> Iterator[str]:
    """The stage of a touchpoint, and the next ones too where it is the first or the last: curves go on there."""
    place = reading.starts(touchpoint)
    if place is None:
        return
    stage = reading.stages[place[0]].id
    yield stage
    if place[1] in (0, len(reading.column(stage)) - 1):
        yield from _beside((reading,), (stage,))


def _beside(both: Iterable[ReadingOrder], stages: Iterable[str]) -> Iterator[str]:
    """The nearest stages with touchpoints before and after some others."""
    stages = list(stages)
    for reading in both:
        for stage in stages:
            place = reading.starts(stage)
            if place is not None:
                ways = (range(place[0] - 1, -1, -1), range(place[0] + 1, len(reading.stages)))
                for way in ways:
                    yield from next(([key] for n in way if reading.column(key := reading.stages[n].id)), ())


def _ends(flow: Flow, both: Iterable[ReadingOrder]) -> Iterator[str]:
    for reading in both:
        for key in (flow.source, flow.target):
            if (stage := _stage(reading, key)) is not None:
                yield stage


def _reach(finding: Anchored, both: Iterable[ReadingOrder]) -> Iterator[str]:
    """The stages that a finding hangs on."""
    for reading in both:
        first = reading.starts(finding.first or "")
        if first is not None:
            last = reading.starts(finding.last or "") or first
            low, high = sorted((first[0], last[0]))
            yield from (stage.id for stage in reading.stages[low : high + 1])


def _flows(journey: Journey, change: Change) -> Iterator[Flow]:
    """The flows of now, and those that are gone."""
    yield from journey.all(Flow)
    yield from (before for before, after in change.pairs.values() if after is None and isinstance(before, Flow))


def _told_of(stage: str, journey: Journey, change: Change, both: tuple[ReadingOrder, ...]) -> Iterator[str]:
    """The ends of the flows from or to a stage: where they cross the edge of a band they tell its title."""
    for flow in _flows(journey, change):
        ends = set(_ends(flow, both))
        if stage in ends:
            yield from ends


def _flows_over(
    moved: Iterable[str], journey: Journey, change: Change, both: tuple[ReadingOrder, ...]
) -> Iterator[str]:
    """The ends of the flows that lead over stages in which something moved: they may take another way now."""
    places = [
        (reading, sorted(place[0] for stage in moved if (place := reading.starts(stage)) is not None))
        for reading in both
    ]
    for flow in _flows(journey, change):
        for reading, numbers in places:
            ends = [place[0] for key in (flow.source, flow.target) if (place := reading.starts(key)) is not None]
            if len(ends) == 2 and any(min(ends) <= number <= max(ends) for number in numbers):
                yield from _ends(flow, both)
                break


def _spans_over(journey: Journey, both: tuple[ReadingOrder, ...]) -> Iterator[str]:
    """The stages of findings that span others than before."""
    before, after = both
    for kind in SPANNING:
        for finding in journey.all(kind):
            if finding.last not in (None, finding.first):
                was, now = set(_reach(finding, (before,))), set(_reach(finding, (after,)))
                if was != now:
                    yield from was | now

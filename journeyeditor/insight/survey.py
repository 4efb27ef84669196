"""One look over a journey, which all checks share: who is shown, what comes where, what covers what.

Places are numbers of touchpoints in reading order, so that "is this touchpoint covered by a pain of that persona?" is
a look into a list, however many findings there are and however far they span.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from journeyeditor.insight.ways import Way, everyone, ways
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import (
    Anchored,
    Answers,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)

SomeFinding = TypeVar("SomeFinding", bound=Anchored)
Stretch = tuple[int, int]
"""Places from the first to the one after the last; two equal numbers for a stage without touchpoints."""


class Cover:
    """Which touchpoints are covered by some findings, persona by persona."""

    def __init__(self, size: int, stretches: Iterable[tuple[Stretch, Sequence[str]]]) -> None:
        self._size = size
        self._all: list[Stretch] = []
        self._own: dict[str, list[Stretch]] = defaultdict(list)
        self._known: dict[str | None, list[int]] = {}
        for stretch, personas in stretches:
            if not personas:
                self._all.append(stretch)
            for persona in personas:
                self._own[persona].append(stretch)

    def at(self, place: int, persona: str) -> bool:
        """Whether something covers a place that is said of this persona or of everyone."""
        key = persona if persona in self._own else None
        if key not in self._known:
            self._known[key] = self._counts(self._all if key is None else [*self._all, *self._own[key]])
        return self._known[key][place] > 0

    def _counts(self, stretches: Iterable[Stretch]) -> list[int]:
        steps = [0] * (self._size + 1)
        for start, stop in stretches:
            steps[start] += 1
            steps[stop] -= 1
        return list(accumulate(steps))


class Survey:
    """A journey as the checks see it. Made for one run of them; does not follow later edits."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._sorted: dict[type[Anchored], list[Any]] = {}

    # -- records --------------------------------------------------------------------------------------------------
    @property
    def head(self) -> Head:
        """The record of the journey as a whole."""
        return self.journey.head

    @cached_property
    def reading(self) -> ReadingOrder:
        """Stages and touchpoints as they are read."""
        return self.journey.reading()

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All, in reading order: the place of a touchpoint is its number here."""
        return tuple(self.reading.touchpoints)

    @cached_property
    def personas(self) -> tuple[Persona, ...]:
        """Everyone who travels, in their order, hidden ones included."""
        return tuple(self.journey.personas())

    @cached_property
    def persona_numbers(self) -> dict[str, int]:
        """Each persona's number in their order, from 1, by id."""
        return {persona.id: number for number, persona in enumerate(self.personas, 1)}

    @cached_property
    def shown(self) -> tuple[Persona, ...]:
        """The personas who are not hidden: the map speaks of them."""
        return tuple(persona for persona in self.personas if not persona.hidden)

    @cached_property
    def shown_ids(self) -> frozenset[str]:
        """Ids of those."""
        return frozenset(persona.id for persona in self.shown)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """All stored flows."""
        return tuple(self.journey.flows())

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """All lanes from the top, hidden ones included."""
        return tuple(self.journey.all(Lane))

    def shows(self, personas: Sequence[str]) -> bool:
        """Whether what is noted for these personas (none = everyone) can be seen on the map."""
        return not personas or not self.shown_ids.isdisjoint(personas)

    # -- places ---------------------------------------------------------------------------------------------------
    @cached_property
    def _stretches(self) -> dict[str, Stretch]:
        found: dict[str, Stretch] = {}
        start = 0
        for stage in self.reading.stages:
            column = self.reading.column(stage.id)
            found[stage.id] = (start, start + len(column))
            found.update((touchpoint.id, (n, n + 1)) for n, touchpoint in enumerate(column, start))
            start += len(column)
        return found

    def place(self, key: str) -> int:
        """The place of a touchpoint, or of the first in a stage; behind all others for anything else."""
        return self._stretches.get(key, (len(self.touchpoints), 0))[0]

    def stretch(self, record: Anchored) -> Stretch | None:
        """The places that a finding covers; None in the parking lot."""
        ends = [self._stretches[key] for key in (record.first, record.last) if key in self._stretches]
        return (min(start for start, _ in ends), max(stop for _, stop in ends)) if ends else None

    def stage_of(self, touchpoint: Touchpoint) -> Stage:
        """The stage that a touchpoint stands in."""
        return self._stages[touchpoint.stage]

    @cached_property
    def _stages(self) -> dict[str, Stage]:
        return {stage.id: stage for stage in self.reading.stages}

    def all(self, kind: type[SomeFinding]) -> list[SomeFinding]:
        """Findings of one kind in reading order, those of the parking lot last."""
        if kind not in self._sorted:
            far = (len(self.touchpoints) + 1, 0)
            self._sorted[kind] = sorted(self.journey.all(kind), key=lambda record: self.stretch(record) or far)
        return list(self._sorted[kind])

    # -- what is felt ---------------------------------------------------------------------------------------------
    @cached_property
    def feelings(self) -> dict[str, dict[int, Emotion]]:
        """What each shown persona feels, by place, in reading order; empty for one who feels nothing yet."""
        found: dict[str, dict[int, Emotion]] = {}
        for persona in self.shown:
            felt = self.journey.emotions(persona.id)
            found[persona.id] = dict(sorted((self.place(key), emotion) for key, emotion in felt.items()))
        return found

    # -- who can get where -----------------------------------------------------------------------------------------
    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways of the personas who are shown; that of everyone if there are none."""
        return ways(self.journey, self.shown, self.entrances)

    @cached_property
    def everyone(self) -> Way:
        """The way with all flows, whoever they are for."""
        return self.ways[0] if not any(flow.personas for flow in self.flows) else everyone(self.journey)

    @cached_property
    def entrances(self) -> dict[str, str]:
        """The touchpoint at which each shown persona enters: the first that they feel something at, or that a flow of
        their own names. Nothing for one of whom the map says neither."""
        places = {persona: next(iter(felt), None) for persona, felt in self.feelings.items()}
        for flow in self.flows:
            place = min(self.place(flow.source), self.place(flow.target))
            for persona in flow.personas:
                if persona in places:
                    known = places[persona]
                    places[persona] = place if known is None else min(place, known)
        size = len(self.touchpoints)
        return {key: self.touchpoints[place].id for key, place in places.items() if place is not None and place < size}

    # -- what covers a touchpoint -----------------------------------------------------------------------------------
    def cover(self, records: Iterable[Anchored]) -> Cover:
        """Which touchpoints these findings cover."""
        placed = ((self.stretch(record), record.personas) for record in records)
        return Cover(len(self.touchpoints), ((stretch, who) for stretch, who in placed if stretch is not None))

    @cached_property
    def live_opportunities(self) -> tuple[Opportunity, ...]:
        """Those that nobody has dropped, in reading order."""
        return tuple(one for one in self.all(Opportunity) if one.status != "dropped")

    @cached_property
    def answered(self) -> frozenset[str]:
        """Ids of the pains that an opportunity answers which nobody has dropped."""
        live = {opportunity.id for opportunity in self.live_opportunities}
        return frozenset(link.pain for link in self.journey.all(Answers) if link.opportunity in live)

    @cached_property
    def opportunity_cover(self) -> Cover:
        """Where an opportunity stands, or a pain that one answers from elsewhere."""
        return self.cover([*self.live_opportunities, *(pain for pain in self.all(Pain) if pain.id in self.answered)])

    @cached_property
    def pain_cover(self) -> Cover:
        """Where something hurts."""
        return self.cover(self.journey.all(Pain))

    @cached_property
    def gain_cover(self) -> Cover:
        """Where something delights."""
        return self.cover(self.journey.all(Gain))

    @cached_property
    def voice_cover(self) -> Cover:
        """Where a customer says or thinks something."""
        thinking = {lane.id for lane in self.lanes if lane.kind == "thoughts"}
        thoughts = [entry for entry in self.journey.all(Entry) if entry.lane in thinking]
        return self.cover([*self.journey.all(Quote), *thoughts])

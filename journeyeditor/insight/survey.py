"""One look over a journey, which all checks share, so that nothing is worked out twice."""

from __future__ import annotations

from functools import cached_property

from journeyeditor.insight.covers import Covers
from journeyeditor.insight.people import People
from journeyeditor.insight.places import Places
from journeyeditor.insight.ways import Way, everyone, ways
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Flow, Head, Lane


class Survey:
    """A journey as the checks see it. Made for one run of them; does not follow later edits."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.places = Places(journey)
        self.people = People(journey, self.places)
        self.covers = Covers(journey, self.places)

    @property
    def head(self) -> Head:
        """The record of the journey as a whole."""
        return self.journey.head

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """All stored flows."""
        return tuple(self.journey.flows())

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """All lanes from the top, hidden ones included."""
        return tuple(self.journey.all(Lane))

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways of the personas who are shown; that of everyone if there are none."""
        return ways(self.journey, self.people.shown, self.people.entrances)

    @cached_property
    def everyone(self) -> Way:
        """The way with all flows, whoever they are for."""
        return self.ways[0] if not any(flow.personas for flow in self.flows) else everyone(self.journey)

"""What is said and done about the touchpoints of a journey: pains, gains, voices, opportunities."""

from __future__ import annotations

from functools import cached_property

from journeyeditor.insight.places import Cover, Places
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Answers, Entry, Gain, Lane, Opportunity, Pain, Quote


class Covers:
    """Where on the map there is something of a kind."""

    def __init__(self, journey: Journey, places: Places) -> None:
        self._journey = journey
        self._places = places

    @cached_property
    def live(self) -> tuple[Opportunity, ...]:
        """The opportunities that nobody has dropped, in reading order."""
        return tuple(one for one in self._places.all(Opportunity) if one.status != "dropped")

    @cached_property
    def answered(self) -> frozenset[str]:
        """Ids of the pains that one of those answers."""
        live = {opportunity.id for opportunity in self.live}
        return frozenset(link.pain for link in self._journey.all(Answers) if link.opportunity in live)

    @cached_property
    def opportunities(self) -> Cover:
        """Where an opportunity stands, or a pain that one answers from elsewhere."""
        answered = (pain for pain in self._places.all(Pain) if pain.id in self.answered)
        return self._places.cover([*self.live, *answered])

    @cached_property
    def pains(self) -> Cover:
        """Where something hurts."""
        return self._places.cover(self._journey.all(Pain))

    @cached_property
    def gains(self) -> Cover:
        """Where something delights."""
        return self._places.cover(self._journey.all(Gain))

    @cached_property
    def voices(self) -> Cover:
        """Where a customer says or thinks something."""
        thinking = {lane.id for lane in self._journey.all(Lane) if lane.kind == "thoughts"}
        thoughts = (entry for entry in self._journey.all(Entry) if entry.lane in thinking)
        return self._places.cover([*self._journey.all(Quote), *thoughts])

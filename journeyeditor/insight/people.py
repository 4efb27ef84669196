"""Who travels, who of them is shown, what they feel, and where they enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from journeyeditor.insight.curves import Level, levels
from journeyeditor.insight.places import Places
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Persona


class People:
    """The personas of a journey."""

    def __init__(self, journey: Journey, places: Places) -> None:
        self._journey = journey
        self._places = places

    @cached_property
    def personas(self) -> tuple[Persona, ...]:
        """Everyone who travels, in their order, hidden ones included."""
        return tuple(self._journey.personas())

    @cached_property
    def numbers(self) -> dict[str, int]:
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

    def shows(self, personas: Sequence[str]) -> bool:
        """Whether what is noted for these personas (none = everyone) can be seen on the map."""
        return not personas or not self.shown_ids.isdisjoint(personas)

    @cached_property
    def feelings(self) -> dict[str, dict[int, Emotion]]:
        """What each shown persona feels, by place, in reading order; empty for one who feels nothing yet."""
        found: dict[str, dict[int, Emotion]] = {}
        for persona in self.shown:
            felt = self._journey.emotions(persona.id)
            by_place = {self._places.of(key): emotion for key, emotion in felt.items()}
            found[persona.id] = {place: by_place[place] for place in sorted(by_place)}
        return found

    @cached_property
    def curves(self) -> dict[str, list[Level]]:
        """The emotion curve of each shown persona."""
        return {persona: levels(felt) for persona, felt in self.feelings.items()}

    @cached_property
    def entrances(self) -> dict[str, str]:
        """The touchpoint at which each shown persona enters: the first that they feel something at, or that a flow of
        their own names. Nothing for one of whom the map says neither."""
        places = {persona: next(iter(felt), None) for persona, felt in self.feelings.items()}
        for flow in self._journey.flows():
            if not flow.personas:
                continue
            place = min(self._places.of(flow.source), self._places.of(flow.target))
            for persona in flow.personas:
                if persona in places:
                    known = places[persona]
                    places[persona] = place if known is None else min(place, known)
        steps = self._places.touchpoints
        return {key: steps[place].id for key, place in places.items() if place is not None and place < len(steps)}

"""What comes where, and what covers what.

A place is the number of a touchpoint in reading order, so that "is this touchpoint covered by a pain of that persona?"
is a look into a list, however many findings there are and however far they span.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Anchored, Stage, Touchpoint

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

    def at(self, place: int, persona: str | None = None) -> bool:
        """Whether something covers a place that is said of this persona (id) or of everyone."""
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


class Places:
    """Stages, touchpoints and findings of a journey in reading order."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._sorted: dict[type[Anchored], list[Any]] = {}

    @cached_property
    def reading(self) -> ReadingOrder:
        """Stages and touchpoints as they are read."""
        return self._journey.reading()

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All, in reading order: the place of a touchpoint is its number here."""
        return tuple(self.reading.touchpoints)

    @cached_property
    def shared_titles(self) -> frozenset[str]:
        """Titles that more than one touchpoint has: they say less than where it stands."""
        times = Counter(touchpoint.title for touchpoint in self.touchpoints)
        return frozenset(title for title, count in times.items() if count > 1)

    def of(self, key: str) -> int:
        """The place of a touchpoint, or of the first in a stage; behind all others for anything else."""
        return self._stretches.get(key, (len(self.touchpoints), 0))[0]

    def stage_of(self, touchpoint: Touchpoint) -> Stage:
        """The stage that a touchpoint stands in."""
        return self._stages[touchpoint.stage]

    def stretch(self, record: Anchored) -> Stretch | None:
        """The places that a finding covers; None in the parking lot."""
        if record.first == record.last:
            return self._stretches.get(record.first) if record.first is not None else None
        ends = [self._stretches[key] for key in (record.first, record.last) if key in self._stretches]
        return (min(start for start, _ in ends), max(stop for _, stop in ends)) if ends else None

    def all(self, kind: type[SomeFinding]) -> list[SomeFinding]:
        """Findings of one kind in reading order, those of the parking lot last."""
        if kind not in self._sorted:
            far = (len(self.touchpoints) + 1, 0)
            self._sorted[kind] = sorted(self._journey.all(kind), key=lambda record: self.stretch(record) or far)
        return list(self._sorted[kind])

    def cover(self, records: Iterable[Anchored]) -> Cover:
        """Which touchpoints these findings cover."""
        placed = ((self.stretch(record), record.personas) for record in records)
        return Cover(len(self.touchpoints), ((stretch, who) for stretch, who in placed if stretch is not None))

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

    @cached_property
    def _stages(self) -> dict[str, Stage]:
        return {stage.id: stage for stage in self.reading.stages}

"""Reading order: stages from the left, and within each its touchpoints, over all lanes.

Everything that asks "what comes before what" asks here, so that an order is worked out once.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence
from itertools import groupby

import msgspec

from journeyeditor.model.records import Phase, Stage, Touchpoint

Step = Stage | Touchpoint
Place = tuple[int, int]
"""Number of the stage, and of the touchpoint within it."""


class Span(msgspec.Struct, frozen=True):
    """What an anchor covers, in reading order. A stage that is covered in part is among `stages` too."""

    stages: tuple[Stage, ...]
    touchpoints: tuple[Touchpoint, ...]
    whole: tuple[Stage, ...]
    """The stages that are covered from their first touchpoint to their last."""


class Band(msgspec.Struct, frozen=True):
    """A run of neighbouring stages with one phase; a phase that is interrupted makes two bands."""

    phase: Phase
    stages: tuple[Stage, ...]


class ReadingOrder:
    """The steps of a journey as they are read. Made from sorted stages and touchpoints; does not follow later edits."""

    def __init__(self, stages: Sequence[Stage], touchpoints: Sequence[Touchpoint]) -> None:
        self.stages = tuple(stages)
        numbers = {stage.id: number for number, stage in enumerate(self.stages)}
        columns: list[list[Touchpoint]] = [[] for _ in self.stages]
        for touchpoint in touchpoints:
            columns[numbers[touchpoint.stage]].append(touchpoint)
        self._columns = tuple(tuple(column) for column in columns)
        self._numbers = numbers
        self._places: dict[str, Place] = {
            touchpoint.id: (number, place)
            for number, column in enumerate(self._columns)
            for place, touchpoint in enumerate(column)
        }

    def with_step(self, step: Step) -> ReadingOrder:
        """The same order with another record in the place of the one with its id."""
        twin = copy.copy(self)
        if isinstance(step, Stage):
            number = self._numbers[step.id]
            twin.stages = (*self.stages[:number], step, *self.stages[number + 1 :])
        else:
            number, place = self._places[step.id]
            column = self._columns[number]
            column = (*column[:place], step, *column[place + 1 :])
            twin._columns = (  # noqa: SLF001 - it is one of its own kind
                *self._columns[:number],
                column,
                *self._columns[number + 1 :],
            )
        return twin

    @property
    def touchpoints(self) -> list[Touchpoint]:
        """All touchpoints, in reading order."""
        return [touchpoint for column in self._columns for touchpoint in column]

    def column(self, stage: str) -> tuple[Touchpoint, ...]:
        """The touchpoints of one stage, in their order."""
        return self._columns[self._numbers[stage]]

    def starts(self, key: str) -> Place | None:
        """Where a stage or touchpoint begins, comparable with `ends`; None for anything else."""
        if key in self._numbers:
            return self._numbers[key], 0
        return self._places.get(key)

    def ends(self, key: str) -> Place | None:
        """Where a stage or touchpoint ends: a stage with its last touchpoint."""
        if key in self._numbers:
            return self._numbers[key], max(0, len(self.column(key)) - 1)
        return self._places.get(key)

    def entered_at(self, key: str) -> str:
        """Where a flow to a stage or touchpoint arrives: a stage is entered at its first touchpoint."""
        column = self.column(key) if key in self._numbers else ()
        return column[0].id if column else key

    def left_at(self, key: str) -> str:
        """Where a flow from a stage or touchpoint departs: a stage is left at its last touchpoint."""
        column = self.column(key) if key in self._numbers else ()
        return column[-1].id if column else key

    def span(self, first: str | None, last: str | None = None) -> Span | None:
        """What lies from `first` to `last` (stages or touchpoints, in whichever order); None if that is nowhere."""
        ends = [key for key in (first, last) if key is not None and self.starts(key) is not None]
        starts = [place for key in ends if (place := self.starts(key)) is not None]
        stops = [place for key in ends if (place := self.ends(key)) is not None]
        if not ends:
            return None
        start, stop = min(starts), max(stops)
        covered: list[Touchpoint] = []
        whole: list[Stage] = []
        for number in range(start[0], stop[0] + 1):
            column = self._columns[number]
            low = start[1] if number == start[0] else 0
            high = stop[1] + 1 if number == stop[0] else len(column)
            covered.extend(column[low:high])
            if low == 0 and high >= len(column):
                whole.append(self.stages[number])
        return Span(self.stages[start[0] : stop[0] + 1], tuple(covered), tuple(whole))

    def steps(self, named: Collection[str] = ()) -> list[Step]:
        """Touchpoints in reading order; a stage without any stands for itself if it is among `named`."""
        found: list[Step] = []
        for stage, column in zip(self.stages, self._columns, strict=True):
            if column:
                found.extend(column)
            elif stage.id in named:
                found.append(stage)
        return found


def phase_bands(stages: Sequence[Stage]) -> list[Band]:
    """The phases over these stages, from the left; stages without a phase have no band."""
    bands: list[Band] = []
    for phase, run in groupby(stages, key=lambda stage: stage.phase):
        if phase is not None:
            bands.append(Band(phase, tuple(run)))
    return bands


def phase_between(before: Stage | None, after: Stage | None, own: Phase | None) -> Phase | None:
    """The phase of a stage that is put between two others: inside a band it takes the band's, else it keeps its own."""
    if before is not None and after is not None and before.phase == after.phase and before.phase is not None:
        return before.phase
    return own

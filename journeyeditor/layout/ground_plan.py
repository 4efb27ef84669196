"""Where stages, lanes and the emotion scale lie on a page: what a gesture asks, so that it never reads shapes.

All places are in mm of the page, from its upper left corner. On a map that is read from right to left, `x` falls as
the journey goes on; a strip's `left` is still smaller than its `right`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

import msgspec

from journeyeditor.model.records import HIGHEST_EMOTION, LOWEST_EMOTION


class SlotPlace(msgspec.Struct, frozen=True):
    """The part of a stage that belongs to one touchpoint: its middle and its width."""

    touchpoint: str
    x: float
    width: float


class StagePlace(msgspec.Struct, frozen=True):
    """A stage's column, with the slots of its touchpoints in reading order."""

    stage: str
    left: float
    right: float
    slots: tuple[SlotPlace, ...] = ()


class Strip(msgspec.Struct, frozen=True):
    """The height of a lane or of a line of the service blueprint, by its record's id."""

    record: str
    top: float
    bottom: float


class EmotionScale(msgspec.Struct, frozen=True):
    """Where the values of one emotion lane lie: `top` is the y of +2, `bottom` that of -2."""

    lane: str
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.bottom + (value - LOWEST_EMOTION) / (HIGHEST_EMOTION - LOWEST_EMOTION) * (self.top - self.bottom)

    def value(self, y: float) -> float:
        """The value at a height, never beyond the scale."""
        part = (y - self.bottom) / (self.top - self.bottom)
        return max(LOWEST_EMOTION, min(HIGHEST_EMOTION, LOWEST_EMOTION + part * (HIGHEST_EMOTION - LOWEST_EMOTION)))


class LateScales(Sequence[EmotionScale]):
    """Scales that are found out when one is first asked for: where a curve stands depends on all words around it."""

    def __init__(self, find: Callable[[], tuple[EmotionScale, ...]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> tuple[EmotionScale, ...]:
        return self._find()

    @overload
    def __getitem__(self, number: int) -> EmotionScale: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[EmotionScale, ...]: ...

    def __getitem__(self, number: int | slice) -> EmotionScale | tuple[EmotionScale, ...]:
        return self._found[number]

    def __len__(self) -> int:
        return len(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._found == tuple(other)

    def __hash__(self) -> int:
        return hash(self._found)


class BandPlan(msgspec.Struct, frozen=True):
    """A run of stages on a page: their columns in reading order, and the strips from the top."""

    page: int
    header: tuple[float, float]
    """Top and bottom of the row of stages."""
    labels: tuple[float, float]
    """Left and right end of the column of lane labels."""
    stages: tuple[StagePlace, ...]
    strips: tuple[Strip, ...]
    scales: Sequence[EmotionScale] = ()
    """Those of its emotion lanes; `LateScales` where it takes long to find them out."""
    leftward: bool = False
    """True where the journey is read from right to left."""

    @property
    def bottom(self) -> float:
        """Where its last strip ends."""
        return self.strips[-1].bottom if self.strips else self.header[1]

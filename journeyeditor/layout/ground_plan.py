"""Where stages, lanes and the emotion scale lie on a page: what a gesture asks, so that it never reads shapes.

All places are in mm of the page, from its upper left corner. On a map that is read from right to left, `x` falls as
the journey goes on; a strip's `left` is still smaller than its `right`.
"""

from __future__ import annotations

from dataclasses import dataclass

from journeyeditor.model.records import HIGHEST_EMOTION, LOWEST_EMOTION


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """The part of a stage that belongs to one touchpoint: its middle and its width."""

    touchpoint: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class StagePlace:
    """A stage's column, with the slots of its touchpoints in reading order."""

    stage: str
    left: float
    right: float
    slots: tuple[SlotPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """The height of a lane or of a line of the service blueprint, by its record's id."""

    record: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class EmotionScale:
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


@dataclass(frozen=True, slots=True)
class BandPlan:
    """A run of stages on a page: their columns in reading order, and the strips from the top."""

    page: int
    header: tuple[float, float]
    """Top and bottom of the row of stages."""
    labels: tuple[float, float]
    """Left and right end of the column of lane labels."""
    stages: tuple[StagePlace, ...]
    strips: tuple[Strip, ...]
    scales: tuple[EmotionScale, ...] = ()
    leftward: bool = False
    """True where the journey is read from right to left."""

    @property
    def bottom(self) -> float:
        """Where its last strip ends."""
        return self.strips[-1].bottom if self.strips else self.header[1]

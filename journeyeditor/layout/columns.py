"""The beat of the map: every touchpoint has the same slot, so the curve has an even pace and no card is squeezed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeyeditor import fonts
from journeyeditor.model.records import Stage, Touchpoint

if TYPE_CHECKING:
    from journeyeditor.layout.sheet import Sheet

EMPTY_STAGE = 1.0
"""Slots that a stage without touchpoints takes."""
HEADER_PADDING = 12.0
"""Room beside the longest word of a stage's name, in units."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one touchpoint: its middle and its width."""

    touchpoint: Touchpoint
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    """The place of one stage."""

    stage: Stage
    index: int
    x: float
    width: float
    slots: tuple[Slot, ...]

    @property
    def right(self) -> float:
        """Where the next one begins."""
        return self.x + self.width


def spread(weights: list[float], least: list[float], width: float) -> list[float]:
    """Widths in proportion to the weights that fill `width`, none under its least where that is possible.

    If the least widths alone are too much they shrink in proportion.
    """
    if not weights:
        return []
    if sum(least) >= width:
        return [width * part / sum(least) for part in least]
    fixed: set[int] = set()
    while True:
        free = [n for n in range(len(weights)) if n not in fixed]
        room = width - sum(least[n] for n in fixed)
        beat = room / (sum(weights[n] for n in free) or 1)
        short = [n for n in free if weights[n] * beat < least[n] - 1e-9]
        if not short:
            return [least[n] if n in fixed else weights[n] * beat for n in range(len(weights))]
        fixed.update(short)


def columns(sheet: Sheet, left: float, width: float) -> tuple[Column, ...]:
    """The columns of a sheet between `left` and `left + width`."""
    journey = sheet.journey
    stages = journey.stages()
    if sheet.window is not None:
        stages = stages[slice(*sheet.window)]
    touchpoints = {stage.id: journey.touchpoints(stage.id) for stage in stages}
    weights = [max(EMPTY_STAGE, len(touchpoints[stage.id])) * stage.room for stage in stages]
    least = [fonts.longest_word(stage.title, sheet.stage()) + HEADER_PADDING * sheet.unit for stage in stages]
    placed: list[Column] = []
    x = left
    widths = list(sheet.widths) or spread(weights, least, width)
    for index, (stage, wide) in enumerate(zip(stages, widths, strict=True)):
        members = touchpoints[stage.id]
        beat = wide / max(1, len(members))
        slots = tuple(Slot(touchpoint, x + (n + 0.5) * beat, beat) for n, touchpoint in enumerate(members))
        placed.append(Column(stage, index, x, wide, slots))
        x += wide
    return tuple(placed)

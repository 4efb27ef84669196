"""The beat of the map: every touchpoint has the same slot, so the curve has an even pace and no card is squeezed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.layout.columns_text import HeaderText, header_text
from journeyeditor.layout.type_sizes import TypeSizes
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Stage, Touchpoint

EMPTY_STAGE = 1.0
"""Slots that a stage without touchpoints takes."""
MOST_WIDER, STEPS = 1.7, 14
"""For the sake of its header a column gets at most so many times its width, or the mean width of all; the steps in
which that is tried."""
MOST_GIVEN = 0.12
"""The part of their width that the other columns give at most."""
HEADER_PADDING = 12.0
"""Room beside the longest word of a stage's name, in units."""


class Slot(msgspec.Struct, frozen=True):
    """The place of one touchpoint: its middle and its width."""

    touchpoint: Touchpoint
    x: float
    width: float


class Column(msgspec.Struct, frozen=True):
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


def relieved(sizes: TypeSizes, stages: Sequence[Stage], widths: list[float], least: list[float]) -> list[float]:
    """The same widths, but wider where a stage has so much to say that it alone would make all headers tall.

    The others give little of theirs, so that the beat stays.
    """
    texts = [header_text(sizes, stage) for stage in stages]
    tallest = max((text.height(wide) for text, wide in zip(texts, widths, strict=True)), default=0.0)
    enough = min((text.enough for text in texts), default=tallest)
    found = widths
    for step in range(1, STEPS + 1):
        if tallest <= enough:
            break
        asked = _asked(texts, widths, tallest + (enough - tallest) * step / STEPS)
        others = sum(wide for wide, new in zip(widths, asked, strict=True) if new <= wide)
        extra = sum(max(0.0, new - wide) for wide, new in zip(widths, asked, strict=True))
        if extra > MOST_GIVEN * others:
            break
        most = [new if new > wide else own for new, wide, own in zip(asked, widths, least, strict=True)]
        if extra and sum(most) < sum(widths):
            found = spread(widths, most, sum(widths))
    return found


def _asked(texts: Sequence[HeaderText], widths: Sequence[float], aim: float) -> list[float]:
    """The width of every column, or a larger one at which its header is no taller than `aim`; infinite if none is."""
    mean = sum(widths) / len(widths)
    asked = []
    for text, width in zip(texts, widths, strict=True):
        most = max(MOST_WIDER * width, mean)
        tries = (width + (most - width) * step / STEPS for step in range(STEPS + 1))
        asked.append(next((tried for tried in tries if text.height(tried) <= aim + 1e-6), math.inf))
    return asked


def beats(journey: Journey, stages: Sequence[Stage]) -> list[float]:
    """How many slots each of some stages takes: one for every touchpoint, more where it was given more room."""
    return [max(EMPTY_STAGE, len(journey.touchpoints(stage.id))) * stage.room for stage in stages]


def columns(
    sizes: TypeSizes, stages: Sequence[Stage], left: float, width: float, given: Sequence[float] = ()
) -> tuple[Column, ...]:
    """The columns of some stages between `left` and `left + width`, in the widths that were given if any were."""
    least = [fonts.longest_word(stage.title, sizes.stage()) + HEADER_PADDING * sizes.unit for stage in stages]
    widths = list(given) or relieved(sizes, stages, spread(beats(sizes.journey, stages), least, width), least)
    placed: list[Column] = []
    x = left
    for index, (stage, wide) in enumerate(zip(stages, widths, strict=True)):
        members = sizes.journey.touchpoints(stage.id)
        beat = wide / max(1, len(members))
        slots = tuple(Slot(touchpoint, x + (n + 0.5) * beat, beat) for n, touchpoint in enumerate(members))
        placed.append(Column(stage, index, x, wide, slots))
        x += wide
    return tuple(placed)

"""The shape of an emotion curve: where it dips, and where it is highest and lowest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from journeyeditor.model.records import Emotion

SAME = 0.04
"""Emotions nearer than this cannot be told apart on paper."""
DIP = -0.5
"""A low of the curve counts as a dip from here down: half a step under neutral."""


class Level(msgspec.Struct, frozen=True):
    """A stretch of the curve where the emotion stays the same."""

    value: float
    places: tuple[int, ...]
    """Of touchpoints, in reading order."""


def levels(felt: Mapping[int, Emotion]) -> list[Level]:
    """A curve, given by place in reading order, as levels. Gaps are passed over."""
    found: list[Level] = []
    for value, run in groupby(felt.items(), key=lambda item: round(item[1].value / SAME) * SAME):
        found.append(Level(value, tuple(place for place, _ in run)))
    return found


def dips(curve: Sequence[Level]) -> list[Level]:
    """Levels below neutral with nothing lower beside them.

    The last of a curve counts too. The first does only if nothing else is as low: that a journey begins low is
    usually what sets the customer going.
    """
    found = []
    rest = min((level.value for level in curve[1:]), default=0.0)
    for n, level in enumerate(curve):
        beside = (*curve[max(0, n - 1) : n], *curve[n + 1 : n + 2])
        is_low = all(level.value < other.value for other in beside) and (n > 0 or level.value < rest)
        if is_low and level.value <= DIP + SAME / 2:
            found.append(level)
    return found


def highest(curve: Sequence[Level]) -> Level | None:
    """The highest point; of equal ones, all places together. None where nothing stands out."""
    return _extreme(curve, max((level.value for level in curve), default=0.0))


def lowest(curve: Sequence[Level]) -> Level | None:
    """The lowest point; of equal ones, all places together. None where nothing stands out."""
    return _extreme(curve, min((level.value for level in curve), default=0.0))


def _extreme(curve: Sequence[Level], value: float) -> Level | None:
    if len(curve) < 2:
        return None
    return Level(value, tuple(place for level in curve if level.value == value for place in level.places))

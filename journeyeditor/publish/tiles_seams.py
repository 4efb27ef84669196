"""Where a length is best cut into pieces. Plain numbers, mm: this file knows no paper and no poster."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import msgspec

FUZZ = 1e-6
"""Lengths that differ by less are the same."""
SHORTEST = 0.4
"""Part of the longest piece that a piece must keep when a seam is moved to a better place."""
MISSED = 1.0
"""What a seam costs that lies at none of the places that are good for one."""
UNEVEN = 0.2
"""What pieces cost that are as far from even as can be."""


class Rule(msgspec.Struct, frozen=True):
    """How long pieces may be, mm. The first and the last have no neighbour on one side: they hold `more`."""

    longest: float
    more: float

    def count(self, length: float) -> int:
        """How many pieces a length needs."""
        return max(1, math.ceil((length - 2 * self.more - FUZZ) / self.longest))

    def reach(self, count: int) -> float:
        """The length that so many pieces hold."""
        return count * self.longest + 2 * self.more


def seams(length: float, count: int, rule: Rule, good: Sequence[float] = ()) -> tuple[float, ...]:
    """The `count - 1` places at which a length is cut: at good ones where the pieces allow it, evenly between them.

    The length must be one that so many pieces hold.
    """
    # What the end pieces hold more is taken off first, so that one rule holds for all.
    start, end = rule.more, length - rule.more
    steps = _best(start, end, count, rule.longest, sorted({place for place in good if start < place < end}))
    found: list[float] = []
    for (number, place), (following, further) in pairwise(steps):
        apart = (further - place) / (following - number)
        found += [_whole(place + apart * n, rule.longest - apart) for n in range(1, following - number)]
        found.append(further)
    return tuple(found[: count - 1])


def _whole(place: float, slack: float) -> float:
    """A place that is as good as any other near it, at a whole millimetre."""
    return round(place) if slack > 1 else place


def _best(start: float, end: float, count: int, longest: float, good: Sequence[float]) -> list[tuple[int, float]]:
    """The cheapest way from start to end over good places: pairs of a seam's number and its place."""
    even = (end - start) / count
    shortest = min(SHORTEST * longest, 0.6 * even)
    ways: list[tuple[float, int, float, int]] = [(0.0, 0, start, -1)]  # cost, number, place, the step before
    for place in [*good, end]:
        numbers = range(count, count + 1) if place == end else range(1, count)
        arrived = []
        for number in numbers:
            ways_here = [
                (cost + _cost(number - before, (place - earlier) / (number - before), even, longest), number, place, at)
                for at, (cost, before, earlier, _) in enumerate(ways)
                if before < number
                and shortest * (number - before) <= place - earlier + FUZZ
                and place - earlier <= longest * (number - before) + FUZZ
            ]
            arrived += [min(ways_here)] if ways_here else []
        ways += arrived
    steps = []
    at = len(ways) - 1
    while at >= 0:
        _, number, place, before = ways[at]
        steps.append((number, place))
        at = before
    return steps[::-1]


def _cost(pieces: int, piece: float, even: float, longest: float) -> float:
    return (pieces - 1) * MISSED + pieces * UNEVEN * ((piece - even) / longest) ** 2

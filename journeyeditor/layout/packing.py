"""A kernel: puts boxes of a given width-to-height behaviour side by side and under one another. Knows no journey."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

Thing = TypeVar("Thing")
ROUNDING = 0.001
"""Stacks whose heights differ by less count as equally high, mm."""


class Place(msgspec.Struct, Generic[Thing], frozen=True):
    """Where one thing goes; `top` and `height` from the top of the strip."""

    thing: Thing
    x: float
    top: float
    width: float
    height: float


class Limits(msgspec.Struct, frozen=True):
    """Narrowest and widest a box should be, and the gap between two, in mm."""

    narrowest: float
    widest: float
    gap: float


def stack(
    things: Sequence[Thing],
    span: tuple[float, float],
    centre: Callable[[Thing], float],
    height: Callable[[Thing, float], float],
    limits: Limits,
    least: Callable[[Thing], float] = lambda _: 0.0,
    bound: Callable[[Thing], float] = lambda _: 0.0,
) -> list[Place[Thing]]:
    """The things in reading order within a span of x, in as many side by side as makes the stack lowest.

    A row that holds fewer than fit keeps its boxes near their `centre`, at most `widest` wide. No box is narrower
    than its `least` while the span has room for it, and none is lower than its `bound`, however wide.
    """
    if not things:
        return []
    left, right = span
    narrowest = max(limits.narrowest, *(least(thing) for thing in things))
    most = int((right - left + limits.gap) // (narrowest + limits.gap))
    best: tuple[float, float, int] | None = None
    found: list[Place[Thing]] = []
    low = [bound(thing) for thing in things]
    for beside in range(max(1, min(len(things), most)), 0, -1):
        # many side by side are lowest as a rule: rows that must come lower, however low their boxes, are left out
        limit = math.inf if best is None else best[0] + ROUNDING
        rows = range(0, len(things), beside)
        if sum([max(low[n : n + beside]) for n in rows]) + (len(rows) - 1) * limits.gap > limit:
            continue
        places = _in_columns(things, (left, right), beside, centre, height, limits, limit)
        if places is not None:
            key = (round(bottom(places), 3), -places[0].width, beside)
            if best is None or key < best:
                best, found = key, places
    return found


def _in_columns(
    things: Sequence[Thing],
    span: tuple[float, float],
    beside: int,
    centre: Callable[[Thing], float],
    height: Callable[[Thing, float], float],
    limits: Limits,
    most: float,
) -> list[Place[Thing]] | None:
    """The things with so many side by side; None as soon as they are seen to reach lower than `most`."""
    left, right = span
    wide = min((right - left - (beside - 1) * limits.gap) / beside, limits.widest)
    middle = sum([centre(thing) for thing in things]) / len(things)
    places: list[Place[Thing]] = []
    top = 0.0
    for start in range(0, len(things), beside):
        members = things[start : start + beside]
        tall = max([height(thing, wide) for thing in members])
        if top + tall > most:
            return None
        # A column of boxes has straight edges; boxes side by side stand under what they speak of.
        centres = [middle] if beside == 1 else [centre(thing) for thing in members]
        xs = near(members, centres, (left, right), wide, limits.gap)
        places += [Place(thing, x, top, wide, tall) for thing, x in zip(members, xs, strict=True)]
        top += tall + limits.gap
    return places


def near(
    members: Sequence[Thing], centres: Sequence[float], span: tuple[float, float], wide: float, gap: float
) -> list[float]:
    """Left ends for boxes of one width, in order, each as near to its centre as order, gap and span allow."""
    left, right = span
    xs = [min(max(centre - wide / 2, left), right - wide) for centre in centres]
    for n in range(1, len(members)):
        xs[n] = max(xs[n], xs[n - 1] + wide + gap)
    limit = right - wide
    for n in range(len(members) - 1, -1, -1):
        xs[n] = min(xs[n], limit)
        limit = xs[n] - wide - gap
    return xs


def bottom(places: Sequence[Place[Thing]]) -> float:
    """Where the lowest box ends; 0 for none."""
    return max((place.top + place.height for place in places), default=0.0)

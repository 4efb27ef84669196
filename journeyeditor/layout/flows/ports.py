"""Where flows leave and reach the circles, and which heights of which lanes they pass on their way."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from journeyeditor.layout.flows.routes import Routes, Stop
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints.circle import STAR_PLACE, radius, star_size

OUTER, ALONE, INNER = 0.62, 0.45, 0.12
"""Distances of a port from the circle's middle, in radii: the outermost of several, a single one, the innermost."""


class Ends(msgspec.Struct, frozen=True):
    """x where a bow leaves its source and where it reaches its target."""

    source: float
    target: float

    @property
    def left(self) -> float:
        """The smaller of the two."""
        return min(self.source, self.target)

    @property
    def right(self) -> float:
        """The larger of the two."""
        return max(self.source, self.target)


class Ports(msgspec.Struct, frozen=True):
    """Ends of the bows by their number in `routes.bows`; x of the upright part of steps between two lanes by theirs."""

    bows: dict[int, Ends]
    elbows: dict[int, float]


class Crossings(msgspec.Struct):
    """By lane: x of the lines that pass above the circles there, and of those that pass between the names."""

    above: dict[str, list[float]] = msgspec.field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[float]] = msgspec.field(default_factory=lambda: defaultdict(list))


Key = tuple[str, int]
"""`source` or `target` of a bow, or `step`, and its number."""


def ports(sheet: Sheet, routes: Routes) -> Ports:
    """Where lines meet the tops of the circles.

    They leave to the side they go to; the shortest of several lies outermost, so that they nest without crossing. A
    step between two lanes that has a circle's top for itself meets it in the middle.
    """
    sides: dict[tuple[str, int], list[tuple[float, Key]]] = defaultdict(list)
    stops: dict[str, Stop] = {}

    def add(stop: Stop, side: int, span: float, key: Key) -> None:
        stops[stop.touchpoint.id] = stop
        sides[stop.touchpoint.id, side].append((span, key))

    for number, way in enumerate(routes.bows):
        to_self = way.source is way.target
        for stop, other, end in ((way.source, way.target, "source"), (way.target, way.source, "target")):
            side = (-1 if end == "source" else 1) if to_self else (1 if other.x > stop.x else -1)
            add(stop, side, way.span, (end, number))
    for number, way in enumerate(routes.steps):
        if not way.level:
            add(way.lower, 1 if way.upper.x > way.lower.x else -1, way.span, ("step", number))
    found: dict[Key, float] = {}
    for (owner, side), wanting in sides.items():
        stop = stops[owner]
        places = _fractions(sheet, stop, side, len(wanting))
        if len(wanting) == 1 and wanting[0][1][0] == "step" and (owner, -side) not in sides:
            places = [0.0]
        for (_, key), part in zip(sorted(wanting), places, strict=True):
            found[key] = stop.x + side * part * radius(sheet)
    bows = {n: Ends(found["source", n], found["target", n]) for n in range(len(routes.bows))}
    return Ports(bows, {n: x for (kind, n), x in found.items() if kind == "step"})


def _fractions(sheet: Sheet, stop: Stop, side: int, count: int) -> list[float]:
    """Distances of the ports on one side from the circle's middle, in radii, from the outermost."""
    outer, inner = (OUTER, INNER) if count > 1 else (ALONE, ALONE)
    if side > 0 and stop.touchpoint.moment_of_truth is not None:
        free = STAR_PLACE - 0.62 * star_size(sheet) / (2 * radius(sheet)) - 0.1
        outer = min(outer, max(free, 0.1))
        inner = min(inner, outer * 0.4)
    return [outer - n * (outer - inner) / max(1, count - 1) for n in range(count)]


def crossings(routes: Routes, found: Ports) -> Crossings:
    """What the lines between lanes pass."""
    passed = Crossings()
    lanes = list(routes.lanes)
    uprights = [(routes.steps[number], x) for number, x in found.elbows.items()]
    for number, way in enumerate(routes.bows):
        if not way.level:
            ends = found.bows[number]
            uprights.append((way, ends.source if way.lower is way.source else ends.target))
    for way, x in uprights:
        first, last = lanes.index(way.upper.lane), lanes.index(way.lower.lane)
        passed.names[way.upper.lane].append(x)
        for lane in lanes[first + 1 : last]:
            passed.above[lane].append(x)
            passed.names[lane].append(x)
        passed.above[way.lower.lane].append(x)
    return passed

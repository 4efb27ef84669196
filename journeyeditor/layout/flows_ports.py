"""Where flows leave and reach the circles, and which heights of which lanes they pass on their way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from journeyeditor.layout.flows_routes import Routes, Stop, Way
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints_circle import STAR_PLACE, radius, star_size

OUTER, ALONE, INNER, INNER_BESIDE_STEP = 0.62, 0.45, 0.12, 0.3
"""Distances of a port from the circle's middle, in radii: the outermost, a single one, the innermost."""


@dataclass(frozen=True, slots=True)
class Ends:
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


@dataclass
class Crossings:
    """By lane: x of the lines that pass above the circles there, and of those that pass between the names."""

    above: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


def elbow(way: Way) -> float:
    """x of the upright part of a step between two lanes: over the end that lies in the lower one."""
    return way.lower.x


def bow_ends(sheet: Sheet, routes: Routes) -> dict[int, Ends]:
    """The ports of every bow, by its number in `routes.bows`.

    Bows leave to the side they go to; the shortest of several lies outermost, so that they nest without crossing.
    """
    sides: dict[tuple[str, int], list[tuple[float, int, str]]] = defaultdict(list)
    stops: dict[str, Stop] = {}
    for number, way in enumerate(routes.bows):
        to_self = way.source is way.target
        for stop, other, end in ((way.source, way.target, "source"), (way.target, way.source, "target")):
            side = (-1 if end == "source" else 1) if to_self else (1 if other.x > stop.x else -1)
            stops[stop.touchpoint.id] = stop
            sides[stop.touchpoint.id, side].append((way.span, number, end))
    stepped = {way.lower.touchpoint.id for way in routes.steps if not way.level}
    found: dict[tuple[int, str], float] = {}
    for (key, side), ports in sides.items():
        stop = stops[key]
        places = _fractions(sheet, stop, side, len(ports), beside_step=key in stepped)
        for (_, number, end), part in zip(sorted(ports), places, strict=True):
            found[number, end] = stop.x + side * part * radius(sheet)
    return {number: Ends(found[number, "source"], found[number, "target"]) for number in range(len(routes.bows))}


def _fractions(sheet: Sheet, stop: Stop, side: int, count: int, *, beside_step: bool) -> list[float]:
    """Distances of the ports on one side from the circle's middle, in radii, from the outermost."""
    inner = INNER_BESIDE_STEP if beside_step else INNER
    outer = OUTER if count > 1 else max(ALONE, inner)
    if side > 0 and stop.touchpoint.moment_of_truth is not None:
        free = STAR_PLACE - 0.62 * star_size(sheet) / (2 * radius(sheet)) - 0.1
        outer = min(outer, max(free, 0.1))
        inner = min(inner, outer * 0.4)
    if count == 1:
        return [outer]
    return [outer - n * (outer - inner) / (count - 1) for n in range(count)]


def crossings(routes: Routes, ends: dict[int, Ends]) -> Crossings:
    """What the lines between lanes pass."""
    found = Crossings()
    lanes = list(routes.lanes)
    uprights: list[tuple[Way, float]] = [(way, elbow(way)) for way in routes.steps if not way.level]
    for number, way in enumerate(routes.bows):
        if not way.level:
            uprights.append((way, ends[number].source if way.lower is way.source else ends[number].target))
    for way, x in uprights:
        first, last = lanes.index(way.upper.lane), lanes.index(way.lower.lane)
        found.names[way.upper.lane].append(x)
        for lane in lanes[first + 1 : last]:
            found.above[lane].append(x)
            found.names[lane].append(x)
        found.above[way.lower.lane].append(x)
    return found

"""Where everything in the lanes of touchpoints stands, measured once for the whole sheet.

The lanes depend on each other: a flow from one lane to another needs room in both.
"""

from __future__ import annotations

import functools
from collections import defaultdict

import msgspec

from journeyeditor.layout.flows.above import Above, Content, Tag, above
from journeyeditor.layout.flows.ports import Ends, Ports, crossings, ports
from journeyeditor.layout.flows.routes import Routes, Stop, Way, flows_at, routes
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints.circle import radius
from journeyeditor.layout.touchpoints.entrances import entrances
from journeyeditor.layout.touchpoints.names import Names, names

NAME_GAP, FOOT = 1.7, 1.6
"""Between circle and name, and below the last name, in units."""


class LanePlan(msgspec.Struct, frozen=True, dict=True):
    """One lane of touchpoints, measured. Heights in mm."""

    lane: str
    stops: tuple[Stop, ...]
    above: Above
    names: Names
    radius: float
    unit: float

    @functools.cached_property
    def _tags(self) -> dict[int, Tag]:
        return {id(tag.way): tag for tag in self.above.tags}

    def tag(self, way: Way) -> Tag | None:
        """The label of a step, if it has one."""
        return self._tags.get(id(way))

    @property
    def height(self) -> float:
        """What the lane needs."""
        return self.above.height + self.radius + (NAME_GAP + FOOT) * self.unit + self.names.height

    def spare(self, height: float) -> float:
        """What a lane of this height has to give away."""
        return max(0.0, height - self.height)

    def line(self, top: float, height: float) -> float:
        """y of the circles' middles in a lane that is placed: spare room goes to all sides."""
        return top + self.above.height + 0.45 * self.spare(height)

    def names_top(self, top: float, height: float) -> float:
        """y of the upper edge of the first tier of names."""
        extra = min(0.15 * self.spare(height), 1.2 * self.unit)
        return self.line(top, height) + self.radius + NAME_GAP * self.unit + extra


class Plan(msgspec.Struct, frozen=True):
    """All lanes of touchpoints by their ids, from the top, and all flows."""

    lanes: dict[str, LanePlan]
    routes: Routes
    ports: Ports


def plan(sheet: Sheet) -> Plan:
    """The plan of a sheet, worked out once."""
    return sheet.once("plan", lambda: _plan(sheet))


def _plan(sheet: Sheet) -> Plan:
    found = routes(sheet)
    ends = ports(sheet, found)
    crossed = crossings(found, ends)
    entering = entrances(sheet)
    steps: dict[str, list[Way]] = defaultdict(list)
    bows: dict[str, list[tuple[Way, Ends]]] = defaultdict(list)
    for way in found.steps:
        steps[way.upper.lane].append(way)
    for number, way in enumerate(found.bows):
        bows[way.upper.lane].append((way, ends.bows[number]))
    lanes = {}
    for lane, stops in found.lanes.items():
        content = Content(tuple(steps[lane]), tuple(bows[lane]), entering, tuple(crossed.above[lane]))
        below = names(sheet, stops, crossed.names[lane])
        lanes[lane] = LanePlan(lane, stops, above(sheet, stops, content), below, radius(sheet), sheet.unit)
    return Plan(lanes, found, ends)


def causes(sheet: Sheet) -> object:
    """All that the plan and the loops of a band depend on, beside what concerns the whole poster."""
    return sheet.once("causes", lambda: _causes(sheet))


def _causes(sheet: Sheet) -> object:
    order, _ = sheet.reading_order()
    stages = sheet.journey.stages()
    flows = list(flows_at(sheet, sheet.window or (0, len(stages))))
    return sheet.window, sheet.columns, stages, order, flows, entrances(sheet)

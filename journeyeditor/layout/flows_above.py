"""What stands above the circles of a lane: labels of arrows, who enters here, and bows that nest.

It is built up like a skyline: each thing goes on top of what is already below it. All heights are above the line of
the circles' middles.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.geometry.skyline import Interval, Skyline, places
from journeyeditor.layout.flows_label import Block, is_labelled, least_room, small_label
from journeyeditor.layout.flows_ports import Ends
from journeyeditor.layout.flows_routes import Stop, Way
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints_circle import STAR_PLACE, radius, star_size
from journeyeditor.layout.touchpoints_entrances import entrance_label
from journeyeditor.model.records import Persona

CELL = 0.5
LIFT = 1.5
"""From an arrow's line to the label above it, in units."""
GAP = 0.7
"""Between a text and what is next to it, in units."""
RISE = 3.6
"""From the top of a circle to the lowest bow, in units."""


@dataclass(frozen=True, slots=True)
class Tag:
    """The label of a step."""

    way: Way
    block: Block
    x: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Bow:
    """A flow above the circles: its ports, the height of its line, and its label if it has one."""

    way: Way
    ends: Ends
    level: float
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who enters at a touchpoint; `stem` if a short line leads down to the circle."""

    stop: Stop
    block: Block
    x: float
    bottom: float
    colour: str
    stem: bool


@dataclass(frozen=True)
class Above:
    """All that stands above the circles of one lane, and how high it gets."""

    tags: tuple[Tag, ...]
    bows: tuple[Bow, ...]
    entrances: tuple[Entrance, ...]
    height: float


@dataclass(frozen=True)
class Content:
    """What must find room: steps and bows whose upper end lies in the lane, who enters where (by touchpoint), and the
    x that lines to and from other lanes pass."""

    steps: tuple[Way, ...]
    bows: tuple[tuple[Way, Ends], ...]
    entrances: dict[str, tuple[Persona, ...]]
    walls: tuple[float, ...]


class Stacker:
    """Stacks labels and bows over the circles of one lane. `walls` are x that lines from other lanes pass."""

    def __init__(self, sheet: Sheet, stops: Sequence[Stop], walls: Sequence[float]) -> None:
        self.sheet, self.unit, self.r = sheet, sheet.unit, radius(sheet)
        self.sky = Skyline(sheet.map_left, sheet.right, CELL * sheet.unit, LIFT * sheet.unit - GAP * sheet.unit)
        self.walls = sorted(walls)
        self.stops = {stop.touchpoint.id: stop for stop in stops}
        for stop in stops:
            self.sky.raise_to(stop.x - self.r, stop.x + self.r, self.r)
            if stop.touchpoint.moment_of_truth is not None:
                half, away = star_size(sheet) / 2, STAR_PLACE * self.r
                self.sky.raise_to(stop.x + away - half, stop.x + away + half, away + half)

    def _near(self, start: float, end: float) -> list[Interval]:
        """The walls between two x, with the room that they want on both sides."""
        half = 1.0 * self.unit
        first, last = bisect.bisect_left(self.walls, start - half), bisect.bisect_right(self.walls, end + half)
        return [(x - half, x + half) for x in self.walls[first:last]]

    def put(self, wanted: float, block: Block, room: Interval) -> tuple[float, float]:
        """The best place of a block inside `room`, as its middle and bottom: low, and near to where it is wanted."""
        gap = GAP * self.unit
        wide = block.width + 1.2 * self.unit
        middles = places(wanted, wide, room, self._near(*room))
        if not middles:
            low, high = self.sheet.map_left + wide / 2, self.sheet.right - wide / 2
            middles = [min(max(wanted, low), max(low, high))]
        # a step aside is worth less than a quarter of its length in height
        heights = {x: self.sky.height(x - wide / 2, x + wide / 2) + gap for x in middles}
        x = min(middles, key=lambda middle: (heights[middle] + 0.25 * abs(middle - wanted), middle))
        return x, heights[x]

    def settle(self, x: float, bottom: float, block: Block) -> None:
        """Enters a block that has its place."""
        half = block.width / 2 + 0.4 * self.unit
        self.sky.raise_to(x - half, x + half, bottom + block.height)

    # -- labels of steps --------------------------------------------------------------------------------------------
    def tag(self, way: Way) -> Tag | None:
        """The label of a step, over its arrow: between the circles if it fits there, else above them."""
        flow = way.flow
        if flow is None or not is_labelled(self.sheet, flow):
            return None
        left, right = self._gap(way)
        middle = (left + right) / 2
        narrow = right - left - 1.2 * self.unit
        least = least_room(self.sheet, flow)
        if least <= narrow:
            block = small_label(self.sheet, flow, narrow)
            room = (left, right)
        else:
            block = small_label(self.sheet, flow, max(least, min(way.span, 26 * self.unit)))
            half = max(block.width, way.span) / 2 + 6 * self.unit
            room = (max(self.sheet.map_left, middle - half), min(self.sheet.right, middle + half))
        x, bottom = self.put(middle, block, room)
        self.settle(x, bottom, block)
        return Tag(way, block, x, bottom)

    def _gap(self, way: Way) -> Interval:
        """The free stretch of a step's level part, between circles, star and upright."""
        upper, lower = way.upper, way.lower
        before, after = (way.source, way.target) if way.source.x <= way.target.x else (way.target, way.source)
        left, right = before.x + self.r, after.x - self.r
        if before.touchpoint.moment_of_truth is not None and before is upper:
            left = before.x + STAR_PLACE * self.r + star_size(self.sheet) / 2
        if not way.level:
            if lower is after:
                right = after.x + self.r
            else:
                left = before.x - self.r
        return left, right

    # -- entrances --------------------------------------------------------------------------------------------------
    def entrance(self, stop: Stop, personas: tuple[Persona, ...]) -> Entrance:
        """Who enters at a touchpoint, over its circle, or beside the lines that end there."""
        unit = self.unit
        block, colour = entrance_label(self.sheet, personas)
        half = block.width + 2 * unit
        room = (max(self.sheet.map_left, stop.x - half), min(self.sheet.right, stop.x + half))
        x, bottom = self.put(stop.x, block, room)
        bottom += 1.4 * unit
        above = abs(x - stop.x) < block.width / 2 - unit and not self._near(stop.x, stop.x)
        self.settle(x, bottom, block)
        return Entrance(stop, block, x, bottom, colour, above)

    # -- bows -------------------------------------------------------------------------------------------------------
    def bow(self, way: Way, ends: Ends) -> Bow:
        """A bow over all that lies between its ends."""
        unit, gap = self.unit, GAP * self.unit
        for x in (ends.left, ends.right):
            self.walls.pop(bisect.bisect_left(self.walls, x))
        level = max(self.sky.height(ends.left - unit, ends.right + unit) + 1.2 * unit, self.r + RISE * unit)
        tag: Tag | None = None
        if way.flow is not None and is_labelled(self.sheet, way.flow):
            tag, level = self._bow_tag(way, ends, level)
        self.sky.raise_to(ends.left - 0.6 * unit, ends.right + 0.6 * unit, level + 0.5 * unit)
        if tag is not None and tag.bottom > level:
            self.settle(tag.x, tag.bottom, tag.block)
        elif tag is not None:
            level = max(level, tag.bottom + tag.block.height + gap)
        return Bow(way, ends, level, tag)

    def _bow_tag(self, way: Way, ends: Ends, level: float) -> tuple[Tag, float]:
        """The label under the bow's line if it fits between its ends, else above it; and the height of the line."""
        flow, unit, gap = way.flow, self.unit, GAP * self.unit
        assert flow is not None  # noqa: S101 - only flows have labels
        room = ends.right - ends.left - 2.0 * unit
        middle = (ends.left + ends.right) / 2
        least = least_room(self.sheet, flow)
        if least <= room:
            block = small_label(self.sheet, flow, room)
            inside = (ends.left + 0.4 * unit, ends.right - 0.4 * unit)
            wide = block.width + 1.2 * unit
            middles = places(middle, wide, inside, self._near(*inside))
            if middles:
                found = [(self.sky.height(x - wide / 2, x + wide / 2) + gap, abs(x - middle), x) for x in middles]
                bottom, _, x = min(found)
                bottom = max(bottom, self.r + gap)
                return Tag(way, block, x, bottom), max(level, bottom + block.height + gap)
        block = small_label(self.sheet, flow, max(least, min(1.2 * (ends.right - ends.left), 30 * unit)))
        half = block.width / 2 + max(3 * unit, (ends.right - ends.left) / 2)
        around = (max(self.sheet.map_left, middle - half), min(self.sheet.right, middle + half))
        self.sky.raise_to(ends.left - 0.6 * unit, ends.right + 0.6 * unit, level)
        x, bottom = self.put(middle, block, around)
        return Tag(way, block, x, bottom), max(level, bottom - gap)


def above(sheet: Sheet, stops: Sequence[Stop], content: Content) -> Above:
    """Everything above the circles of a lane, the short things lowest."""
    ports = [x for _, ends in content.bows for x in (ends.left, ends.right)]
    stacker = Stacker(sheet, stops, [*content.walls, *ports])
    tags = tuple(tag for way in content.steps if (tag := stacker.tag(way)) is not None)
    entrances = tuple(
        stacker.entrance(stop, content.entrances[stop.touchpoint.id])
        for stop in stops
        if stop.touchpoint.id in content.entrances
    )
    nested = sorted(content.bows, key=lambda bow: (bow[1].right - bow[1].left, bow[1].left))
    bows = tuple(stacker.bow(way, ends) for way, ends in nested)
    least = radius(sheet) + 1.6 * sheet.unit
    return Above(tags, bows, entrances, max(least, stacker.sky.top + 0.9 * sheet.unit))

"""What stands above the circles of a lane: labels of arrows, who enters here, and bows that nest.

It is built up like a skyline: each thing goes on top of what is already below it. All heights are above the line of
the circles' middles.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing import Symbol, Words
from journeyeditor.geometry import Box
from journeyeditor.geometry.skyline import Interval, Skyline, places
from journeyeditor.layout.flows_label import Block, is_labelled, least_room, small_label, small_labels
from journeyeditor.layout.flows_ports import Ends
from journeyeditor.layout.flows_routes import Stop, Way
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints_circle import STAR_PLACE, radius, star_size
from journeyeditor.layout.touchpoints_entrances import entrance_labels
from journeyeditor.model.records import Flow, Persona

CELL = 0.5
LIFT = 1.5
"""From an arrow's line to the label above it, in units."""
GAP, SIDE = 0.8, 0.7
"""Between a text and what is above or below it, and what is beside it, in units."""
INSIDE, WALL = 1.9, 1.8
"""From the middle of an upright line to a label: inside its own bow, and beside others, in units."""
SHOULDER = 9.0
"""How far a bow takes to bend at most, in units."""
STEM = 1.4
RISE = 3.6
"""From the top of a circle to the lowest bow, in units."""


@dataclass(frozen=True, slots=True)
class Place:
    """A label with its place: its middle, and the height of its lower edge."""

    block: Block
    x: float
    bottom: float

    def shapes(self, line: float) -> tuple[Words | Symbol, ...]:
        """The label over the line of the circles' middles."""
        return self.block.at(self.x, self.top(line))

    def top(self, line: float) -> float:
        """y of its upper edge."""
        return line - self.bottom - self.block.height

    def box(self, line: float) -> Box:
        """Where it stands."""
        return Box(self.x - self.block.width / 2, self.top(line), self.block.width, self.block.height)


@dataclass(frozen=True, slots=True)
class Tag:
    """The label of a flow."""

    way: Way
    place: Place


@dataclass(frozen=True, slots=True)
class Bow:
    """A flow above the circles: its ports, the height of its line, how wide it bends, and its label if it has one."""

    way: Way
    ends: Ends
    level: float
    shoulder: float
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who enters at a touchpoint; `stem` if a short line leads down to the circle."""

    stop: Stop
    place: Place
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
        half = WALL * self.unit
        first, last = bisect.bisect_left(self.walls, start - half), bisect.bisect_right(self.walls, end + half)
        return [(x - half, x + half) for x in self.walls[first:last]]

    def free(self, wanted: float, blocks: Sequence[Block], room: Interval) -> Place | None:
        """The best place inside `room` for the first of several shapes of a label that meets no line; None if all do.

        Low is good, and so is near to where it is wanted.
        """
        for block in blocks:
            wide = block.width + 2 * SIDE * self.unit
            middles = places(wanted, wide, room, self._near(*room))
            if middles:
                # a step aside is worth less than a quarter of its length in height
                return min(
                    (self._at(block, x) for x in middles),
                    key=lambda place: (place.bottom + 0.25 * abs(place.x - wanted), place.x),
                )
        return None

    def forced(self, wanted: float, block: Block) -> Place:
        """A place on the map for a label that cannot be kept clear of all lines; its rim keeps it readable."""
        half = block.width / 2 + SIDE * self.unit
        low, high = self.sheet.map_left + half, self.sheet.right - half
        return self._at(block, min(max(wanted, low), max(low, high)))

    def _at(self, block: Block, x: float) -> Place:
        half = block.width / 2 + SIDE * self.unit
        return Place(block, x, self.sky.height(x - half, x + half) + GAP * self.unit)

    def settle(self, place: Place) -> None:
        """Enters a label that has its place."""
        half = place.block.width / 2 + 0.2 * self.unit
        self.sky.raise_to(place.x - half, place.x + half, place.bottom + place.block.height)

    def _around(self, middle: float, half: float) -> Interval:
        return max(self.sheet.map_left, middle - half), min(self.sheet.right, middle + half)

    # -- labels of steps ----------------------------------------------------------------------------------------------
    def tag(self, way: Way) -> Tag | None:
        """The label of a step, over its arrow: between the circles if it fits there, else above them."""
        flow = way.flow
        if flow is None or not is_labelled(self.sheet, flow):
            return None
        left, right = self._gap(way)
        middle = (left + right) / 2
        narrow = right - left - 2 * SIDE * self.unit
        least = least_room(self.sheet, flow)
        place = None
        if least <= narrow:
            place = self.free(middle, [small_label(self.sheet, flow, narrow)], (left, right))
        if place is None:
            blocks = small_labels(self.sheet, flow, max(least, min(way.span, 26 * self.unit)))
            half = blocks[0].width + way.span / 2
            place = self.free(middle, blocks, self._around(middle, half)) or self.forced(middle, blocks[0])
        self.settle(place)
        return Tag(way, place)

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

    # -- entrances ----------------------------------------------------------------------------------------------------
    def entrance(self, stop: Stop, personas: tuple[Persona, ...]) -> Entrance:
        """Who enters at a touchpoint, over its circle, or beside the lines that end there."""
        unit = self.unit
        blocks, colour = entrance_labels(self.sheet, personas)
        room = self._around(stop.x, blocks[0].width + 2 * unit)
        place = self.free(stop.x, blocks, room) or self.forced(stop.x, blocks[0])
        place = replace(place, bottom=place.bottom + STEM * unit)
        stem = abs(place.x - stop.x) < place.block.width / 2 - unit and not self._near(stop.x, stop.x)
        self.settle(place)
        return Entrance(stop, place, colour, stem)

    # -- bows ---------------------------------------------------------------------------------------------------------
    def bow(self, way: Way, ends: Ends) -> Bow:
        """A bow over all that lies between its ends."""
        unit, flow = self.unit, way.flow
        for x in (ends.left, ends.right):
            self.walls.pop(bisect.bisect_left(self.walls, x))
        level = max(self.sky.height(ends.left - unit, ends.right + unit) + 1.2 * unit, self.r + RISE * unit)
        shoulder = min(SHOULDER * unit, (ends.right - ends.left) / 2)
        tag: Tag | None = None
        if flow is not None and is_labelled(self.sheet, flow):
            place = self._under(flow, ends)
            if place is not None:
                level = max(level, place.bottom + place.block.height + GAP * unit)
                half = place.block.width / 2
                beside = min(place.x - half - ends.left, ends.right - place.x - half)
                shoulder = min(shoulder, max(beside, INSIDE * unit))
            else:
                place = self._over(flow, ends, level)
                level = max(level, place.bottom - GAP * unit)
                self.settle(place)
            tag = Tag(way, place)
        self.sky.raise_to(ends.left - 0.6 * unit, ends.right + 0.6 * unit, level + 0.5 * unit)
        return Bow(way, ends, level, shoulder, tag)

    def _under(self, flow: Flow, ends: Ends) -> Place | None:
        """A place for the label under the bow's line, between its ends and clear of other lines; None if there is none.

        The less the label is broken the better; there is none at all for words that are longer than the bow.
        """
        unit = self.unit
        inside = (ends.left + INSIDE * unit, ends.right - INSIDE * unit)
        room = inside[1] - inside[0]
        for block in small_labels(self.sheet, flow, max(room, unit)):
            wide = block.width
            middles = places((ends.left + ends.right) / 2, wide, inside, self._near(*inside))
            if middles:
                bottoms = [self.sky.height(x - wide / 2, x + wide / 2) + GAP * unit for x in middles]
                bottom, x = min(zip(bottoms, middles, strict=True), key=lambda found: found[0])
                return Place(block, x, max(bottom, self.r + GAP * unit))
        return None

    def _over(self, flow: Flow, ends: Ends, level: float) -> Place:
        """A place for the label above the bow's line."""
        unit, span = self.unit, ends.right - ends.left
        blocks = small_labels(self.sheet, flow, min(max(1.2 * span, 18 * unit), 30 * unit))
        middle = (ends.left + ends.right) / 2
        self.sky.raise_to(ends.left - 0.6 * unit, ends.right + 0.6 * unit, level)
        room = self._around(middle, blocks[0].width + span / 2 + 3 * unit)
        return self.free(middle, blocks, room) or self.forced(middle, blocks[0])


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

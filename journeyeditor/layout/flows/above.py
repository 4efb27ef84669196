"""What stands above the circles of a lane: labels of arrows, who enters here, and bows that nest.

It is built up like a skyline: each thing goes on top of what is already below it. All heights are above the line of
the circles' middles. Labels of arrows lie lowest. A bow has its label in a gap of its line, or over it, so that no
label inside a bow can be taken for its own. Who enters stands over all bows, or beside them.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Symbol, Words
from journeyeditor.geometry import Box
from journeyeditor.geometry.skyline import Interval, Skyline, places
from journeyeditor.layout.flows.label import Block, is_labelled, least_room, small_label, small_labels
from journeyeditor.layout.flows.ports import Ends
from journeyeditor.layout.flows.routes import Stop, Way
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints.circle import STAR_PLACE, radius, star_size
from journeyeditor.layout.touchpoints.entrances import entrance_labels
from journeyeditor.model.records import Flow, Persona

CELL = 0.25
LIFT = 1.5
"""From an arrow's line to the label above it, in units."""
GAP, SIDE = 1.0, 0.8
"""Between a text and what is above or below it, and what is beside it, in units."""
BESIDE = 1.6
"""Further room beside the label of a bow, in units: side by side with another one the two would read as one."""
WALL, STEM_WALL = 1.8, 1.9
"""Half the room that an upright line keeps free of labels beside their own, and that the line to an entrance keeps."""
SHOULDER, LEAST_SHOULDER = 9.0, 2.6
"""How far a bow takes to bend at most, and at least where its label needs the line, in units."""
OPENING, STUB = 1.3, 1.0
"""Between a label and the ends of the line that it stands in; what is seen of the line there, in units."""
AIR = 1.7
"""Between a label in a bow's line and a text below it, in units."""
STEM, STEM_INSIDE = 2.2, 1.2
"""Least length of the line to an entrance, and how far inside the ends of its label it meets it, in units."""
STRADDLE, STRADDLE_SHARE = 0.8, 3.0
"""What it costs, in units of height, that a label lies over the line between two stages; and that a step's does."""
WIDEST = 40.0
"""Of a label over a bow, in units; wider where the bow is."""
RISE = 4.6
"""From the top of a circle to the lowest bow, in units."""


class Place(msgspec.Struct, frozen=True):
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


class Tag(msgspec.Struct, frozen=True):
    """The label of a flow."""

    way: Way
    place: Place


class Bow(msgspec.Struct, frozen=True):
    """A flow above the circles: its ports, the height of its line, how wide it bends, and its label if it has one.

    `opening` is where the line makes room for the label, from left to right; None if the label stands over the line.
    """

    way: Way
    ends: Ends
    level: float
    shoulder: float
    tag: Tag | None
    opening: Interval | None


class Entrance(msgspec.Struct, frozen=True):
    """Who enters at a touchpoint; `stem` if a short line leads down to the circle."""

    stop: Stop
    place: Place
    colour: str
    stem: bool


class Above(msgspec.Struct, frozen=True):
    """All that stands above the circles of one lane, and how high it gets."""

    tags: tuple[Tag, ...]
    bows: tuple[Bow, ...]
    entrances: tuple[Entrance, ...]
    height: float


class Content(msgspec.Struct, frozen=True):
    """What must find room: steps and bows whose upper end lies in the lane, who enters where (by touchpoint), and the
    x that lines to and from other lanes pass."""

    steps: tuple[Way, ...]
    bows: tuple[tuple[Way, Ends], ...]
    entrances: dict[str, tuple[Persona, ...]]
    walls: tuple[float, ...]


class Stacker:
    """Stacks labels and bows over the circles of one lane.

    `walls` are x that lines from other lanes and of bows pass; `stems` those that lines to entrances will.
    """

    def __init__(self, sheet: Sheet, stops: Sequence[Stop], walls: Sequence[float], stems: Sequence[float]) -> None:
        self.sheet, self.unit, self.r = sheet, sheet.unit, radius(sheet)
        self.sky = Skyline(sheet.map_left, sheet.right, CELL * sheet.unit, LIFT * sheet.unit - GAP * sheet.unit)
        self.walls, self.stems = sorted(walls), sorted(stems)
        self.uprights = tuple(self.walls)
        self.borders = [column.x for column in sheet.columns[1:]]
        self.settled: list[Interval] = []
        for stop in stops:
            self.sky.raise_to(stop.x - self.r, stop.x + self.r, self.r)
            if stop.touchpoint.moment_of_truth is not None:
                half, away = star_size(sheet) / 2, STAR_PLACE * self.r
                self.sky.raise_to(stop.x + away - half, stop.x + away + half, away + half)

    def _near(self, start: float, end: float) -> list[Interval]:
        """The walls between two x, with the room that they want on both sides."""
        found: list[Interval] = []
        for xs, half in ((self.walls, WALL * self.unit), (self.stems, STEM_WALL * self.unit)):
            first, last = bisect.bisect_left(xs, start - half), bisect.bisect_right(xs, end + half)
            found += [(x - half, x + half) for x in xs[first:last]]
        return found

    def _straddled(self, start: float, end: float) -> list[Interval]:
        """The lines between stages that lie between two x, each with a little room."""
        half = 0.3 * self.unit
        first, last = bisect.bisect_left(self.borders, start - half), bisect.bisect_right(self.borders, end + half)
        return [(x - half, x + half) for x in self.borders[first:last]]

    def free(
        self, wanted: Sequence[float], blocks: Sequence[Block], room: Interval, straddle: float = STRADDLE
    ) -> Place | None:
        """The best place inside `room` for the first of several shapes of a label that meets no line; None if all do.

        Low is good, and so is near to the first of the x where it is wanted, and off the lines between stages.
        """
        walls, borders = self._near(*room), self._straddled(*room)
        for block in blocks:
            wide = block.width + 2 * SIDE * self.unit
            middles = {x for want in wanted for x in places(want, wide, room, walls)}
            if middles and borders:
                middles |= {x for want in wanted for x in places(want, wide, room, [*walls, *borders])}
            if middles:
                return min(
                    (self._at(block, x) for x in middles),
                    key=lambda place: (self._cost(place, wanted[0], straddle), place.x),
                )
        return None

    def _cost(self, place: Place, wanted: float, straddle: float) -> float:
        """How bad a place is: a step aside is worth less than a quarter of its length in height."""
        half = place.block.width / 2 + SIDE * self.unit
        over = straddle * self.unit if self._straddled(place.x - half + 1e-6, place.x + half - 1e-6) else 0.0
        return place.bottom + 0.25 * abs(place.x - wanted) + over

    def forced(self, wanted: float, block: Block) -> Place:
        """A place on the map for a label that cannot be kept clear of all lines; its rim keeps it readable."""
        half = block.width / 2 + SIDE * self.unit
        low, high = self.sheet.map_left + half, self.sheet.right - half
        return self._at(block, min(max(wanted, low), max(low, high)))

    def _at(self, block: Block, x: float) -> Place:
        half = block.width / 2 + SIDE * self.unit
        return Place(block, x, self.sky.height(x - half, x + half) + GAP * self.unit)

    def settle(self, place: Place, beside: float = 0.2) -> None:
        """Enters a label that has its place, with some more room beside it, in units."""
        half = place.block.width / 2 + beside * self.unit
        self.settled.append((place.x - half, place.x + half))
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
            label = small_label(self.sheet, flow, narrow)
            place = self.free([middle], [label], (left, right), STRADDLE_SHARE)
        if place is None:
            blocks = small_labels(self.sheet, flow, max(least, min(way.span, 26 * self.unit)))
            half = blocks[0].width + way.span / 2
            room = self._around(middle, half)
            place = self.free([middle], blocks, room, STRADDLE_SHARE) or self.forced(middle, blocks[0])
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

    # -- bows ---------------------------------------------------------------------------------------------------------
    def bow(self, way: Way, ends: Ends) -> Bow:
        """A bow over all that lies between its ends."""
        unit, flow = self.unit, way.flow
        for x in (ends.left, ends.right):
            self.walls.pop(bisect.bisect_left(self.walls, x))
        level = max(self.sky.height(ends.left - unit, ends.right + unit) + 1.2 * unit, self.r + RISE * unit)
        shoulder = self._shoulder(ends, level)
        tag: Tag | None = None
        opening: Interval | None = None
        if flow is not None and is_labelled(self.sheet, flow):
            place = self._in_line(flow, ends, level)
            if place is not None:
                level = place.bottom + place.block.height / 2
                half = place.block.width / 2 + OPENING * unit
                opening = place.x - half, place.x + half
                shoulder = min(shoulder, opening[0] - ends.left - STUB * unit, ends.right - opening[1] - STUB * unit)
            else:
                place = self._over(flow, ends, level)
                level = max(level, place.bottom - GAP * unit)
            self.settle(place, BESIDE)
            tag = Tag(way, place)
        self.sky.raise_to(ends.left - 0.6 * unit, ends.right + 0.6 * unit, level + 0.5 * unit)
        return Bow(way, ends, level, shoulder, tag, opening)

    def _shoulder(self, ends: Ends, level: float) -> float:
        """How far a bow may take to bend without cutting off a corner of what stands below it."""
        unit = self.unit
        widest = min(SHOULDER * unit, (ends.right - ends.left) / 2)
        steps = [n * unit / 2 for n in range(2, int(2 * widest / unit) + 1)]
        below = [
            max(self.sky.height(x - unit / 4, x + unit / 4) for x in (ends.left + away, ends.right - away))
            for away in steps
        ]
        wide = widest
        while wide > 1.5 * unit:
            tall = min(1.2 * wide, level - self.r)
            bent = [(away, under) for away, under in zip(steps, below, strict=True) if away < wide]
            if all(level - tall * (1 - math.sqrt(1 - (1 - away / wide) ** 2)) > under + unit for away, under in bent):
                break
            wide -= unit / 2
        return wide

    def _in_line(self, flow: Flow, ends: Ends, level: float) -> Place | None:
        """A place for a label of one line in a gap of the bow's line, at `level` or higher; None if it is too long."""
        unit = self.unit
        aside = (LEAST_SHOULDER + STUB + OPENING - SIDE) * unit
        inside = (ends.left + aside, ends.right - aside)
        block = small_label(self.sheet, flow, self.sheet.right - self.sheet.map_left)
        if block.height > 1.5 * fonts.line_height(self.sheet.caption()):
            return None
        wide = block.width + 2 * SIDE * unit
        middles = places((ends.left + ends.right) / 2, wide, inside, self._near(*inside))
        found = [
            (max(level - block.height / 2, self.sky.height(x - wide / 2, x + wide / 2) + AIR * unit), n, x)
            for n, x in enumerate(middles)
        ]
        return Place(block, min(found)[2], min(found)[0]) if found else None

    def _over(self, flow: Flow, ends: Ends, level: float) -> Place:
        """A place for the label above the bow's line."""
        unit, span = self.unit, ends.right - ends.left
        blocks = small_labels(self.sheet, flow, max(1.2 * span, WIDEST * unit))
        middle = (ends.left + ends.right) / 2
        self.sky.raise_to(ends.left - 0.6 * unit, ends.right + 0.6 * unit, level)
        room = self._around(middle, blocks[0].width + span / 2 + 3 * unit)
        return self.free([middle], blocks, room) or self.forced(middle, blocks[0])

    # -- entrances ----------------------------------------------------------------------------------------------------
    def entrances(self, wanted: Sequence[tuple[Stop, tuple[Persona, ...]]]) -> tuple[Entrance, ...]:
        """Who enters where, over the circles and over all that is there already.

        One after the other: each keeps off the lines to those that come later and thus stand higher.
        """
        waiting = [(stop, *entrance_labels(self.sheet, personas)) for stop, personas in wanted]
        found = []
        while waiting:
            number, place = self._next([(stop, blocks) for stop, blocks, _ in waiting])
            stop, _, colour = waiting.pop(number)
            found.append(Entrance(stop, place, colour, self._is_joined(stop, place)))
            self.settle(place)
        return tuple(found)

    def _next(self, waiting: Sequence[tuple[Stop, Sequence[Block]]]) -> tuple[int, Place]:
        """The number of the first entrance that has a place, in its widest shape if any has one so; and the place."""
        for shape in range(max(len(blocks) for _, blocks in waiting)):
            for number, (stop, blocks) in enumerate(waiting):
                self.stems = sorted(other.x for other, _ in waiting if other is not stop)
                place = self._over_circle(stop, blocks[min(shape, len(blocks) - 1)])
                if place is not None:
                    return number, place
        stop, blocks = waiting[0]
        return 0, self._raised(self.forced(stop.x, blocks[-1]))

    def _over_circle(self, stop: Stop, block: Block) -> Place | None:
        """The best place for a label so that a short line leads straight down to the circle."""
        aside = max(0.0, block.width / 2 - STEM_INSIDE * self.unit)
        room = self._around(stop.x, aside + block.width / 2 + SIDE * self.unit + 1e-6)
        place = self.free([stop.x, stop.x - aside, stop.x + aside], [block], room)
        return None if place is None else self._raised(place)

    def _raised(self, place: Place) -> Place:
        return replace(place, bottom=max(place.bottom, self.r + STEM * self.unit))

    def _is_joined(self, stop: Stop, place: Place) -> bool:
        """True if a line may lead from the label to its circle: it meets no other text, and lies on no other line."""
        if abs(place.x - stop.x) > place.block.width / 2 - 0.9 * STEM_INSIDE * self.unit:
            return False
        near = 0.9 * self.unit
        return not any(abs(x - stop.x) < near for x in self.uprights) and not any(
            start < stop.x < end for start, end in self.settled
        )


def above(sheet: Sheet, stops: Sequence[Stop], content: Content) -> Above:
    """Everything above the circles of a lane, the short things lowest."""
    ports = [x for _, ends in content.bows for x in (ends.left, ends.right)]
    entering = [(stop, content.entrances[stop.touchpoint.id]) for stop in stops if _enters(content, stop)]
    stacker = Stacker(sheet, stops, [*content.walls, *ports], [stop.x for stop, _ in entering])
    tags = tuple(tag for way in content.steps if (tag := stacker.tag(way)) is not None)
    nested = sorted(content.bows, key=lambda bow: (bow[1].right - bow[1].left, bow[1].left))
    bows = tuple(stacker.bow(way, ends) for way, ends in nested)
    entrances = stacker.entrances(entering)
    least = radius(sheet) + 1.6 * sheet.unit
    return Above(tags, bows, entrances, max(least, stacker.sky.top + 0.9 * sheet.unit))


def _enters(content: Content, stop: Stop) -> bool:
    return stop.touchpoint.id in content.entrances

"""Which way each flow goes: straight to the neighbour, in a bow above the circles, or through the loop channel.

Reading order is that of the columns. An end that is a stage is left at its last touchpoint and entered at its first,
so a flow between neighbouring stages is the arrow between them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from journeyeditor.layout.columns import Slot
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints.circle import radius
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Flow, Lane, Persona, Touchpoint

LONGEST_BOW = 5
"""A way back over more touchpoints than this goes through the loop channel."""


class Stop(msgspec.Struct, frozen=True):
    """A touchpoint that is shown: its slot, its number in reading order, its stage's number, and its lane's id."""

    slot: Slot
    number: int
    stage: int
    lane: str
    row: int
    """Number of its lane among the lanes of touchpoints, from the top."""

    @property
    def x(self) -> float:
        """Middle of its circle."""
        return self.slot.x

    @property
    def touchpoint(self) -> Touchpoint:
        """Its record."""
        return self.slot.touchpoint


class Way(msgspec.Struct, frozen=True):
    """From one touchpoint to another: a stored flow, or None for an implied step."""

    flow: Flow | None
    source: Stop
    target: Stop

    @property
    def level(self) -> bool:
        """True if both lie in one lane."""
        return self.source.lane == self.target.lane

    @property
    def upper(self) -> Stop:
        """The end in the upper lane; the source if both lie in one."""
        return self.target if self.target.row < self.source.row else self.source

    @property
    def lower(self) -> Stop:
        """The other end."""
        return self.source if self.upper is self.target else self.target

    @property
    def span(self) -> float:
        """Distance of the two, mm."""
        return abs(self.source.x - self.target.x)

    @property
    def backward(self) -> bool:
        """True if it leads to what was read before."""
        return self.target.number < self.source.number


class End(msgspec.Struct, frozen=True):
    """Where a loop leaves or arrives above the stage header: x, and the room around it.

    `away` is the title of the stage it comes from or leads to where that is not on this run of stages; x is then the
    map's edge.
    """

    x: float
    room: float
    away: str | None = None


class Loop(msgspec.Struct, frozen=True):
    """A flow through the channel above the stage header."""

    flow: Flow
    source: End
    target: End
    backward: bool


class Routes(msgspec.Struct, frozen=True):
    """All flows of a sheet, each in exactly one list.

    Where a sheet shows only a run of stages, a flow to another run leads to the edge of the map, and from the edge to
    its target on the sheet that shows it.
    """

    lanes: dict[str, tuple[Stop, ...]]
    """The touchpoints of every lane that is shown, by the lane's id, from the top."""
    steps: tuple[Way, ...]
    """Between neighbours in reading order: implied, or the flow that replaces the implied step."""
    bows: tuple[Way, ...]
    """All other flows between touchpoints; a flow to itself too."""
    loops: tuple[Loop, ...]


def routes(sheet: Sheet) -> Routes:
    """The ways of all flows that are to be shown, worked out once."""
    return sheet.once("routes", lambda: _routes(sheet))


def _routes(sheet: Sheet) -> Routes:
    sorter = _Sorter(sheet)
    here = {flow.id: flow for flow in flows_at(sheet, sorter.window)}
    for flow in sorted(here.values(), key=_rank):
        sorter.add(flow)
    sorter.add_implied()
    return sorter.routes()


def flows_at(sheet: Sheet, window: tuple[int, int]) -> Iterator[Flow]:
    """The flows that are shown, from or to a run of stages; one between two of them comes twice."""
    by_stage = sheet.common("flows", lambda: _by_stage(sheet))
    for number in range(*window):
        yield from by_stage.get(number, ())


def _rank(flow: Flow) -> tuple[bool, str]:
    return bool(flow.personas), flow.id


def _by_stage(sheet: Sheet) -> dict[int, list[Flow]]:
    """The flows that are shown, by the numbers of the stages at their ends."""
    reading = sheet.journey.reading()
    found: dict[int, list[Flow]] = {}
    for flow in sheet.journey.flows():
        ends = [place for key in (flow.source, flow.target) if (place := reading.starts(key)) is not None]
        if len(ends) == 2 and sheet.concerns(flow.personas):
            for number in {place[0] for place in ends}:
                found.setdefault(number, []).append(flow)
    return found


class _Sorter:
    """Gives every flow its way."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.reading: ReadingOrder = sheet.journey.reading()
        self.order, self.numbers = sheet.reading_order()
        self.window = sheet.window or (0, len(self.reading.stages))
        lanes = [lane for lane in sheet.journey.all(Lane) if lane.kind == "touchpoints"]
        self.rows = {lane.id: n for n, lane in enumerate(lanes) if not lane.hidden and sheet.concerns(lane.personas)}
        self.lane_of_channel: dict[str | None, str | None] = {}
        self.shown = self._stops()
        self.steps: dict[tuple[str, str], Way] = {}
        self.bows: list[Way] = []
        self.loops: list[Loop] = []

    def _lane(self, touchpoint: Touchpoint) -> str | None:
        """The id of the lane that a touchpoint is shown in."""
        if touchpoint.channel not in self.lane_of_channel:
            lane = self.sheet.journey.lane_of(touchpoint)
            self.lane_of_channel[touchpoint.channel] = lane.id if lane is not None and lane.id in self.rows else None
        return self.lane_of_channel[touchpoint.channel]

    def _stops(self) -> dict[str, Stop]:
        found: dict[str, Stop] = {}
        for column in self.sheet.columns:
            for slot in column.slots:
                lane = self._lane(slot.touchpoint)
                if lane is not None:
                    number = self.numbers[slot.touchpoint.id]
                    found[slot.touchpoint.id] = Stop(slot, number, column.index, lane, self.rows[lane])
        return found

    def _stage(self, key: str) -> int | None:
        """Number of the stage that a stage or touchpoint is or lies in, over the whole journey."""
        place = self.reading.starts(key)
        return None if place is None else place[0]

    def _is_here(self, key: str) -> bool:
        stage = self._stage(key)
        return stage is not None and self.window[0] <= stage < self.window[1]

    # -- sorting ------------------------------------------------------------------------------------------------------
    def add(self, flow: Flow) -> None:
        """Puts a flow into the list that it belongs in; none if it has no end on this sheet."""
        known = self._stage(flow.source) is not None and self._stage(flow.target) is not None
        if not known or not (self._is_here(flow.source) or self._is_here(flow.target)):
            return
        pair = (self.reading.left_at(flow.source), self.reading.entered_at(flow.target))
        source, target = (self.numbers.get(key) for key in pair)
        step = None
        if source is not None and target == source + 1 and pair not in self.steps:
            step = self._step(flow, *pair)
        if step is not None:
            self.steps[pair] = step
        elif self._goes_above(flow):
            self.loops.append(self._loop(flow))
        elif flow.source in self.shown and flow.target in self.shown:
            self.bows.append(Way(flow, self.shown[flow.source], self.shown[flow.target]))

    def add_implied(self) -> None:
        """The steps between neighbours that no flow stands for, those over the edges of the map too."""
        here = [self.numbers[slot.touchpoint.id] for column in self.sheet.columns for slot in column.slots]
        near = self.order[max(0, here[0] - 1) : here[-1] + 2] if here else []
        for before, after in itertools.pairwise(near):
            pair = (before.id, after.id)
            if pair not in self.steps and not before.ends_here:
                step = self._step(None, *pair)
                if step is not None:
                    self.steps[pair] = step

    def _step(self, flow: Flow | None, before: str, after: str) -> Way | None:
        """The way between two neighbours; from or to the edge of the map where only one is on this sheet."""
        source, target = self.shown.get(before), self.shown.get(after)
        if source is not None and target is not None:
            return Way(flow, source, target)
        if source is not None and not self._is_here(after):
            beyond = self._beyond(after, source, self.sheet.right + radius(self.sheet))
            return None if beyond is None else Way(flow, source, beyond)
        if target is not None and not self._is_here(before):
            # its label stands where the flow leaves
            beyond = self._beyond(before, target, self.sheet.map_left - radius(self.sheet))
            return None if beyond is None else Way(None, beyond, target)
        return None

    def _beyond(self, key: str, near: Stop, x: float) -> Stop | None:
        """A neighbour on another sheet, as if it lay just beyond the edge in the same lane."""
        number = self.numbers[key]
        touchpoint = self.order[number]
        if self._lane(touchpoint) is None:
            return None
        return Stop(Slot(touchpoint, x, near.slot.width), number, near.stage, near.lane, near.row)

    def _goes_above(self, flow: Flow) -> bool:
        """True for flows from or to stages and other sheets, and for ways back over a whole stage or a long way."""
        if flow.source not in self.numbers or flow.target not in self.numbers:
            return True
        if not (self._is_here(flow.source) and self._is_here(flow.target)):
            return True
        back = self.numbers[flow.source] - self.numbers[flow.target]
        stages = (self._stage(flow.source) or 0) - (self._stage(flow.target) or 0)
        return back > LONGEST_BOW or (back > 0 and stages > 1)

    def _loop(self, flow: Flow) -> Loop:
        before = (self._stage(flow.target) or 0, self.numbers.get(flow.target, -1))
        after = (self._stage(flow.source) or 0, self.numbers.get(flow.source, -1))
        return Loop(flow, self._end(flow.source), self._end(flow.target), before <= after)

    def _end(self, key: str) -> End:
        stage = self._stage(key) or 0
        if stage < self.window[0]:
            return End(self.sheet.map_left, 0.0, self.reading.stages[stage].title)
        if stage >= self.window[1]:
            return End(self.sheet.right, 0.0, self.reading.stages[stage].title)
        if key in self.sheet.centres:
            return End(self.sheet.centres[key], self.sheet.slot_widths[key])
        column = self.sheet.columns[stage - self.window[0]]
        return End(column.x + column.width / 2, column.width)

    def routes(self) -> Routes:
        """What has been sorted."""
        lanes: dict[str, list[Stop]] = {stop.lane: [] for stop in sorted(self.shown.values(), key=lambda s: s.row)}
        for stop in self.shown.values():
            lanes[stop.lane].append(stop)
        steps = sorted(self.steps.values(), key=lambda way: way.source.number)
        found = {lane: tuple(members) for lane, members in lanes.items()}
        return Routes(found, tuple(steps), tuple(self.bows), tuple(self.loops))


def travellers(sheet: Sheet, flow: Flow | None) -> tuple[Persona, ...]:
    """The personas that are shown and whose flow this is; empty for a flow of everyone."""
    if flow is None:
        return ()
    return tuple(persona for persona in sheet.personas if persona.id in flow.personas)


def tone(sheet: Sheet, flow: Flow | None, plain: str) -> str:
    """The colour of a flow: that of its persona if it is one's alone, else `plain`."""
    found = travellers(sheet, flow)
    return sheet.theme.persona(found[0].style).colour if len(found) == 1 else plain

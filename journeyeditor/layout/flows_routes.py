"""Which way each flow goes: straight to the neighbour, in a bow above the circles, or through the loop channel.

Reading order is that of the columns. An end that is a stage is left at its last touchpoint and entered at its first,
so a flow between neighbouring stages is the arrow between them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.layout.columns import Column, Slot
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Flow, Lane, Persona, Touchpoint

LONGEST_BOW = 5
"""A way back over more touchpoints than this goes through the loop channel."""


@dataclass(frozen=True, slots=True)
class Stop:
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


@dataclass(frozen=True, slots=True)
class Way:
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


@dataclass(frozen=True, slots=True)
class End:
    """Where a loop leaves or arrives above the stage header: x, and the room around it."""

    x: float
    room: float


@dataclass(frozen=True, slots=True)
class Loop:
    """A flow through the channel above the stage header."""

    flow: Flow
    source: End
    target: End
    backward: bool


@dataclass(frozen=True)
class Routes:
    """All flows of a sheet, each in exactly one list."""

    lanes: dict[str, tuple[Stop, ...]]
    """The touchpoints of every lane that is shown, by the lane's id, from the top."""
    steps: tuple[Way, ...]
    """Between neighbours in reading order: implied, or the flow that replaces the implied step."""
    bows: tuple[Way, ...]
    """All other flows between touchpoints; a flow to itself too."""
    loops: tuple[Loop, ...]


def stops(sheet: Sheet) -> dict[str, Stop]:
    """The touchpoints that are shown, by id, in reading order."""
    journey = sheet.journey
    lanes = [lane for lane in journey.all(Lane) if lane.kind == "touchpoints"]
    rows = {lane.id: n for n, lane in enumerate(lanes) if not lane.hidden and sheet.concerns(lane.personas)}
    by_channel: dict[str | None, str | None] = {}
    found: dict[str, Stop] = {}
    number = 0
    for column in sheet.columns:
        for slot in column.slots:
            touchpoint = slot.touchpoint
            if touchpoint.channel not in by_channel:
                lane = journey.lane_of(touchpoint)
                by_channel[touchpoint.channel] = None if lane is None else lane.id
            own = by_channel[touchpoint.channel]
            if own is not None and own in rows:
                found[touchpoint.id] = Stop(slot, number, column.index, own, rows[own])
            number += 1
    return found


@functools.lru_cache(maxsize=4)
def routes(sheet: Sheet) -> Routes:
    """The ways of all flows that are to be shown. Remembered for the last sheets, which never change."""
    shown = stops(sheet)
    reading = {slot.touchpoint.id: n for n, slot in enumerate(_slots(sheet.columns))}
    ends = _stage_ends(sheet.columns)
    steps: dict[tuple[str, str], Way] = {}
    bows: list[Way] = []
    loops: list[Loop] = []
    flows = [flow for flow in sheet.journey.flows() if sheet.concerns(flow.personas)]
    for flow in sorted(flows, key=lambda flow: (bool(flow.personas), flow.id)):
        source, target = _left_at(ends, flow.source), _entered_at(ends, flow.target)
        between_stages = flow.source in ends or flow.target in ends
        pair = (source, target)
        both = source in shown and target in shown
        if both and reading[target] == reading[source] + 1 and pair not in steps:
            steps[pair] = Way(flow, shown[source], shown[target])
        elif between_stages or _is_long(sheet, reading, flow):
            loop = _loop(sheet, reading, flow)
            if loop is not None:
                loops.append(loop)
        elif both:
            bows.append(Way(flow, shown[source], shown[target]))
    for before, after in itertools.pairwise(shown.values()):
        pair = (before.touchpoint.id, after.touchpoint.id)
        if after.number == before.number + 1 and pair not in steps and not before.touchpoint.ends_here:
            steps[pair] = Way(None, before, after)
    lanes: dict[str, list[Stop]] = {stop.lane: [] for stop in sorted(shown.values(), key=lambda stop: stop.row)}
    for stop in shown.values():
        lanes[stop.lane].append(stop)
    ordered = sorted(steps.values(), key=lambda way: way.source.number)
    return Routes({lane: tuple(found) for lane, found in lanes.items()}, tuple(ordered), tuple(bows), tuple(loops))


def _slots(columns: Sequence[Column]) -> list[Slot]:
    return [slot for column in columns for slot in column.slots]


def _stage_ends(columns: Sequence[Column]) -> dict[str, tuple[str, str]]:
    """First and last touchpoint of every stage by id; the stage itself where it has none."""
    return {
        column.stage.id: (column.slots[0].touchpoint.id, column.slots[-1].touchpoint.id)
        if column.slots
        else (column.stage.id, column.stage.id)
        for column in columns
    }


def _left_at(ends: dict[str, tuple[str, str]], key: str) -> str:
    return ends[key][1] if key in ends else key


def _entered_at(ends: dict[str, tuple[str, str]], key: str) -> str:
    return ends[key][0] if key in ends else key


def _is_long(sheet: Sheet, reading: dict[str, int], flow: Flow) -> bool:
    """True for a way back that jumps over a whole stage or over many touchpoints."""
    if flow.source not in reading or flow.target not in reading:
        return False
    back = reading[flow.source] - reading[flow.target]
    if back <= 0:
        return False
    stages = _stage_numbers(sheet)
    return back > LONGEST_BOW or stages[flow.source] - stages[flow.target] > 1


@functools.lru_cache(maxsize=4)
def _stage_numbers(sheet: Sheet) -> dict[str, int]:
    numbers = {column.stage.id: column.index for column in sheet.columns}
    return numbers | {slot.touchpoint.id: column.index for column in sheet.columns for slot in column.slots}


def _loop(sheet: Sheet, reading: dict[str, int], flow: Flow) -> Loop | None:
    source, target = _end(sheet, flow.source), _end(sheet, flow.target)
    if source is None or target is None:
        return None
    stages = _stage_numbers(sheet)
    before = (stages[flow.target], reading.get(flow.target, -1))
    after = (stages[flow.source], reading.get(flow.source, -1))
    return Loop(flow, source, target, before <= after)


def _end(sheet: Sheet, key: str) -> End | None:
    number = _stage_numbers(sheet).get(key)
    if number is None:
        return None
    column = sheet.columns[number]
    if column.stage.id == key:
        return End(column.x + column.width / 2, column.width)
    return End(sheet.centres[key], sheet.slot_widths[key])


def travellers(sheet: Sheet, flow: Flow | None) -> tuple[Persona, ...]:
    """The personas that are shown and whose flow this is; empty for a flow of everyone."""
    if flow is None:
        return ()
    return tuple(persona for persona in sheet.personas if persona.id in flow.personas)


def tone(sheet: Sheet, flow: Flow | None, plain: str) -> str:
    """The colour of a flow: that of its persona if it is one's alone, else `plain`."""
    found = travellers(sheet, flow)
    return sheet.theme.persona(found[0].style).colour if len(found) == 1 else plain

"""The loop channel above the stage header: flows that go far back, and flows between whole stages."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import msgspec

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.bends import arrowhead, rounded
from journeyeditor.geometry.outline import Point, polyline
from journeyeditor.geometry.skyline import Interval, Skyline, places, spaced
from journeyeditor.layout.flows.label import Block, large_label, least_large_room
from journeyeditor.layout.flows.routes import Loop, routes, tone
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.stages.phases import Bands, bands
from journeyeditor.model.records import Flow

LINE, CORNER, HEAD, HEAD_HALF = 0.7, 3.2, 3.2, 1.6
LOWEST = 4.6
"""Least height of a loop's line above the stage header's upper edge, in units."""
BETWEEN = 3.0
"""Between the lines of two loops, and between two that end side by side, in units."""
STUB = 2.0
"""What is seen at least of the line on each side of its label, beyond the corner, in units."""
LABEL_GAP = 2.6
CELL = 0.5
ABOVE = 0.8


class Track(msgspec.Struct, frozen=True):
    """A loop with its place: where it leaves and arrives, the height of its line, its label's middle and height."""

    loop: Loop
    source: float
    target: float
    level: float
    label: Block | None
    x: float
    middle: float

    @property
    def in_line(self) -> bool:
        """True if the label stands in a gap of the line."""
        return self.label is not None and self.middle == self.level


def loop_row(sheet: Sheet) -> Row | None:
    """The channel of the loops; None if there is no loop. It touches the stage header below it."""
    loops = routes(sheet).loops
    if not loops:
        return None
    tracks, height = plan_loops(sheet, loops)
    strip = bands(sheet)

    def draw(top: float, tall: float) -> list[Group]:
        ordered = sorted(tracks, key=lambda track: (track.source, track.target))
        return [_group(sheet, track, strip, top + tall) for track in ordered]

    marks = {"loop" if loop.backward else "flow" for loop in loops}
    marks |= {f"persona:{persona}" for loop in loops for persona in loop.flow.personas}
    return Row("loops", height, draw, marks=frozenset(marks), washed=False, gap=0.0)


# -- places -----------------------------------------------------------------------------------------------------------
def plan_loops(sheet: Sheet, loops: Sequence[Loop]) -> tuple[list[Track], float]:
    """Every loop on its track, short ones lowest, and the height of the channel."""
    unit = sheet.unit
    ends = _ends(sheet, loops)
    pairs = [(ends[n, "source"], ends[n, "target"]) for n in range(len(loops))]
    uprights = [_uprights(loop, pair) for loop, pair in zip(loops, pairs, strict=True)]
    walls = sorted(x for pair in uprights for x in pair)
    sky = Skyline(sheet.map_left, sheet.right, CELL * unit, (LOWEST - BETWEEN) * unit)
    tracks = []
    order = sorted(range(len(loops)), key=lambda n: (abs(pairs[n][0] - pairs[n][1]), pairs[n]))
    for n in order:
        for x in uprights[n]:
            walls.pop(bisect.bisect_left(walls, x))
        tracks.append(_track(sheet, loops[n], pairs[n], sky, walls))
    return tracks, sky.top + ABOVE * unit


def _uprights(loop: Loop, pair: tuple[float, float]) -> list[float]:
    """x of the ends that come down to a stage; the others lie at the map's edge."""
    return [x for end, x in zip((loop.source, loop.target), pair, strict=True) if end.away is None]


def _said(sheet: Sheet, loop: Loop) -> Flow:
    """What the label says: where the loop leaves this run of stages also its goal, where it arrives only its origin."""
    flow, say = loop.flow, sheet.speech.say
    if loop.source.away is not None:
        words = say("from {stage}", stage=loop.source.away) if loop.source.away.strip() else ""
        return msgspec.structs.replace(flow, label=words, share=None)
    if loop.target.away:
        words = say("to {stage}", stage=loop.target.away)
        return msgspec.structs.replace(flow, label=f"{flow.label} {words}".strip())
    return flow


def _track(sheet: Sheet, loop: Loop, pair: tuple[float, float], sky: Skyline, walls: Sequence[float]) -> Track:
    unit = sheet.unit
    left, right = min(pair), max(pair)
    base = sky.height(left - unit, right + unit)
    level = base + BETWEEN * unit
    inner = (left + (CORNER + STUB) * unit, right - (CORNER + STUB) * unit)
    room = inner[1] - inner[0] - 2 * LABEL_GAP * unit
    middle = (left + right) / 2
    said = _said(sheet, loop)
    label = large_label(sheet, said, max(room, least_large_room(sheet, said)))
    x, at = middle, level
    if label is not None:
        wide = label.width + 2 * LABEL_GAP * unit
        found = places(middle, wide, inner, _near(sheet, walls, inner))
        if found:
            x = found[0]
            under = sky.height(x - wide / 2, x + wide / 2) + 1.2 * unit
            level = at = max(level, under + label.height / 2)
            sky.raise_to(x - wide / 2, x + wide / 2, level + label.height / 2)
        else:
            label, x, at = _label_above(sheet, said, (left, right), level, sky, walls)
    sky.raise_to(left - unit, right + unit, level + LINE / 2 * unit)
    return Track(loop, pair[0], pair[1], level, label, x, at)


def _near(sheet: Sheet, walls: Sequence[float], room: Interval) -> list[Interval]:
    half = 1.2 * sheet.unit
    first, last = bisect.bisect_left(walls, room[0] - half), bisect.bisect_right(walls, room[1] + half)
    return [(x - half, x + half) for x in walls[first:last]]


def _label_above(
    sheet: Sheet, flow: Flow, pair: tuple[float, float], level: float, sky: Skyline, walls: Sequence[float]
) -> tuple[Block, float, float]:
    """A label that is too long for its loop stands above the line. Returns it with its middle, in x and in height."""
    unit = sheet.unit
    left, right = pair
    label = large_label(sheet, flow, max(right - left, least_large_room(sheet, flow)))
    assert label is not None  # noqa: S101 - asked only for loops that have one
    wide = label.width + 2 * unit
    middle = (left + right) / 2
    half = wide / 2 + (right - left) / 2
    room = (max(sheet.map_left, middle - half), min(sheet.right, middle + half))
    low, high = sheet.map_left + wide / 2, sheet.right - wide / 2
    found = places(middle, wide, room, _near(sheet, walls, room)) or [min(max(middle, low), max(low, high))]
    x = found[0]
    under = max(sky.height(x - wide / 2, x + wide / 2), level + LINE / 2 * unit) + 0.9 * unit
    sky.raise_to(x - wide / 2, x + wide / 2, under + label.height)
    return label, x, under + label.height / 2


def _ends(sheet: Sheet, loops: Sequence[Loop]) -> dict[tuple[int, str], float]:
    """x of both ends of every loop. Those elsewhere lie at the edge of the map.

    Ends that would meet stand side by side, in the order in which they do not cross: those that go left at the left,
    the shortest outermost.
    """
    unit = sheet.unit
    wishes: list[tuple[float, float, int, str]] = []
    placed: dict[tuple[int, str], float] = {}
    for n, loop in enumerate(loops):
        for name, end, other in (("source", loop.source, loop.target), ("target", loop.target, loop.source)):
            x = end.x
            if end.away is not None:
                placed[n, name] = x
                continue
            if abs(end.x - other.x) < 4 * unit:
                x += (1 if name == "source" else -1) * min(4 * unit, 0.3 * max(end.room, unit))
            away = other.x - end.x
            wishes.append((x, 1 / away if abs(away) > 1e-9 else 0.0, n, name))
    wishes.sort()
    wishes = [wish for cluster in _clusters(wishes, BETWEEN * unit) for wish in sorted(cluster, key=lambda w: w[1])]
    gap = min(BETWEEN * unit, (sheet.right - sheet.map_left) / (len(wishes) + 1))
    upright: dict[tuple[int, str], float] = {}
    for cluster in _clusters(wishes, gap):
        middle = sum(wish[0] for wish in cluster) / len(cluster)
        start = middle - gap * (len(cluster) - 1) / 2
        for k, (_, _, n, name) in enumerate(cluster):
            upright[n, name] = start + k * gap
    names = sorted(upright, key=lambda key: upright[key])
    room = (sheet.map_left + HEAD_HALF * unit, sheet.right - HEAD_HALF * unit)
    apart = spaced([upright[name] for name in names], gap * 0.99, room)
    return placed | dict(zip(names, apart, strict=True))


def _clusters(
    wishes: Sequence[tuple[float, float, int, str]], near: float
) -> list[list[tuple[float, float, int, str]]]:
    """Runs of ends that lie closer together than `near`."""
    found: list[list[tuple[float, float, int, str]]] = []
    for wish in wishes:
        if found and abs(wish[0] - found[-1][-1][0]) < near * 0.99:
            found[-1].append(wish)
        else:
            found.append([wish])
    return found


# -- drawing ----------------------------------------------------------------------------------------------------------
def _group(sheet: Sheet, track: Track, strip: Bands, bottom: float) -> Group:
    """Up from the source, along, and down to the target, just above the phases' bar where no name is in the way."""
    unit = sheet.unit
    colour = tone(sheet, track.loop.flow, sheet.theme.muted)
    y = bottom - track.level
    before, after, head = _line(sheet, track, strip, bottom)
    corner = min(CORNER * unit, abs(track.source - track.target) / 2)
    pen = Stroke(colour, LINE * unit, round=True)
    shapes: list[Shape] = []
    if track.in_line and track.label is not None:
        side = 1.0 if track.source < track.target else -1.0
        half = track.label.width / 2 + LABEL_GAP * unit
        shapes.append(Sketch(rounded([*before, (track.x - side * half, y)], corner), None, pen))
        shapes.append(Sketch(rounded([(track.x + side * half, y), *after], corner), None, pen))
    else:
        shapes.append(Sketch(rounded([*before, *after], corner), None, pen))
    shapes.append(Sketch(polyline(head, closed=True), colour))
    left, right = sorted((track.source, track.target))
    box = Box(left, y - 1.2 * unit, right - left, 2.4 * unit)
    if track.label is not None:
        top = bottom - track.middle - track.label.height / 2
        shapes += track.label.at(track.x, top)
        box = Box.around([box, Box(track.x - track.label.width / 2, top, track.label.width, track.label.height)])
    return Group(track.loop.flow.id, "flow", tuple(shapes), box)


def _line(sheet: Sheet, track: Track, strip: Bands, bottom: float) -> tuple[list[Point], list[Point], list[Point]]:
    """The corners up to the level part, those after it, and the arrowhead. An end elsewhere stays level."""
    unit, y = sheet.unit, bottom - track.level
    before = [(track.source, y)]
    if track.loop.source.away is None:
        before.insert(0, (track.source, bottom + strip.clear_depth(track.source, LINE * unit)))
    length, half = HEAD * unit, HEAD_HALF * unit
    if track.loop.target.away is not None:
        side = 1.0 if track.target > track.source else -1.0
        end = (track.target - side * 0.8 * length, y)
        return before, [end], list(arrowhead(track.target, y, side, 0.0, length, half))
    tip = bottom + strip.clear_depth(track.target, half)
    after = [(track.target, y), (track.target, tip - 0.8 * length)]
    return before, after, list(arrowhead(track.target, tip, 0.0, 1.0, length, half))

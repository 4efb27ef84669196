"""Arrows: between neighbours, in bows above the circles, and from one lane of touchpoints to another."""

from __future__ import annotations

import math
from collections.abc import Mapping

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.bends import arch, arrowhead, rounded
from journeyeditor.geometry.outline import Outline, Point, polyline
from journeyeditor.layout.flows.above import Bow, Tag
from journeyeditor.layout.flows.plan import Plan, plan
from journeyeditor.layout.flows.routes import Stop, Way, tone
from journeyeditor.layout.sheet import Sheet

LINE = 0.45
CLEAR, CLEAR_ABOVE = 1.8, 1.0
"""Between an arrow and the circles beside it; between a bow and its circles, in units."""
HEAD, HEAD_HALF = 2.3, 1.05
CORNER = 3.0
END_BAR = 3.6
END_STUB = 2.4


def flow_groups(sheet: Sheet, placed: Mapping[str, tuple[float, float]]) -> list[Group]:
    """The arrows that lead from one lane of touchpoints to another; `placed` tells top and height by lane id."""
    everything = plan(sheet)
    groups = [
        _cross_step(sheet, everything, number, placed)
        for number, way in enumerate(everything.routes.steps)
        if not way.level and way.source.lane in placed and way.target.lane in placed
    ]
    for lane in everything.lanes.values():
        for bow in lane.above.bows:
            ends = (bow.way.source.lane, bow.way.target.lane)
            if not bow.way.level and all(end in placed for end in ends):
                lines = [everything.lanes[end].line(*placed[end]) for end in ends]
                groups.append(bow_group(sheet, bow, lines[0], lines[1]))
    return groups


# -- neighbours in one lane -------------------------------------------------------------------------------------------
def step_group(sheet: Sheet, way: Way, tag: Tag | None, y: float) -> Group:
    """The arrow between two neighbours of one lane, with its label."""
    start, end = _between(sheet, way)
    return _group(way, [*_arrow(sheet, way, [(start, y), (end, y)])], tag, y, _strip(sheet, start, end, y))


def _clear(sheet: Sheet, way: Way) -> float:
    """Free room between an arrow and its circles: less where circles stand close."""
    gap = way.span - 2 * _radius(sheet)
    return min(CLEAR * sheet.unit, 0.23 * max(gap, 0.0))


def _radius(sheet: Sheet) -> float:
    return next(iter(plan(sheet).lanes.values())).radius


def _between(sheet: Sheet, way: Way) -> tuple[float, float]:
    """Where a level arrow starts and ends."""
    r, clear = _radius(sheet), _clear(sheet, way)
    start, end = way.source.x + r + clear, way.target.x - r - clear
    if way.source.touchpoint.ends_here:
        start += (END_STUB + 0.6) * sheet.unit * _shrunk(sheet)
    return min(start, end), end


def _shrunk(sheet: Sheet) -> float:
    """How large small marks are beside those of the drawn target: they shrink with the circles."""
    return min(1.0, _radius(sheet) / (4.2 * sheet.unit))


# -- neighbours in two lanes ------------------------------------------------------------------------------------------
def _cross_step(sheet: Sheet, everything: Plan, number: int, placed: Mapping[str, tuple[float, float]]) -> Group:
    """One bend: level along the upper lane, upright over the end in the lower one."""
    way = everything.routes.steps[number]
    upper, lower = way.upper, way.lower
    high = everything.lanes[upper.lane].line(*placed[upper.lane])
    low = everything.lanes[lower.lane].line(*placed[lower.lane])
    x = everything.ports.elbows[number]
    side = 1.0 if x > upper.x else -1.0
    start = _radius(sheet) + _clear(sheet, way)
    if upper is way.source and upper.touchpoint.ends_here:
        start += (END_STUB + 0.6) * sheet.unit * _shrunk(sheet)
    beside = (upper.x + side * start, high)
    points = [beside, (x, high), _rim(sheet, lower, x, low)]
    if upper is way.target:
        points.reverse()
    tag = everything.lanes[upper.lane].tag(way)
    return _group(way, _arrow(sheet, way, points), tag, high, _strip(sheet, beside[0], x, high))


def _arrow(sheet: Sheet, way: Way, points: list[Point]) -> list[Shape]:
    """A line with rounded corners through the points, and its head."""
    unit = sheet.unit
    colour = tone(sheet, way.flow, sheet.theme.flow)
    (x0, y0), (x1, y1) = points[-2:]
    length = math.dist((x0, y0), (x1, y1)) or 1.0
    dx, dy = ((x1 - x0) / length, (y1 - y0) / length) if (x0, y0) != (x1, y1) else (1.0, 0.0)
    size = min(1.0, length / (HEAD * unit))
    head = arrowhead(x1, y1, dx, dy, HEAD * unit * size, HEAD_HALF * unit * max(size, 0.6))
    shapes: list[Shape] = []
    if size == 1.0:
        inner = (x1 - dx * 0.8 * HEAD * unit, y1 - dy * 0.8 * HEAD * unit)
        line = rounded([*points[:-1], inner], CORNER * unit)
        shapes.append(Sketch(line, None, Stroke(colour, _width(sheet, way) * unit)))
    return [*shapes, Sketch(polyline(head, closed=True), colour)]


def _width(sheet: Sheet, way: Way) -> float:
    """A persona's own way is a little heavier, so that its colour can be told."""
    return LINE if tone(sheet, way.flow, "") == "" else 0.6


# -- bows -------------------------------------------------------------------------------------------------------------
def bow_group(sheet: Sheet, bow: Bow, source_y: float, target_y: float) -> Group:
    """A bow above the circles. The two y are those of the circles' middles."""
    unit, way = sheet.unit, bow.way
    base = target_y if way.upper is way.target else source_y
    start = _rim(sheet, way.source, bow.ends.source, source_y)
    end = _rim(sheet, way.target, bow.ends.target, target_y)
    level = base - bow.level
    colour = tone(sheet, way.flow, sheet.theme.flow)
    inner = (end[0], end[1] - 0.8 * HEAD * unit)
    line = arch(start, inner, level, bow.shoulder)
    head = arrowhead(*end, 0.0, 1.0, HEAD * unit, HEAD_HALF * unit)
    pen = Stroke(colour, _width(sheet, way) * unit)
    shapes: list[Shape] = [Sketch(part, None, pen) for part in _opened(line, level, bow.opening)]
    shapes.append(Sketch(polyline(head, closed=True), colour))
    return _group(way, shapes, bow.tag, base, _strip(sheet, bow.ends.left, bow.ends.right, level))


def _opened(line: Outline, level: float, opening: tuple[float, float] | None) -> list[Outline]:
    """An arch in two parts, with room between them for its label; whole if it needs none."""
    if opening is None:
        return [line]
    before, after = opening if line[0][1][0] < line[-1][1][0] else opening[::-1]
    return [(*line[:3], ("L", (before, level))), (("M", (after, level)), *line[3:])]


def _rim(sheet: Sheet, stop: Stop, x: float, y: float) -> Point:
    """The point over a circle's rim where a bow leaves or arrives."""
    r = _radius(sheet)
    away = min(abs(x - stop.x), r)
    return x, y - math.sqrt(r * r - away * away) - CLEAR_ABOVE * sheet.unit


# -- groups -----------------------------------------------------------------------------------------------------------
def _group(way: Way, shapes: list[Shape], tag: Tag | None, y: float, strip: Box) -> Group:
    """The group of an arrow. An implied step belongs to its lane and cannot be picked.

    `strip` is the level part of the line: what a click finds, together with the label. The rest of the line would make
    a box that lies over other things.
    """
    if way.flow is None:
        return Group(way.source.lane, "step", tuple(shapes))
    if tag is None:
        return Group(way.flow.id, "flow", tuple(shapes), strip)
    # the line comes last, so that it stays whole where a label's rim meets it
    return Group(way.flow.id, "flow", (*tag.place.shapes(y), *shapes), Box.around([strip, tag.place.box(y)]))


def _strip(sheet: Sheet, start: float, end: float, y: float) -> Box:
    return Box(min(start, end), y - 1.2 * sheet.unit, abs(end - start), 2.4 * sheet.unit)


def end_mark(sheet: Sheet, stop: Stop, y: float) -> list[Shape]:
    """A short line and a bar where the arrow would be: the customer's way may end here."""
    unit = sheet.unit
    part = _shrunk(sheet)
    colour = sheet.theme.flow
    x = stop.x + _radius(sheet) + 0.9 * unit * part
    end = min(x + END_STUB * unit * part, sheet.right)
    half = END_BAR / 2 * unit * part
    return [
        Sketch(polyline([(x, y), (end, y)]), None, Stroke(colour, LINE * unit)),
        Sketch(polyline([(end, y - half), (end, y + half)]), None, Stroke(colour, 0.8 * unit * part, round=True)),
    ]

"""The way of an arrow over the map, as it is drawn: from where it begins to its tip, to be hit, gripped and marked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group, Sketch, Symbol, Words
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.geometry import Box, Outline
from journeyeditor.geometry.outline import Point
from journeyeditor.tools.board import Board

PIECES = 6
"""Into so many straight lines a corner is taken apart."""


class Trail(msgspec.Struct, frozen=True):
    """The lines of an arrow from where it begins to its tip, with a gap where its label stands in it, and the boxes of
    what is written beside it; mm of the board.
    """

    runs: tuple[tuple[Point, ...], ...]
    label: tuple[Box, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All the way, over the gap too."""
        return tuple(point for run in self.runs for point in run)

    @property
    def start(self) -> Point:
        """Where it begins to be seen."""
        return self.runs[0][0]

    @property
    def tip(self) -> Point:
        """Where its head points to."""
        return self.runs[-1][-1]

    @property
    def length(self) -> float:
        """All the way."""
        return sum(math.dist(one, other) for one, other in pairwise(self.points))

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """How far away a place is from the arrow, and how far along the arrow that is."""
        lengths = accumulate((math.dist(*leg) for leg in pairwise(self.points)), initial=0.0)
        found = ((*_beside(leg, x, y), before) for leg, before in zip(pairwise(self.points), lengths, strict=False))
        away, along, before = min(found, default=(math.inf, 0.0, 0.0))
        return away, before + along

    def is_on_label(self, x: float, y: float) -> bool:
        """Whether a place lies on what is written beside it."""
        return any(box.contains(x, y) for box in self.label)

    def touches(self, area: Box) -> bool:
        """Whether any of it lies in an area."""
        return any(area.contains(*point) for point in self.points) or any(
            _crosses(area, one, other) for one, other in pairwise(self.points)
        )


def trails_of(board: Board, flow: str) -> list[Trail]:
    """The arrows of a flow: one on each page on which it is drawn."""
    found = ((trail_of(group), board.top(page)) for page, group in board.groups(flow) if group.role == "flow")
    return [_lowered(trail, top) for trail, top in found if trail is not None]


def trails_at(board: Board, x: float, y: float, reach: float) -> Iterator[tuple[Group, Trail]]:
    """The arrows that are drawn about a place, the topmost first, with the groups that show them."""
    if not board.leaves:
        return
    page = board.page_at(y)
    top = board.top(page)
    for group in reversed(board.index(page).drawn_in(Box(x, y - top, 0.0, 0.0).grown(reach))):
        trail = trail_of(group) if group.role == "flow" else None
        if trail is not None:
            yield group, _lowered(trail, top)


def trail_of(group: Group) -> Trail | None:
    """The arrow that a group draws; None if it draws none."""
    lines = [shape for shape in group.shapes if isinstance(shape, Sketch) and shape.stroke is not None]
    heads = [shape for shape in group.shapes if isinstance(shape, Sketch) and shape.fill is not None]
    if not heads:
        return None
    head = flat(heads[-1].outline)
    tip, back = head[0], ((head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2)
    runs = [flat(line.outline) for line in lines] or [[back]]
    runs[-1].append(tip)
    boxes = (shape_box(shape) for shape in group.shapes if isinstance(shape, Words | Symbol))
    return Trail(tuple(map(tuple, runs)), tuple(box for box in boxes if box is not None))


def flat(outline: Outline) -> list[Point]:
    """The points of an outline, its curves taken apart into straight lines."""
    points: list[Point] = []
    for _, numbers in outline:
        if len(numbers) == 6:
            points += _curve((points[-1], *_pairs(numbers)))
        else:
            points += _pairs(numbers)
    return points


def _pairs(numbers: Sequence[float]) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(corners: Sequence[Point]) -> list[Point]:
    """Points along a curve, without its first."""
    points = []
    for piece in range(1, PIECES + 1):
        t = piece / PIECES
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        across, down = (sum(part * corner[k] for part, corner in zip(parts, corners, strict=True)) for k in (0, 1))
        points.append((across, down))
    return points


def _lowered(trail: Trail, top: float) -> Trail:
    if not top:
        return trail
    runs = tuple(tuple((x, y + top) for x, y in run) for run in trail.runs)
    return Trail(runs, tuple(replace(box, y=box.y + top) for box in trail.label))


def _beside(leg: tuple[Point, Point], x: float, y: float) -> tuple[float, float]:
    """How far away a place is from a straight line, and how far along it that is."""
    (x0, y0), (x1, y1) = leg
    length = math.dist(*leg)
    if length == 0:
        return math.dist((x0, y0), (x, y)), 0.0
    along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length
    along = max(0.0, min(length, along))
    at = along / length
    return math.dist((x0 + at * (x1 - x0), y0 + at * (y1 - y0)), (x, y)), along


def _crosses(area: Box, one: Point, other: Point) -> bool:
    """Whether a straight line passes through an area (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for start, end, least, most in (
        (one[0], other[0], area.x, area.right),
        (one[1], other[1], area.y, area.bottom),
    ):
        across = end - start
        if across == 0:
            if not least <= start <= most:
                return False
            continue
        near, far = sorted(((least - start) / across, (most - start) / across))
        low, high = max(low, near), min(high, far)
    return low <= high

"""Questions about the board that several gestures ask."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from journeyeditor.drawing import Group, Sketch
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.geometry import Box
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane
from journeyeditor.tools.board import Board


def on_paper(board: Board, x: float, y: float) -> bool:
    """True where there is a page."""
    return bool(board.pages) and board.page_box(board.page_at(y)).contains(x, y)


def found_at(board: Board, x: float, y: float, wanted: Callable[[Group], bool]) -> tuple[str, Box] | None:
    """The topmost record at a place whose group is wanted, with its box in places of the board."""
    if not board.pages:
        return None
    top = board.top(board.page_at(y))
    for group in board.all_at(x, y):
        if group.box is not None and wanted(group):
            return group.record, replace(group.box, y=group.box.y + top)
    return None


def touchpoint_lanes(journey: Journey) -> tuple[str, ...]:
    """Ids of the lanes that hold touchpoints, from the top."""
    return tuple(lane.id for lane in journey.all(Lane) if lane.kind == "touchpoints")


def lane_at(board: Board, journey: Journey, y: float) -> Lane | None:
    """The lane at a height, or None on a line and between lanes."""
    strip = board.strip_at(y)
    record = journey.get(strip.record) if strip is not None else None
    return record if isinstance(record, Lane) else None


def circle(board: Board, touchpoint: str) -> Box | None:
    """The circle of a touchpoint."""
    for number, group in board.groups(touchpoint):
        if group.box is None or group.role != "touchpoint":
            continue
        top = board.top(number)
        for shape in group.shapes:
            box = shape_box(shape) if isinstance(shape, Sketch) and shape.fill is not None else None
            if box is not None and abs(box.width - box.height) < 0.02 * box.width:
                return replace(box, y=box.y + top)
        side = min(group.box.width, group.box.height)
        return Box(group.box.middle[0] - side / 2, group.box.y + top, side, side)
    return None


def column_of(journey: Journey) -> Callable[[str], list[str]]:
    """A question for the ids of a stage's touchpoints."""
    return lambda stage: [touchpoint.id for touchpoint in journey.touchpoints(stage)]

"""Questions about the board that several gestures ask."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from journeyeditor.drawing import Group, Shape, Sketch
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.geometry import Box
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane
from journeyeditor.tools.board import Board

ROUND = 0.02
"""A shape whose width and height differ by less than this part is a circle."""


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


def circle_box(shape: Shape) -> Box | None:
    """The box of a filled circle; None for anything else that is drawn."""
    box = shape_box(shape) if isinstance(shape, Sketch) and shape.fill is not None else None
    return box if box is not None and abs(box.width - box.height) < ROUND * box.width else None


def circle(board: Board, touchpoint: str) -> Box | None:
    """The circle of a touchpoint."""
    for number, group in board.groups(touchpoint):
        if group.box is None or group.role != "touchpoint":
            continue
        top = board.top(number)
        for shape in group.shapes:
            box = circle_box(shape)
            if box is not None:
                return replace(box, y=box.y + top)
        side = min(group.box.width, group.box.height)
        return Box(group.box.middle[0] - side / 2, group.box.y + top, side, side)
    return None


def touchpoint_near(board: Board, x: float, y: float, near: float) -> str | None:
    """The touchpoint whose name is at a place, or would be: beside its circle within `near` (mm), from there down to
    `near` below its name as wide as its slot.
    """
    band, stage = board.band_at(y), board.stage_at(x, y)
    if band is None or stage is None:
        return None
    for slot in stage.slots:
        own, round_one = board.boxes(slot.touchpoint, "touchpoint", "touchpoint_name"), circle(board, slot.touchpoint)
        if round_one is None or abs(x - slot.x) > slot.width / 2:
            continue
        if round_one.bottom <= y <= max(box.bottom for box in own) + near:
            return slot.touchpoint
        if round_one.y <= y <= round_one.bottom and abs(x - slot.x) <= round_one.width / 2 + near:
            return slot.touchpoint
    return None


def column_of(journey: Journey) -> Callable[[str], list[str]]:
    """A question for the ids of a stage's touchpoints."""
    return lambda stage: [touchpoint.id for touchpoint in journey.touchpoints(stage)]

"""What a marquee takes: touching is enough, as in every drawing program."""

from __future__ import annotations

import math

from msgspec.structs import replace

from journeyeditor.drawing import Group, Sketch, Words
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.geometry import Box
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Emotion, Flow, Record, Stage, Touchpoint
from journeyeditor.tools.board import Board
from journeyeditor.tools.flow_trails import trail_of
from journeyeditor.tools.places import circle_box

ORDER: tuple[tuple[type[Record], ...], ...] = ((Touchpoint, Anchored), (Stage,), (Emotion,), (Flow,))
"""What is taken first: where a marquee touches touchpoints or cards, it means neither the stages behind them nor the
curve and the arrows between them."""


def caught(board: Board, journey: Journey, area: Box) -> list[str]:
    """Ids of the touchpoints and cards that an area touches; else of the stages whose heads it does; else of feelings;
    else of flows.
    """
    found: dict[str, Record] = {}
    rank = len(ORDER)
    for page, group in board.touching(area):
        record = journey.get(group.record)
        own = next((n for n, kinds in enumerate(ORDER) if isinstance(record, kinds)), len(ORDER))
        if record is None or own > rank or record.id in found:
            continue
        if own == len(ORDER) or not _touches(group, record, replace(area, y=area.y - board.top(page))):
            continue
        if own < rank:
            found, rank = {}, own
        found[record.id] = record
    return list(found)


def _touches(group: Group, record: Record, area: Box) -> bool:
    """Whether an area reaches what is seen of a record, and not only into the box around it."""
    if group.box is None or (isinstance(record, Stage) and group.role != "stage"):
        return False
    if area.holds(group.box):
        return True
    if isinstance(record, Flow):
        trail = trail_of(group)
        return trail is not None and trail.touches(area)
    if isinstance(record, Touchpoint) and group.role != "image":
        return any(_shape_touches(shape, area) for shape in group.shapes if isinstance(shape, Sketch | Words))
    return True


def _shape_touches(shape: Sketch | Words, area: Box) -> bool:
    """Whether an area reaches a line of a name, or a circle."""
    box = shape_box(shape)
    if box is None or box.x > area.right or area.x > box.right or box.y > area.bottom or area.y > box.bottom:
        return False
    if isinstance(shape, Words):
        return True
    if circle_box(shape) is None:
        return False
    x, y = box.middle
    nearest = min(max(x, area.x), area.right), min(max(y, area.y), area.bottom)
    return math.dist((x, y), nearest) <= box.width / 2

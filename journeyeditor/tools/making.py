"""What a double press on an empty place of the map makes: what belongs there, ready to be written."""

from __future__ import annotations

from journeyeditor.edits.findings import for_whom
from journeyeditor.model.ids import new_id
from journeyeditor.model.records import Emotion, Lane
from journeyeditor.tools.carried_new import ITEM_OF_LANE, KINDS, NewLanding
from journeyeditor.tools.carried_stages import StageLanding
from journeyeditor.tools.carried_touchpoints import TouchpointLanding
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.dragging import Landing
from journeyeditor.tools.events import DoublePress
from journeyeditor.tools.feeling import Point
from journeyeditor.tools.landing import slot_gap
from journeyeditor.tools.places import column_of, lane_at, on_paper
from journeyeditor.tools.steps import step_at


def make_at(event: DoublePress, desk: Desk) -> None:
    """Makes the record that fits an empty place, selects it and opens its text; nothing where none fits."""
    landing = fitting(event, desk)
    if landing is not None and desk.preview(landing.change):
        landing.drop(desk)
        feelings = [key for key in desk.selection if isinstance(desk.journey.get(key), Emotion)]
        if feelings:
            desk.open_text(feelings[0])


def fitting(event: DoublePress, desk: Desk) -> Landing | None:
    """What would be made at a place."""
    board, journey = desk.board, desk.journey
    x, y = event.x, event.y
    if not on_paper(board, x, y):
        return None
    stages = tuple(stage.id for stage in journey.stages())
    band = board.band_at(y)
    if not stages or band is None:
        return StageLanding((), stages, len(stages), new=new_id("stage")) if not stages else None
    if board.stage_at(x, y) is None:
        last = band.stages[-1]
        beyond = x < last.left if band.leftward else x > last.right
        if beyond and band.header[0] <= y <= band.header[1]:
            return StageLanding((), stages, stages.index(last.stage) + 1, new=new_id("stage"))
        return None
    lane = lane_at(board, journey, y)
    return _in_lane(lane, event, desk) if lane is not None else None


def _in_lane(lane: Lane, event: DoublePress, desk: Desk) -> Landing | None:
    board, journey = desk.board, desk.journey
    if lane.kind == "touchpoints":
        gap = slot_gap(board.bands_about(event.y), column_of(journey), event.x, event.y)
        if gap is None:
            return None
        return TouchpointLanding((), gap.stage, gap.at, lane.id, lane.id, new=new_id("touchpoint"))
    if lane.kind == "emotions":
        point = Point.new_at(event.x, event.y, desk)
        return point.landing(event.x, event.y, event.keys, desk) if point is not None else None
    step = step_at(board, journey, event.x, event.y)
    item = ITEM_OF_LANE.get(lane.kind)
    if step is None or item is None:
        return None
    return NewLanding(item, new_id(item), step, for_whom(KINDS[item], lane, desk.persona), lane=lane.id)

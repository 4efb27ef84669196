"""Which stage or touchpoint is meant by a place on the map, and where a finding would hang that is moved there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyeditor.geometry import Box
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Anchored, Stage, Touchpoint
from journeyeditor.tools.board import Board
from journeyeditor.tools.landing import slot_at, stage_at
from journeyeditor.tools.places import lane_at, on_paper

Places = Mapping[str, tuple[str, str]]
"""First and last step, by finding."""


def step_at(board: Board, journey: Journey, x: float, y: float, *, coarse: bool = False) -> str | None:
    """The touchpoint whose slot is at a place; the stage in its header, in an empty column, or if `coarse`.

    A touchpoint that is pointed at itself is meant even then. None beside the stages.
    """
    band = board.band_at(y)
    if band is None or not on_paper(board, x, y):
        return None
    stage = stage_at(band, x)
    if stage is None or not stage.left <= x <= stage.right:
        return None
    lane = lane_at(board, journey, y)
    slot = slot_at(stage, x)
    in_touchpoints = lane is not None and lane.kind == "touchpoints"
    if slot is None or y <= band.header[1] or (coarse and not in_touchpoints):
        return stage.stage
    return slot.touchpoint


def step_box(board: Board, step: str) -> Box | None:
    """What lights up for a step: the head of a stage, or a touchpoint's circle and name."""
    boxes = board.boxes(step, "stage") or board.boxes(step, "touchpoint", "touchpoint_name")
    return Box.around(boxes) if boxes else None


def shifted(journey: Journey, keys: Sequence[str], gripped: str, grip: str, target: str) -> dict[str, tuple[str, str]]:
    """Where findings hang after the one that was `gripped` over the step `grip` was let go over the step `target`.

    The others go as many steps as it does. Nothing moves if `grip` and `target` are one step.
    """
    reading = journey.reading()
    record = journey.get(gripped)
    if grip == target or not isinstance(record, Anchored):
        return _hanging(journey, keys)
    whole = isinstance(journey.get(target), Stage)
    if len(keys) == 1 and record.first == record.last:
        return {gripped: (target, target)}
    start = grip if record.first != record.last or record.first is None else record.first
    start, target = _alike(reading, start, whole), _alike(reading, target, whole)
    row = [one.id for one in (reading.stages if whole else reading.touchpoints)]
    if start not in row or target not in row:
        return dict.fromkeys(keys, (target, target))
    by = row.index(target) - row.index(start)
    return {key: _moved(journey, key, row, by, whole, target) for key in keys}


def _hanging(journey: Journey, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Where findings hang that have a place."""
    found: dict[str, tuple[str, str]] = {}
    for key in keys:
        record = journey.get(key)
        if isinstance(record, Anchored) and record.first is not None:
            found[key] = record.first, record.last or record.first
    return found


def _moved(journey: Journey, key: str, row: Sequence[str], by: int, whole: bool, target: str) -> tuple[str, str]:
    """The ends of one finding after so many steps; one that hangs on the other kind of step goes to the target."""
    record = journey.get(key)
    ends = (record.first, record.last or record.first) if isinstance(record, Anchored) else (None, None)
    if ends[0] not in row or ends[1] not in row:
        same_kind = {isinstance(journey.get(end or ""), Stage) for end in ends} == {whole}
        return (target, target) if not same_kind or ends[0] is None else (str(ends[0]), str(ends[1]))
    first, last = sorted((row.index(ends[0]), row.index(ends[1])))
    by = max(-first, min(len(row) - 1 - last, by))
    return row[first + by], row[last + by]


def _alike(reading: ReadingOrder, step: str, whole: bool) -> str:
    """A step as a stage, or as a touchpoint."""
    place = reading.starts(step)
    if place is None:
        return step
    stage = reading.stages[place[0]]
    if whole:
        return stage.id
    column: tuple[Touchpoint, ...] = reading.column(stage.id)
    return column[place[1]].id if column else step

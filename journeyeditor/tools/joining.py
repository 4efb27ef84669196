"""Connecting: from a touchpoint or stage to another or to empty space; a flow's end led elsewhere."""

from __future__ import annotations

from typing import Literal

import msgspec

from journeyeditor.edits.flows import connect, connect_to_new, reconnect
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Flow, Lane, Stage, Touchpoint
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Desk, Tool
from journeyeditor.tools.dragging import Waiting
from journeyeditor.tools.dropping import in_channel, kept
from journeyeditor.tools.events import Escape, Event, Leave, Move, Release
from journeyeditor.tools.hints import LETS_IT_BE
from journeyeditor.tools.landing import lane_height, slot_bar, slot_gap
from journeyeditor.tools.marks import Connection, Glow, Hint, Mark
from journeyeditor.tools.places import circle, column_of, found_at, lane_at, on_paper, touchpoint_lanes

End = Literal["new", "start", "end"]
"""What is in the hand: the end of a new flow, or an end of one that is there."""


class Joint(msgspec.Struct, frozen=True):
    """Where the line would end: a step, or a gap between touchpoints where a new one would be."""

    step: str = ""
    stage: str = ""
    at: int = 0
    lane: str | None = None


class Joining(msgspec.Struct, frozen=True):
    """A line from a step follows the pointer. Nothing is laid out again until it is let go."""

    home: Tool
    anchor: str
    """The step at the other end, which stays."""
    end: End = "new"
    flow: str = ""

    @classmethod
    def of_flow(cls, home: Tool, flow: Flow, end: Literal["start", "end"]) -> Joining:
        """An end of a flow that was gripped."""
        return cls(home, flow.source if end == "end" else flow.target, end, flow.id)

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        if isinstance(event, Move):
            self.show(event.x, event.y, desk)
            return self
        if isinstance(event, Leave):
            return self
        desk.show()
        if isinstance(event, Release):
            joint = self._joint(event.x, event.y, desk)
            if joint is not None:
                self._join(joint, desk)
            return self.home
        return Waiting(self.home) if isinstance(event, Escape) else self.home.on(event, desk)

    # -- seeing -----------------------------------------------------------------------------------------------------
    def show(self, x: float, y: float, desk: Desk) -> None:
        """The line, and what it would end at."""
        board = desk.board
        joint = self._joint(x, y, desk)
        marks: list[Mark] = []
        target: Box | None = None
        if joint is not None and joint.step:
            target = _place(board, joint.step)
            marks = [Glow(target)] if target is not None else []
        elif joint is not None:
            marks = _gap_marks(board, joint, desk.journey)
        start = _place(board, self.anchor)
        if start is not None:
            here = (x, y) if target is None else target.middle
            line = (*start.middle, *here) if self.end != "start" else (*here, *start.middle)
            marks.insert(0, Connection(*line, target))
        desk.show(*marks, hint=self._hint(joint))

    def _hint(self, joint: Joint | None) -> Hint:
        what = message("Connect") if self.end == "new" else message("Reconnect flow")
        if joint is not None and not joint.step:
            return Hint(what, message("A new touchpoint will be here"), LETS_IT_BE)
        return Hint(what, message("Let it go on a touchpoint, a stage or an empty place"), LETS_IT_BE)

    # -- ending -----------------------------------------------------------------------------------------------------
    def _joint(self, x: float, y: float, desk: Desk) -> Joint | None:
        board, journey = desk.board, desk.journey
        if self.anchor not in journey or not on_paper(board, x, y):
            return None
        found = found_at(board, x, y, lambda group: isinstance(journey.get(group.record), Touchpoint))
        found = found or found_at(board, x, y, lambda group: group.role == "stage")
        if found is not None:
            return Joint(found[0]) if found[0] != self.anchor else None
        if self.end != "new" or not _is_empty(board, journey, x, y):
            return None
        gap = slot_gap(board.bands_about(y), column_of(journey), x, y)
        lane = lane_at(board, journey, y)
        home = lane.id if lane is not None and lane.kind == "touchpoints" else None
        return Joint("", gap.stage, gap.at, home) if gap is not None else None

    def _join(self, joint: Joint, desk: Desk) -> None:
        if joint.step:
            if desk.preview(lambda journey: self._change(journey, joint.step)):
                came = desk.keep()
                desk.select([self.flow] if self.flow else came)
                if came and not self.flow:
                    desk.open_text(came[0])  # a new flow is ready to be labelled, as every new card is
            return
        key = new_id("touchpoint")

        def added(journey: Journey, channel: str | None) -> Change:
            fields = {"id": key} if channel is None else {"id": key, "channel": channel}
            return connect_to_new(journey, self.anchor, joint.stage, joint.at, joint.lane, **fields)

        in_channel(desk, added, lambda: kept(desk, key))

    def _change(self, journey: Journey, step: str) -> Change:
        if self.end == "new":
            return connect(journey, self.anchor, step)
        if self.end == "start":
            return reconnect(journey, self.flow, source=step)
        return reconnect(journey, self.flow, target=step)


def _place(board: Board, step: str) -> Box | None:
    """A touchpoint's circle or a stage's head."""
    return circle(board, step) or next(iter(board.boxes(step, "stage")), None)


def _is_empty(board: Board, journey: Journey, x: float, y: float) -> bool:
    """Whether a place lies in a stage's column, and nothing is there but a lane."""
    band = board.band_at(y)
    if band is None or not band.header[1] <= y <= band.bottom or board.stage_at(x, y) is None:
        return False
    return found_at(board, x, y, lambda group: not isinstance(journey.get(group.record), Lane | None)) is None


def _gap_marks(board: Board, joint: Joint, journey: Journey) -> list[Mark]:
    found = board.stage(joint.stage)
    if found is None:
        return []
    band, stage = found
    top, bottom = lane_height(band, [joint.lane, *touchpoint_lanes(journey)])
    return [slot_bar(band, stage, column_of(journey)(joint.stage)[: joint.at], top, bottom)]


def can_join(journey: Journey, key: str) -> bool:
    """Whether a flow can begin there."""
    return isinstance(journey.get(key), Touchpoint | Stage)

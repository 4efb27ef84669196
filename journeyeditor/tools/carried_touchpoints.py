"""Touchpoints in the hand: moved within and between stages, lanes, bands and pages, copied, or new."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.edits.copying import copy_touchpoints
from journeyeditor.edits.labels import ADD, DUPLICATE, MOVE
from journeyeditor.edits.touchpoints import ChannelNeeded, add_touchpoint, move_touchpoints
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Touchpoint
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.dropping import in_channel, kept
from journeyeditor.tools.events import Modifiers
from journeyeditor.tools.hints import carrying, moving, placing
from journeyeditor.tools.landing import lane_height, slot_bar, slot_gap
from journeyeditor.tools.marks import Hint, InHand, LandingPlace, Mark
from journeyeditor.tools.places import circle, lane_at, on_paper, touchpoint_lanes


class TouchpointLanding(msgspec.Struct, frozen=True):
    """Before which touchpoint of which stage, and in which lane (None = in their own)."""

    keys: tuple[str, ...]
    stage: str
    at: int
    lane: str | None
    home: str | None
    """The lane that they come from."""
    copies: bool = False
    new: str = ""
    """The id of one that is new."""

    def change(self, journey: Journey) -> Change:
        """As if the first of several channels were chosen."""
        try:
            return self._with(journey, None)
        except ChannelNeeded as need:
            return self._with(journey, need.choices[0])

    def _with(self, journey: Journey, channel: str | None) -> Change:
        if self.new:
            fields = {"id": self.new} if channel is None else {"id": self.new, "channel": channel}
            return add_touchpoint(journey, stage=self.stage, at=self.at, lane=self.lane, **fields)
        if self.copies:
            return copy_touchpoints(journey, self.keys, self.stage, self.at, self.lane, channel)
        return move_touchpoints(journey, self.keys, self.stage, self.at, self.lane, channel)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The bar before them, and a circle around each."""
        staying = self._staying(desk.journey)
        found = desk.board.stage(self.stage)
        if found is None:
            return ()
        band, place = found
        top, bottom = lane_height(band, [self.lane, self.home, *touchpoint_lanes(desk.journey)])
        landed = [slot.touchpoint for slot in place.slots if slot.touchpoint not in staying]
        circles = [box for key in landed if (box := circle(desk.board, key)) is not None]
        bar = slot_bar(band, place, staying[: self.at], top, bottom)
        return [bar, *(LandingPlace(box, round=True) for box in circles)]

    def _staying(self, journey: Journey) -> list[str]:
        """The column as it was without them; what was copied is told by its place."""
        column = [touchpoint.id for touchpoint in journey.touchpoints(self.stage)]
        if not self.copies:
            return [key for key in column if key not in self.keys and key != self.new]
        return [*column[: self.at], *column[self.at + len(self.keys) :]]

    def drop(self, desk: Desk) -> None:
        """Asks for the channel if the lane has several."""
        if self.lane is None:
            self._keep(desk)
        else:
            in_channel(desk, self._with, lambda: self._keep(desk))

    def _keep(self, desk: Desk) -> None:
        kept(desk, self.new, Touchpoint if self.copies else None)


class Touchpoints(msgspec.Struct, frozen=True):
    """Some touchpoints in the hand, or a new one."""

    keys: tuple[str, ...]
    staying: dict[str, tuple[str, ...]]
    """All that are on the map before, by stage."""
    lanes: tuple[str, ...]
    home: str | None
    new: str = ""

    @classmethod
    def gripped(cls, key: str, desk: Desk) -> Touchpoints:
        """A touchpoint that was gripped, with the others that are selected."""
        journey = desk.journey
        chosen = {*desk.selection, key}
        keys = tuple(one.id for one in journey.touchpoints() if one.id in chosen)
        record = journey.get(key)
        lane = journey.lane_of(record) if isinstance(record, Touchpoint) else None
        return cls(keys, _columns(journey), touchpoint_lanes(journey), lane.id if lane is not None else None)

    @classmethod
    def another(cls, desk: Desk) -> Touchpoints:
        """A new touchpoint."""
        journey = desk.journey
        return cls((), _columns(journey), touchpoint_lanes(journey), None, new_id("touchpoint"))

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> TouchpointLanding | None:
        """Anywhere in a stage's column; in the lane at the pointer if it holds touchpoints, else in their own."""
        board = desk.ground
        if not on_paper(board, x, y):
            return None
        copies = keys.control and not self.new
        gone = () if copies else self.keys

        def staying(stage: str) -> list[str]:
            return [key for key in self.staying.get(stage, ()) if key not in gone]

        gap = slot_gap(board.bands_about(y), staying, x, y)
        if gap is None:
            return None
        lane = lane_at(board, desk.journey, y)
        other = lane.id if lane is not None and lane.id in self.lanes and lane.id != self.home else None
        return TouchpointLanding(self.keys, gap.stage, gap.at, other, self.home, copies, self.new)

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The first of them, on a plate."""
        copies = isinstance(landing, TouchpointLanding) and landing.copies
        return [InHand(x, y, "touchpoint", self.keys, copies)]

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002 - see `Cargo`
        """What, how and how to leave."""
        if self.new:
            return placing(ADD[Touchpoint])
        copies = isinstance(landing, TouchpointLanding) and landing.copies
        one = (DUPLICATE if copies else MOVE)[Touchpoint]
        return moving(carrying(one, [Touchpoint], len(self.keys), copies=copies))


def _columns(journey: Journey) -> dict[str, tuple[str, ...]]:
    return {stage.id: tuple(one.id for one in journey.touchpoints(stage.id)) for stage in journey.stages()}

"""Stages in the hand: moved with all that is in them, copied, new; and the far edge of one, which gives it room."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.edits.copying import copy_stages
from journeyeditor.edits.describing import describe
from journeyeditor.edits.labels import ADD, DUPLICATE, MOVE
from journeyeditor.edits.stages import add_stage, move_stages
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Stage
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.dropping import kept
from journeyeditor.tools.events import Modifiers, Press
from journeyeditor.tools.hints import LETS_GO, carrying, moving, placing
from journeyeditor.tools.landing import far, stage_bar, stage_gap
from journeyeditor.tools.marks import EdgeInHand, Hint, InHand, LandingPlace, Mark
from journeyeditor.tools.places import on_paper

WIDEST = 10.0
"""A stage's edge is not dragged further than to so many times its width; fields take more."""


class StageLanding(msgspec.Struct, frozen=True):
    """Before which of the stages that stay."""

    keys: tuple[str, ...]
    staying: tuple[str, ...]
    at: int
    copies: bool = False
    new: str = ""
    """The id of one that is new."""

    def change(self, journey: Journey) -> Change:
        """Adds, copies or moves."""
        if self.new:
            return add_stage(journey, self.at, id=self.new)
        if self.copies:
            return copy_stages(journey, self.keys, self.at)
        return move_stages(journey, self.keys, self.at)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The bar in the header, and a card for each."""
        board = desk.board
        bands = (band for page in board.pages_beside(self.staying) for band in board.bands_on(page))
        landed = [(band, one) for band in bands for one in band.stages if one.stage not in self.staying]
        marks: list[Mark] = [
            LandingPlace(Box(one.left, band.header[0], one.right - one.left, band.header[1] - band.header[0]))
            for band, one in landed
        ]
        return [stage_bar(landed[0][0], self.staying[: self.at]), *marks] if landed else marks

    def drop(self, desk: Desk) -> None:
        """A new one is named at once."""
        kept(desk, self.new, Stage if self.copies else None)


class Stages(msgspec.Struct, frozen=True):
    """Some stages in the hand, or a new one."""

    keys: tuple[str, ...]
    known: tuple[str, ...]
    """All that are on the map before."""
    new: str = ""

    @classmethod
    def gripped(cls, key: str, desk: Desk) -> Stages:
        """A stage that was gripped, with the others that are selected."""
        known = tuple(stage.id for stage in desk.journey.stages())
        chosen = {*desk.selection, key}
        return cls(tuple(one for one in known if one in chosen), known)

    @classmethod
    def another(cls, desk: Desk) -> Stages:
        """A new stage."""
        return cls((), tuple(stage.id for stage in desk.journey.stages()), new_id("stage"))

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> StageLanding | None:
        """Anywhere on the paper: between the stages of the nearest band."""
        ground = desk.ground
        if not on_paper(ground, x, y):
            return None
        copies = keys.control and not self.new
        staying = tuple(key for key in self.known if copies or key not in self.keys)
        gap = stage_gap(ground.bands_about(y), staying, x, y, ground.count_before(staying, y))
        return StageLanding(self.keys, staying, gap.at if gap is not None else len(staying), copies, self.new)

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The stages, on a plate."""
        return [InHand(x, y, "stage", self.keys, isinstance(landing, StageLanding) and landing.copies)]

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002
        """What, how and how to leave."""
        if self.new:
            return placing(ADD[Stage])
        copies = isinstance(landing, StageLanding) and landing.copies
        one = (DUPLICATE if copies else MOVE)[Stage]
        return moving(carrying(one, [Stage], len(self.keys), copies=copies))


class RoomLanding(msgspec.Struct, frozen=True):
    """How much room a stage has."""

    stage: str
    room: float

    def change(self, journey: Journey) -> Change:
        """Its factor."""
        return describe(journey, self.stage, room=self.room)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The edge over the height of the column."""
        found = desk.board.stage(self.stage)
        if found is None:
            return ()
        band, place = found
        return [EdgeInHand(far(band, place.left, place.right), band.header[0], band.bottom, self.room)]

    def drop(self, desk: Desk) -> None:
        """Keeps it."""
        desk.keep()


class Edge(msgspec.Struct, frozen=True):
    """The far edge of a stage in the hand."""

    stage: str
    room: float
    x: float
    """Where it was gripped."""
    width: float
    """Of the stage then; below zero on a map that is read from right to left."""

    @classmethod
    def gripped(cls, key: str, press: Press, desk: Desk) -> Edge | None:
        """The edge that was gripped."""
        found, record = desk.board.stage(key), desk.journey.get(key)
        if found is None or not isinstance(record, Stage):
            return None
        band, place = found
        wide = place.right - place.left
        return cls(key, record.room, press.x, -wide if band.leftward else wide)

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> RoomLanding:  # noqa: ARG002
        """In tenths; with Ctrl in hundredths."""
        room = self.room * (1 + (x - self.x) / self.width)
        return RoomLanding(self.stage, max(1.0, min(WIDEST, round(room, 2 if keys.control else 1))))

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The edge shows itself."""
        return ()

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002
        """How wide it is."""
        room = landing.room if isinstance(landing, RoomLanding) else self.room
        return Hint(message("Room of the stage: {room} ×", room=room), None, LETS_GO)

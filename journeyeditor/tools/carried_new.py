"""Findings in the hand that are not on the map yet: new ones of the palette, and those of the parking lot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import msgspec

from journeyeditor.edits.anchoring import anchor
from journeyeditor.edits.entries import add_entry, move_findings
from journeyeditor.edits.findings import add_answer, add_finding, for_whom
from journeyeditor.edits.homes import without_lanes
from journeyeditor.edits.labels import ADD
from journeyeditor.edits.notes import CardOfNote, add_note, become_there, become_touchpoints
from journeyeditor.edits.touchpoints import ChannelNeeded
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import FindingKind
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    ENTRY_LANES,
    Anchored,
    Entry,
    Gain,
    Lane,
    LaneKind,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
    Record,
)
from journeyeditor.tools.aiming import Aim, aim_at
from journeyeditor.tools.carried_findings import CARDS
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.dropping import in_channel, kept
from journeyeditor.tools.events import ItemKind, Modifiers
from journeyeditor.tools.hints import ANSWERS_IT, placing
from journeyeditor.tools.homes import lane_hint
from journeyeditor.tools.landing import slot_gap
from journeyeditor.tools.marks import Glow, Hint, InHand, LandingPlace, Mark
from journeyeditor.tools.places import lane_at
from journeyeditor.tools.steps import step_at, step_box

KINDS: Mapping[ItemKind, type[Record]] = {
    "pain": Pain,
    "gain": Gain,
    "quote": Quote,
    "opportunity": Opportunity,
    "measure": Measure,
    "note": Note,
    "entry": Entry,
}
ITEM_OF_LANE: Mapping[LaneKind, ItemKind] = {
    "pains": "pain",
    "gains": "gain",
    "quotes": "quote",
    "opportunities": "opportunity",
    "measures": "measure",
    **dict.fromkeys(ENTRY_LANES, "entry"),
}
"""What a lane holds."""


class NewLanding(msgspec.Struct, frozen=True):
    """A new finding over a step, or on a pain that it answers."""

    item: ItemKind
    new: str
    step: str
    personas: tuple[str, ...] = ()
    aim: Aim | None = None
    """The pain that an opportunity answers."""
    lane: str = ""
    """Of a text."""

    @property
    def pain(self) -> str:
        """The pain that it answers; empty if none."""
        return self.aim.pain if self.aim is not None else ""

    def holds(self, x: float, y: float, keys: Modifiers, desk: Desk) -> bool:  # noqa: ARG002
        """As long as the hand is on the pain that it answers."""
        return self.aim is not None and self.aim.holds(x, y, desk)

    def change(self, journey: Journey) -> Change:
        """Adds it, with the lane that it needs; for an opportunity that comes when it is let go: the pains, on one of
        which the hand may be bent, stay where they are.
        """
        return without_lanes(self.whole(journey)) if self.item == "opportunity" else self.whole(journey)

    def whole(self, journey: Journey) -> Change:
        """Adds it, with the lane that it needs."""
        if self.pain:
            return add_answer(journey, self.pain, id=self.new)
        if self.item == "note":
            return add_note(journey, self.step, id=self.new)
        if self.item == "entry":
            return add_entry(journey, self.lane, self.step, id=self.new, personas=self.personas)
        kind = cast("FindingKind", KINDS[self.item])
        return add_finding(journey, kind, self.step, id=self.new, personas=self.personas)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The step or the pain lights up, and a card stands where it will be."""
        boxes = desk.board.boxes(self.pain, "pain")[:1] if self.pain else [step_box(desk.board, self.step)]
        places = desk.board.boxes(self.new, *CARDS)[:1]
        return [*(Glow(box) for box in boxes if box is not None), *map(LandingPlace, places)]

    def drop(self, desk: Desk) -> None:
        """It is written at once."""
        if self.item == "opportunity":
            desk.preview(self.whole)
        kept(desk, self.new)


class NewFinding(msgspec.Struct, frozen=True):
    """A new finding in the hand."""

    item: ItemKind
    new: str

    @classmethod
    def of(cls, item: ItemKind) -> NewFinding:
        """One of this kind."""
        return cls(item, new_id(item))

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> NewLanding | None:  # noqa: ARG002
        """Over a step; an opportunity also on a pain."""
        board, journey = desk.ground, desk.journey
        step = step_at(board, journey, x, y)
        if step is None:
            return None
        lane = lane_at(board, journey, y)
        if self.item == "opportunity":
            aim = aim_at(x, y, desk)
            if aim is not None:
                return NewLanding(self.item, self.new, step, aim=aim)
        whose = for_whom(KINDS[self.item], lane, desk.persona)
        return NewLanding(self.item, self.new, step, whose, lane=_texts(lane))

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The card, on a plate."""
        return [InHand(x, y, self.item)]

    def hint(self, desk: Desk, landing: object) -> Hint:
        """What, where to, and how to leave."""
        lane = lane_hint(desk, [self.new]) if isinstance(landing, NewLanding) else None
        if isinstance(landing, NewLanding) and landing.pain:
            return placing(ADD[Opportunity], lane or ANSWERS_IT)
        over = message("Let it go over a touchpoint or a stage")
        if self.item == "opportunity":
            over = message("Let it go over a touchpoint, a stage or the pain point that it answers")
        return placing(ADD[KINDS[self.item]], lane or over)


def _texts(lane: Lane | None) -> str:
    return lane.id if lane is not None and lane.kind in ENTRY_LANES else ""


class ParkedLanding(msgspec.Struct, frozen=True):
    """Records of the parking lot over a step; notes become what the lane there holds."""

    keys: tuple[str, ...]
    step: str
    lane: str = ""
    kind: LaneKind | None = None
    stage: str = ""
    at: int = 0
    """Before which touchpoint of the stage, where notes become touchpoints."""

    def change(self, journey: Journey) -> Change:
        """As if the first of several channels were chosen; without the lanes that come when they are let go, so that
        those in which notes would become something else stay where they are.
        """
        try:
            return without_lanes(self._with(journey, None))
        except ChannelNeeded as need:
            return without_lanes(self._with(journey, need.choices[0]))

    def _with(self, journey: Journey, channel: str | None) -> Change:
        notes = [key for key in self.keys if isinstance(journey.get(key), Note)]
        others = [key for key in self.keys if key not in notes]
        change = self._noted(journey, notes, channel)
        if self.kind in ENTRY_LANES:
            texts = dict.fromkeys(others, (self.step, self.step))
            return change.then(move_findings(journey, texts, self.lane)) if others else change
        return change.then(anchor(journey, others, self.step)) if others else change

    def _noted(self, journey: Journey, notes: Sequence[str], channel: str | None) -> Change:
        if not notes or self.kind is None:
            return anchor(journey, notes, self.step)
        if self.kind == "touchpoints":
            fields = {} if channel is None else {"channel": channel}
            return become_touchpoints(journey, notes, self.stage, self.at, self.lane, **fields)
        kind = cast("CardOfNote", KINDS[ITEM_OF_LANE[self.kind]])
        return become_there(journey, notes, kind, self.lane, self.step)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The step lights up."""
        box = step_box(desk.board, self.step)
        cards = [box for key in self.keys for box in desk.board.boxes(key, *CARDS)[:1]]
        return [*([Glow(box)] if box is not None else []), *map(LandingPlace, cards)]

    def drop(self, desk: Desk) -> None:
        """Asks for the channel if notes become touchpoints in a lane of several; then selects what is there."""
        if self.kind == "touchpoints":
            in_channel(desk, self._with, lambda: self._keep(desk))
        else:
            desk.preview(lambda journey: self._with(journey, None))
            self._keep(desk)

    def _keep(self, desk: Desk) -> None:
        desk.select([*desk.keep(), *self.keys])


class Parked(msgspec.Struct, frozen=True):
    """Records of the parking lot in the hand."""

    keys: tuple[str, ...]
    all_notes: bool
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    """Touchpoints before, by stage."""

    @classmethod
    def of(cls, keys: Sequence[str], desk: Desk) -> Parked | None:
        """Those of some records that can hang on the map; None if none can."""
        journey = desk.journey
        found = [key for key in keys if isinstance(journey.get(key), Anchored)]
        if not found:
            return None
        columns = tuple((one.id, tuple(t.id for t in journey.touchpoints(one.id))) for one in journey.stages())
        return cls(tuple(found), all(isinstance(journey.get(key), Note) for key in found), columns)

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> ParkedLanding | None:  # noqa: ARG002
        """Over a step; in a lane that holds something else, notes become that."""
        board, journey = desk.ground, desk.journey
        step = step_at(board, journey, x, y)
        if step is None:
            return None
        lane = lane_at(board, journey, y)
        if lane is not None and lane.kind == "touchpoints" and self.all_notes:
            columns = dict(self.columns)
            gap = slot_gap(board.bands_about(y), lambda stage: columns.get(stage, ()), x, y)
            if gap is not None:
                return ParkedLanding(self.keys, gap.stage, lane.id, "touchpoints", gap.stage, gap.at)
        if lane is not None and lane.kind in ITEM_OF_LANE and lane.kind != "measures":
            return ParkedLanding(self.keys, step, lane.id, lane.kind)
        return ParkedLanding(self.keys, step)

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The note, on a plate."""
        return [InHand(x, y, "parked", self.keys)]

    def hint(self, desk: Desk, landing: object) -> Hint:
        """What it becomes, and how to leave."""
        if isinstance(landing, ParkedLanding) and landing.kind is not None and self.all_notes:
            item = "touchpoint" if landing.kind == "touchpoints" else ITEM_OF_LANE[landing.kind]
            return placing(BECOMES[item])
        lane = lane_hint(desk, self.keys) if isinstance(landing, ParkedLanding) else None
        return placing(message("Put on the map"), lane or message("Let it go over a touchpoint or a stage"))


BECOMES = {
    "touchpoint": message("Becomes a touchpoint"),
    "pain": message("Becomes a pain point"),
    "gain": message("Becomes a gain"),
    "quote": message("Becomes a quote"),
    "opportunity": message("Becomes an opportunity"),
    "entry": message("Becomes a text of this lane"),
}

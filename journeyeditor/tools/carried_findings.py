"""Findings and texts of lanes in the hand: hung elsewhere, copied, parked, linked; and spans made wider."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.edits.anchoring import anchor, park
from journeyeditor.edits.copying import copy_findings
from journeyeditor.edits.entries import move_findings, texts_at
from journeyeditor.edits.findings import link_all
from journeyeditor.edits.labels import DUPLICATE, MOVE, label_for
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    ENTRY_LANES,
    Anchored,
    AnyRecord,
    Entry,
    Gain,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
    Stage,
)
from journeyeditor.tools.aiming import Aim, aim_at
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.dropping import kept
from journeyeditor.tools.events import ItemKind, Modifiers
from journeyeditor.tools.hints import ANSWERS_IT, ANSWERS_ON_PAIN, LETS_GO, carrying, moving
from journeyeditor.tools.landing import card_gap
from journeyeditor.tools.marks import Glow, Hint, InHand, LandingPlace, Mark
from journeyeditor.tools.places import lane_at, on_paper
from journeyeditor.tools.steps import shifted, step_at, step_box

ITEMS: dict[type[AnyRecord], ItemKind] = {
    Pain: "pain",
    Gain: "gain",
    Quote: "quote",
    Opportunity: "opportunity",
    Measure: "measure",
    Note: "note",
    Entry: "entry",
}
CARDS = ("pain", "gain", "quote", "opportunity", "measure", "note", "entry", "action")
"""Roles of groups that show a finding as a card."""


class StepLanding(msgspec.Struct, frozen=True):
    """Over which step, and for texts in which lane and before which text of the cell."""

    keys: tuple[str, ...]
    gripped: str
    grip: str
    step: str
    lane: str | None = None
    at: int | None = None
    copies: bool = False

    def change(self, journey: Journey) -> Change:
        """Hangs each where it goes; texts go to the lane too."""
        places = shifted(journey, self.keys, self.gripped, self.grip, self.step)
        if self.copies:
            first, last = places.get(self.gripped, (self.step, self.step))
            return copy_findings(journey, self.keys, first, last, self.lane)
        return move_findings(journey, places, self.lane, self.at)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The step lights up, and a card stands where each will be."""
        box = step_box(desk.board, self.step)
        marks: list[Mark] = [Glow(box)] if box is not None else []
        if not self.copies:
            marks += [LandingPlace(box) for key in self.keys for box in desk.board.boxes(key, *CARDS)[:1]]
        return marks

    def drop(self, desk: Desk) -> None:
        """Copies are selected."""
        kept(desk, copied=Anchored if self.copies else None)


class ParkLanding(msgspec.Struct, frozen=True):
    """Beside the paper: into the parking lot."""

    keys: tuple[str, ...]

    def change(self, journey: Journey) -> Change:
        """They keep everything but their place."""
        return park(journey, self.keys)

    def marks(self, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """Nothing on the map."""
        return ()

    def drop(self, desk: Desk) -> None:
        """Keeps it."""
        desk.keep()


class AnswerLanding(msgspec.Struct, frozen=True):
    """Opportunities on a pain that they answer."""

    keys: tuple[str, ...]
    aim: Aim

    def change(self, journey: Journey) -> Change:
        """Links them; they stay where they are."""
        return link_all(journey, self.keys, self.aim.pain)

    def holds(self, x: float, y: float, keys: Modifiers, desk: Desk) -> bool:
        """As long as the hand is on the pain, and copies nothing."""
        return not keys.control and self.aim.holds(x, y, desk)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The pain lights up."""
        return [Glow(box) for box in desk.board.boxes(self.aim.pain, "pain")[:1]]

    def drop(self, desk: Desk) -> None:
        """Keeps it."""
        desk.keep()


class Findings(msgspec.Struct, frozen=True):
    """Some findings in the hand."""

    keys: tuple[str, ...]
    gripped: str
    grip: str
    """The step over which it was gripped."""
    coarse: bool
    """It hangs on a stage, so it goes to stages."""
    home: str | None
    """The lane of a text."""
    opportunities: bool
    records: tuple[AnyRecord, ...]

    @classmethod
    def gripped_at(cls, key: str, x: float, y: float, desk: Desk) -> Findings | None:
        """A finding that was gripped, with the others that are selected."""
        journey = desk.journey
        record = journey.get(key)
        if not isinstance(record, Anchored):
            return None
        keys = [one for one in dict.fromkeys([*desk.selection, key]) if isinstance(journey.get(one), Anchored)]
        coarse = isinstance(journey.get(record.first or ""), Stage)
        grip = step_at(desk.board, journey, x, y, coarse=coarse) or ""
        records = tuple(one for one in map(journey.get, keys) if one is not None)
        answers = all(isinstance(one, Opportunity) for one in records)
        home = record.lane if isinstance(record, Entry) else None
        return cls(tuple(keys), key, grip, coarse, home, answers, records)

    def landing(
        self, x: float, y: float, keys: Modifiers, desk: Desk
    ) -> StepLanding | ParkLanding | AnswerLanding | None:
        """A step, a pain that is answered, or the parking lot beside the paper."""
        board, journey = desk.ground, desk.journey
        if not on_paper(board, x, y):
            return None if keys.control else ParkLanding(self.keys)
        if self.opportunities and not keys.control:
            aim = aim_at(x, y, desk)
            if aim is not None:
                return AnswerLanding(self.keys, aim)
        step = step_at(board, journey, x, y, coarse=self.coarse)
        if step is None:
            return None
        lane, at = None, None
        if self.home is not None:
            there = lane_at(board, journey, y)
            lane = there.id if there is not None and there.kind in ENTRY_LANES else self.home
            if lane == self.home and step == self.grip and not keys.control:
                at = self._place_in_cell(x, y, desk)
        return StepLanding(self.keys, self.gripped, self.grip, step, lane, at, keys.control)

    def _place_in_cell(self, x: float, y: float, desk: Desk) -> int | None:
        """Before which of the texts that stay in its cell a place lies."""
        text = next(one for one in self.records if one.id == self.gripped)
        assert isinstance(text, Entry)  # noqa: S101 - it has a lane
        texts = texts_at(desk.journey, text.lane, text.first, text.last)
        staying = [one.id for one in texts if one.id not in self.keys]
        boxes = [(key, box) for key in staying for box in desk.ground.boxes(key, "entry")[:1]]
        gap = card_gap(boxes, staying, x, y, leftward=desk.ground.leftward)
        return gap.at if gap is not None else None

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The card, on a plate."""
        item = next(ITEMS[type(one)] for one in self.records if one.id == self.gripped)
        return [InHand(x, y, item, self.keys, isinstance(landing, StepLanding) and landing.copies)]

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002
        """What, how and how to leave."""
        if isinstance(landing, ParkLanding):
            return Hint(message("Put in parking lot"), None, LETS_GO)
        if isinstance(landing, AnswerLanding):
            return Hint(message("Link opportunity"), ANSWERS_IT, LETS_GO)
        copies = isinstance(landing, StepLanding) and landing.copies
        one = label_for(DUPLICATE if copies else MOVE, self.records)
        what = carrying(one, {type(record) for record in self.records}, len(self.records), copies=copies)
        return Hint(what, ANSWERS_ON_PAIN, LETS_GO) if self.opportunities and not copies else moving(what)


class SpanLanding(msgspec.Struct, frozen=True):
    """From which step to which a finding hangs."""

    key: str
    first: str
    last: str

    def change(self, journey: Journey) -> Change:
        """Hangs it on all of them."""
        return anchor(journey, [self.key], self.first, self.last)

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """The card as it will be."""
        return [LandingPlace(box) for box in desk.board.boxes(self.key, *CARDS)[:1]]

    def drop(self, desk: Desk) -> None:
        """Keeps it."""
        desk.keep()


class Span(msgspec.Struct, frozen=True):
    """One end of a finding's span in the hand; the other stays."""

    key: str
    other: str
    coarse: bool
    far: bool

    @classmethod
    def gripped(cls, key: str, desk: Desk, *, far: bool) -> Span | None:
        """The near or the far end of a card."""
        record = desk.journey.get(key)
        if not isinstance(record, Anchored) or record.first is None:
            return None
        other = record.first if far else record.last or record.first
        return cls(key, other, isinstance(desk.journey.get(other), Stage), far)

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> SpanLanding | None:  # noqa: ARG002
        """To the step at the pointer; never beyond the other end."""
        step = step_at(desk.ground, desk.journey, x, y, coarse=self.coarse)
        if step is None:
            return None
        reading = desk.journey.reading()
        first, last = (self.other, step) if self.far else (step, self.other)
        if (reading.starts(first) or ()) > (reading.starts(last) or ()):
            first = last = self.other
        return SpanLanding(self.key, first, last)

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The card shows itself."""
        return ()

    def hint(self, desk: Desk, landing: object) -> Hint:  # noqa: ARG002
        """What, and how to leave."""
        return Hint(message("What it spans"), None, LETS_GO)

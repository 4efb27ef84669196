"""A point of an emotion curve in the hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

import msgspec

from journeyeditor.edits.emotions import set_emotion
from journeyeditor.errors import Message, message
from journeyeditor.layout.ground_plan import BandPlan, EmotionScale, SlotPlace
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Persona, emotion_id
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.events import Modifiers
from journeyeditor.tools.hints import LETS_GO, OTHERWISE
from journeyeditor.tools.landing import slot_at, stage_at
from journeyeditor.tools.marks import Hint, Mark, PointInHand
from journeyeditor.tools.places import lane_at, on_paper

HALF_STEPS = message("Half steps · {key} for any value", key=OTHERWISE)


class Seen(Protocol):
    """What must be seen to know where feelings are: a desk, or an editor."""

    @property
    def journey(self) -> Journey:
        """See `Sight`."""

    @property
    def board(self) -> Board:
        """See `Sight`."""

    @property
    def persona(self) -> str | None:
        """See `Sight`."""


def snapped(value: float, keys: Modifiers) -> float:
    """The nearest half step; with Ctrl the nearest hundredth."""
    return round(value, 2) if keys.control else round(value * 2) / 2


class PointLanding(msgspec.Struct, frozen=True):
    """What a persona would feel."""

    persona: str
    touchpoint: str
    value: float

    def change(self, journey: Journey) -> Change:
        """Sets it; the words stay."""
        return set_emotion(journey, self.persona, self.touchpoint, self.value)

    def marks(self, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The point in the hand says it all."""
        return ()

    def drop(self, desk: Desk) -> None:
        """The point stays selected."""
        desk.keep()
        desk.select([emotion_id(self.persona, self.touchpoint)])


class Point(msgspec.Struct, frozen=True):
    """The point of a persona at a touchpoint in the hand; it moves up and down only."""

    persona: str
    touchpoint: str
    scale: EmotionScale
    """The scale as it was when the point was gripped: the map may grow meanwhile, and the hand means what it saw."""
    before: float | None
    old: tuple[tuple[str, float], ...]
    """Touchpoint and value of the curve as it was, in reading order."""

    @classmethod
    def gripped(cls, emotion: Emotion, y: float, desk: Desk) -> Point | None:
        """The point of a feeling that is there; in everyone mode anybody's."""
        scale = desk.board.scale_at(y)
        if scale is None or desk.persona not in (None, emotion.persona):
            return None
        return cls(emotion.persona, emotion.touchpoint, scale, emotion.value, curve(desk.journey, emotion.persona))

    @classmethod
    def new_at(cls, x: float, y: float, desk: Desk) -> Point | None:
        """A point where the active persona has none yet, in a lane that shows their curve; None elsewhere."""
        found = slot_of_curve(desk, x, y)
        if found is None or desk.persona is None:
            return None
        scale, slot = found
        if emotion_id(desk.persona, slot.touchpoint) in desk.journey:
            return None
        return cls(desk.persona, slot.touchpoint, scale, None, curve(desk.journey, desk.persona))

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> PointLanding:  # noqa: ARG002
        """The value at the pointer's height, wherever beside the curve it is."""
        return PointLanding(self.persona, self.touchpoint, snapped(self.scale.value(y), keys))

    def in_hand(self, x: float, y: float, landing: object, desk: Desk) -> Sequence[Mark]:  # noqa: ARG002
        """The point at its value, with the old value and the old line."""
        found = scale_of(desk.board, self.scale.lane, self.touchpoint)
        if found is None or not isinstance(landing, PointLanding):
            return ()
        band, scale, slot = found
        old = dict(self.old)
        slots = [one for stage in band.stages for one in stage.slots]
        line = tuple((one.x, scale.y(old[one.touchpoint])) for one in run_of(slots, self.touchpoint, old))
        return [
            PointInHand(
                slot.x, scale.y(landing.value), self.persona, self.touchpoint,
                landing.value, self.before, scale.top, scale.bottom, line,
            )
        ]  # fmt: skip

    def hint(self, desk: Desk, landing: object) -> Hint | None:
        """Whose point, its value, and how to leave."""
        if not isinstance(landing, PointLanding):
            return None
        what = message("{persona}: {value}", persona=called(desk.journey, self.persona), value=signed(landing.value))
        return Hint(what, HALF_STEPS, LETS_GO)


def signed(value: float) -> Message:
    """A feeling with its sign, as it is written beside the curve."""
    if value < 0:
        return message("−{value}", value=-value)
    return message("+{value}", value=value) if value > 0 else message("{value}", value=value)


def run_of(slots: Sequence[SlotPlace], touchpoint: str, felt: Collection[str]) -> list[SlotPlace]:
    """The slots over which the line through a touchpoint runs without a gap; none if nothing is felt there."""
    at = next((n for n, slot in enumerate(slots) if slot.touchpoint == touchpoint), None)
    if at is None or touchpoint not in felt:
        return []
    first = last = at
    while first > 0 and slots[first - 1].touchpoint in felt:
        first -= 1
    while last + 1 < len(slots) and slots[last + 1].touchpoint in felt:
        last += 1
    return list(slots[first : last + 1])


def called(journey: Journey, persona: str) -> str | Message:
    """A persona's name."""
    record = journey.get(persona)
    return record.name if isinstance(record, Persona) and record.name else message("Persona")


def curve(journey: Journey, persona: str) -> tuple[tuple[str, float], ...]:
    """Touchpoints and values of a persona's curve, in reading order."""
    felt = journey.emotions(persona)
    return tuple((one.id, felt[one.id].value) for one in journey.touchpoints() if one.id in felt)


def scale_of(board: Board, lane: str, touchpoint: str) -> tuple[BandPlan, EmotionScale, SlotPlace] | None:
    """The scale of an emotion lane in the band in which a touchpoint stands, and its slot there."""
    found = board.slot(touchpoint)
    if found is None:
        return None
    band, slot = found
    return next(((band, scale, slot) for scale in band.scales if scale.lane == lane), None)


def slot_of_curve(desk: Seen, x: float, y: float) -> tuple[EmotionScale, SlotPlace] | None:
    """The slot at a place in an emotion lane that shows the curve of the active persona."""
    board = desk.board
    scale, lane, band = board.scale_at(y), lane_at(board, desk.journey, y), board.band_at(y)
    if scale is None or lane is None or band is None or desk.persona is None or not on_paper(board, x, y):
        return None
    record = desk.journey.get(desk.persona)
    if not isinstance(record, Persona) or record.hidden or (lane.personas and record.id not in lane.personas):
        return None
    stage = stage_at(band, x)
    if stage is None or not stage.left <= x <= stage.right:
        return None
    slot = slot_at(stage, x)
    return (scale, slot) if slot is not None else None

"""Feelings by hand on a map that is fuller than its paper: the scale keeps still, and the hand gets what it means."""

from __future__ import annotations

import pytest

from journeyeditor.layout.ground_plan import EmotionScale
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    AnyRecord,
    Emotion,
    Head,
    Lane,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    emotion_id,
)
from journeyeditor.tools.marks import PointInHand
from journeyeditor.tools.pencil import Pencilling
from tests.tools.fake_desk import Hand

PER_STAGE = 4
KEYS = [f"t{n}" for n in range(24)]
WANTED = [(-2.0, 1.5, 0.5, 2.0, -1.5, 0.0, -0.5, 1.0)[n % 8] for n in range(24)]
WORDS = "waits beside the telephone and does not know whether anybody will ever call"


def crowded() -> Journey:
    """Words of feeling, a pain and something said at each of 24 touchpoints; nobody feels anything strong yet."""
    orders = keys_between(None, None, len(KEYS))
    records: list[AnyRecord] = [Persona(id="p0", order="a0", name="Marie Lindqvist")]
    for number, kind in enumerate(("touchpoints", "emotions", "pains", "quotes")):
        records.append(Lane(id=kind, order=orders[number], kind=kind))  # type: ignore[arg-type]
    for number, (key, order) in enumerate(zip(KEYS, orders, strict=True)):
        stage = f"s{number // PER_STAGE}"
        if number % PER_STAGE == 0:
            records.append(Stage(id=stage, order=order, title=f"Stage number {number}"))
        records += [
            Touchpoint(id=key, stage=stage, order=order, title=f"Something that happens, part {number}"),
            Emotion(id=emotion_id("p0", key), persona="p0", touchpoint=key, value=0.0, words=WORDS),
            Quote(id=f"quote{number}", first=key, last=key, text=f"{WORDS}, said number {number}. " * (1 + number % 3)),
            Pain(id=f"pain{number}", first=key, last=key, text=f"{WORDS}. " * 3),
        ]
    return Journey.of(Head(id="journey", title="Crowded"), records)


@pytest.fixture
def hand() -> Hand:
    hand = Hand(crowded())
    hand.desk.persona = "p0"
    return hand


def scales(hand: Hand) -> list[EmotionScale]:
    return [scale for band in hand.desk.board.bands() for scale in band.scales]


def felt(hand: Hand) -> list[float]:
    emotions = hand.desk.journey.emotions("p0")
    return [emotions[key].value for key in KEYS]


def test_a_stroke_at_the_heights_of_values_sets_these_values(hand: Hand) -> None:
    hand.tool = Pencilling()
    before = scales(hand)
    xs = {slot.touchpoint: slot.x for band in hand.desk.board.bands() for stage in band.stages for slot in stage.slots}
    heights = {key: before[0].y(value) for key, value in zip(KEYS, WANTED, strict=True)}
    assert len(before) == 1
    hand.press((xs[KEYS[0]], heights[KEYS[0]]))
    for key in KEYS[1:]:
        hand.drag((xs[key], heights[key]), steps=2)
        assert scales(hand) == before, f"the scale moved at {key}"
    assert felt(hand) == WANTED
    hand.release()
    assert (felt(hand), scales(hand)) == (WANTED, before)


def test_a_dragged_point_has_the_value_at_the_pointer(hand: Hand) -> None:
    before = scales(hand)
    for key in ("t5", "t18"):
        number = KEYS.index(key)
        hand.press(emotion_id("p0", key)).drag((hand.x, before[0].y(2)))
        hand.drag((hand.x, before[0].y(-1.5)))
        (point,) = hand.marks(PointInHand)
        assert point.y == pytest.approx(before[0].y(-1.5))
        assert scales(hand) == before
        hand.release()
        assert felt(hand)[number] == -1.5

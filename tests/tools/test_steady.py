"""Where something lands is decided by the place of the hand alone, however the map makes room for what is in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from benchmarks.journeys import generated
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Note, Pain
from journeyeditor.tools.events import ItemKind
from tests.edits.samples import full
from tests.tools.fake_desk import Hand, template

PALETTE: tuple[ItemKind, ...] = ("stage", "touchpoint", "pain", "gain", "lane", "persona", "note")
WAYS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=4)

PHASES = (Phase.explicit, Phase.generate)
"""Each example lays maps out, so what fails is not made smaller."""


def banded() -> Journey:
    """A map that is too long for a page."""
    return generated(60, per_stage=5, personas=1)


HANDS = {
    "one band": Hand(template("loyalty-6.en")),
    "everything": Hand(full()),
    "several pages": Hand(banded(), paper="A4"),
}


def landing(hand: Hand) -> Any:
    """Where what is in the hand would land now."""
    return getattr(hand.tool, "landing", None)


def seen_at(hand: Hand, way: list[tuple[float, float]]) -> list[Any]:
    """The landing at each place of a way; what they are changes nothing of what is there."""
    board = hand.desk.ground
    found = []
    for x, y in way:
        hand.drag((x * board.width, y * board.height), steps=1)
        found.append(landing(hand))
    return found


def holds_steady(hand: Hand, way: list[tuple[float, float]]) -> None:
    there = seen_at(hand, way)
    assert seen_at(hand, way[::-1]) == there[::-1], "the way back meets the same landings"
    before = hand.desk.previews
    hand.drag((hand.x, hand.y), steps=3)
    assert hand.desk.previews == before, "a hand that rests shows nothing anew"
    assert landing(hand) == there[0]
    hand.escape().release()
    assert hand.steps == 0


@pytest.mark.parametrize("name", HANDS)
@settings(max_examples=8, deadline=None, phases=PHASES)
@given(st.data(), WAYS)
def test_what_is_on_the_map_lands_by_the_place_of_the_hand(
    name: str, data: st.DataObject, way: list[tuple[float, float]]
) -> None:
    hand = HANDS[name]
    journey = hand.desk.journey
    steps = [*(one.id for one in journey.stages()), *(one.id for one in journey.touchpoints())]
    hand.desk.select(data.draw(st.lists(st.sampled_from(steps), max_size=3)))
    key = data.draw(st.sampled_from(steps))
    hand.desk.select([key], keep=True)
    hand.press(hand.box(key, "stage", "touchpoint").middle)
    hand.hold(control=data.draw(st.booleans()))
    holds_steady(hand, way)
    hand.hold()


@pytest.mark.parametrize("name", HANDS)
@settings(max_examples=8, deadline=None, phases=PHASES)
@given(st.sampled_from(PALETTE), WAYS)
def test_what_is_brought_lands_by_the_place_of_the_hand(
    name: str, item: ItemKind, way: list[tuple[float, float]]
) -> None:
    hand = HANDS[name]
    hand.carry(item, (1.0, 1.0))
    holds_steady(hand, way)


@settings(max_examples=6, deadline=None, phases=PHASES)
@given(WAYS)
def test_notes_land_by_the_place_of_the_hand(way: list[tuple[float, float]]) -> None:
    hand = HANDS["everything"]
    notes = tuple(one.id for one in hand.desk.journey.all(Note))
    assert notes
    hand.carry("parked", (1.0, 1.0), records=notes)
    holds_steady(hand, way)


def test_an_opportunity_meets_the_pain_that_is_seen_and_a_hand_that_rests_keeps_it() -> None:
    hand = HANDS["everything"]
    pain = next(one.id for one in hand.desk.journey.all(Pain) if hand.desk.board.boxes(one.id, "pain"))
    hand.carry("opportunity", hand.place(pain, dy=60.0))
    hand.drag(pain, steps=1)
    assert landing(hand).pain == pain
    seen, before = landing(hand), hand.desk.previews
    hand.drag((hand.x, hand.y), steps=3)
    assert (landing(hand), hand.desk.previews) == (seen, before)
    hand.escape()


def slots(hand: Hand, stage: str) -> list[str]:
    found = hand.desk.ground.stage(stage)
    assert found is not None
    return [slot.touchpoint for slot in found[1].slots]


def test_over_a_full_stage_each_touchpoint_is_met_once_on_the_way() -> None:
    """A stage that is full grows under the hand; the aim goes through it evenly all the same."""
    hand = Hand(generated(24, per_stage=8, personas=1))
    first, full_one, _ = hand.desk.journey.stages()
    place = hand.desk.board.stage(full_one.id)
    assert place is not None
    many = len(hand.desk.journey.touchpoints(full_one.id))
    hand.press(slots(hand, first.id)[3])
    seen = []
    for n in range(1, 200):
        hand.drag((place[1].left + (place[1].right - place[1].left) * n / 200, hand.y), steps=1)
        seen.append(landing(hand).at)
    assert seen == sorted(seen)
    assert set(seen) == set(range(many + 1))
    widths = [seen.count(n) for n in range(1, many)]
    assert max(widths) - min(widths) <= 1
    hand.release()


def test_what_is_shown_stays_near_the_hand() -> None:
    """The place that is shown is no further from the hand than what makes room beside it."""
    hand = Hand(generated(24, per_stage=8, personas=1))
    first = hand.desk.journey.stages()[0]
    key = slots(hand, first.id)[3]
    band = hand.desk.board.bands()[0]
    hand.press(key)
    left, right = band.stages[0].left, band.stages[-1].right
    for n in range(1, 60):
        x = left + (right - left) * n / 60
        hand.drag((x, hand.y), steps=1)
        found = hand.desk.board.slot(key)
        assert found is not None
        assert abs(found[1].x - x) < 1.6 * found[1].width


def test_several_touchpoints_are_dropped_onto_a_full_stage_in_their_order() -> None:
    hand = Hand(generated(24, per_stage=8, personas=1))
    one, two, three = (stage.id for stage in hand.desk.journey.stages())
    moving = [slots(hand, one)[2], slots(hand, one)[5], slots(hand, three)[1]]
    before = slots(hand, two)
    hand.desk.select(moving)
    place = hand.desk.board.slot(before[4])
    assert place is not None
    hand.press(moving[1]).drag((place[1].x - 0.2 * place[1].width, hand.y), steps=9).release()
    assert [record.id for record in hand.desk.journey.touchpoints(two)] == [*before[:4], *moving, *before[4:]]
    assert hand.steps == 1

"""The emotion curve by hand: a point dragged, a point set, the whole curve in one stroke."""

from __future__ import annotations

import pytest

from journeyeditor.edits.emotions import clear_emotion, set_emotion
from journeyeditor.layout.ground_plan import EmotionScale
from journeyeditor.model.change import Change
from journeyeditor.tools.events import DoublePress
from journeyeditor.tools.marks import Pencil, PointInHand
from journeyeditor.tools.pencil import Pencilling
from tests.edits.samples import full
from tests.tools.fake_desk import Hand, template


@pytest.fixture
def hand() -> Hand:
    hand = Hand(full())
    hand.desk.persona = "p0"
    return hand


def scale(hand: Hand) -> EmotionScale:
    return hand.desk.board.bands()[0].scales[0]


def x(hand: Hand, touchpoint: str) -> float:
    found = hand.desk.board.slot(touchpoint)
    assert found is not None
    return found[1].x


def felt(hand: Hand, persona: str = "p0") -> dict[str, float]:
    return {key: emotion.value for key, emotion in hand.desk.journey.emotions(persona).items()}


def said(hand: Hand) -> tuple[str, str, str]:
    hint = hand.desk.hint
    assert hint is not None
    assert hint.how is not None
    assert hint.leave is not None
    return hint.what.english(), hint.how.english(), hint.leave.english()


def test_a_point_snaps_to_half_steps(hand: Hand) -> None:
    hand.press("emotion:p0:t3").drag((x(hand, "t3"), scale(hand).y(-1.4)))
    (point,) = hand.marks(PointInHand)
    assert (point.persona, point.touchpoint, point.value, point.before) == ("p0", "t3", -1.5, -2.0)
    assert point.y == pytest.approx(scale(hand).y(-1.5))
    assert (point.top, point.bottom) == (scale(hand).top, scale(hand).bottom)
    assert said(hand) == ("Marie: −1.5", "Half steps · Ctrl for any value", "Esc puts it back")
    assert felt(hand)["t3"] == -1.5, "the curve follows while it is dragged"
    hand.release()
    assert (felt(hand)["t3"], hand.steps, hand.desk.selection) == (-1.5, 1, ("emotion:p0:t3",))


def test_the_old_curve_is_remembered_from_gap_to_gap() -> None:
    journey = full()
    for key, value in (("t4", 1.0), ("t8", -1.0), ("t6", 2.0)):
        journey.apply(set_emotion(journey, "p0", key, value))
    hand = Hand(journey)
    hand.desk.persona = "p0"
    order = [slot.touchpoint for stage in hand.desk.board.bands()[0].stages for slot in stage.slots]
    assert order[3:7] == ["t3", "t4", "t8", "t5"]
    hand.press("emotion:p0:t4").drag((x(hand, "t4"), scale(hand).y(-2)))
    (point,) = hand.marks(PointInHand)
    old = [(x(hand, key), scale(hand).y(value)) for key, value in (("t3", -2.0), ("t4", 1.0), ("t8", -1.0))]
    assert list(point.old_line) == [pytest.approx(place) for place in old], "nothing is felt at t5"


def test_control_frees_the_value(hand: Hand) -> None:
    hand.press("emotion:p0:t3").hold(control=True).drag((x(hand, "t3"), scale(hand).y(-1.37))).release()
    assert felt(hand)["t3"] == pytest.approx(-1.37)


def test_a_point_stays_on_the_scale(hand: Hand) -> None:
    hand.press("emotion:p0:t3").drag((x(hand, "t3"), scale(hand).top - 40)).release()
    assert felt(hand)["t3"] == 2.0


def test_escape_puts_the_point_back(hand: Hand) -> None:
    hand.press("emotion:p0:t3").drag((x(hand, "t3"), scale(hand).y(1))).escape()
    assert (felt(hand)["t3"], hand.steps, hand.desk.marks) == (-2.0, 0, ())
    hand.drag((x(hand, "t3"), scale(hand).y(0))).release()
    assert (felt(hand)["t3"], hand.steps) == (-2.0, 0)


def test_a_press_where_there_is_no_point_sets_one_and_drags_it_at_once(hand: Hand) -> None:
    hand.press((x(hand, "t4"), scale(hand).y(0.9)))
    assert felt(hand)["t4"] == 1.0
    (point,) = hand.marks(PointInHand)
    assert point.before is None
    hand.drag((x(hand, "t4"), scale(hand).y(-0.6))).release()
    assert (felt(hand)["t4"], hand.steps) == (-0.5, 1)


def test_a_persona_who_is_hidden_gets_no_point_that_nobody_sees(hand: Hand) -> None:
    hand.desk.persona = "p2"
    hand.click((x(hand, "t4"), scale(hand).y(1)))
    assert (felt(hand, "p2"), hand.steps) == ({}, 0)


def test_escape_after_a_press_leaves_no_point(hand: Hand) -> None:
    hand.press((x(hand, "t4"), scale(hand).y(0.9))).escape().release()
    assert "t4" not in felt(hand)
    assert hand.steps == 0


def test_the_point_of_somebody_else_is_not_gripped(hand: Hand) -> None:
    before = felt(hand, "p1")
    hand.press("emotion:p1:t4").drag((x(hand, "t4"), scale(hand).y(2))).release()
    assert felt(hand, "p1") == before


def test_in_everyone_mode_the_point_that_is_gripped_says_whose_it_is(hand: Hand) -> None:
    hand.desk.persona = None
    hand.press("emotion:p1:t4").drag((x(hand, "t4"), scale(hand).y(1))).release()
    assert felt(hand, "p1")["t4"] == 1.0
    hand.press((x(hand, "t8"), scale(hand).y(1))).release()
    assert hand.steps == 1, "nobody knows whose a new point would be"


# -- the pencil -------------------------------------------------------------------------------------------------------
def test_one_stroke_sets_every_touchpoint_that_it_crosses() -> None:
    hand = Hand(full(), Pencilling())
    hand.desk.persona = "p1"
    band = hand.desk.board.bands()[0]
    slots = [slot for stage in band.stages for slot in stage.slots]
    start, end = slots[0].x - 1, slots[-1].x + 1
    hand.press((start, scale(hand).y(2))).drag((end, scale(hand).y(-2)), steps=7)
    assert hand.marks(Pencil)
    assert len(felt(hand, "p1")) == len(slots), "the curve follows the pencil"
    assert hand.steps == 0
    hand.release()
    values = [felt(hand, "p1")[slot.touchpoint] for slot in slots]
    assert values == sorted(values, reverse=True)
    assert all(value * 2 == round(value * 2) for value in values)
    assert (values[0], values[-1]) == (2.0, -2.0)
    assert (hand.steps, hand.desk.marks) == (1, ())
    assert isinstance(hand.tool, Pencilling), "the pencil stays in the hand"


def test_the_last_crossing_counts() -> None:
    hand = Hand(full(), Pencilling())
    hand.desk.persona = "p1"
    left, right = x(hand, "t3") - 3, x(hand, "t3") + 3
    hand.press((left, scale(hand).y(2))).drag((right, scale(hand).y(2))).drag((left, scale(hand).y(-1)), steps=2)
    hand.release()
    assert felt(hand, "p1")["t3"] == pytest.approx(0.5, abs=0.5)


def test_a_dot_sets_one_touchpoint() -> None:
    hand = Hand(full(), Pencilling())
    hand.desk.persona = "p1"
    hand.click((x(hand, "t8"), scale(hand).y(1.1)))
    assert (felt(hand, "p1")["t8"], hand.steps) == (1.0, 1)


def test_two_quick_dots_are_two_feelings() -> None:
    hand = Hand(full(), Pencilling())
    hand.desk.persona = "p1"
    hand.click((x(hand, "t8"), scale(hand).y(1))).send(DoublePress(x(hand, "t7"), scale(hand).y(-1))).release()
    assert (felt(hand, "p1")["t8"], felt(hand, "p1")["t7"], hand.steps) == (1.0, -1.0, 2)


def test_escape_takes_the_stroke_back() -> None:
    hand = Hand(full(), Pencilling())
    hand.desk.persona = "p1"
    before = felt(hand, "p1")
    hand.press((x(hand, "t0"), scale(hand).y(2))).drag((x(hand, "t8"), scale(hand).y(0))).escape()
    assert (felt(hand, "p1"), hand.steps, hand.desk.marks) == (before, 0, ())


def test_the_pencil_asks_whose_curve_it_is() -> None:
    hand = Hand(full(), Pencilling())
    hand.press((x(hand, "t0"), scale(hand).y(2))).drag((x(hand, "t8"), scale(hand).y(0))).release()
    assert hand.desk.hint is not None
    assert hand.desk.hint.what.english() == "Choose a persona whose curve you draw."
    assert hand.steps == 0


def follow(hand: Hand, change: Change) -> None:
    hand.desk.history.do(change)
    hand.desk._follow(change)


def columns_under(hand: Hand) -> list[tuple[str, str, tuple[float, float]]]:
    """Touchpoints in whose columns a call-out lies, its record, and a place on both."""
    board = hand.desk.board
    called = [
        (group.record, group.box.moved(0, board.top(number)))
        for number, page in enumerate(board.pages)
        for group in page.groups
        if group.role == "callout" and group.box is not None
    ]
    slots = [slot for band in board.bands() for stage in band.stages for slot in stage.slots]
    return [
        (slot.touchpoint, record, (slot.x, box.middle[1]))
        for record, box in called
        for slot in slots
        if box.x < slot.x < box.right
    ]


def under_call_out(hand: Hand) -> tuple[str, str, tuple[float, float]]:
    """Such a touchpoint at which the active persona feels nothing."""
    persona = hand.desk.persona
    assert persona is not None
    for key in [key for key, _, _ in columns_under(hand)]:
        follow(hand, clear_emotion(hand.desk.journey, persona, key))
        for found in columns_under(hand):
            if found[0] not in hand.desk.journey.emotions(persona):
                return found
    raise AssertionError("no call-out lies over an empty column")


def test_a_click_sets_a_point_where_a_call_out_lies() -> None:
    hand = persuaded()
    touchpoint, _, place = under_call_out(hand)
    before = hand.steps
    assert hand.desk.target(*place).record == ""
    assert hand.desk.target(*place).role == "emotion", "the point that would be is shown"
    hand.click(place)
    assert touchpoint in felt(hand, hand.desk.persona or "")
    assert hand.steps == before + 1


def test_a_double_click_there_opens_the_words_and_leaves_no_point() -> None:
    hand = persuaded()
    touchpoint, record, place = under_call_out(hand)
    before = hand.steps
    hand.double(place)
    assert touchpoint not in felt(hand, hand.desk.persona or "")
    assert hand.steps == before
    assert hand.desk.opened[-1][0] == record
    assert hand.desk.selection == (record,)


def test_two_clicks_that_are_no_double_click_leave_the_point() -> None:
    hand = persuaded()
    touchpoint, _, place = under_call_out(hand)
    hand.click(place).drag((place[0] + 30, place[1]))
    hand.send(DoublePress(hand.x, hand.y, hand.keys))
    assert touchpoint in felt(hand, hand.desk.persona or "")


def test_a_click_on_a_call_out_selects_it_where_the_column_has_a_point() -> None:
    hand = persuaded()
    persona = hand.desk.persona or ""
    touchpoint, record, place = next(one for one in columns_under(hand) if hand.desk.target(*one[2]).role == "callout")
    assert touchpoint in felt(hand, persona)
    hand.click(place)
    assert hand.desk.selection == (record,)
    assert hand.steps == 0


def persuaded() -> Hand:
    """A hand on a shipped map, with the first persona active."""
    hand = Hand(template("loyalty-6.en"))
    hand.desk.persona = hand.desk.journey.personas()[0].id
    return hand

"""Flows by hand: from a handle, with the connect tool, led elsewhere."""

from __future__ import annotations

import pytest

from journeyeditor.editor.targets import handle_place
from journeyeditor.model.records import Flow
from journeyeditor.tools.connecting import Connecting
from journeyeditor.tools.flow_trails import trails_of
from journeyeditor.tools.marks import Connection, Glow, LandingBar
from tests.edits.samples import full
from tests.tools.fake_desk import Hand


@pytest.fixture
def hand() -> Hand:
    return Hand(full(), Connecting())


def flows(hand: Hand) -> set[tuple[str, str]]:
    return {(flow.source, flow.target) for flow in hand.desk.journey.all(Flow)}


def test_from_a_touchpoint_to_another(hand: Hand) -> None:
    hand.press("t0").drag("t7")
    (line,) = hand.marks(Connection)
    assert line.target is not None
    assert hand.marks(Glow)
    assert hand.desk.previews == 0, "nothing trembles while the line is drawn"
    hand.release()
    assert ("t0", "t7") in flows(hand)
    (flow,) = hand.desk.selection
    assert isinstance(hand.desk.journey.get(flow), Flow)
    assert hand.desk.opened == [(flow, "")], "its label is ready to be typed"
    assert (hand.steps, hand.desk.marks) == (1, ())
    assert isinstance(hand.tool, Connecting)


def test_backwards_makes_a_loop(hand: Hand) -> None:
    hand.press("t7").drag("t0").release()
    assert ("t7", "t0") in flows(hand)


def test_from_a_stage_to_a_stage(hand: Hand) -> None:
    hand.press("s2").drag("s0").release()
    assert ("s2", "s0") in flows(hand)


def test_to_an_empty_place_makes_a_touchpoint_there(hand: Hand) -> None:
    found = hand.desk.board.stage("s3")
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l1")
    assert found is not None
    hand.press("t7").drag((found[1].left + 5, (strip.top + strip.bottom) / 2))
    assert hand.marks(LandingBar)
    hand.release()
    (touchpoint,) = hand.desk.journey.touchpoints("s3")
    assert touchpoint.channel == "fax"
    assert ("t7", touchpoint.id) in flows(hand)
    assert hand.desk.opened == [(touchpoint.id, "")]
    assert hand.steps == 1


def test_to_an_empty_place_of_another_lane_makes_one_over_no_channel(hand: Hand) -> None:
    found = hand.desk.board.stage("s3")
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l6")
    assert found is not None
    hand.press("t7").drag((found[1].left + 5, strip.bottom - 1)).release()
    (touchpoint,) = hand.desk.journey.touchpoints("s3")
    assert touchpoint.channel is None
    assert hand.steps == 1


def test_on_a_card_nothing_is_made(hand: Hand) -> None:
    before = flows(hand)
    hand.press("t7").drag("pain0").release()
    assert (flows(hand), hand.steps) == (before, 0)


def test_in_a_lane_of_several_channels_it_asks_which(hand: Hand) -> None:
    found = hand.desk.board.stage("s3")
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l0")
    assert found is not None
    hand.press("t7").drag((found[1].left + 5, strip.bottom - 1)).release()
    ((_, _, then),) = hand.desk.asked
    assert hand.steps == 0
    then("channel:web")
    assert [one.channel for one in hand.desk.journey.touchpoints("s3")] == ["channel:web"]
    assert hand.steps == 1


def test_what_is_connected_already_is_told(hand: Hand) -> None:
    hand.press("s1").drag("s2").release()
    assert hand.steps == 0
    assert hand.desk.hint is not None
    assert hand.desk.hint.what.english() == "These two are already connected."


def test_to_itself_or_to_nowhere_is_nothing(hand: Hand) -> None:
    before = flows(hand)
    hand.press("t0").drag("t7").drag("t0").release()
    hand.press("t0").drag((-30.0, 50.0)).release()
    assert (flows(hand), hand.steps) == (before, 0)


def test_the_handle_connects_with_the_select_tool() -> None:
    hand = Hand(full())
    hand.click("t0")
    place = handle_place(hand.desk, "t0")  # type: ignore[arg-type]
    assert place is not None
    hand.press(place).drag("t7").release()
    assert ("t0", "t7") in flows(hand)


def test_a_flow_is_led_elsewhere_by_its_end() -> None:
    hand = Hand(full())
    (trail,) = trails_of(hand.desk.board, "skip")
    assert hand.desk.target(*trail.tip).part == "end"
    hand.press(trail.tip).drag("t7").release()
    flow = hand.record("skip")
    assert isinstance(flow, Flow)
    assert (flow.source, flow.target, flow.share) == ("t0", "t7", 12.5)
    assert hand.desk.selection == ("skip",)
    assert hand.steps == 1


def test_escape_lets_the_line_go(hand: Hand) -> None:
    before = flows(hand)
    hand.press("t0").drag("t7").escape().release()
    assert (flows(hand), hand.steps, hand.desk.marks) == (before, 0, ())

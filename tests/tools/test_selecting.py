"""Click, add, marquee, double click: in the words of a hand."""

from __future__ import annotations

import pytest

from journeyeditor.geometry import Box
from journeyeditor.model.records import Emotion, Entry, Flow, Pain, Stage
from journeyeditor.tools.events import Leave, Move
from journeyeditor.tools.flow_trails import trails_of
from journeyeditor.tools.marks import RubberBand
from journeyeditor.tools.marquee import caught
from journeyeditor.tools.places import circle, touchpoint_near
from tests.edits.samples import empty, full
from tests.tools.fake_desk import Hand, template


@pytest.fixture
def hand() -> Hand:
    return Hand(full())


def bare(hand: Hand) -> tuple[float, float]:
    """A place of the paper where nothing is: its lower left corner."""
    return 1.0, hand.desk.board.height - 1.0


def test_a_click_selects_one_thing(hand: Hand) -> None:
    hand.click("t0").click("pain0")
    assert hand.desk.selection == ("pain0",)
    assert hand.steps == 0


@pytest.mark.parametrize("key", ["shift", "control"])
def test_with_shift_or_control_a_click_adds_and_takes_out_again(hand: Hand, key: str) -> None:
    hand.click("t0").hold(**{key: True}).click("t1").click("t3")
    assert hand.desk.selection == ("t0", "t1", "t3")
    hand.click("t1")
    assert hand.desk.selection == ("t0", "t3")


def test_a_press_on_what_is_selected_keeps_all_until_the_button_goes_up(hand: Hand) -> None:
    hand.click("t0").hold(shift=True).click("t1").hold().press("t0")
    assert hand.desk.selection == ("t0", "t1")
    hand.release()
    assert hand.desk.selection == ("t0",)


def test_bare_paper_clears(hand: Hand) -> None:
    hand.click("t0").click(bare(hand))
    assert hand.desk.selection == ()


def test_a_hand_that_trembles_does_not_drag(hand: Hand) -> None:
    hand.press("t0").drag("t0", dx=3.9 * hand.desk.pixel, steps=1).release()
    assert (hand.steps, hand.desk.previews, hand.desk.marks) == (0, 0, ())


def test_a_marquee_takes_what_it_touches(hand: Hand) -> None:
    band = hand.desk.board.bands()[0]
    stage = band.stages[0]
    hand.press(bare(hand)).drag((stage.right - 1, band.header[1] + 1))
    assert hand.marks(RubberBand)
    caught = set(hand.desk.selection)
    assert {"t0", "pain1"} <= caught, "the last one reaches into the next stages"
    assert "t3" not in caught
    assert not any(isinstance(hand.desk.journey.get(key), Emotion | Stage | Flow) for key in caught)
    hand.release()
    assert hand.desk.marks == ()
    assert set(hand.desk.selection) == caught


def test_a_band_over_the_names_and_part_of_the_circles_takes_the_touchpoints_and_no_stage(hand: Hand) -> None:
    circles = [box for key in ("t0", "t1", "t2") if (box := circle(hand.desk.board, key)) is not None]
    low = max(hand.box(key, "touchpoint").bottom for key in ("t0", "t1", "t2"))
    hand.press((circles[0].x - 0.5, low + 0.5)).drag((circles[2].middle[0], circles[0].y + 1)).release()
    assert set(hand.desk.selection) == {"t0", "t1", "t2"}


def test_a_band_that_misses_circle_and_name_takes_nothing_of_the_box_around_them(hand: Hand) -> None:
    box, round_one = hand.box("t0", "touchpoint"), circle(hand.desk.board, "t0")
    assert round_one is not None
    corner = Box(round_one.x, round_one.y, 0.12 * round_one.width, 0.12 * round_one.height)
    assert box.meets(corner)
    assert caught_in(hand, corner) == []
    assert caught_in(hand, corner.grown(round_one.width / 4)) == ["t0"]


def caught_in(hand: Hand, area: Box) -> list[str]:
    return caught(hand.desk.board, hand.desk.journey, area)


def test_a_band_over_heads_of_stages_takes_them_from_above_alone(hand: Hand) -> None:
    band = hand.desk.board.bands()[0]
    first, second = band.stages[:2]
    box = hand.box(first.stage, "stage")
    heads = Box(first.left + 1, box.y - 1, second.left - first.left, 3)
    assert caught_in(hand, heads) == [first.stage, second.stage]
    whole = Box(first.left, band.header[0], first.right - first.left, band.bottom - band.header[0])
    assert not any(isinstance(hand.desk.journey.get(key), Stage) for key in caught_in(hand, whole))


def test_a_band_over_a_loop_takes_it_and_not_what_only_its_box_covers(hand: Hand) -> None:
    (trail,) = trails_of(hand.desk.board, "loop")
    x, y = trail.points[len(trail.points) // 2]
    assert "loop" in caught_in(hand, Box(x - 0.5, y - 0.5, 1, 1))


@pytest.mark.parametrize("below", [2.0, 10.0, 19.0])
def test_a_double_click_just_below_a_name_writes_it(hand: Hand, below: float) -> None:
    box = hand.box("t0", "touchpoint")
    hand.double((box.middle[0], box.bottom + below * hand.desk.pixel))
    assert hand.desk.opened == [("t0", "")]
    assert hand.steps == 0


def test_a_double_click_far_below_a_name_makes_a_new_one() -> None:
    hand = Hand(template("loyalty-6.en"))
    touchpoint = hand.desk.journey.touchpoints()[0]
    box, strip = hand.box(touchpoint.id), hand.desk.board.strip_at(hand.box(touchpoint.id).middle[1])
    assert strip is not None
    low = strip.bottom - 0.3
    assert touchpoint_near(hand.desk.board, box.middle[0], box.bottom + 1, 20 * hand.desk.pixel) == touchpoint.id
    assert touchpoint_near(hand.desk.board, box.middle[0], low, 0.5 * (low - box.bottom)) is None


def test_with_shift_a_marquee_keeps_what_was_selected(hand: Hand) -> None:
    hand.click("t3").hold(shift=True).press(bare(hand)).drag((bare(hand)[0] + 20, bare(hand)[1] - 5)).release()
    assert hand.desk.selection == ("t3",)


def test_a_marquee_round_feelings_alone_selects_them(hand: Hand) -> None:
    box = hand.box("emotion:p0:t3", "emotion").grown(3)
    hand.press((box.x, box.y)).drag((box.right, box.bottom)).release()
    assert hand.desk.selection == ("emotion:p0:t3",)


def test_escape_gives_back_what_was_selected_before_the_marquee(hand: Hand) -> None:
    hand.click("t3").press(bare(hand)).drag((200, 50)).escape()
    assert hand.desk.selection == ("t3",)
    assert hand.desk.marks == ()
    hand.drag((100, 100)).release()
    assert hand.desk.selection == ("t3",)


def test_escape_with_empty_hands_selects_nothing(hand: Hand) -> None:
    hand.click("t3").escape()
    assert hand.desk.selection == ()


def test_the_pointer_lights_up_what_it_is_over(hand: Hand) -> None:
    x, y = hand.place("t0")
    hand.send(Move(x, y))
    assert hand.desk.hovered is not None
    assert hand.desk.hovered.record == "t0"
    hand.send(Leave())
    assert hand.desk.hovered is None


# -- double click -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", ["t0", "s0", "pain0", "l0", "p0"])
def test_a_double_click_opens_the_text(hand: Hand, key: str) -> None:
    hand.double(key)
    assert hand.desk.opened == [(key, "")]
    assert hand.steps == 0


def cell(hand: Hand, lane: str, x: float) -> tuple[float, float]:
    """The lower edge of a lane, where its cards leave room."""
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == lane)
    return x, strip.bottom - 0.1


def test_in_an_empty_cell_of_pains_a_pain_of_the_active_persona_is_made(hand: Hand) -> None:
    hand.desk.persona = "p1"
    found = hand.desk.board.slot("t7")
    assert found is not None
    hand.double(cell(hand, "l6", found[1].x))
    ((key, _),) = hand.desk.opened
    pain = hand.desk.journey.get(key)
    assert isinstance(pain, Pain)
    assert (pain.first, pain.last, pain.personas) == ("t7", "t7", ("p1",))
    assert hand.steps == 1
    assert hand.desk.selection == (key,)


def test_in_a_stage_without_touchpoints_it_hangs_on_the_stage(hand: Hand) -> None:
    place = hand.desk.board.stage("s3")
    assert place is not None
    hand.double(cell(hand, "l6", place[1].left + 2))
    pain = hand.desk.journey.get(hand.desk.opened[0][0])
    assert isinstance(pain, Pain)
    assert (pain.first, pain.personas) == ("s3", ())


def test_in_a_lane_of_texts_a_text_is_made_for_whom_the_lane_is(hand: Hand) -> None:
    found = hand.desk.board.slot("t7")
    assert found is not None
    hand.double(cell(hand, "l4", found[1].x))
    text = hand.desk.journey.get(hand.desk.opened[0][0])
    assert isinstance(text, Entry)
    assert (text.lane, text.first, text.personas) == ("l4", "t7", ("p0",))


def test_in_a_lane_of_touchpoints_one_is_made_at_the_place(hand: Hand) -> None:
    place = hand.desk.board.stage("s3")
    assert place is not None
    hand.double(cell(hand, "l1", place[1].left + 3))
    (touchpoint,) = hand.desk.journey.touchpoints("s3")
    assert touchpoint.channel == "fax"
    assert hand.desk.opened == [(touchpoint.id, "")]


def test_in_a_lane_of_several_channels_the_hand_is_asked_which(hand: Hand) -> None:
    place = hand.desk.board.stage("s3")
    assert place is not None
    hand.double(cell(hand, "l0", place[1].left + 3))
    ((what, choices, then),) = hand.desk.asked
    assert (what, choices, hand.steps) == ("channel", ("channel:web", "channel:app"), 0)
    then("channel:app")
    assert [one.channel for one in hand.desk.journey.touchpoints("s3")] == ["channel:app"]
    assert hand.steps == 1


def test_beyond_the_last_stage_a_stage_is_made() -> None:
    hand = Hand(template("classic-5.en"))
    band = hand.desk.board.bands()[-1]
    hand.double((band.stages[-1].right + 2, sum(band.header) / 2))
    assert hand.titles()[-1] == ""
    assert hand.desk.opened == [(hand.desk.journey.stages()[-1].id, "")]


def test_on_an_empty_map_the_first_stage_is_made() -> None:
    hand = Hand(empty())
    hand.double((150.0, 100.0))
    assert len(hand.desk.journey.stages()) == 1
    assert hand.steps == 1


def test_on_the_curve_a_double_click_makes_one_feeling_and_opens_its_words(hand: Hand) -> None:
    hand.desk.persona = "p1"
    found = hand.desk.board.slot("t7")
    assert found is not None
    scale = hand.desk.board.bands()[0].scales[0]
    hand.double((found[1].x, scale.y(1)))
    assert hand.desk.opened == [("emotion:p1:t7", "")]
    assert hand.desk.journey.emotions("p1")["t7"].value == 1.0
    assert hand.steps == 1

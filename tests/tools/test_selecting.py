"""Click, add, marquee, double click: in the words of a hand."""

from __future__ import annotations

import pytest

from journeyeditor.model.records import Emotion, Entry, Pain
from journeyeditor.tools.events import Leave, Move
from journeyeditor.tools.marks import RubberBand
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


def test_a_marquee_takes_what_lies_wholly_in_it(hand: Hand) -> None:
    band = hand.desk.board.bands()[0]
    stage, strip = band.stages[0], hand.desk.board.strip_at(hand.box("t0", "touchpoint").middle[1])
    assert strip is not None
    hand.press(bare(hand)).drag((stage.right + 2, band.header[1] + 1))
    assert hand.marks(RubberBand)
    caught = set(hand.desk.selection)
    assert {"pain1"}.isdisjoint(caught), "it reaches into the next stages"
    assert "t0" in caught
    assert "t3" not in caught
    assert not any(isinstance(hand.desk.journey.get(key), Emotion) for key in caught)
    hand.release()
    assert hand.desk.marks == ()
    assert set(hand.desk.selection) == caught


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

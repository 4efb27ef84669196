"""What is on the map is dragged elsewhere: in the words of a hand."""

from __future__ import annotations

import pytest

from journeyeditor.edits.describing import describe
from journeyeditor.model.records import Answers, Entry, Flow, Pain, Stage, Touchpoint
from journeyeditor.tools.marks import EdgeInHand, Glow, InHand, LandingBar, LandingPlace
from tests.edits.samples import full
from tests.tools.fake_desk import Hand, template


@pytest.fixture
def hand() -> Hand:
    return Hand(template("loyalty-6.en"))


@pytest.fixture
def small_hand() -> Hand:
    return Hand(full())


def inside(hand: Hand, stage: str, part: float = 0.5) -> tuple[float, float]:
    """A place in a stage's column at the height of the pointer, as it is now on the board."""
    found = hand.desk.board.stage(hand.record(stage).id)
    assert found is not None
    place = found[1]
    return place.left + part * (place.right - place.left), hand.y


def over(hand: Hand, step: str, lane: str) -> tuple[float, float]:
    """The place of a touchpoint in a lane."""
    slot = hand.desk.board.slot(hand.record(step).id)
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == lane)
    assert slot is not None
    return slot[1].x, (strip.top + strip.bottom) / 2


# -- stages -----------------------------------------------------------------------------------------------------------
def test_a_stage_is_dragged_behind_another_and_all_in_it_travels(hand: Hand) -> None:
    touchpoints = hand.titles("Search")
    hand.press("Search").follow(lambda: inside(hand, "After-sales", 0.9))
    assert [one.title for one in hand.desk.journey.stages()][4] == "Search", "it is shown while it is dragged"
    assert hand.steps == 0
    (bar,) = hand.marks(LandingBar)
    band = hand.desk.board.bands()[0]
    assert (bar.y1, bar.y2) == band.header
    hand.release()
    assert hand.titles() == ["Final selection", "Purchase", "Use", "After-sales", "Search", "Renewal"]
    assert hand.titles("Search") == touchpoints
    assert (hand.steps, hand.desk.marks, hand.desk.hint) == (1, (), None)


def test_several_stages_keep_their_order(hand: Hand) -> None:
    hand.click("Search").hold(shift=True).click("Purchase").hold().press("Purchase")
    hand.follow(lambda: inside(hand, "Renewal", 0.9)).release()
    assert hand.titles() == ["Final selection", "Use", "After-sales", "Renewal", "Search", "Purchase"]
    assert hand.steps == 1


def test_a_stage_let_go_where_it_was_is_no_step(hand: Hand) -> None:
    start = hand.place("Use")
    hand.press("Use").follow(lambda: inside(hand, "After-sales", 0.7))
    assert hand.titles()[3] == "After-sales"
    hand.drag(start).release()
    assert hand.titles()[3] == "Use"
    assert hand.steps == 0


def test_with_control_a_stage_is_copied(hand: Hand) -> None:
    hand.hold(control=True).press("Search").follow(lambda: inside(hand, "Purchase", 0.9)).release()
    assert hand.titles() == ["Search", "Final selection", "Purchase", "Search", "Use", "After-sales", "Renewal"]
    (copy,) = hand.desk.selection
    assert copy == hand.desk.journey.stages()[3].id
    assert [one.title for one in hand.desk.journey.touchpoints(copy)] == hand.titles("Search")
    assert hand.steps == 1


def test_control_may_be_let_go_while_dragging(hand: Hand) -> None:
    hand.press("Search").follow(lambda: inside(hand, "Purchase", 0.9))
    hand.hold(control=True).drag((hand.x + 1, hand.y), steps=1)
    assert len(hand.titles()) == 7
    assert hand.marks(InHand)[0].copies
    hand.hold().drag((hand.x - 1, hand.y), steps=1).release()
    assert sorted(hand.titles()) == ["After-sales", "Final selection", "Purchase", "Renewal", "Search", "Use"]
    assert hand.steps == 1


def test_the_map_is_shown_anew_only_when_the_landing_place_is_another(hand: Hand) -> None:
    hand.press("Search").drag(inside(hand, "Search", 0.9), steps=40)
    before = hand.desk.previews
    assert before <= 1
    hand.drag((hand.x + 60, hand.y), steps=60)
    assert hand.desk.previews - before <= 2


def test_a_far_edge_gives_a_stage_room(hand: Hand) -> None:
    found = hand.desk.board.stage(hand.record("Use").id)
    assert found is not None
    band, place = found
    y = sum(band.header) / 2
    hand.press((place.right - 0.2, y)).drag((place.right + 0.6 * (place.right - place.left), y))
    (edge,) = hand.marks(EdgeInHand)
    assert edge.room == pytest.approx(1.6)
    hand.release()
    stage = hand.record("Use")
    assert isinstance(stage, Stage)
    assert stage.room == pytest.approx(1.6)
    wider = hand.desk.board.stage(stage.id)
    assert wider is not None
    assert wider[1].right - wider[1].left > place.right - place.left
    assert hand.steps == 1


def test_a_stage_is_never_narrower_than_it_should_be(hand: Hand) -> None:
    found = hand.desk.board.stage(hand.record("Use").id)
    assert found is not None
    band, place = found
    hand.press((place.right - 0.2, sum(band.header) / 2)).drag((place.left, sum(band.header) / 2)).release()
    stage = hand.record("Use")
    assert isinstance(stage, Stage)
    assert (stage.room, hand.steps) == (1.0, 0)


# -- touchpoints ------------------------------------------------------------------------------------------------------
def test_a_touchpoint_is_dragged_into_another_stage(hand: Hand) -> None:
    hand.press("Exchange offer").follow(lambda: inside(hand, "Purchase", 0.95))
    circle = hand.marks(LandingPlace)[0]
    assert circle.round
    slot = hand.desk.board.slot(hand.record("Exchange offer").id)
    assert slot is not None
    assert circle.box.middle[0] == pytest.approx(slot[1].x, abs=0.5)
    (bar,) = hand.marks(LandingBar)
    assert bar.x1 == pytest.approx(slot[1].x - slot[1].width / 2, abs=0.01)
    hand.release()
    assert hand.titles("Purchase") == ["Order online", "Delivery and fitting", "First wash", "Exchange offer"]
    assert hand.titles("Search") == ["Tip from a colleague", "Online comparison"]
    assert hand.steps == 1


def test_a_touchpoint_is_dragged_within_its_stage(hand: Hand) -> None:
    hand.press("Tip from a colleague").follow(lambda: inside(hand, "Search", 0.95)).release()
    assert hand.titles("Search") == ["Online comparison", "Exchange offer", "Tip from a colleague"]


def test_several_touchpoints_travel_together(hand: Hand) -> None:
    hand.click("Order online").hold(shift=True).click("First wash").hold().press("First wash")
    hand.follow(lambda: inside(hand, "Renewal", 0.02)).release()
    assert hand.titles("Renewal")[:2] == ["Order online", "First wash"]
    assert hand.titles("Purchase") == ["Delivery and fitting"]
    assert hand.steps == 1
    assert set(hand.desk.selection) == {hand.record("Order online").id, hand.record("First wash").id}


def test_with_control_touchpoints_are_copied_with_what_hangs_on_them(hand: Hand) -> None:
    original = hand.record("Order online").id
    hand.hold(control=True).press("Order online").follow(lambda: inside(hand, "Search", 0.02)).release()
    assert hand.titles("Search")[0] == "Order online"
    assert "Order online" in hand.titles("Purchase")
    (copy,) = hand.desk.selection
    assert copy != original
    felt = hand.desk.journey.emotions(hand.desk.journey.personas()[0].id)
    assert felt[copy].value == felt[original].value


def test_beside_the_paper_a_touchpoint_flies_back(hand: Hand) -> None:
    before = hand.titles("Search")
    hand.press("Exchange offer").follow(lambda: inside(hand, "Purchase", 0.95)).drag((-40.0, 90.0)).release()
    assert (hand.titles("Search"), hand.steps, hand.desk.marks) == (before, 0, ())


def test_into_a_stage_without_touchpoints_and_another_lane(small_hand: Hand) -> None:
    hand = small_hand
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l1")
    hand.press("t0").drag((inside(hand, "s3")[0], (strip.top + strip.bottom) / 2)).release()
    moved = hand.record("t0")
    assert isinstance(moved, Touchpoint)
    assert (moved.stage, moved.channel) == ("s3", "fax")
    assert hand.steps == 1


def test_a_lane_of_several_channels_asks_which(small_hand: Hand) -> None:
    hand = small_hand
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l0")
    hand.press("t4").drag((hand.x, strip.top + 3)).release()
    ((what, choices, then),) = hand.desk.asked
    before = hand.record("t4")
    assert isinstance(before, Touchpoint)
    assert (what, choices, before.channel, hand.steps) == ("channel", ("channel:web", "channel:app"), None, 0)
    then("channel:app")
    after = hand.record("t4")
    assert isinstance(after, Touchpoint)
    assert (after.channel, hand.steps) == ("channel:app", 1)


def test_nobody_is_asked_within_a_lane_of_several_channels(small_hand: Hand) -> None:
    small_hand.press("t0").drag((inside(small_hand, "s1", 0.9)[0], small_hand.y)).release()
    assert small_hand.desk.asked == []
    moved = small_hand.record("t0")
    assert isinstance(moved, Touchpoint)
    assert (moved.stage, moved.channel) == ("s1", "channel:web")


# -- findings ---------------------------------------------------------------------------------------------------------
def pain(hand: Hand, key: str) -> Pain:
    record = hand.record(key)
    assert isinstance(record, Pain)
    return record


def test_a_pain_is_hung_on_another_touchpoint(small_hand: Hand) -> None:
    hand = small_hand
    hand.press("pain0").follow(lambda: over(hand, "t7", "l6"))
    assert hand.marks(Glow)
    assert hand.marks(LandingPlace)
    hand.release()
    assert (pain(hand, "pain0").first, pain(hand, "pain0").last) == ("t7", "t7")
    assert hand.steps == 1


def test_what_hangs_on_a_stage_goes_to_stages(small_hand: Hand) -> None:
    small_hand.press("pain2").drag(over(small_hand, "t7", "l6")).release()
    assert (pain(small_hand, "pain2").first, pain(small_hand, "pain2").last) == ("s2", "s2")


def test_but_to_a_touchpoint_if_it_is_pointed_at(small_hand: Hand) -> None:
    small_hand.press("pain2").drag("t7").release()
    assert pain(small_hand, "pain2").first == "t7"


def test_to_the_head_of_a_stage(small_hand: Hand) -> None:
    small_hand.press("pain0").drag("s3").release()
    assert pain(small_hand, "pain0").first == "s3"


def test_a_span_travels_as_a_whole_and_stays_on_the_map(small_hand: Hand) -> None:
    hand = small_hand
    order = [one.id for one in hand.desk.journey.touchpoints()]
    x, y = hand.box("pain1", "pain").middle
    grip = hand.desk.board.stage_at(x, y)
    assert grip is not None
    nearest = min(grip.slots, key=lambda slot: abs(slot.x - x))
    after = order[order.index(nearest.touchpoint) + 1]
    hand.press("pain1").follow(lambda: over(hand, after, "l6")).release()
    first, last = order.index("t1") + 1, order.index("t6") + 1
    assert (pain(hand, "pain1").first, pain(hand, "pain1").last) == (order[first], order[last])


def test_a_card_let_go_over_the_same_place_stays_as_it_is(small_hand: Hand) -> None:
    small_hand.press("pain0").drag("pain0", dx=1.2, dy=1).release()
    assert (pain(small_hand, "pain0").first, small_hand.steps) == ("t3", 0)


def test_a_selected_card_is_drawn_over_more_touchpoints_by_its_end(small_hand: Hand) -> None:
    hand = small_hand
    hand.click("pain0")
    box = hand.box("pain0", "pain")
    hand.press((box.right - 0.3, box.middle[1])).drag((inside(hand, "s2")[0], box.middle[1]))
    assert hand.marks(LandingPlace)
    hand.release()
    record = pain(hand, "pain0")
    assert record.first == "t3"
    assert record.last in {"t5", "t6", "t7"}
    box = hand.box("pain0", "pain")
    hand.press((box.right - 0.3, box.middle[1])).drag((box.x - 30, box.middle[1])).release()
    assert (pain(hand, "pain0").first, pain(hand, "pain0").last) == ("t3", "t3"), "never beyond its other end"
    assert hand.steps == 2


def test_beside_the_paper_is_the_parking_lot(small_hand: Hand) -> None:
    small_hand.press("pain0").drag((-30.0, 100.0)).release()
    assert pain(small_hand, "pain0").first is None
    assert small_hand.steps == 1


def test_with_control_a_finding_is_copied_without_its_votes(small_hand: Hand) -> None:
    hand = small_hand
    hand.hold(control=True).press("pain0").follow(lambda: over(hand, "t7", "l6")).release()
    (copy,) = hand.desk.selection
    assert (pain(hand, copy).first, pain(hand, copy).votes, pain(hand, copy).text) == ("t7", 0, "Slow")
    assert (pain(hand, "pain0").first, pain(hand, "pain0").votes) == ("t3", 4)


def test_a_text_goes_to_another_lane_and_touchpoint(small_hand: Hand) -> None:
    hand = small_hand
    hand.press("e0").follow(lambda: over(hand, "t7", "l4")).release()
    text = hand.record("e0")
    assert isinstance(text, Entry)
    assert (text.lane, text.first, text.last) == ("l4", "t7", "t7")


def test_texts_of_one_cell_change_their_order(small_hand: Hand) -> None:
    hand = small_hand
    box = hand.box("e1", "entry")
    hand.press("e0").drag((box.right - 0.5, box.bottom - 0.5)).release()
    order = [text.id for text in hand.desk.journey.all(Entry) if text.id in {"e0", "e1"}]
    assert order == ["e1", "e0"]
    assert hand.steps == 1


def test_an_opportunity_dropped_on_a_pain_answers_it(hand: Hand) -> None:
    journey = hand.desk.journey
    linked = {(link.opportunity, link.pain) for link in journey.all(Answers)}
    shown = {group.record for page in hand.desk.board.pages for group in page.groups if group.role == "opportunity"}
    chance, hurt = next(
        (chance, hurt.id)
        for chance in sorted(shown)
        for hurt in journey.all(Pain)
        if (chance, hurt.id) not in linked and hand.desk.board.boxes(hurt.id, "pain")
    )
    hand.press(chance).follow(lambda: hand.place(hurt))
    assert hand.marks(Glow)
    place = hand.record(chance)
    hand.release()
    assert (chance, hurt) in {(link.opportunity, link.pain) for link in journey.all(Answers)}
    assert hand.record(chance) == place, "it stays where it is"
    assert hand.steps == 1


# -- rows and people --------------------------------------------------------------------------------------------------
def test_a_lane_is_dragged_by_its_head(small_hand: Hand) -> None:
    hand = small_hand
    band = hand.desk.board.bands()[0]
    x = sum(band.labels) / 2
    strips = {one.record: one for one in band.strips}
    hand.press((x, (strips["l6"].top + strips["l6"].bottom) / 2)).drag((x, strips["l3"].top + 0.5))
    (bar,) = hand.marks(LandingBar)
    assert bar.y1 == bar.y2
    hand.release()
    assert [row.id for row in hand.desk.journey.rows()][:5] == ["l0", "l1", "l2", "l6", "l3"]
    assert hand.steps == 1


def test_personas_change_places_in_the_header(hand: Hand) -> None:
    ellie, bernard = (persona.id for persona in hand.desk.journey.personas())
    hand.press(ellie).drag((hand.box(bernard, "persona").right + 1, hand.y)).release()
    assert [persona.id for persona in hand.desk.journey.personas()] == [bernard, ellie]
    assert hand.steps == 1


def test_the_title_cannot_be_dragged(hand: Hand) -> None:
    hand.press(hand.desk.journey.head.id).drag((200.0, 150.0)).release()
    assert (hand.steps, hand.desk.previews, hand.desk.marks) == (0, 0, ())


def test_a_map_that_is_read_from_right_to_left_is_dragged_as_it_looks() -> None:
    journey = full()
    journey.apply(describe(journey, journey.head.id, language="ar"))
    hand = Hand(journey)
    assert hand.desk.board.bands()[0].leftward
    hand.press("s0").drag((hand.box("s3", "stage").x + 1, hand.y)).release()
    assert hand.titles()[-1] == "Stage 0"
    hand.press("t3").drag((hand.box("t8", "touchpoint").x - 1, hand.y)).release()
    assert [one.id for one in hand.desk.journey.touchpoints("s1")] == ["t4", "t8", "t3"]


def test_flows_follow_a_moved_touchpoint(small_hand: Hand) -> None:
    before = {flow.id: (flow.source, flow.target) for flow in small_hand.desk.journey.all(Flow)}
    small_hand.press("t3").drag("t5").release()
    assert {flow.id: (flow.source, flow.target) for flow in small_hand.desk.journey.all(Flow)} == before


def test_the_hint_says_how_many_are_moved_and_that_a_new_opportunity_is_added() -> None:
    hand = Hand(full())

    def said() -> str:
        return hand.desk.hint.what.english() if hand.desk.hint is not None else ""

    hand.press("t0").drag("t3")
    assert said() == "Move touchpoint"
    hand.escape().release()
    hand.click("t0").hold(shift=True).click("t1").click("t3").hold().press("t1").drag("t5")
    assert said() == "Move 3 touchpoints"
    hand.hold(control=True).drag("t5", dx=1)
    assert said() == "Copy 3 touchpoints"
    hand.hold().escape().release()
    hand.carry("opportunity", hand.place("pain0"))
    assert said() == "Add opportunity"
    assert hand.desk.hint is not None
    assert hand.desk.hint.how is not None

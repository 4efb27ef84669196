"""What comes from the palette and the parking lot."""

from __future__ import annotations

from typing import cast

import pytest

from journeyeditor.model.records import (
    Anchored,
    Answers,
    Entry,
    Gain,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Touchpoint,
)
from journeyeditor.tools.events import ItemKind
from journeyeditor.tools.marks import Glow, InHand, LandingBar, LandingPlace
from journeyeditor.tools.pointing import Pointing
from tests.edits.samples import empty, full
from tests.tools.fake_desk import Hand


@pytest.fixture
def hand() -> Hand:
    return Hand(full())


EDGE = (2.0, 2.0)


def over(hand: Hand, step: str, lane: str) -> tuple[float, float]:
    slot = hand.desk.board.slot(step)
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == lane)
    assert slot is not None
    return slot[1].x, (strip.top + strip.bottom) / 2


def test_a_touchpoint_lands_between_two_others_and_is_named_at_once(hand: Hand) -> None:
    found = hand.desk.board.slot("t4")
    assert found is not None
    hand.carry("touchpoint", EDGE).follow(lambda: (hand.desk.board.slot("t4")[1].x + 1.0, hand.box("t4").y))  # type: ignore[index]
    assert hand.marks(LandingBar)
    assert hand.marks(LandingPlace)[0].round
    assert len(hand.desk.journey.all(Touchpoint)) == 10, "the new order is shown already"
    hand.release()
    column = [one.id for one in hand.desk.journey.touchpoints("s1")]
    new = hand.desk.opened[0][0]
    assert column in (["t3", "t4", new, "t8"], ["t3", new, "t4", "t8"])
    assert (hand.desk.selection, hand.steps, hand.desk.marks) == ((new,), 1, ())


def test_a_stage_lands_in_the_header(hand: Hand) -> None:
    hand.carry("stage", EDGE).follow(lambda: (hand.box("s1", "stage").x + 1, hand.box("s1", "stage").middle[1]))
    hand.release()
    assert hand.titles() == ["Stage 0", "", "Stage 1", "Tied", "Stage 3"] or hand.titles()[1] == ""
    assert hand.desk.opened == [(hand.desk.selection[0], "")]


def test_the_first_stage_lands_on_an_empty_map() -> None:
    hand = Hand(empty())
    hand.carry("stage", (100.0, 100.0)).release()
    assert len(hand.titles()) == 1


@pytest.mark.parametrize(
    ("item", "kind", "personas"),
    [
        ("pain", Pain, ("p1",)),
        ("gain", Gain, ("p1",)),
        ("quote", Quote, ("p1",)),
        ("opportunity", Opportunity, ()),
        ("measure", Measure, ()),
        ("note", Note, ()),
    ],
)
def test_a_finding_hangs_on_the_touchpoint(
    hand: Hand, item: str, kind: type[Record], personas: tuple[str, ...]
) -> None:
    hand.desk.persona = "p1"
    hand.carry(cast("ItemKind", item), EDGE).drag("t7")
    assert hand.marks(Glow)
    hand.release()
    (key,) = hand.desk.selection
    record = hand.desk.journey.get(key)
    assert isinstance(record, kind)
    assert isinstance(record, Anchored)
    assert (record.first, record.last, record.personas) == ("t7", "t7", personas)
    assert (hand.desk.opened, hand.steps) == ([(key, "")], 1)


def test_an_opportunity_on_a_pain_answers_it(hand: Hand) -> None:
    hand.carry("opportunity", EDGE).follow(lambda: hand.place("pain0")).release()
    (key,) = hand.desk.selection
    assert ("pain0", key) in {(link.pain, link.opportunity) for link in hand.desk.journey.all(Answers)}
    record = hand.desk.journey.get(key)
    assert isinstance(record, Opportunity)
    assert record.first == "t3"
    assert hand.steps == 1


def test_a_lane_of_a_kind_lands_between_two_rows(hand: Hand) -> None:
    strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l3")
    hand.carry("lane", EDGE, detail="gains").drag((100.0, strip.top + 0.5))
    (bar,) = hand.marks(LandingBar)
    assert bar.y1 == bar.y2
    hand.release()
    rows = hand.desk.journey.rows()
    new = next(row for row in rows if isinstance(row, Lane) and row.kind == "gains")
    assert rows[rows.index(new) + 1].id == "l3"
    assert hand.steps == 1


def test_a_lane_or_line_without_a_kind_asks_for_it(hand: Hand) -> None:
    for item, kind in (("lane", "backstage"), ("line", "internal")):
        steps = hand.steps
        hand.carry(cast("ItemKind", item), EDGE).drag((100.0, 120.0)).release()
        what, choices, then = hand.desk.asked.pop()
        assert what == item
        assert kind in choices
        assert "visibility" not in choices, "that line is there already"
        assert hand.steps == steps
        then(kind)
        assert kind in {row.kind for row in hand.desk.journey.rows()}
        assert hand.steps == steps + 1


def test_a_line_that_is_there_already_is_refused_with_a_reason(hand: Hand) -> None:
    hand.carry("line", EDGE, detail="visibility").drag((100.0, 120.0))
    assert hand.desk.hint is not None
    assert hand.desk.hint.what.english() == "This line is already on the map."
    hand.drag((101.0, 125.0))
    assert hand.desk.hint.what.english() == "This line is already on the map."
    hand.release()
    assert hand.steps == 0
    assert len(hand.desk.journey.all(Line)) == 1


def test_a_persona_is_put_before_another(hand: Hand) -> None:
    box = hand.box("p0", "persona")
    hand.carry("persona", (box.x + 1, box.middle[1])).release()
    assert hand.desk.journey.all(Persona)[0].id == hand.desk.selection[0]
    assert hand.desk.opened


def test_it_may_be_brought_again_and_again_and_is_still_the_same_thing(hand: Hand) -> None:
    hand.carry("pain", EDGE).carry("pain", "t4")
    previews, (box,) = hand.desk.previews, hand.marks(LandingPlace)
    for n in range(5):
        hand.carry("pain", (hand.x + 0.1 * n, hand.y))
    assert hand.desk.previews == previews
    assert hand.marks(LandingPlace) == [box]
    hand.release()
    assert hand.steps == 1


def test_carried_out_again_it_leaves_nothing(hand: Hand) -> None:
    hand.carry("touchpoint", EDGE).drag("t4").leave()
    assert (len(hand.desk.journey.all(Touchpoint)), hand.steps, hand.desk.marks) == (9, 0, ())
    assert isinstance(hand.tool, Pointing)


def test_beside_the_paper_nothing_happens(hand: Hand) -> None:
    hand.carry("pain", EDGE).drag("t4").drag((-20.0, 30.0))
    assert hand.marks(InHand)
    assert not hand.marks(Glow)
    hand.release()
    assert hand.steps == 0


# -- the parking lot --------------------------------------------------------------------------------------------------
def note(hand: Hand, where: tuple[float, float] | str, *keys: str) -> Hand:
    return hand.carry("parked", EDGE, records=keys or ("note0",)).follow(lambda: hand.place(where)).release()


def test_a_note_hangs_on_a_touchpoint_or_a_stage(hand: Hand) -> None:
    found = hand.desk.board.bands()[0]
    slot = hand.desk.board.slot("t7")
    assert slot is not None
    gap = next(strip for strip in found.strips if strip.record == "l5")
    note(hand, (slot[1].x, (gap.top + gap.bottom) / 2))
    record = hand.record("note0")
    assert isinstance(record, Note)
    assert (record.first, hand.steps, hand.desk.selection) == ("t7", 1, ("note0",))
    note(hand, "s3", "chance1")
    chance = hand.record("chance1")
    assert isinstance(chance, Opportunity)
    assert chance.first == "s3"


def test_in_a_lane_of_pains_a_note_becomes_a_pain_there(hand: Hand) -> None:
    hand.carry("parked", EDGE, records=("note0",)).drag(over(hand, "t7", "l6"))
    assert hand.desk.hint is not None
    assert hand.desk.hint.what.english() == "Becomes a pain point"
    hand.release()
    (key,) = hand.desk.selection
    pain = hand.desk.journey.get(key)
    assert isinstance(pain, Pain)
    assert (pain.text, pain.first) == ("Ask", "t7")
    assert "note0" not in hand.desk.journey
    assert hand.steps == 1


def test_in_a_lane_of_texts_notes_become_texts(hand: Hand) -> None:
    note(hand, over(hand, "t7", "l4"), "note0", "note1")
    texts = [text for text in hand.desk.journey.all(Entry) if text.first == "t7"]
    assert [text.text for text in texts] == ["Ask", "Also\nmore"]
    assert {(text.lane, text.personas) for text in texts} == {("l4", ("p0",))}
    assert hand.steps == 1


def test_in_a_lane_of_touchpoints_notes_become_touchpoints(hand: Hand) -> None:
    def there() -> tuple[float, float]:
        found = hand.desk.board.stage("s3")
        strip = next(one for one in hand.desk.board.bands()[0].strips if one.record == "l1")
        assert found is not None
        return found[1].left + 4, (strip.top + strip.bottom) / 2

    hand.carry("parked", EDGE, records=("note0", "note1")).follow(there).release()
    assert [(one.title, one.channel) for one in hand.desk.journey.touchpoints("s3")] == [
        ("Ask", "fax"),
        ("Also", "fax"),
    ]
    assert hand.steps == 1


def test_what_cannot_hang_on_the_map_is_not_carried(hand: Hand) -> None:
    hand.carry("parked", EDGE, records=("t0", "nothing"))
    assert isinstance(hand.tool, Pointing)
    assert hand.desk.marks == ()


def test_a_text_of_the_parking_lot_comes_into_the_lane_at_the_pointer(hand: Hand) -> None:
    note(hand, over(hand, "t7", "l3"), "e3")
    text = hand.record("e3")
    assert isinstance(text, Entry)
    assert (text.lane, text.first) == ("l3", "t7")

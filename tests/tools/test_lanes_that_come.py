"""What has no lane on the map brings one when it is let go; the status bar says so before."""

from __future__ import annotations

from typing import cast

import pytest

from journeyeditor.edits.capturing import add_notes
from journeyeditor.model.records import Lane, Note, Opportunity, Pain
from journeyeditor.tools.events import ItemKind
from journeyeditor.tools.marks import LandingPlace
from tests.edits.samples import small
from tests.tools.fake_desk import Hand

EDGE = (2.0, 2.0)


@pytest.fixture
def hand() -> Hand:
    return Hand(small())


def lanes(hand: Hand) -> list[str]:
    return [lane.kind for lane in hand.desk.journey.all(Lane)]


def how(hand: Hand) -> str:
    return hand.desk.hint.how.english() if hand.desk.hint and hand.desk.hint.how else ""


@pytest.mark.parametrize(
    ("item", "kind", "name"),
    [
        ("quote", "quotes", "Quotes"),
        ("measure", "measures", "Measures"),
        ("note", "free", "Notes"),
        ("gain", "gains", "Gains"),
        ("opportunity", "opportunities", "Opportunities"),
    ],
)
def test_a_new_finding_brings_its_lane(hand: Hand, item: str, kind: str, name: str) -> None:
    before = list(hand.desk.journey)
    hand.carry(cast("ItemKind", item), EDGE).drag("till")
    assert how(hand) == f"A lane “{name}” comes along"
    if item != "opportunity":
        assert hand.marks(LandingPlace), "where it will stand is shown"
    hand.release()
    (key,) = hand.desk.selection
    assert kind in lanes(hand)
    assert hand.desk.board.boxes(key), "it is on the map"
    hand.desk.history.undo()
    assert sorted(one.id for one in hand.desk.journey) == sorted(one.id for one in before)


def test_where_the_lane_is_there_the_hint_is_the_usual_one(hand: Hand) -> None:
    hand.carry("quote", EDGE).drag("till").release()
    hand.carry("quote", EDGE).drag("till")
    assert how(hand) == "Let it go over a touchpoint or a stage"


def test_while_an_opportunity_looks_for_a_pain_the_pains_stay(hand: Hand) -> None:
    hand.carry("pain", EDGE).drag("advert").release()
    before = hand.box("queue")
    hand.carry("opportunity", EDGE).drag("till")
    assert hand.box("queue") == before
    hand.drag("queue").release()
    (answer,) = hand.desk.journey.all(Opportunity)
    assert list(hand.desk.journey.answered(answer.id)) == ["queue"]
    assert "opportunities" in lanes(hand)


def test_a_parked_note_brings_its_lane_when_it_is_let_go(hand: Hand) -> None:
    hand.carry("parked", EDGE, records=("idea",)).drag("Buy")
    assert how(hand) == "A lane “Notes” comes along"
    assert "free" not in lanes(hand), "the map stays still under the hand"
    hand.release()
    assert hand.desk.board.boxes("idea", "note")
    assert "free" in lanes(hand)


def test_a_note_over_a_card_of_a_lane_becomes_what_the_lane_holds(hand: Hand) -> None:
    hand.carry("pain", EDGE).drag("till").release()
    hand.desk.history.do(add_notes(hand.desk.journey, ["No seats"]))
    hand.desk._follow(hand.desk.history.last)
    (note,) = [one for one in hand.desk.journey.all(Note) if one.text == "No seats"]
    hand.carry("parked", EDGE, records=(note.id,)).drag("queue")
    assert hand.desk.hint
    assert hand.desk.hint.what.english() == "Becomes a pain point"
    hand.release()
    assert "No seats" in [pain.text for pain in hand.desk.journey.all(Pain)]
    assert note.id not in hand.desk.journey

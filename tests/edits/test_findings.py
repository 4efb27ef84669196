from __future__ import annotations

import pytest

from journeyeditor.edits.anchoring import anchor, park
from journeyeditor.edits.describing import set_personas
from journeyeditor.edits.entries import add_entry, move_entries
from journeyeditor.edits.findings import add_finding, link, unlink, vote
from journeyeditor.edits.flows import connect, reconnect
from journeyeditor.edits.measures import remove_value, set_value
from journeyeditor.edits.notes import add_note, become, move_notes
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Entry,
    Flow,
    Gain,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
    Touchpoint,
)
from tests.edits.doing import done, need, new, titles
from tests.edits.samples import full, small


def test_a_finding_hangs_where_it_was_dropped_or_waits_in_the_parking_lot() -> None:
    journey = full()
    pain = new(journey, add_finding(journey, Pain, "t4", "t1", text="Long", severity=4, personas=["p1"]), Pain)
    assert (pain.first, pain.last, pain.severity, pain.personas) == ("t1", "t4", 4, ("p1",))
    assert new(journey, add_finding(journey, Opportunity), Opportunity).first is None
    with pytest.raises(BadInput):
        add_finding(journey, Pain, "p0")
    with pytest.raises(BadInput):
        add_finding(journey, Pain, personas=["nobody"])


def test_findings_are_moved_on_the_map_parked_and_brought_back() -> None:
    journey = full()
    done(journey, anchor(journey, ["pain0", "quote"], "s2"))
    assert {need(journey, "pain0", Pain).last, need(journey, "quote", Quote).first} == {"s2"}
    done(journey, park(journey, ["pain0"]))
    assert need(journey, "pain0", Pain).first is None
    assert need(journey, "pain0", Pain).votes == 4
    assert not park(journey, ["pain0"])
    done(journey, anchor(journey, ["pain0"], "t7", "t0"))
    assert (need(journey, "pain0", Pain).first, need(journey, "pain0", Pain).last) == ("t0", "t7")


def test_findings_are_for_personas_or_for_everyone() -> None:
    journey = full()
    done(journey, set_personas(journey, ["pain0", "gain", "skip"], ["p1", "p1"]))
    assert need(journey, "gain", Gain).personas == ("p1",)
    done(journey, set_personas(journey, ["pain0"], []))
    assert need(journey, "pain0", Pain).personas == ()
    with pytest.raises(BadInput):
        set_personas(journey, ["s0"], [])


def test_votes_are_never_fewer_than_none() -> None:
    journey = full()
    done(journey, vote(journey, ["pain0"]))
    assert need(journey, "pain0", Pain).votes == 5
    done(journey, vote(journey, ["pain0"], -9))
    assert need(journey, "pain0", Pain).votes == 0
    assert not vote(journey, ["pain0"], -1)


def test_an_opportunity_answers_pains() -> None:
    journey = full()
    done(journey, link(journey, "chance0", "pain2"))
    assert journey.answered("chance0") == ["pain0", "pain2"]
    assert not link(journey, "chance0", "pain2")
    done(journey, unlink(journey, "chance0", "pain0"))
    assert journey.answered("chance0") == ["pain2"]
    assert not unlink(journey, "chance0", "pain0")
    with pytest.raises(BadInput):
        link(journey, "pain0", "chance0")


def cell(journey: Journey, lane: str, first: str | None) -> list[str]:
    return [text.id for text in journey.all(Entry) if text.lane == lane and text.first == first]


def test_texts_have_an_order_in_their_cell() -> None:
    journey = full()  # e0 and e1 share a key
    text = new(journey, add_entry(journey, "l3", "t0", at=1, text="Between"), Entry)
    assert cell(journey, "l3", "t0") == ["e0", text.id, "e1"]
    done(journey, move_entries(journey, ["e1"], "l3", "t0", at=0))
    assert cell(journey, "l3", "t0") == ["e1", "e0", text.id]
    assert not move_entries(journey, ["e1"], "l3", "t0", at=0)


def test_texts_move_to_another_lane_and_place() -> None:
    journey = full()
    done(journey, move_entries(journey, ["e0", "e3"], "l4", "s2", "t6"))
    assert cell(journey, "l4", "s2") == ["e0", "e3"]
    assert need(journey, "e0", Entry).last == "t6"
    done(journey, move_entries(journey, ["e0"], "l3", None))
    assert cell(journey, "l3", None) == ["e0"]
    with pytest.raises(BadInput):
        move_entries(journey, ["e0"], "l6", "t0")
    with pytest.raises(BadInput):
        add_entry(journey, "l0", "t0")
    with pytest.raises(BadInput):
        move_entries(journey, ["e0", "pain0"], "l3", "t0")


def test_notes_have_an_order_and_become_something() -> None:
    journey = full()
    note = new(journey, add_note(journey, at=0, text="First"), Note)
    assert [one.id for one in journey.all(Note)] == [note.id, "note0", "note1"]
    done(journey, move_notes(journey, ["note1"], 0))
    assert [one.id for one in journey.all(Note)] == ["note1", note.id, "note0"]
    pain = new(journey, become(journey, ["note1"], Pain), Pain)
    assert (pain.text, pain.first, pain.last) == ("Also\nmore", "t2", "t2")
    assert "note1" not in journey


def test_a_note_becomes_a_touchpoint_behind_the_one_it_hung_on() -> None:
    journey = full()
    touchpoint = new(journey, become(journey, ["note1"], Touchpoint), Touchpoint)
    assert (touchpoint.title, touchpoint.description) == ("Also", "more")
    assert [t.id for t in journey.touchpoints("s0")] == ["t0", "t1", "t2", touchpoint.id]


def test_a_note_without_a_place_needs_a_stage_to_become_a_touchpoint() -> None:
    journey = small()
    with pytest.raises(BadInput):
        become(journey, ["idea"], Touchpoint)
    touchpoint = new(journey, become(journey, ["idea"], Touchpoint, "buy"), Touchpoint)
    assert [t.id for t in journey.touchpoints("buy")] == ["till", touchpoint.id]
    done(journey, add_note(journey, "buy", text="On a stage"))
    (note,) = journey.all(Note)
    assert new(journey, become(journey, [note.id], Touchpoint), Touchpoint).stage == "buy"


def test_a_measure_has_one_value_per_date_in_their_order() -> None:
    journey = full()
    done(journey, set_value(journey, "nps", "2024-06", 4.5))
    done(journey, set_value(journey, "nps", "2025", 11, 80))
    values = need(journey, "nps", Measure).values
    assert [(value.date, value.value, value.sample) for value in values] == [("2024-06", 4.5, None), ("2025", 11, 80)]
    done(journey, remove_value(journey, "nps", "2025"))
    assert len(need(journey, "nps", Measure).values) == 1
    assert not remove_value(journey, "nps", "2025")


@pytest.mark.parametrize(("date", "value"), [("", 1.0), ("soon", 1.0), ("2025", float("nan")), ("2025", float("inf"))])
def test_a_value_needs_a_date_and_a_number(date: str, value: float) -> None:
    with pytest.raises(BadInput):
        set_value(full(), "nps", date, value)


def test_flows_connect_and_are_led_elsewhere() -> None:
    journey = full()
    flow = new(journey, connect(journey, "t7", "s0", label="back", share=20, personas=["p1"]), Flow)
    assert (flow.source, flow.target, flow.share) == ("t7", "s0", 20)
    done(journey, reconnect(journey, flow.id, source="t6"))
    done(journey, reconnect(journey, flow.id, target="t1"))
    moved = need(journey, flow.id, Flow)
    assert (moved.source, moved.target, moved.label) == ("t6", "t1", "back")
    assert not reconnect(journey, flow.id, "t6", "t1")


def test_a_flow_leads_from_one_step_to_another_and_is_there_once() -> None:
    journey = full()
    for source, target in (("t0", "t0"), ("t0", "p0"), ("nothing", "t0"), ("s3", "s0")):
        with pytest.raises(BadInput):
            connect(journey, source, target)
    with pytest.raises(BadInput):
        reconnect(journey, "loop", target="s3")
    with pytest.raises(BadInput):
        connect(journey, "t5", "t7", share=101)


def test_notes_of_one_touchpoint_become_touchpoints_behind_it_in_their_order() -> None:
    journey = small()
    notes = [new(journey, add_note(journey, "advert", text=text), Note).id for text in ("One", "Two", "Three")]
    done(journey, become(journey, [*notes, "idea"], Touchpoint, "search"))
    assert titles(journey) == "Search: Advert, One, Two, Three, Self-service? | Buy: Till"

"""Nothing that is put on the map vanishes from it: a lane of its kind comes along, in the same step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.edits.anchoring import anchor, park
from journeyeditor.edits.capturing import add_notes
from journeyeditor.edits.clip import copied
from journeyeditor.edits.copying import copy_findings
from journeyeditor.edits.describing import describe, describe_all, hide, set_personas
from journeyeditor.edits.entries import move_findings
from journeyeditor.edits.findings import add_answer, add_finding
from journeyeditor.edits.homes import brought, unseen
from journeyeditor.edits.lanes import add_lane
from journeyeditor.edits.notes import add_note, become
from journeyeditor.edits.pasting import paste
from journeyeditor.edits.personas import add_persona
from journeyeditor.errors import BadInput
from journeyeditor.model.homes import HOMES, home_of, is_for, shown_people
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Gain, Lane, Line, Measure, Note, Opportunity, Pain, Persona, Quote
from tests.edits.doing import done, new
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, contents, full, small, steady_ids

KINDS = (Pain, Gain, Quote, Opportunity, Measure)
PICTURE = Path(__file__).resolve().parents[1] / "paint" / "pictures" / "shapes.png"
PUTTING = (
    "add finding", "add note", "add answer", "anchor", "move findings", "note becomes", "notes become cards",
    "paste within", "paste between", "copy findings", "duplicate",
)  # fmt: skip


def lanes(journey: Journey) -> list[str]:
    return [row.kind for row in journey.rows()]


def is_shown(journey: Journey, key: str) -> bool:
    people = shown_people(journey.head, journey.personas())
    return home_of(journey.get(key), journey.all(Lane), people) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_brings_its_lane_and_undo_takes_both(kind: type[Pain]) -> None:
    journey = small()
    before, step = contents(journey), journey.touchpoints()[0].id
    change = add_finding(journey, kind, step)
    finding = new(journey, change, kind)
    assert [lane.kind for lane in brought(change)] == [HOMES[kind]]
    assert is_shown(journey, finding.id)
    assert brought(add_finding(journey, kind, step)) == [], "the next one has its lane"
    journey.apply(change.inverse())
    assert contents(journey) == before


def test_a_note_on_the_map_stands_in_a_lane_of_free_text() -> None:
    journey = small()
    note = new(journey, add_note(journey, journey.touchpoints()[0].id), Note)
    assert "free" in lanes(journey)
    assert is_shown(journey, note.id)
    assert brought(add_note(journey)) == [], "in the parking lot it needs none"


def pictured(journey: Journey) -> str:
    """The key of a picture that the journey knows."""
    return journey.images.add(PICTURE.read_bytes())


def test_a_picture_brings_its_lane_right_below_the_touchpoints_and_undo_takes_both() -> None:
    journey = small()
    before, step = contents(journey), journey.touchpoints()[0].id
    change = describe(journey, step, image=pictured(journey))
    assert [lane.kind for lane in brought(change)] == ["images"]
    journey.apply(change)
    assert lanes(journey)[:2] == ["touchpoints", "images"]
    other = journey.touchpoints()[1].id
    assert brought(describe(journey, other, image=pictured(journey))) == [], "the next one has its lane"
    assert brought(describe(journey, step, title="Another name")) == []
    journey.apply(change.inverse())
    assert contents(journey) == before


def test_one_lane_for_the_pictures_of_several_touchpoints() -> None:
    journey = small()
    change = describe_all(journey, [one.id for one in journey.touchpoints()], image=pictured(journey))
    assert [lane.kind for lane in brought(change)] == ["images"]
    journey.apply(change)
    assert brought(describe_all(journey, [one.id for one in journey.touchpoints()], image=None)) == []


def test_a_hidden_lane_of_pictures_is_shown_again_and_one_for_nobody_is_not_enough() -> None:
    journey = small()
    step, picture = journey.touchpoints()[0].id, pictured(journey)
    paul = new(journey, add_persona(journey, name="Paul"), Persona).id
    lane = new(journey, add_lane(journey, "images"), Lane)
    journey.apply(hide(journey, [lane.id], hidden=True))
    assert [(one.id, one.hidden) for one in brought(describe(journey, step, image=picture))] == [(lane.id, False)]
    journey.apply(set_personas(journey, [lane.id], [paul]))
    journey.apply(hide(journey, [lane.id], hidden=False))
    journey.apply(hide(journey, [paul], hidden=True))
    (beside,) = brought(describe(journey, step, image=picture))
    assert (beside.kind, beside.personas) == ("images", ())


def test_a_portrait_brings_no_lane() -> None:
    journey = small()
    paul = new(journey, add_persona(journey, name="Paul"), Persona).id
    assert brought(describe(journey, paul, portrait=pictured(journey))) == []


def test_a_touchpoint_pasted_with_its_picture_brings_the_lane_unless_the_others_are_not_seen_either() -> None:
    journey = small()
    step = journey.touchpoints()[0]
    journey.apply(describe(journey, step.id, image=pictured(journey)))
    clip = copied(journey, [step.id])
    other = small()
    assert [lane.kind for lane in brought(paste(other, clip, other.stages()[0].id))] == ["images"]
    for lane in journey.all(Lane):
        if lane.kind == "images":
            journey.apply(hide(journey, [lane.id], hidden=True))
    assert brought(paste(journey, clip, journey.stages()[0].id)) == []


def test_where_lanes_come() -> None:
    journey = small()
    step = journey.touchpoints()[0].id
    for lane in journey.all(Lane):
        journey.apply(hide(journey, [lane.id], hidden=False))
    for kind in ("touchpoints", "emotions", "pains", "measures"):
        if kind not in lanes(journey):
            done(journey, add_lane(journey, kind))  # type: ignore[arg-type]
    for kind in (Opportunity, Quote, Gain):
        done(journey, add_finding(journey, kind, step))
    found = [kind for kind in lanes(journey) if kind not in ("actions", "free")]
    order = ["emotions", "quotes", "gains", "pains", "opportunities", "measures"]
    assert [kind for kind in found if kind in order] == order, "answers stay right below the pains"


def test_a_hidden_lane_is_shown_again() -> None:
    journey = small()
    lane = new(journey, add_lane(journey, "pains"), Lane)
    journey.apply(hide(journey, [lane.id], hidden=True))
    change = add_finding(journey, Pain, journey.touchpoints()[0].id)
    assert [(one.id, one.hidden) for one in brought(change)] == [(lane.id, False)]


def test_beside_the_lane_of_one_persona_comes_one_for_the_other() -> None:
    journey = small()
    paul, marie = (new(journey, add_persona(journey, name=name), Persona).id for name in ("Paul", "Marie"))
    own = new(journey, add_lane(journey, "pains", personas=(paul,)), Lane)
    step = journey.touchpoints()[0].id
    everyones = add_finding(journey, Pain, step)
    assert brought(everyones) == [], "what is for everyone is left over for it"
    pain = new(journey, everyones, Pain)
    (lane,) = brought(add_finding(journey, Pain, step, personas=(marie,)))
    assert lane.personas == (marie,)
    done(journey, add_finding(journey, Pain, step, personas=(marie,)))
    people = shown_people(journey.head, journey.personas())
    assert home_of(pain, journey.all(Lane), people) == own, "it stays where it was"


def test_a_hidden_persona_gets_no_lane_but_is_told_of() -> None:
    journey = small()
    paul = new(journey, add_persona(journey, name="Paul"), Persona).id
    journey.apply(hide(journey, [paul], hidden=True))
    change = add_finding(journey, Pain, journey.touchpoints()[0].id, personas=(paul,))
    assert brought(change) == []
    (pain,) = done(journey, change)
    assert [one.id for one in unseen(journey, change)] == [pain.id]


def test_given_to_somebody_without_a_lane_it_is_told_of() -> None:
    journey = small()
    paul, marie = (new(journey, add_persona(journey, name=name), Persona).id for name in ("Paul", "Marie"))
    done(journey, add_lane(journey, "pains", personas=(paul,)))
    pain = new(journey, add_finding(journey, Pain, journey.touchpoints()[0].id, personas=(paul,)), Pain)
    change = set_personas(journey, [pain.id], [marie])
    journey.apply(change)
    assert [one.id for one in unseen(journey, change)] == [pain.id]


def test_parked_notes_become_seen_however_they_come() -> None:
    journey = small()
    step = journey.touchpoints()[0].id
    done(journey, add_notes(journey, ["a", "b"]))
    a, b = (note.id for note in journey.all(Note) if note.text in "ab")
    change = anchor(journey, [a, b], step)
    assert len(brought(change)) == 1, "one lane for both"
    journey.apply(change)
    assert [lane.kind for lane in brought(become(journey, [a], Quote))] == ["quotes"]
    assert brought(park(journey, [a, b])) == []


def test_a_quote_told_beside_the_curve_keeps_being_told_when_it_is_moved() -> None:
    journey = full()
    where = journey.touchpoints()[1].id
    assert not is_shown(journey, "quote")
    journey.apply(set_personas(journey, ["quote"], ["p0"]))
    assert brought(move_findings(journey, {"quote": ("t3", "t3")})) == [], "it lies where it lay"
    assert [lane.kind for lane in brought(move_findings(journey, {"quote": (where, where)}))] == ["quotes"]
    assert [lane.kind for lane in brought(copy_findings(journey, ["quote"], where))] == ["quotes"]


def test_an_answer_and_a_paste_bring_theirs() -> None:
    journey = small()
    step = journey.touchpoints()[0].id
    pain = new(journey, add_finding(journey, Pain, step), Pain)
    assert [lane.kind for lane in brought(add_answer(journey, pain.id))] == ["opportunities"]
    other = small()
    assert [lane.kind for lane in brought(paste(other, copied(journey, [pain.id]), step))] == ["pains"]


def test_a_copied_stage_shows_as_much_as_its_original() -> None:
    journey = small()
    step = journey.touchpoints()[0].id
    journey.apply(add_finding(journey, Quote, step))
    clip = copied(journey, [journey.stages()[0].id])
    assert brought(paste(journey, clip)) == []
    for lane in journey.all(Lane):
        if lane.kind == "quotes":
            change = hide(journey, [lane.id], hidden=True)
            journey.apply(change)
    assert brought(paste(journey, clip)) == [], "the original is hidden too"
    assert [lane.kind for lane in brought(paste(small(), clip))] == ["quotes"], "elsewhere it would be lost"


@pytest.mark.parametrize("name", PUTTING)
def test_whatever_is_put_on_the_map_stands_in_a_lane(name: str) -> None:
    """Unless it is for hidden people alone, or its own lane is hidden, or the original is not shown either."""
    put = 0

    @settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=40)
    @given(size=st.sampled_from(["full", "small"]), data=st.data())
    @steady_ids()
    def run(size: str, data: st.DataObject) -> None:
        nonlocal put
        journey = SIZES[size]()
        if data.draw(st.booleans()):
            journey.apply(hide(journey, [lane.id for lane in journey.all(Lane)], hidden=False))
        try:
            change = EDITS[name](journey, Hand(journey, data.draw))
        except BadInput:
            return
        before = contents(journey)
        known = {type(one) for key, one in before.items() if type(one) in HOMES and not is_shown(journey, key)}
        journey.apply(change)
        people = shown_people(journey.head, journey.personas())
        for key, (was, now) in change.pairs.items():
            if type(now) not in HOMES or now.first is None or not is_for(now.personas, people):  # type: ignore[union-attr]
                continue
            hung = (was.first, was.last) if was is not None else (None, None)  # type: ignore[union-attr]
            if hung == (now.first, now.last):  # type: ignore[union-attr]
                continue
            put += 1
            hidden = any(lane.hidden and lane.kind == HOMES[type(now)] for lane in journey.all(Lane))  # type: ignore[index]
            assert is_shown(journey, key) or hidden or type(now) in known
        assert all(isinstance(row, Line | Lane) for row in journey.rows())

    run()
    assert put, "nothing was put on the map"

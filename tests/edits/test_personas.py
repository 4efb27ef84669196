from __future__ import annotations

from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import hide, set_personas
from journeyeditor.edits.emotions import clear_emotion, set_emotion
from journeyeditor.edits.lanes import give_lane
from journeyeditor.edits.personas import add_persona, copy_persona, move_personas
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    Emotion,
    Entry,
    Flow,
    Lane,
    Pain,
    Persona,
    Quote,
    emotion_id,
)
from tests.edits.doing import done, need, new
from tests.edits.samples import full, small


def curve(journey: Journey, persona: str) -> dict[str, float]:
    return {key: emotion.value for key, emotion in journey.emotions(persona).items()}


def test_a_new_persona_has_a_style_that_nobody_has() -> None:
    journey = full()
    assert new(journey, add_persona(journey, name="Zoé"), Persona).style == 3
    assert new(journey, add_persona(journey, 0, style=7), Persona).style == 7
    assert journey.personas()[0].style == 7
    done(journey, move_personas(journey, ["p1"], 0))
    assert journey.personas()[0].id == "p1"


def test_a_copied_persona_feels_the_same_and_shares_what_was_shared() -> None:
    journey = full()
    change = copy_persona(journey, "p0")
    copy = new(journey, change, Persona)
    assert (copy.name, copy.style, copy.portrait, copy.goals) == (
        "Marie 2",
        3,
        need(full(), "p0", Persona).portrait,
        ("Save time",),
    )
    assert [persona.id for persona in journey.personas()][:2] == ["p0", copy.id]
    assert curve(journey, copy.id) == curve(journey, "p0")
    (pain,) = [record for record in change.added() if isinstance(record, Pain)]
    assert (pain.text, pain.first, pain.last, pain.personas) == ("Long way", "t1", "t6", (copy.id,))
    assert journey.get(f"answers:chance1:{pain.id}") is not None
    assert need(journey, "pain2", Pain).personas == ("p0", "p1", copy.id)
    assert need(journey, "skip", Flow).personas == ("p0", copy.id)
    assert journey.head.poster.personas == ("p0", copy.id)
    (lane,) = [record for record in change.added() if isinstance(record, Lane)]
    assert (lane.kind, lane.personas) == ("thoughts", (copy.id,))
    assert sorted(text.text for text in journey.all(Entry) if text.lane == lane.id) == ["Hm", "Parked"]
    assert [row.id for row in journey.rows()].index(lane.id) == [row.id for row in journey.rows()].index("l4") + 1
    assert need(journey, "l8", Lane).personas == ("p0", "p1", copy.id)
    (text,) = [record for record in change.added() if isinstance(record, Entry) and record.lane == "l3"]
    assert (text.text, text.personas) == ("Hers", (copy.id,))


def test_nobody_has_voted_for_a_copy_and_a_name_may_be_given() -> None:
    journey = full()
    done(journey, set_personas(journey, ["pain0"], ["p1"]))
    change = copy_persona(journey, "p1", "Zoé")
    assert [record.votes for record in change.added() if isinstance(record, Pain)] == [0]
    assert [record.name for record in change.added() if isinstance(record, Persona)] == ["Zoé"]


def test_what_was_for_a_deleted_persona_alone_never_becomes_everyones() -> None:
    journey = full()
    done(journey, delete(journey, ["p0"]))
    assert {emotion.persona for emotion in journey.all(Emotion)} == {"p1"}
    pain = need(journey, "pain1", Pain)
    assert (pain.first, pain.personas, pain.text) == (None, (), "Long way"), "it waits in the parking lot"
    assert need(journey, "e4", Entry).first is None
    assert journey.get("skip") is None
    assert journey.get("l4") is None
    assert journey.get("e3") is None
    assert need(journey, "pain2", Pain).personas == ("p1",)
    assert need(journey, "pain2", Pain).first == "s1"
    assert need(journey, "step", Flow).personas == ("p1",)
    assert need(journey, "l8", Lane).personas == ("p1",)
    assert journey.head.poster.personas == ()
    assert need(journey, "quote", Quote).first == "t3"
    assert len(journey.all(Answers)) == 2


def test_two_personas_deleted_together_take_along_what_was_for_both() -> None:
    journey = full()
    done(journey, delete(journey, ["p0", "p1"]))
    assert journey.get("l8") is None
    assert need(journey, "pain2", Pain).first is None
    assert journey.get("step") is None


def test_a_lane_is_given_to_another_persona_with_its_texts() -> None:
    journey = full()
    done(journey, give_lane(journey, "l4", ["p1"]))
    assert need(journey, "l4", Lane).personas == ("p1",)
    assert need(journey, "e2", Entry).personas == ("p1",)
    assert need(journey, "e3", Entry).personas == ()
    done(journey, give_lane(journey, "l4", []))
    assert need(journey, "e2", Entry).personas == ()


def test_a_feeling_is_set_changed_and_cleared() -> None:
    journey = small()
    done(journey, set_emotion(journey, "marie", "till", -1.25))
    assert journey.emotions("marie")["till"].value == -1.25
    assert journey.emotions("marie")["till"].words == "glad"
    done(journey, set_emotion(journey, "marie", "advert", 2, ""))
    assert curve(journey, "marie") == {"advert": 2, "till": -1.25}
    done(journey, clear_emotion(journey, "marie", "advert"))
    assert emotion_id("marie", "advert") not in journey
    assert not clear_emotion(journey, "marie", "advert")
    assert not set_emotion(journey, "marie", "till", -1.25)


def test_hiding_loses_nothing() -> None:
    journey = full()
    done(journey, hide(journey, ["p0", "l3"]))
    assert need(journey, "p0", Persona).hidden
    assert need(journey, "l3", Lane).hidden
    done(journey, hide(journey, ["p0", "l3"], hidden=False))
    assert not need(journey, "p0", Persona).hidden
    assert not hide(journey, ["p0"], hidden=False)

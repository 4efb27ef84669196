from __future__ import annotations

import json

import pytest

from journeyeditor.edits.clip import Clip, copied, cut
from journeyeditor.edits.copying import copy_findings
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe
from journeyeditor.edits.entries import add_entry
from journeyeditor.edits.head import to_be_copy
from journeyeditor.edits.homes import brought
from journeyeditor.edits.lanes import add_lane
from journeyeditor.edits.pasting import duplicate, paste, strangers
from journeyeditor.errors import BadInput
from journeyeditor.model.blank import blank
from journeyeditor.model.records import (
    Answers,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Lane,
    Line,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)
from tests.edits.doing import done, need, new, titles
from tests.edits.samples import contents, empty, full, small


def kinds(records: object) -> list[str]:
    return sorted(type(record).__name__ for record in records)  # type: ignore[attr-defined]


def test_a_stage_brings_its_column_to_another_journey() -> None:
    journey = small()
    change = paste(journey, copied(full(), ["s1"]))
    added = done(journey, change)
    assert titles(journey) == "Search: Advert | Buy: Till | Stage 1: Touchpoint 3, Touchpoint 4, Photo"
    assert kinds(added) == sorted(
        [
            "Stage",
            *["Touchpoint"] * 3,
            "Channel",
            "Pain",
            "Pain",
            "Quote",
            "Opportunity",
            "Answers",
            "Measure",
            "Emotion",
            "Flow",
        ]
        + ["Lane"] * len(brought(change))
    )
    assert [lane.kind for lane in brought(change)] == ["opportunities", "quotes", "measures", "images"]
    assert not {record.id for record in added} & set(contents(full()))
    (photo,) = [t for t in journey.touchpoints() if t.title == "Photo"]
    assert photo.image in journey.images
    (slow,) = [pain for pain in journey.all(Pain) if pain.text == "Slow"]
    assert need(journey, slow.first or "", Touchpoint).title == "Touchpoint 3"
    assert slow.votes == 4
    (channel,) = journey.all(Channel)
    assert (channel.title, channel.id) == ("Fax", need(journey, slow.first or "", Touchpoint).channel)


def test_personas_of_the_same_name_are_the_same() -> None:
    journey = small()
    done(journey, describe(journey, "marie", name=" MARIE "))
    source = full()
    done(source, describe(source, "p1", name=""))
    clip = copied(source, ["s1"])
    assert [one.id for one in strangers(journey.personas(), clip)] == ["p1"]
    done(journey, paste(journey, clip))
    (stage_pain,) = [pain for pain in journey.all(Pain) if pain.text == "Stage"]
    assert stage_pain.personas == ("marie",)
    assert need(journey, stage_pain.first or "", Stage).title == "Stage 1"
    felt = {need(journey, key, Touchpoint).title: one.value for key, one in journey.emotions("marie").items()}
    assert felt == {"Till": 1.0, "Touchpoint 3": -2.0}, "what Paul feels at touchpoint 4 has nobody here"


def test_what_was_for_strangers_alone_keeps_its_place_for_everyone() -> None:
    journey = small()
    done(journey, describe(journey, "marie", name="Zoe"))
    done(journey, paste(journey, copied(full(), ["s1"])))
    (stage_pain,) = [pain for pain in journey.all(Pain) if pain.text == "Stage"]
    (quote,) = journey.all(Quote)
    for finding in (stage_pain, quote):
        assert finding.personas == ()
        assert finding.first is not None
    assert len(journey.all(Emotion)) == 1, "what strangers feel does not come"
    assert journey.all(Flow) == [], "a flow that only they took does not come"


def test_the_channel_of_the_other_journey_comes_once() -> None:
    journey = small()
    for _ in range(2):
        done(journey, paste(journey, copied(full(), ["t3"])))
    assert [channel.title for channel in journey.all(Channel)] == ["Fax"]


def test_pasted_into_its_own_journey_everything_outside_is_kept() -> None:
    journey = full()
    added = done(journey, paste(journey, copied(journey, ["t3"])))
    assert kinds(added) == ["Answers", "Emotion", "Opportunity", "Pain", "Quote", "Touchpoint"]
    (copy,) = [record for record in added if isinstance(record, Touchpoint)]
    assert [t.id for t in journey.touchpoints("s1")] == ["t3", copy.id, "t4", "t8"]
    assert journey.emotions("p0")[copy.id].value == -2
    (quote,) = [record for record in added if type(record).__name__ == "Quote"]
    assert quote.personas == ("p1",)  # type: ignore[union-attr]


def test_a_pasted_pain_keeps_its_opportunity_and_hangs_where_one_points() -> None:
    journey = full()
    added = done(journey, paste(journey, copied(journey, ["pain0"]), "t6"))
    (pain,) = [record for record in added if isinstance(record, Pain)]
    assert (pain.first, pain.last) == ("t6", "t6")
    assert pain.id in journey.answered("chance0")
    assert new(journey, paste(journey, copied(journey, ["gain"]), "t0", "t3"), Gain).last == "t3"


def test_touchpoints_are_pasted_where_one_points() -> None:
    journey = full()
    clip = copied(journey, ["t2", "t0"])
    change = paste(journey, clip, "t5")
    done(journey, change)
    assert [t.title for t in journey.touchpoints("s2")] == [
        "Touchpoint 5",
        "Touchpoint 0",
        "Touchpoint 2",
        "Touchpoint 6",
        "Touchpoint 7",
    ]
    done(journey, paste(journey, clip, "s3"))
    assert [t.title for t in journey.touchpoints("s3")] == ["Touchpoint 0", "Touchpoint 2"]
    done(journey, paste(journey, clip, "s3", at=0))
    assert len(journey.touchpoints("s3")) == 4


def test_a_touchpoint_needs_a_stage() -> None:
    with pytest.raises(BadInput):
        paste(empty(), copied(full(), ["t0"]))
    journey = blank(stages=1)
    assert new(journey, paste(journey, copied(full(), ["t1"])), Touchpoint).stage == journey.stages()[0].id


def test_flows_come_with_both_ends_and_feelings_with_the_persona() -> None:
    journey = empty()
    added = done(journey, paste(journey, copied(full(), ["s0", "s3", "p0"])))
    assert [flow.label for flow in journey.all(Flow)] == ["again"]
    assert len(journey.all(Emotion)) == 1
    assert {record.lane for record in added if isinstance(record, Entry)} == {
        lane.id for lane in journey.all(Lane) if lane.kind == "actions"
    }
    assert [lane.kind for lane in journey.all(Lane)] == ["actions", "free"], "and one for the note"


def test_a_lane_brings_its_texts_and_is_for_everyone_where_its_persona_is_not() -> None:
    journey = small()
    done(journey, paste(journey, copied(full(), ["l4", "line"])))
    (lane,) = [lane for lane in journey.all(Lane) if lane.kind == "thoughts"]
    assert lane.personas == ("marie",)
    other = small()
    done(other, describe(other, "marie", name="Zoe"))
    done(other, paste(other, copied(full(), ["l4"])))
    assert [lane.personas for lane in other.all(Lane) if lane.kind == "thoughts"] == [()]
    assert sorted(text.text for text in journey.all(Entry)) == ["Hm", "Parked"]
    assert [line.kind for line in journey.all(Line)] == ["visibility"]
    assert all(text.first is None for text in journey.all(Entry))


def test_texts_find_a_lane_of_their_kind() -> None:
    journey = blank(stages=1)
    (actions,) = [lane for lane in journey.all(Lane) if lane.kind == "actions"]
    assert new(journey, paste(journey, copied(full(), ["e0"])), Entry).lane == actions.id


def test_a_to_be_copy_takes_pasted_records_with_all_they_name() -> None:
    journey = full()
    copy = to_be_copy(journey)
    added = done(copy, paste(copy, copied(journey, ["pain2"])))
    assert [(record.personas, record.first) for record in added if isinstance(record, Pain)] == [(("p0", "p1"), "s1")]


def test_personas_come_in_a_free_style() -> None:
    journey = small()  # Marie has style 1
    done(journey, paste(journey, copied(full(), ["p0", "p1"])))
    assert [persona.style for persona in journey.personas()] == [1, 3, 2]
    assert need(full(), "p0", Persona).portrait in journey.images


def test_a_stage_pasted_into_a_band_takes_its_phase() -> None:
    journey = full()
    (stage,) = [one for one in done(journey, paste(journey, copied(small(), ["buy"]), at=1)) if isinstance(one, Stage)]
    assert stage.phase == "before"
    (stage,) = [one for one in done(journey, paste(journey, copied(small(), ["buy"]), at=0)) if isinstance(one, Stage)]
    assert stage.phase == "during"


def test_cut_and_paste_loses_nothing() -> None:
    journey = full()
    clip, change = cut(journey, ["s1"])
    done(journey, change)
    assert "pain0" not in journey
    done(journey, paste(journey, clip, at=0))
    assert titles(journey).startswith("Stage 1: Touchpoint 3, Touchpoint 4, Photo | Stage 0")
    (pain,) = [pain for pain in journey.all(Pain) if pain.text == "Slow"]
    assert pain.votes == 4
    assert len(journey.all(Emotion)) == 5


def test_a_clip_survives_a_clipboard() -> None:
    clip = copied(full(), ["s1", "p0"])
    journey = empty()
    again = Clip.from_plain(json.loads(json.dumps(clip.to_plain())), journey)
    assert again == clip
    done(journey, paste(journey, again))
    assert len(journey.touchpoints()) == 3


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        "text",
        {"records": 1, "context": [], "images": []},
        {"records": [{"head": {"id": "h"}}], "context": [], "images": []},
        {"records": [{"stage": {}}], "context": [], "images": []},
        {"records": [], "context": [], "images": ["?"]},
        {"records": [], "context": [], "images": ["QUJD"]},
        {"records": [], "context": [], "images": [1]},
    ],
)
def test_what_is_no_clip_is_refused(plain: object) -> None:
    with pytest.raises(BadInput):
        Clip.from_plain(plain, empty())


def test_a_clip_with_a_missing_part_pastes_what_it_can() -> None:
    clip = copied(full(), ["s1"])
    journey = small()
    headless = Clip(tuple(record for record in clip.records if not isinstance(record, Stage)))
    done(journey, paste(journey, headless))
    assert len(journey.touchpoints("buy")) == 4
    assert {touchpoint.image for touchpoint in journey.touchpoints()} == {None}


def test_duplicates_stand_beside_their_originals_and_have_no_votes() -> None:
    journey = full()
    added = done(journey, duplicate(journey, ["pain0", "l3", "note0", "s0", "chance1"]))
    assert [record.votes for record in added if isinstance(record, Pain) and record.text == "Slow"] == [0]
    rows = journey.rows()
    (lane,) = [record for record in added if isinstance(record, Lane)]
    assert rows[[row.id for row in rows].index("l3") + 1] == lane
    assert [stage.title for stage in journey.stages()][:2] == ["Stage 0", "Stage 0"]
    assert len(journey.all(Note)) == 4, "the note on a touchpoint of the stage comes too"
    assert [record.text for record in added if isinstance(record, Opportunity)] == ["Parked chance"]
    assert len([record for record in added if isinstance(record, Answers)]) == 2


def test_duplicated_personas_feel_the_same() -> None:
    journey = full()
    added = done(journey, duplicate(journey, ["p1"]))
    (copy,) = [record for record in added if isinstance(record, Persona)]
    assert len(journey.emotions(copy.id)) == 2


@pytest.mark.parametrize("keys", [["line"], ["emotion:p0:t0"], ["loop"], ["journey"], ["nothing"], []])
def test_what_cannot_be_copied_says_so(keys: list[str]) -> None:
    with pytest.raises(BadInput):
        duplicate(full(), keys)


def test_the_original_may_go_after_copying() -> None:
    journey = full()
    clip = copied(journey, ["e2", "t1"])
    done(journey, delete(journey, ["s0", "l4"]))
    added = done(journey, paste(journey, clip))
    assert sorted(record.text for record in added if isinstance(record, Entry)) == ["Hers", "Hm"]
    assert [(record.kind, record.personas) for record in added if isinstance(record, Lane)] == [("thoughts", ("p0",))]


def test_copied_texts_come_last_in_the_cell_of_another_lane() -> None:
    journey = small()
    thoughts = new(journey, add_lane(journey, "thoughts"), Lane).id
    actions = new(journey, add_lane(journey, "actions"), Lane).id
    for text in ("one", "two", "three"):
        done(journey, add_entry(journey, actions, "till", text=text))
    copied_texts = [
        new(journey, add_entry(journey, thoughts, "till", text=text), Entry).id for text in ("four", "five")
    ]
    done(journey, copy_findings(journey, copied_texts, "till", lane=actions))
    cell = [text.text for text in journey.all(Entry) if text.lane == actions]
    assert cell == ["one", "two", "three", "four", "five"]

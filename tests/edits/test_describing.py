from __future__ import annotations

from typing import Any

import pytest

from journeyeditor.edits.describing import describe, describe_all, naming_field, rename
from journeyeditor.edits.head import set_phase_title, set_poster, to_be_copy
from journeyeditor.edits.lanes import add_lane, add_line, move_rows
from journeyeditor.errors import BadInput
from journeyeditor.model.fingerprint import fingerprint
from journeyeditor.model.records import Head, Lane, Line, Measure, Origin, Persona, Quote, Stage, Touchpoint
from tests.edits.doing import done, need, new
from tests.edits.samples import assert_sound, contents, full, small


def test_everything_with_a_name_can_be_renamed() -> None:
    journey = full()
    for record in list(journey):
        if naming_field(record) is not None:
            done(journey, rename(journey, record.id, "New"))
    names = {getattr(record, naming_field(record) or "") for record in journey if naming_field(record)}
    assert names == {"New"}
    with pytest.raises(BadInput):
        rename(journey, "line", "New")


def test_a_lane_without_a_title_has_its_standard_word_again() -> None:
    journey = full()
    done(journey, rename(journey, "l3", "What they do"))
    assert need(journey, "l3", Lane).title == "What they do"
    done(journey, rename(journey, "l3", " "))
    assert need(journey, "l3", Lane).title is None
    assert not rename(journey, "channel:web", "")


def test_texts_lose_what_no_file_can_keep() -> None:
    journey = small()
    done(journey, rename(journey, "buy", "A\x00\ud83d\r\nB"))
    assert need(journey, "buy", Stage).title == "A\nB"
    done(journey, describe(journey, "marie", goals=["one\x1b", "two"]))
    assert need(journey, "marie", Persona).goals == ("one", "two")


def test_a_link_may_be_a_host_alone() -> None:
    journey = small()
    done(journey, describe(journey, "till", links=["example.org/shop", "mailto:a@example.org"]))
    assert need(journey, "till", Touchpoint).links == ("https://example.org/shop", "mailto:a@example.org")
    done(journey, describe(journey, "buy", journey={"path": "buy.journey", "title": "Closer"}))


def test_the_journey_itself_is_described() -> None:
    journey = small()
    done(journey, describe(journey, "journey", scenario="A rainy day", language="fr", date="2026-11-21"))
    assert (journey.head.scenario, journey.head.language) == ("A rainy day", "fr")
    assert describe(journey, "journey", goal="x").label.english() == "Edit journey"


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("s0", {"order": "a9"}),
        ("s0", {"id": "other"}),
        ("s0", {"colour": "red"}),
        ("s0", {"room": float("nan")}),
        ("s0", {"title": 7}),
        ("s0", {"title": object()}),
        ("s0", {"phase": "later"}),
        ("t0", {"stage": "s1"}),
        ("t0", {"channel": "telex"}),
        ("t0", {"channel": "t1"}),
        ("t0", {"image": "photo.png"}),
        ("t0", {"links": ["javascript:alert(1)"]}),
        ("t0", {"links": ["file:///etc/passwd"]}),
        ("s0", {"journey": {"path": "//server/map.journey"}}),
        ("pain0", {"severity": 6}),
        ("pain0", {"votes": -1}),
        ("pain0", {"first": "t0"}),
        ("chance0", {"due": "soon"}),
        ("chance0", {"impact": 2.5}),
        ("nps", {"minimum": 5, "maximum": 5}),
        ("p0", {"style": 0}),
        ("l3", {"personas": ["p0", "p0"]}),
        ("l3", {"kind": "pains"}),
        ("journey", {"date": "yesterday"}),
        ("journey", {"phase_titles": {"later": "x"}}),
        ("emotion:p0:t0", {"value": 2.1}),
        ("emotion:p0:t0", {"persona": "p1"}),
        ("nothing", {"title": "x"}),
    ],
)
def test_what_cannot_stand_in_a_field_is_refused_with_a_sentence(key: str, fields: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as refusal:
        describe(full(), key, **fields)
    assert refusal.value.problem.english()
    assert refusal.value.place


def test_several_records_are_described_at_once() -> None:
    journey = full()
    done(journey, describe_all(journey, ["t0", "t1"], evidence="research", moment_of_truth=""))
    assert {need(journey, key, Touchpoint).moment_of_truth for key in ("t0", "t1", "t2")} == {"", None}
    assert not describe_all(journey, ["t0", "t1"], evidence="research")


def test_rows_are_added_and_moved_lanes_and_lines_together() -> None:
    journey = full()
    lane = new(journey, add_lane(journey, "support", 1, title="Back office"), Lane)
    assert [row.id for row in journey.rows()][:3] == ["l0", lane.id, "l1"]
    done(journey, move_rows(journey, ["line", "l0"], 2))
    assert [row.id for row in journey.rows()][:5] == [lane.id, "l1", "l0", "line", "l2"]
    assert not move_rows(journey, ["l0", "line"], 2)


def test_each_of_the_three_lines_is_there_once() -> None:
    journey = full()
    assert new(journey, add_line(journey, "interaction", 0), Line).kind == "interaction"
    with pytest.raises(BadInput):
        add_line(journey, "visibility")


def test_the_poster_and_the_phases_are_set() -> None:
    journey = full()
    done(journey, set_poster(journey, paper="A0", margin=10, personas=["p1"], accent=None))
    assert (journey.head.poster.paper, journey.head.poster.personas) == ("A0", ("p1",))
    done(journey, set_phase_title(journey, "during", "Pendant"))
    assert journey.head.phase_titles == {"before": "Avant", "during": "Pendant"}
    done(journey, set_phase_title(journey, "before", " "))
    assert journey.head.phase_titles == {"during": "Pendant"}


@pytest.mark.parametrize(
    "fields", [{"margin": -1}, {"accent": "red"}, {"personas": ["nobody"]}, {"size": "A0"}, {"orientation": "diagonal"}]
)
def test_a_poster_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        set_poster(full(), **fields)


def test_a_to_be_copy_keeps_all_ids_and_knows_where_it_came_from() -> None:
    journey = full()
    copy = to_be_copy(journey, "Tomorrow")
    assert_sound(copy)
    assert copy.head.id != "journey"
    assert (copy.head.state, copy.head.title) == ("to_be", "Tomorrow")
    assert copy.head.based_on == Origin(id="journey", hash=fingerprint(journey))
    same = {key: record for key, record in contents(copy).items() if not isinstance(record, Head)}
    assert same == {key: record for key, record in contents(journey).items() if not isinstance(record, Head)}
    done(copy, rename(copy, "s0", "Changed"))
    assert need(journey, "s0", Stage).title == "Stage 0"
    assert to_be_copy(journey).head.title == "Full"


def test_the_source_of_a_quote_and_the_target_of_a_measure_are_no_places() -> None:
    journey = full()
    done(journey, describe(journey, "quote", source="Survey"))
    done(journey, describe(journey, "nps", target=40))
    assert (need(journey, "quote", Quote).source, need(journey, "nps", Measure).target) == ("Survey", 40)
    with pytest.raises(BadInput):
        describe(journey, "loop", source="s1")

"""Two laptops worked on the same journey."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.edits.anchoring import anchor
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, rename, set_personas
from journeyeditor.edits.emotions import set_emotion
from journeyeditor.edits.entries import add_entry
from journeyeditor.edits.findings import add_finding, link, vote
from journeyeditor.edits.flows import connect
from journeyeditor.edits.head import set_phase_title, set_poster
from journeyeditor.edits.lanes import add_lane
from journeyeditor.edits.measures import set_value
from journeyeditor.edits.merging import Merged, clashes, merge
from journeyeditor.edits.touchpoints import add_touchpoint, move_touchpoints
from journeyeditor.errors import BadInput, StaleChange, message
from journeyeditor.model.change import Change, difference
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Measure, Pain, emotion_id
from tests.edits.doing import need
from tests.edits.edit_table import EDITS, SOURCES, Hand
from tests.edits.samples import SIZES, assert_sound, contents, full, steady_ids

Edit = Callable[[Journey], Change]


def worked(*edits: Edit) -> Change:
    """What one laptop makes of the full journey."""
    journey = full()
    for edit in edits:
        journey.apply(edit(journey))
    return difference(full(), journey, message("Work"))


def merged(ours: Change, theirs: Change) -> tuple[Journey, Merged]:
    journey = full()
    outcome = merge(ours, theirs)
    journey.apply(outcome.change)
    assert_sound(journey)
    return journey, outcome


def places(outcome: Merged) -> list[tuple[str, str]]:
    return [(clash.id, clash.field) for clash in outcome.clashes]


def test_different_fields_of_one_record_are_both_kept() -> None:
    ours = worked(lambda j: rename(j, "pain0", "Too slow"))
    journey, outcome = merged(ours, worked(lambda j: describe(j, "pain0", severity=2)))
    assert outcome.clashes == ()
    assert journey.get("pain0") == Pain(
        id="pain0", first="t3", last="t3", text="Too slow", severity=2, votes=4, evidence="research"
    )


def test_one_field_with_two_values_clashes_and_ours_is_taken() -> None:
    ours, theirs = worked(lambda j: rename(j, "s0", "Here")), worked(lambda j: rename(j, "s0", "There"))
    journey, outcome = merged(ours, theirs)
    assert places(outcome) == [("s0", "title")]
    assert (outcome.clashes[0].ours, outcome.clashes[0].theirs) == ("Here", "There")
    assert journey.get("s0").title == "Here"  # type: ignore[union-attr]
    assert clashes(ours, ours) == ()


def test_votes_are_counted_together() -> None:
    journey, outcome = merged(worked(lambda j: vote(j, ["pain0"], 3)), worked(lambda j: vote(j, ["pain0"], 2)))
    assert outcome.clashes == ()
    assert journey.get("pain0").votes == 9  # type: ignore[union-attr]


def test_personas_are_joined_as_a_set_but_never_become_everyone_by_the_way() -> None:
    one = worked(lambda j: set_personas(j, ["pain2"], ["p0"]))
    other = worked(lambda j: set_personas(j, ["pain2"], ["p0", "p1", "p2"]))
    journey, outcome = merged(one, other)
    assert set(journey.get("pain2").personas) == {"p0", "p2"}  # type: ignore[union-attr]
    assert outcome.clashes == ()
    none_left = merge(one, worked(lambda j: set_personas(j, ["pain2"], ["p1"])))
    assert places(none_left) == [("pain2", "personas")]
    assert none_left.change.pairs["pain2"][1].personas == ("p0",)  # type: ignore[union-attr]


def test_measured_values_are_joined_by_date() -> None:
    ours = worked(lambda j: set_value(j, "nps", "2026", 20))
    journey, outcome = merged(ours, worked(lambda j: set_value(j, "nps", "2027", 30)))
    assert [(value.date, value.value) for value in journey.get("nps").values] == [  # type: ignore[union-attr]
        ("2025", 10),
        ("2026", 20),
        ("2027", 30),
    ]
    assert outcome.clashes == ()
    assert places(merge(ours, worked(lambda j: set_value(j, "nps", "2026", 21)))) == [("nps", "values.2026")]


def test_poster_settings_are_joined_one_by_one() -> None:
    ours = worked(lambda j: set_poster(j, paper="A0"))
    journey, outcome = merged(ours, worked(lambda j: set_poster(j, margin=8)))
    assert (journey.head.poster.paper, journey.head.poster.margin, outcome.clashes) == ("A0", 8, ())
    assert places(merge(ours, worked(lambda j: set_poster(j, paper="A4")))) == [("journey", "poster.paper")]


def test_what_was_deleted_here_and_edited_there_is_kept_with_all_that_hung_on_it() -> None:
    ours, theirs = worked(lambda j: delete(j, ["t3"])), worked(lambda j: rename(j, "t3", "Renamed"))
    for one, other in ((ours, theirs), (theirs, ours)):
        journey, outcome = merged(one, other)
        assert places(outcome) == [("t3", "")]
        expected = full()
        expected.apply(rename(expected, "t3", "Renamed"))
        assert contents(journey) == contents(expected)


def test_what_is_kept_lives_on_without_what_was_deleted_with_it() -> None:
    ours = worked(lambda j: link(j, "chance0", "pain2"))
    journey, outcome = merged(ours, worked(lambda j: delete(j, ["pain2", "p0"])))
    assert places(outcome) == [("pain2", "")]
    assert need(journey, "pain2", Pain).personas == ("p1",)


def test_a_rescued_pain_stays_where_it_was_brought_to() -> None:
    ours = worked(lambda j: anchor(j, ["pain0"], "t5"), lambda j: delete(j, ["t3"]))
    journey, _ = merged(ours, worked(lambda j: rename(j, "t3", "Renamed")))
    assert journey.get("pain0").first == "t5"  # type: ignore[union-attr]
    assert "t3" in journey


def test_a_stage_that_was_deleted_while_the_other_added_to_it_is_kept() -> None:
    theirs = worked(lambda j: add_touchpoint(j, "s2", title="New"))
    journey, outcome = merged(worked(lambda j: delete(j, ["s2"])), theirs)
    assert places(outcome) == [("s2", "")]
    assert [t.title for t in journey.touchpoints("s2")] == ["Touchpoint 5", "Touchpoint 6", "Touchpoint 7", "New"]


def test_a_finding_whose_place_the_other_deleted_goes_to_the_parking_lot() -> None:
    theirs = worked(lambda j: add_finding(j, Pain, "t6", text="New pain"))
    journey, outcome = merged(worked(lambda j: delete(j, ["t6"])), theirs)
    (pain,) = [pain for pain in journey.all(Pain) if pain.text == "New pain"]
    assert pain.first is None
    assert places(outcome) == [(pain.id, "")]


def test_a_finding_that_one_moved_and_the_other_lost_stays_on_the_map() -> None:
    ours, theirs = worked(lambda j: delete(j, ["t3"])), worked(lambda j: anchor(j, ["pain0"], "t6"))
    journey, outcome = merged(ours, theirs)
    assert journey.get("pain0").first == "t6"  # type: ignore[union-attr]
    assert places(outcome) == [("pain0", "first")]


def test_a_feeling_set_on_both_sides() -> None:
    ours, theirs = (worked(lambda j, v=value: set_emotion(j, "p2", "t1", v)) for value in (1, -1))  # type: ignore[misc]
    journey, outcome = merged(ours, theirs)
    key = emotion_id("p2", "t1")
    assert journey.get(key) == Emotion(id=key, persona="p2", touchpoint="t1", value=1)
    assert places(outcome) == [(key, "value")]


def test_a_touchpoint_moved_to_two_stages_goes_to_one_of_them_with_its_order() -> None:
    ours = worked(lambda j: move_touchpoints(j, ["t0"], "s3"))
    theirs = worked(lambda j: move_touchpoints(j, ["t0"], "s2", 0))
    journey, outcome = merged(ours, theirs)
    assert places(outcome) == [("t0", "stage")]
    assert [t.id for t in journey.touchpoints("s3")] == ["t0"]


def test_a_persona_that_was_deleted_while_the_other_gave_them_a_lane_is_kept_with_all_they_feel() -> None:
    theirs = worked(lambda j: add_lane(j, "thoughts", personas=["p0"]))
    journey, outcome = merged(worked(lambda j: delete(j, ["p0"])), theirs)
    assert places(outcome) == [("p0", "")]
    assert journey.emotions("p0") == full().emotions("p0")
    assert journey.get("pain1") == full().get("pain1")
    assert journey.get("l4") == full().get("l4")


def test_a_lane_that_got_a_text_stays_a_lane_of_texts() -> None:
    journey = full()
    journey.apply(add_lane(journey, "support"))
    lane = journey.rows()[-1].id
    ours, theirs = describe(journey, lane, kind="pains"), add_entry(journey, lane, "t0", text="New")
    outcome = merge(ours, theirs)
    journey.apply(outcome.change)
    assert_sound(journey)
    assert places(outcome) == [(lane, "kind")]


def test_two_fields_that_do_not_fit_together_clash() -> None:
    ours = worked(lambda j: describe(j, "nps", minimum=0, maximum=10))
    theirs = worked(lambda j: describe(j, "nps", minimum=50, maximum=100))
    assert ("nps", "minimum") in places(merged(ours, theirs)[1])
    low, high = worked(lambda j: describe(j, "nps", minimum=50)), worked(lambda j: describe(j, "nps", maximum=10))
    journey, outcome = merged(low, high)
    assert places(outcome) == [("nps", "maximum")]
    assert need(journey, "nps", Measure).minimum == 50


def test_phase_titles_are_joined_one_by_one() -> None:
    ours = worked(lambda j: set_phase_title(j, "during", "Pendant"))
    journey, outcome = merged(ours, worked(lambda j: set_phase_title(j, "before", "")))
    assert (journey.head.phase_titles, outcome.clashes) == ({"during": "Pendant"}, ())
    assert places(merge(ours, worked(lambda j: set_phase_title(j, "during", "Now")))) == [
        ("journey", "phase_titles.during")
    ]


def test_changes_of_different_journeys_are_refused() -> None:
    journey = full()
    journey.apply(rename(journey, "s0", "Other"))
    with pytest.raises(StaleChange):
        merge(worked(lambda j: rename(j, "s0", "Mine")), rename(journey, "s0", "Theirs"))


def test_flows_to_what_the_other_deleted_keep_it() -> None:
    theirs = worked(lambda j: connect(j, "t7", "t2", label="back"))
    journey, outcome = merged(worked(lambda j: delete(j, ["t2"])), theirs)
    assert places(outcome) == [("t2", "")]
    assert [flow.label for flow in journey.flows("t7")] == ["back"]


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=80)
@given(size=st.sampled_from(["full", "full", "small"]), data=st.data())
@steady_ids()
def test_whatever_two_laptops_did_makes_a_sound_journey(size: str, data: st.DataObject) -> None:
    sides = []
    for _ in range(2):
        journey = SIZES[size]()
        for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=4)):
            try:
                journey.apply(EDITS[name](journey, Hand(journey, data.draw)))
            except BadInput:
                continue
        sides.append(difference(SIZES[size](), journey, message("Work")))
    ours, theirs = sides
    outcome = merge(ours, theirs)
    journey = SIZES[size]()
    journey.apply(outcome.change)
    for image in SOURCES[1].images:
        journey.images.add(SOURCES[1].images.get(image) or b"")
    assert_sound(journey)
    if not outcome.clashes:
        back = merge(theirs, ours)
        assert back.clashes == ()
        assert set(back.change.pairs) == set(outcome.change.pairs)
    if not ours.pairs.keys() & theirs.pairs.keys() and not outcome.clashes:
        assert dict(outcome.change.pairs) == {**ours.pairs, **theirs.pairs}
    assert merge(ours, Change(message("Nothing"))).change.pairs == ours.pairs

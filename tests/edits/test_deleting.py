from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.edits.deleting import delete
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.stages import move_stages
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Answers, Emotion, Entry, Flow, Gain, Pain, Stage, Touchpoint
from tests.edits.doing import done, need, new
from tests.edits.samples import empty, full

# The full journey: s0 (t0 t1 t2), s1 (t3 t4 t8), s2 (t5 t6 t7), s3 ().


def test_a_stage_takes_its_touchpoints_and_what_is_felt_there() -> None:
    journey = full()
    done(journey, delete(journey, ["s1"]))
    assert [t.id for t in journey.touchpoints()] == ["t0", "t1", "t2", "t5", "t6", "t7"]
    assert {emotion.touchpoint for emotion in journey.all(Emotion)} == {"t0", "t7"}
    assert [flow.id for flow in journey.all(Flow)] == ["loop"]


def test_findings_go_to_the_parking_lot_or_are_drawn_in() -> None:
    journey = full()
    done(journey, delete(journey, ["s1"]))
    assert need(journey, "pain0", Pain).first is None
    assert need(journey, "pain2", Pain).first is None
    assert need(journey, "pain2", Pain).personas == ("p0", "p1")
    assert (need(journey, "pain1", Pain).first, need(journey, "pain1", Pain).last) == ("t1", "t6")
    assert (need(journey, "e2", Entry).first, need(journey, "e2", Entry).last) == ("s0", "s0")


@pytest.mark.parametrize(
    ("first", "last", "gone", "left"),
    [
        ("t1", "t6", ["t1"], ("t2", "t6")),
        ("t6", "t1", ["t1"], ("t2", "t6")),
        ("t1", "t6", ["t6", "t5"], ("t1", "t8")),
        ("t1", "t6", ["s0"], ("t3", "t6")),
        ("t1", "t6", ["s0", "s2"], ("t3", "t8")),
        ("s0", "t6", ["s0"], ("s1", "t6")),
        ("s0", "s2", ["s0", "s2"], ("s1", "s1")),
        ("s0", "t3", ["s0", "t3"], None),
        ("t0", "t1", ["t0", "t1"], None),
        ("t7", "s3", ["t7"], ("s3", "s3")),
        ("t7", "t7", ["t7"], None),
        ("s3", "s3", ["s2"], ("s3", "s3")),
        ("t5", "t7", ["t5", "t6", "t7"], None),
    ],
)
def test_a_span_is_drawn_in_to_what_is_left_and_never_grows(
    first: str, last: str, gone: list[str], left: tuple[str, str] | None
) -> None:
    journey = full()
    gain = new(journey, add_finding(journey, Gain, first, last), Gain)
    done(journey, delete(journey, gone))
    gain = need(journey, gain.id, Gain)
    assert (gain.first, gain.last) == (left or (None, None))


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_no_finding_covers_more_after_a_deletion_than_before(data: st.DataObject) -> None:
    journey = full()
    steps = st.sampled_from(sorted(record.id for record in journey if isinstance(record, Stage | Touchpoint)))
    gain = new(journey, add_finding(journey, Gain, data.draw(steps), data.draw(steps)), Gain)
    before, gone = covered(journey, gain), data.draw(st.lists(steps, min_size=1, max_size=5))
    journey.apply(delete(journey, set(gone)))
    assert covered(journey, need(journey, gain.id, Gain)) <= before


def test_a_span_that_was_turned_round_by_a_move_is_drawn_in_all_the_same() -> None:
    journey = full()
    done(journey, move_stages(journey, ["s2"], 0))  # the long way now leads from t6 in s2 to t1 in s0
    done(journey, delete(journey, ["t6"]))
    assert (need(journey, "pain1", Pain).first, need(journey, "pain1", Pain).last) == ("t7", "t1")


def covered(journey: Journey, finding: Gain) -> set[str]:
    span = journey.reading().span(finding.first, finding.last)
    return set() if span is None else {touchpoint.id for touchpoint in span.touchpoints}


def test_a_lane_takes_its_texts_and_a_pain_its_links() -> None:
    journey = full()
    done(journey, delete(journey, ["l3", "pain0"]))
    assert [text.id for text in journey.all(Entry)] == ["e2", "e3"]
    assert [link.opportunity for link in journey.all(Answers)] == ["chance1"]
    assert "chance0" in journey


def test_everything_can_be_deleted_but_the_journey() -> None:
    journey = full()
    done(journey, delete(journey, [record.id for record in journey if record.id != "journey"]))
    assert len(journey) == 1
    with pytest.raises(BadInput):
        delete(journey, ["journey"])


def test_what_is_gone_already_cannot_be_deleted() -> None:
    with pytest.raises(BadInput):
        delete(empty(), ["nothing"])
    assert not delete(empty(), [])


def test_the_name_of_the_edit_says_what_was_deleted() -> None:
    journey = full()
    assert delete(journey, ["s0"]).label.english() == "Delete stage"
    assert delete(journey, ["s0", "p0"]).label.english() == "Delete several things"

from __future__ import annotations

import pytest

from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.flows import connect
from journeyeditor.edits.stages import add_stage, merge_stages, move_stages, set_phase, split_stage
from journeyeditor.errors import BadInput
from journeyeditor.model.records import Emotion, Flow, Pain, Phase, Stage
from tests.edits.doing import done, need, new
from tests.edits.samples import empty, full, small

# The full journey: s0 (t0 t1 t2) before, s1 (t3 t4 t8) before, s2 (t5 t6 t7) during, s3 () after.


def order(journey: object) -> list[str]:
    return [stage.id for stage in journey.stages()]  # type: ignore[attr-defined]


def test_a_stage_is_added_where_it_is_dropped() -> None:
    journey = full()
    stage = new(journey, add_stage(journey, 1, title="New"), Stage)
    assert order(journey) == ["s0", stage.id, "s1", "s2", "s3"]
    assert stage.phase == "before", "inside a band it takes the band's phase"
    assert new(journey, add_stage(journey), Stage).phase == "after", "behind the last one it goes on with its phase"
    assert new(journey, add_stage(journey, 1, phase="after"), Stage).phase == "after"


@pytest.mark.parametrize(
    ("phases", "at", "expected"),
    [
        (("before", "before"), 1, "before"),
        (("before", "during"), 1, "before"),
        ((None, "during"), 1, None),
        (("during", None), 1, "during"),
        (("before", "during"), 0, "before"),
        (("before", "during"), 2, "during"),
        ((None, None), 1, None),
        ((), 0, None),
    ],
)
def test_no_hole_is_left_in_the_band_of_phases(
    phases: tuple[Phase | None, ...], at: int, expected: Phase | None
) -> None:
    journey = empty()
    for phase in phases:
        done(journey, add_stage(journey, phase=phase))
    assert new(journey, add_stage(journey, at), Stage).phase == expected
    done(journey, add_stage(journey, phase=None, id="moved"))
    done(journey, move_stages(journey, ["moved"], at))
    assert need(journey, "moved", Stage).phase == expected


def test_the_first_stage_of_all() -> None:
    journey = empty()
    assert new(journey, add_stage(journey, 7, title="Only"), Stage).title == "Only"


def test_a_stage_moved_into_a_band_takes_its_phase_and_at_a_border_keeps_its_own() -> None:
    journey = full()
    done(journey, move_stages(journey, ["s3"], 1))
    assert order(journey) == ["s0", "s3", "s1", "s2"]
    assert need(journey, "s3", Stage).phase == "before"
    done(journey, move_stages(journey, ["s2"], 0))
    assert need(journey, "s2", Stage).phase == "during"


def test_stages_with_one_order_key_can_be_told_apart_by_hand() -> None:
    journey = full()  # s1 and s2 share a key
    done(journey, move_stages(journey, ["s3"], 2))
    assert order(journey) == ["s0", "s1", "s3", "s2"]
    done(journey, move_stages(journey, ["s0", "s2"], 1))
    assert order(journey) == ["s1", "s0", "s2", "s3"]


def test_a_stage_that_stays_where_it_is_makes_no_step() -> None:
    journey = full()
    assert not move_stages(journey, ["s1"], 1)
    assert not set_phase(journey, ["s0"], "before")
    with pytest.raises(BadInput):
        move_stages(journey, ["t0"], 1)


def test_merged_stages_keep_touchpoints_words_marks_and_findings() -> None:
    journey = full()
    done(journey, merge_stages(journey, ["s2", "s1"]))
    assert order(journey) == ["s0", "s1", "s3"]
    assert [t.id for t in journey.touchpoints("s1")] == ["t3", "t4", "t8", "t5", "t6", "t7"]
    stage = need(journey, "s1", Stage)
    assert (stage.title, stage.goal, stage.loyalty_critical, stage.room) == ("Stage 1 / Tied", "Goal 1", "always", 1.5)
    assert need(journey, "pain2", Pain).first == "s1"
    assert len(journey.all(Emotion)) == 5


def test_flows_of_merged_stages_go_on_leading_where_they_led() -> None:
    journey = full()
    into_first = new(journey, connect(journey, "t0", "s1"), Flow)
    out_of_first = new(journey, connect(journey, "s1", "s3"), Flow)
    into_second = new(journey, connect(journey, "t0", "s2"), Flow)
    out_of_second = new(journey, connect(journey, "s2", "s3"), Flow)
    back = new(journey, connect(journey, "s2", "s1"), Flow)
    done(journey, merge_stages(journey, ["s1", "s2"]))
    ends = {flow.id: (flow.source, flow.target) for flow in journey.all(Flow)}
    assert ends[into_first.id] == ("t0", "s1")
    assert ends[out_of_first.id] == ("t8", "s3")
    assert ends[into_second.id] == ("t0", "t5")
    assert ends[out_of_second.id] == ("s1", "s3")
    assert ends["into"] == ("t8", "t5"), "a step between the two is one between their touchpoints"
    assert ends[back.id] == ("t7", "t3"), "and so is a way back"


def test_empty_stages_merge_and_a_flow_between_them_goes() -> None:
    journey = empty()
    one, two = (new(journey, add_stage(journey), Stage).id for _ in range(2))
    done(journey, connect(journey, one, two))
    done(journey, merge_stages(journey, [one, two]))
    assert (len(journey.stages()), journey.all(Flow)) == (1, [])
    with pytest.raises(BadInput):
        merge_stages(journey, [one])


def test_a_split_stage_keeps_its_findings_over_the_whole() -> None:
    journey = full()
    span = new(journey, add_finding(journey, Pain, "t0", "s1"), Pain)
    second = new(journey, split_stage(journey, "t4", "Second half"), Stage)
    assert order(journey) == ["s0", "s1", second.id, "s2", "s3"]
    assert [t.id for t in journey.touchpoints(second.id)] == ["t4", "t8"]
    assert (second.title, second.phase) == ("Second half", "before")
    assert (need(journey, "pain2", Pain).first, need(journey, "pain2", Pain).last) == ("s1", second.id)
    assert (need(journey, span.id, Pain).first, need(journey, span.id, Pain).last) == ("t0", second.id)
    assert (need(journey, "into", Flow).source, need(journey, "into", Flow).target) == (second.id, "s2")


@pytest.mark.parametrize("key", ["t3", "s1", "nothing", "p0"])
def test_a_stage_is_split_at_a_later_touchpoint_only(key: str) -> None:
    with pytest.raises(BadInput):
        split_stage(full(), key)


def test_a_bad_value_is_refused_with_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        add_stage(small(), room=0)
    assert refusal.value.place == "room"
    with pytest.raises(BadInput):
        add_stage(small(), colour="red")

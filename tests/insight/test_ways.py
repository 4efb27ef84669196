"""Who can get where: reachable, circles, dead ends, shares, per persona."""

from __future__ import annotations

import pytest

from journeyeditor.insight.ways import leaving
from journeyeditor.model.records import Flow, Stage, Touchpoint
from tests.insight.good_map import Map


def told(at: Map, code: str) -> list[tuple[tuple[str, ...], str]]:
    return [(finding.records, finding.message.english()) for finding in at.health() if finding.code == code]


def flow(name: str, source: str, target: str, share: float | None = None, *personas: str) -> Flow:
    return Flow(id=name, source=source, target=target, share=share, personas=personas)


# -- unreachable ----------------------------------------------------------------
def test_flows_that_carry_everyone_past_a_touchpoint_cut_it_off() -> None:
    at = Map()
    at.add(flow("f", "t3", "t5", 60), flow("g", "t3", "t6", 40))
    assert told(at, "unreachable-touchpoint") == [(("t4",), "No way leads to “Contact 4”.")]
    at.set("g", share=39)
    assert told(at, "unreachable-touchpoint") == []


def test_each_piece_that_is_cut_off_is_told_once_by_its_first_touchpoint() -> None:
    at = Map()
    at.set("t1", "t4", "t6", ends_here=True)
    at.add(flow("f", "t1", "t7"), flow("back", "t3", "t2"), flow("joined", "t6", "t3"))
    assert [records for records, _ in told(at, "unreachable-touchpoint")] == [("t5", "t2", "t3", "t4", "t6")]
    at.drop("joined")
    assert [records for records, _ in told(at, "unreachable-touchpoint")] == [("t2", "t3", "t4"), ("t5", "t6")]


def test_where_one_persona_comes_it_is_reachable() -> None:
    at = Map()
    at.set("t5", ends_here=True)
    at.add(flow("f", "t5", "t6", None, "ana"))
    assert told(at, "unreachable-touchpoint") == []
    assert [records for records, _ in told(at, "emotion-off-the-path")] == [(f"t{n}", "ben") for n in range(6, 10)]


def test_a_persona_may_enter_where_the_way_of_others_does_not_lead() -> None:
    at = Map()
    at.set("t5", ends_here=True)
    at.silence("ben", *(f"t{n}" for n in range(6)))
    assert told(at, "unreachable-touchpoint") == []
    assert {records[1] for records, _ in told(at, "emotion-off-the-path")} == {"ana"}


def test_a_stage_without_touchpoints_is_on_the_way_if_a_flow_names_it() -> None:
    at = Map()
    at.add(Stage(id="s5", order="a5", title="Party", phase="after"), flow("f", "t3", "s5"))
    assert told(at, "unreachable-touchpoint") == []
    at.set("t9", ends_here=True)
    at.drop("f")
    at.add(flow("g", "s5", "t1"))
    assert told(at, "unreachable-touchpoint") == [(("s5",), "No way leads to “Party”.")]


# -- circles and dead ends ----------------------------------------------------------------
def test_an_ordinary_loop_is_nothing_to_tell() -> None:
    at = Map()
    at.add(flow("f", "t9", "s0", 44), flow("g", "t6", "t2"), flow("h", "t9", "t9"))
    assert at.health() == ()


def test_a_journey_that_closes_into_a_circle_may_end_with_its_last_touchpoint() -> None:
    at = Map()
    at.add(flow("f", "t9", "t0"))
    assert at.health() == ()
    at.set("f", share=100)
    ((records, _),) = told(at, "loop-without-exit")
    assert records == tuple(f"t{n}" for n in range(10))
    at.set("t4", ends_here=True)
    at.add(flow("on", "t4", "t5"))
    assert told(at, "loop-without-exit") == []


def test_a_loop_whose_shares_leave_somebody_over_has_an_exit() -> None:
    at = Map()
    at.add(flow("f", "t9", "s4", 100), flow("g", "t8", "t9", 90))
    assert told(at, "loop-without-exit") == []


def test_a_touchpoint_that_leads_only_to_itself() -> None:
    at = Map()
    at.add(flow("f", "t9", "t9", 100, "ben"))
    ((records, words),) = told(at, "loop-without-exit")
    assert records == ("t9", "ben")
    assert words == "From “Contact 9” on no way leads out of the circle for Ben."


def test_a_dead_end_of_one_persona_names_them() -> None:
    at = Map()
    at.add(flow("f", "t4", "t5", 0, "ben"), flow("g", "t3", "t5", 20), flow("h", "t4", "t5", 90, "ana"))
    ((records, words),) = told(at, "dead-end")
    assert records == ("t4", "ben")
    assert words == "Nothing leads on from “Contact 4” for Ben."


# -- shares ----------------------------------------------------------------
def test_rounded_shares_are_let_pass() -> None:
    at = Map()
    at.add(flow("f", "t3", "t4", 33.4), flow("g", "t3", "t5", 33.4), flow("h", "t3", "t6", 33.4))
    assert at.health() == ()


def test_shares_of_different_personas_are_not_added_up() -> None:
    at = Map()
    at.add(flow("f", "t3", "t5", 60, "ana"), flow("g", "t3", "t6", 60, "ben"))
    assert told(at, "shares-above-100") == []


@pytest.mark.parametrize("hide", [(), ("ana", "ben")])
def test_shares_of_everyone_are_told_without_names(hide: tuple[str, ...]) -> None:
    at = Map()
    at.set(*hide, hidden=True)
    at.add(flow("f", "s1", "t5", 60), flow("g", "t3", "t6", 60))
    assert told(at, "shares-above-100") == [(("t3",), "The flows out of “Contact 3” add up to 120%.")]


# -- leaving ----------------------------------------------------------------
def test_where_most_leave_is_told_until_a_pain_point_says_why() -> None:
    at = Map()
    at.add(flow("f", "t4", "t5", 60), flow("g", "t6", "t7", 55), flow("h", "t8", "t9", 90))
    assert [records for records, _ in told(at, "most-leave-here")] == [("t6",)]
    at.set("queue", last="t7")
    assert told(at, "most-leave-here") == []


def test_ways_on_without_a_share_tell_nothing_about_leaving() -> None:
    at = Map()
    at.add(flow("f", "t4", "t7", 10), flow("g", "t6", "t7", 10), flow("h", "t6", "t8"))
    assert told(at, "most-leave-here") == []
    assert leaving(at.journey) == ()


def test_leaving_lists_the_greatest_loss_first_and_no_ends() -> None:
    at = Map()
    at.add(flow("f", "t4", "t5", 60), flow("g", "t6", "t7", 55), flow("h", "t8", "t9", 10), flow("i", "t9", "t1", 5))
    at.set("t8", ends_here=True)
    found = [(record.id, share) for record, share in leaving(at.journey) if isinstance(record, Touchpoint)]
    assert found == [("t6", 45), ("t4", 40)]
    at.set("g", personas=("ana",))
    assert [record.id for record, _ in leaving(at.journey, "ben")] == ["t4"]

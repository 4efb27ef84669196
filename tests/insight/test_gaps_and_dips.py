"""Which gaps in a curve are meant, and what counts as a dip."""

from __future__ import annotations

import pytest

from journeyeditor.insight.curves import dips, highest, levels, lowest
from journeyeditor.model.records import Emotion, Entry, Flow, Lane, Opportunity, Persona, Quote, emotion_id
from tests.insight.good_map import Map

EVERY = tuple(f"t{n}" for n in range(10))


def told(at: Map, code: str) -> list[tuple[str, ...]]:
    return [finding.records for finding in at.health() if finding.code == code]


def curve(*values: float) -> dict[int, Emotion]:
    return {
        place: Emotion(id=emotion_id("p", str(place)), persona="p", touchpoint=str(place), value=value)
        for place, value in enumerate(values)
    }


# -- gaps ----------------------------------------------------------------
def test_a_persona_may_leave_out_what_another_feels() -> None:
    at = Map()
    at.silence("ben", "t1", "t2", "t4")
    assert at.health() == ()


def test_one_gap_between_emotions_in_a_curve_that_is_complete_is_meant() -> None:
    at = Map()
    for persona in ("ana", "ben"):
        at.silence(persona, "t4")
    assert at.health() == ()
    for persona in ("ana", "ben"):
        at.silence(persona, "t7")
    assert told(at, "touchpoint-without-emotion") == [("t4",), ("t7",)]


def test_a_curve_that_just_stops_is_not_finished() -> None:
    at = Map()
    for persona in ("ana", "ben"):
        at.silence(persona, "t9")
    assert told(at, "touchpoint-without-emotion") == [("t9",)]


def test_a_blind_spot_may_have_gaps() -> None:
    at = Map()
    at.set("s4", blind_spot="")
    for persona in ("ana", "ben"):
        at.silence(persona, "t8", "t9")
    assert at.health() == ()


def test_where_nobody_comes_nobody_has_to_feel() -> None:
    at = Map()
    at.add(Persona(id="cleo", order="a2", name="Cleo", hidden=True))
    at.set("t6", ends_here=True)
    at.add(Flow(id="f", source="t6", target="t7", personas=("cleo",)))
    at.add(Flow(id="g", source="t6", target="t8", personas=("ana", "ben")))
    for persona in ("ana", "ben"):
        at.silence(persona, "t7")
        at.silence(persona, "t4")
    assert told(at, "touchpoint-without-emotion") == []


def test_a_persona_who_enters_late_has_no_gaps_before() -> None:
    at = Map()
    at.silence("ben", *EVERY[:7])
    assert told(at, "curve-with-gaps") == []
    at.add(Flow(id="f", source="t0", target="t2", personas=("ben",)))
    assert told(at, "curve-with-gaps") == [("ben", *EVERY[:7])]


def test_hidden_personas_feel_nothing_that_counts() -> None:
    at = Map()
    at.set("ana", hidden=True)
    at.silence("ben", "t4", "t5")
    assert told(at, "touchpoint-without-emotion") == [("t4",), ("t5",)]
    assert told(at, "persona-without-emotions") == []


# -- dips ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("values", "places"),
    [
        ((0, -1, 0), [(1,)]),
        ((0, -0.4, 0), []),
        ((2, 0, 2), []),
        ((0, -1, -1, 0), [(1, 2)]),
        ((0, -1, -0.5, -2), [(1,), (3,)]),
        ((1, 0, -1), [(2,)]),
        ((-1, 0, 1), [(0,)]),
        ((-1, 0, -1), [(2,)]),
        ((-1, 0, -2), [(2,)]),
        ((-1,), [(0,)]),
        ((-1, -1), [(0, 1)]),
        ((), []),
    ],
)
def test_a_dip_is_below_neutral_with_nothing_lower_beside_it(values: tuple[float, ...], places: list[object]) -> None:
    assert [dip.places for dip in dips(levels(curve(*values)))] == places


def test_equal_extremes_stand_together_and_a_level_curve_has_none() -> None:
    found = levels(curve(1, 0, 1, -1))
    top, foot = highest(found), lowest(found)
    assert top is not None
    assert foot is not None
    assert (top.places, foot.places) == ((0, 2), (3,))
    assert highest(levels(curve(1, 1))) is None
    assert lowest([]) is None


@pytest.mark.parametrize("status", ["idea", "planned", "doing", "done"])
def test_any_opportunity_that_is_not_dropped_answers_a_dip(status: str) -> None:
    at = Map()
    at.set("till", status=status)
    assert told(at, "dip-without-opportunity") == []
    at.set("till", status="dropped")
    assert told(at, "dip-without-opportunity") == [("t3", "ana", "ben")]


def test_an_opportunity_elsewhere_answers_a_dip_through_its_pain() -> None:
    at = Map()
    at.set("till", first=None, last=None)
    assert told(at, "dip-without-opportunity") == []
    at.set("queue", personas=("ana",))
    assert told(at, "dip-without-opportunity") == [("t3", "ben")]


def test_an_opportunity_over_several_stages_covers_every_dip_in_them() -> None:
    at = Map()
    at.feel("ana", "t8", -2)
    assert told(at, "dip-without-opportunity") == [("t8", "ana")]
    at.add(Opportunity(id="bell", first="t9", last="s2", text="A bell", personas=("ana",)))
    assert told(at, "dip-without-opportunity") == []


# -- what explains ----------------------------------------------------------------
def test_words_quotes_thoughts_and_reasons_explain_a_low() -> None:
    def low(at: Map) -> list[tuple[str, ...]]:
        at.set("queue", personas=("ana",))
        return told(at, "low-point-unexplained")

    assert low(Map()) == [("t3", "ben")]
    words, quote, thought, reason, other = Map(), Map(), Map(), Map(), Map()
    words.feel("ben", "t3", -1, "fed up")
    quote.add(Quote(id="q", first="s1", last="s1", text="An hour!", personas=("ben",)))
    thought.add(Lane(id="thinks", order="a9", kind="thoughts"))
    thought.add(Entry(id="e", lane="thinks", order="a0", text="Why?", first="t2", last="t4"))
    reason.set("t3", moment_of_truth="Here he decides")
    for at in (words, quote, thought, reason):
        assert low(at) == []
    other.add(Quote(id="q", first="t3", last="t3", text="An hour!", personas=("ana",)))
    other.set("t3", moment_of_truth="")
    assert low(other) == [("t3", "ben")]

"""What panels show: two personas compared, the outline, and what is said aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journeyeditor.editor.compare import Comparison, Pair, compare
from journeyeditor.editor.compare_sheet import said as said_apart
from journeyeditor.editor.compare_sheet import said_on_the_whole, short_names
from journeyeditor.editor.grid import Cell
from journeyeditor.editor.naming import spoken, spoken_cell
from journeyeditor.editor.outline import line_of, outline
from journeyeditor.edits.describing import describe
from journeyeditor.edits.emotions import set_emotion
from journeyeditor.model.records import SECTIONS, Answers, Head, Record
from journeyeditor.words import speak
from tests.editor.keys import Keys
from tests.edits.samples import SIZES, full


def test_two_personas_differ_by_a_step_or_more_or_one_is_silent() -> None:
    journey = full()
    for touchpoint, first, second in (("t1", 1.0, 0.0), ("t2", 1.0, 0.5), ("t6", -2.0, 1.0)):
        journey.apply(set_emotion(journey, "p0", touchpoint, first))
        journey.apply(set_emotion(journey, "p1", touchpoint, second))
    found = compare(journey, "p0", "p1")
    assert [pair.touchpoint for pair in found.differing] == ["t0", "t1", "t6"]
    assert [pair.touchpoint for pair in found.ranked] == ["t6", "t0", "t1"]
    assert [pair.touchpoint for pair in found.gaps] == ["t3", "t4", "t7"]
    assert found.mean_difference == pytest.approx((-2 - 1 - 0.5 + 3) / 4)
    assert [pair.touchpoint for pair in found.pairs] == [one.id for one in journey.touchpoints()]
    assert compare(journey, "p1", "p2").mean_difference is None


def test_what_is_said_of_two_personas_names_both_even_without_a_name() -> None:
    journey, speech = full(), speak("en")
    journey.apply(describe(journey, "p0", name=" "))
    journey.apply(set_emotion(journey, "p0", "t1", 1.0))
    journey.apply(set_emotion(journey, "p1", "t1", -1.0))
    found = compare(journey, "p0", "p1")
    people = short_names(journey, ("p0", "p1"), speech)
    (pair,) = [one for one in found.differing if one.touchpoint == "t1"]
    assert said_apart(pair, people, speech).startswith("Unnamed persona +1, ")
    assert said_on_the_whole(Comparison("p0", "p1", (pair,)), people, speech) == (
        "On the whole Unnamed persona feels 2.0 better."
    )
    alike = Pair(pair.stage, pair.touchpoint, pair.first, pair.first)
    assert said_on_the_whole(Comparison("p0", "p1", (alike,)), people, speech) == "On the whole both feel the same."
    assert said_on_the_whole(Comparison("p0", "p1", ()), people, speech) == ""


@pytest.mark.parametrize("size", SIZES)
def test_the_outline_holds_every_record_once(size: str) -> None:
    journey = SIZES[size]()
    lines = list(outline(journey).walk())
    assert len({line.key for line in lines}) == len(lines)
    kinds = {"Channel", "Emotion", "Answers"}
    shown = {record.id for record in journey if type(record).__name__ not in kinds}
    assert {line.record for line in lines if line.record} == shown
    for language in ("en", "fr"):
        assert all(line_of(journey, line, speak(language)) for line in lines)


def test_the_outline_goes_in_reading_order() -> None:
    journey = full()
    root = outline(journey)
    assert [branch.key for branch in root.children] == ["stages", "lanes", "personas", "parking"]
    keys = [line.record for line in root.walk()]
    steps = [one.id for one in journey.touchpoints()]
    assert all(keys.index(first) < keys.index(second) for first, second in pairwise(steps))
    assert keys.index("t3") < keys.index("pain0") < keys.index("t4")
    assert keys.index("chance1") > keys.index("p2")


def said(keys: Keys, key: str) -> str:
    record = keys.journey.get(key)
    assert record is not None
    return spoken(keys.editor, record)


def test_a_touchpoint_is_said_with_its_place_and_what_is_felt() -> None:
    keys = Keys(full())
    assert said(keys, "t0") == "Touchpoint: Touchpoint 0, stage Stage 0, Website; Marie feels +2"
    keys.editor.activate(None)
    assert said(keys, "t0") == "Touchpoint: Touchpoint 0, stage Stage 0, Website; Marie feels +2; Paul feels 0"
    assert said(keys, "pain0") == "Pain point: Slow, at Touchpoint 3; severity 5 of 5; 4 votes"
    assert said(keys, "pain1") == "Pain point: Long way, from Touchpoint 1 to Touchpoint 6, for Marie; severity 3 of 5"
    assert said(keys, "loop") == "Flow from Stage 3 to Stage 0; again, 30%"
    assert said(keys, "emotion:p1:t4") == "Paul feels \u22121.25 at Touchpoint 4"
    assert spoken_cell(keys.editor, Cell("l6", "t7")) == "Pain points, empty, at Touchpoint 7"


def test_every_kind_of_record_is_said_in_both_languages() -> None:
    keys = Keys(full())
    kinds: set[type[Record]] = set()
    for language in ("en", "fr"):
        keys.editor.speak(speak(language))
        for record in keys.journey:
            assert spoken(keys.editor, record), record
            kinds.add(type(record))
    assert kinds == {Head, *SECTIONS.values()}
    assert Answers in kinds

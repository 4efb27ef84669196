"""A click on a finding of map health leads to one kind of thing, which has fields, and to whom it is about."""

from __future__ import annotations

import pytest

from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.health_lead import go, lead, of_one_kind
from journeyeditor.insight import Finding, health
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, emotion_id
from tests.insight.good_map import Map
from tests.insight.health_cases import CASES, Case


def spoilt(code: str) -> tuple[Journey, list[Finding]]:
    made = Map()
    next(case for case in CASES if case.code == code).spoil(made)
    journey = made.journey
    return journey, [finding for finding in health(journey) if finding.code == code]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_every_finding_leads_to_things_of_one_kind(case: Case) -> None:
    journey, findings = spoilt(case.code)
    assert findings
    for finding in findings:
        found = lead(journey, finding)
        assert all(key in journey for key in found.keys)
        assert len({type(journey.get(key)) for key in found.keys}) <= 1
        assert journey.head.id not in found.keys
        if not found.keys:
            assert finding.records[0] == journey.head.id, "only what the journey's own page can mend leads there"


def test_a_dip_leads_to_the_touchpoint_alone_and_to_who_dips() -> None:
    journey, (finding,) = spoilt("dip-without-opportunity")
    editor = Editor(Document(journey, saved=True))
    editor.activate(None)
    assert go(editor, finding) == "t3"
    assert editor.selection == ("t3",)
    assert editor.persona == "ana"
    editor.activate("ben")
    go(editor, finding)
    assert editor.persona == "ben", "he dips there as well"


def test_a_low_point_leads_to_the_point_of_the_curve_of_whose_it_is() -> None:
    journey, findings = spoilt("low-point-unexplained")
    editor = Editor(Document(journey, saved=True))
    go(editor, findings[1])
    assert editor.selection == (emotion_id("ben", "t3"),)
    assert isinstance(journey.get(editor.selection[0]), Emotion)
    assert editor.persona == "ben"


@pytest.mark.parametrize(
    ("code", "key", "persona"),
    [
        ("persona-without-emotions", "t0", "ben"), ("curve-with-gaps", "t1", "ben"),
        ("emotion-off-the-path", "t6", "ben"), ("few-stages", "s4", "ana"), ("before-not-covered", "s0", "ana"),
        ("after-not-covered", "s4", "ana"), ("many-touchpoints", "s4", "ana"), ("flow-of-hidden-persona", "f", "ana"),
    ],
)  # fmt: skip
def test_where_to_begin(code: str, key: str, persona: str) -> None:
    journey, findings = spoilt(code)
    editor = Editor(Document(journey, saved=True))
    go(editor, findings[0])
    assert editor.selection == (key,)
    assert editor.persona == persona


def test_steps_of_two_kinds_lead_to_the_first() -> None:
    made = Map().journey
    assert of_one_kind(made, ("t1", "s2", "ana")) == ("t1",)
    assert of_one_kind(made, ("t1", "t2", "ana")) == ("t1", "t2")
    assert of_one_kind(made, ("head",)) == ()

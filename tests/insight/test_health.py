"""Every check of map health, on the smallest map that deserves it; and what is true of all that it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeyeditor.insight import CHECKS, health
from journeyeditor.insight.finding import Check
from journeyeditor.model.blank import blank
from journeyeditor.model.journey import Journey
from tests.insight.good_map import Map
from tests.insight.health_cases import CASES, Case

PAGE = Path(__file__).resolve().parents[2] / "docs" / "map-health.md"


def test_nothing_is_wrong_with_the_good_map() -> None:
    assert Map().health() == ()


def test_every_check_has_its_map() -> None:
    assert sorted(case.code for case in CASES) == sorted(check.code for check in CHECKS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_one_thing_wrong_is_one_thing_told(case: Case) -> None:
    spoilt = Map()
    case.spoil(spoilt)
    findings = spoilt.health()
    assert [finding.code for finding in findings] == [case.code] * len(case.said)
    for finding, (record, words) in zip(findings, case.said, strict=True):
        assert finding.records[0] == record
        assert set(finding.records) <= spoilt.records.keys()
        assert words in finding.message.english()


def test_problems_come_first_and_then_the_order_of_the_list() -> None:
    spoilt = Map()
    spoilt.set("head", title="", goal="", date="2027-12", next_review="2026")
    spoilt.set("t9", "t2", channel=None, title="")
    spoilt.set("till", status="planned")
    told = [(finding.severity, finding.code, finding.records[0]) for finding in spoilt.health()]
    assert told == [
        ("problem", "journey-without-title", "head"),
        ("problem", "journey-without-goal", "head"),
        ("problem", "touchpoint-without-title", "t2"),
        ("problem", "touchpoint-without-title", "t9"),
        ("problem", "touchpoint-without-channel", "t2"),
        ("problem", "touchpoint-without-channel", "t9"),
        ("hint", "action-overdue", "till"),
        ("hint", "review-before-date", "head"),
    ]


def test_a_finding_is_json() -> None:
    spoilt = Map()
    spoilt.set("t2", channel=None)
    (finding,) = spoilt.health()
    assert json.loads(json.dumps(finding.to_plain())) == {
        "code": "touchpoint-without-channel",
        "severity": "problem",
        "records": ["t2"],
        "message": "“Contact 2” has no channel.",
        "why": finding.why.english(),
        "advice": finding.advice.english(),
    }


def test_titles_are_on_one_line_and_never_too_long() -> None:
    spoilt = Map()
    spoilt.set("t2", channel=None, title="{Ask}\n  at the counter " + "and ask again " * 20)
    (finding,) = spoilt.health()
    told = finding.message.english()
    assert told.startswith("“{Ask} at the counter and ask")
    assert "\n" not in told
    assert len(told) < 100
    spoilt.set("t2", title="漢" * 200)
    assert "漢" * 40 in spoilt.health()[0].message.english()


def test_touchpoints_of_one_title_are_told_with_their_stage() -> None:
    at = Map()
    at.set("t2", "t6", title="Call", channel=None)
    at.set("s3", title="")
    assert [finding.message.english() for finding in at.health()] == [
        "Stage 4 has no title.",
        "“Call (Stage 1)” has no channel.",
        "“Call (without a title)” has no channel.",
    ]


def test_an_empty_journey_is_told_what_to_begin_with() -> None:
    codes = [finding.code for finding in health(blank())]
    assert codes == [
        "journey-without-title",
        "journey-without-scenario",
        "journey-without-goal",
        "no-persona",
        "no-stages",
    ]


def test_a_map_of_stages_alone_is_asked_for_touchpoints_and_not_for_what_hangs_on_them() -> None:
    journey: Journey = blank("Bicycle", stages=5)
    codes = {finding.code for finding in health(journey)}
    assert codes == {
        "journey-without-scenario",
        "journey-without-goal",
        "no-persona",
        "stage-without-title",
        "no-phases",
        "no-touchpoints",
    }


def sections() -> dict[str, str]:
    """Of the page for facilitators: code -> what it says, on one line."""
    _, *parts = PAGE.read_text(encoding="utf-8").split("\n### ")
    return {
        code: " ".join(text.partition("\n## ")[0].split()) for code, _, text in (part.partition("\n") for part in parts)
    }


def test_the_page_for_facilitators_explains_every_check_in_its_order() -> None:
    assert list(sections()) == [check.code for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_the_page_says_what_the_program_says(check: Check) -> None:
    told = sections()[check.code]
    assert told.startswith(f"*{check.severity}* · ")
    assert check.why.english() in told
    assert check.advice.english() in told

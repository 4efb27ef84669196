"""Two personas on a sheet of their own: each keeps what was said by them, and what sets them apart says where."""

from __future__ import annotations

import pytest

from journeyeditor.editor.compare import compare
from journeyeditor.editor.compare_sheet import LANE, comparison_journey
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.flows import connect
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Flow, Quote
from journeyeditor.words import speak
from tests.tools.fake_desk import template

MAP = "example-new-hip.en"


@pytest.fixture
def journey() -> Journey:
    return template(MAP)


def compared(journey: Journey, first: str, second: str) -> Journey:
    return comparison_journey(journey, compare(journey, first, second), speak("en"))


def test_a_quote_stays_with_whose_it_is(journey: Journey) -> None:
    first, second, third = (one.id for one in journey.personas()[:3])
    step = journey.touchpoints()[2].id
    for number, people in enumerate([(first,), (second, third), (), (third,)]):
        journey.apply(add_finding(journey, Quote, step, id=f"quote_{number}", personas=people, text="Weeks."))
    made = {one.id: one.personas for one in compared(journey, first, second).all(Quote)}
    assert made["quote_0"] == (first,)
    assert made["quote_1"] == (second,)
    assert made["quote_2"] == ()
    assert "quote_3" not in made


def test_a_flow_stays_with_whose_it_is(journey: Journey) -> None:
    first, second, third = (one.id for one in journey.personas()[:3])
    steps = [one.id for one in journey.touchpoints()]
    for number, people in enumerate([(second,), (third,)]):
        journey.apply(connect(journey, steps[-1 - number], steps[0], id=f"flow_{number}", personas=people))
    made = {one.id: one.personas for one in compared(journey, first, second).all(Flow)}
    assert made["flow_0"] == (second,)
    assert "flow_1" not in made


def test_what_sets_them_apart_names_the_touchpoint(journey: Journey) -> None:
    first, second = (one.id for one in journey.personas()[:2])
    found = compare(journey, first, second)
    texts = {one.first: one.title for one in compared(journey, first, second).all(Entry) if one.lane == LANE}
    assert len(texts) == len(found.differing) > 0
    for key, text in texts.items():
        touchpoint = next(one for one in journey.touchpoints() if one.id == key)
        assert text.startswith(f"{touchpoint.title} · ")
        assert text.endswith(" apart")

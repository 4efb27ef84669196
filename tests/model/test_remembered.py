"""What a journey remembers of its records stays true, whatever is written."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.edits import describing
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Opportunity, Pain, Persona, Stage, Touchpoint
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, steady_ids


def answers(journey: Journey) -> list[Any]:
    """Everything that is asked again and again."""
    reading = journey.reading()
    kinds = sorted({type(record) for record in journey}, key=lambda kind: kind.__name__)
    return [
        [journey.all(kind) for kind in kinds],
        journey.touchpoints(),
        [journey.touchpoints(stage.id) for stage in journey.stages()],
        {persona.id: journey.emotions(persona.id) for persona in journey.all(Persona)},
        {one.id: journey.answered(one.id) for one in journey.all(Opportunity)},
        reading.stages,
        reading.touchpoints,
        [reading.column(stage.id) for stage in reading.stages],
        {step.id: (reading.starts(step.id), reading.ends(step.id)) for step in journey if isinstance(step, Stage)},
        {step.id: reading.starts(step.id) for step in journey.all(Touchpoint)},
        [reading.span(pain.first, pain.last) for pain in journey.all(Pain)],
        journey.flows(),
        journey.rows(),
    ]


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=120)
@given(size=st.sampled_from(sorted(SIZES)), data=st.data())
@steady_ids()
def test_after_any_edit_it_answers_as_a_journey_that_was_never_asked(size: str, data: st.DataObject) -> None:
    journey = SIZES[size]()
    answers(journey)
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=8)):
        try:
            change = EDITS[name](journey, Hand(journey, data.draw))
        except BadInput:
            continue
        written = journey.writes
        journey.apply(change)
        assert journey.writes == written + bool(change)
        assert answers(journey) == answers(
            Journey.of(journey.head, [one for one in journey if one is not journey.head])
        )


def test_a_reading_order_of_before_does_not_follow() -> None:
    journey = SIZES["full"]()
    before = journey.reading()
    titles = [one.title for one in before.touchpoints]
    journey.apply(describing.describe(journey, "t3", title="Another"))
    assert [one.title for one in before.touchpoints] == titles
    assert [one.title for one in journey.reading().touchpoints] != titles

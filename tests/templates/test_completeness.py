"""Every template is a good map by the product's own list, and the examples show every feature."""

from __future__ import annotations

import pytest

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    Entry,
    Flow,
    Gain,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)

FIVE = [
    f"{name}.{language}"
    for name in ("ambassador-4", "buying-cycle-5", "classic-5", "funnel-9", "loyalty-6")
    for language in ("fr", "en")
]
EXAMPLES = ["example-new-hip.en", "example-renovation.fr"]
BLUEPRINTS = ["service-blueprint.fr", "service-blueprint.en"]


@pytest.mark.parametrize("name", [*FIVE, *EXAMPLES, *BLUEPRINTS])
class TestEveryMap:
    def test_the_head_says_what_this_is(self, shipped: dict[str, Journey], name: str) -> None:
        head = shipped[name].head
        assert all((head.title, head.scenario, head.goal, head.owner, head.version, head.next_review))
        assert "2026-01" < head.date < "2027"

    def test_stages_have_goals_phases_and_touchpoints(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        for stage in journey.stages():
            assert stage.goal
            assert stage.description
            assert stage.phase
            assert journey.touchpoints(stage.id)
        assert {stage.phase for stage in journey.stages()} == {"before", "during", "after"}
        assert 10 <= len(journey.touchpoints()) <= 16

    def test_touchpoints_have_a_channel_and_say_how_we_know(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        for touchpoint in journey.touchpoints():
            assert journey.channel(touchpoint.channel) is not None
            assert touchpoint.description
            assert touchpoint.started_by
            assert touchpoint.evidence
        assert {t.evidence for t in journey.touchpoints()} == {"assumption", "research"}
        assert len({t.channel for t in journey.touchpoints()}) >= 5
        assert any(t.moment_of_truth for t in journey.touchpoints())

    def test_personas_are_people(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        for persona in journey.personas():
            assert all((persona.name, persona.role, persona.quote, persona.bio))
            assert persona.maturity or name == "example-new-hip.en"  # patients are no prospects
            assert len(persona.goals) == len(persona.needs) == len(persona.frustrations) == 2
            assert persona.portrait in journey.images
        assert len({persona.style for persona in journey.personas()}) == len(journey.personas())

    def test_curves_have_words_a_gap_a_peak_and_a_dip_with_quotes(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        points = [t.id for t in journey.touchpoints()]
        felt = [emotion for persona in journey.personas() for emotion in journey.emotions(persona.id).values()]
        assert len(felt) < len(points) * len(journey.personas()), "no gap"
        peak, dip = max(felt, key=lambda e: e.value), min(felt, key=lambda e: e.value)
        assert (peak.value, dip.value) >= (1.5, -2)
        assert peak.words
        assert dip.words
        quotes = {(quote.first, persona) for quote in journey.all(Quote) for persona in quote.personas}
        for extreme in (peak.value, dip.value):
            assert any((e.touchpoint, e.persona) in quotes for e in felt if e.value == extreme)

    def test_every_deep_dip_has_a_pain_and_every_pain_an_answer(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        answered = {link.pain for link in journey.all(Answers)}
        assert {pain.id for pain in journey.all(Pain)} == answered
        hurting = {key for pain in journey.all(Pain) for key in span(journey, pain)}
        for persona in journey.personas():
            for emotion in journey.emotions(persona.id).values():
                assert emotion.value > -2 or emotion.touchpoint in hurting

    def test_actions_have_owner_date_impact_and_effort(self, shipped: dict[str, Journey], name: str) -> None:
        actions = shipped[name].all(Opportunity)
        for action in actions:
            assert action.owner
            assert "2026-11" < action.due < "2028"
            assert action.impact
            assert action.effort
        assert len({action.status for action in actions}) >= 3

    def test_pains_differ_in_weight_and_were_voted_on(self, shipped: dict[str, Journey], name: str) -> None:
        pains = shipped[name].all(Pain)
        assert len({pain.severity for pain in pains}) >= 3
        assert all(pain.votes and pain.evidence for pain in pains)

    def test_shares_out_of_one_place_stay_below_a_hundred(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        for source in {flow.source for flow in journey.all(Flow)}:
            assert sum(flow.share or 0 for flow in journey.flows(source)) <= 100

    def test_every_lane_on_the_map_holds_something(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        content = {"pains": Pain, "gains": Gain, "opportunities": Opportunity, "quotes": Quote, "measures": Measure}
        for row in journey.rows():
            if isinstance(row, Lane) and row.kind in content:
                assert journey.all(content[row.kind])
            elif isinstance(row, Lane) and row.kind not in ("touchpoints", "emotions", "images"):
                assert any(entry.lane == row.id for entry in journey.all(Entry))


@pytest.mark.parametrize("name", [*FIVE, *EXAMPLES])
def test_measures_are_followed_towards_a_target(shipped: dict[str, Journey], name: str) -> None:
    for measure in shipped[name].all(Measure):
        assert measure.target is not None
        assert 3 <= len(measure.values) <= 6
        assert [value.date for value in measure.values] == sorted(value.date for value in measure.values)
        for value in measure.values:
            assert measure.minimum is not None
            assert measure.maximum is not None
            assert measure.minimum <= value.value <= measure.maximum


@pytest.mark.parametrize("name", [*FIVE, *EXAMPLES])
def test_gains_cover_the_map(shipped: dict[str, Journey], name: str) -> None:
    assert len(shipped[name].all(Gain)) >= 5


@pytest.mark.parametrize("name", EXAMPLES)
class TestExamples:
    def test_three_personas_feel_all_along(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        assert len(journey.personas()) == 3
        for persona in journey.personas():
            felt = journey.emotions(persona.id)
            assert 10 <= len(felt) < len(journey.touchpoints())

    def test_every_mark_is_on_the_map(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        assert {pain.severity for pain in journey.all(Pain)} >= {2, 3, 4, 5}
        assert {o.status for o in journey.all(Opportunity)} == {"idea", "planned", "doing", "done", "dropped"}
        assert any(stage.loyalty_critical for stage in journey.stages())
        assert any(stage.blind_spot for stage in journey.stages())
        assert sum(1 for t in journey.touchpoints() if t.image in journey.images) == 3
        assert len(journey.head.poster.logos) == 2
        assert all(logo in journey.images for logo in journey.head.poster.logos)
        assert all(quote.source and quote.date for quote in journey.all(Quote))
        assert {"NPS", "CSAT", "CES"} <= set(" ".join(m.name for m in journey.all(Measure)).translate(PLAIN).split())

    def test_flows_loop_and_share(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        flows = journey.all(Flow)
        assert any(isinstance(journey.get(flow.source), Stage) for flow in flows)
        assert all(flow.share for flow in flows)
        assert any(flow.label and isinstance(journey.get(flow.source), Touchpoint) for flow in flows)

    def test_the_parking_lot_holds_an_idea_for_the_target_state(self, shipped: dict[str, Journey], name: str) -> None:
        parked = [note.text for note in shipped[name].all(Note) if note.first is None]
        assert len(parked) >= 3
        assert any("état cible" in text or "To-be" in text for text in parked)

    def test_there_are_lines_and_a_hidden_lane(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        assert journey.all(Line)
        assert [lane.kind for lane in journey.all(Lane) if lane.hidden] == ["quotes"]


def test_the_examples_together_show_every_kind_of_lane(shipped: dict[str, Journey]) -> None:
    kinds = {lane.kind for name in (*EXAMPLES, *BLUEPRINTS) for lane in shipped[name].all(Lane)}
    assert kinds >= {"touchpoints", "actions", "thoughts", "emotions", "pains", "gains", "opportunities", "quotes"}
    assert kinds >= {"measures", "company_actions", "backstage", "support", "images"}


def test_an_opportunity_of_the_english_example_answers_two_pains(shipped: dict[str, Journey]) -> None:
    journey = shipped["example-new-hip.en"]
    assert any(len(journey.answered(o.id)) == 2 for o in journey.all(Opportunity))


def test_portraits_differ(shipped: dict[str, Journey]) -> None:
    portraits = {
        name.rpartition(".")[0] + persona.id: persona.portrait
        for name, journey in shipped.items()
        for persona in journey.all(Persona)
        if persona.portrait
    }
    assert len(set(portraits.values())) == len(portraits) == 17


PLAIN = str.maketrans("()", "  ")


def span(journey: Journey, pain: Pain) -> list[str]:
    """The ids of the touchpoints that a pain covers."""
    order = [touchpoint.id for touchpoint in journey.touchpoints()]

    def within(key: str | None) -> list[str]:
        if isinstance(journey.get(key or ""), Stage):
            return [touchpoint.id for touchpoint in journey.touchpoints(key)]
        return [str(key)]

    first, last = order.index(within(pain.first)[0]), order.index(within(pain.last)[-1])
    return order[first : last + 1]

"""Each of the five journeys shows what its row of the product's table demands."""

from __future__ import annotations

import pytest

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Flow, Gain, Lane, Line, Measure, Opportunity, Pain, Stage, Touchpoint

STAGES = {
    "loyalty-6.fr": "Recherche, Sélection finale, Achat, Usage, Après-vente, Renouvellement",
    "loyalty-6.en": "Search, Final selection, Purchase, Use, After-sales, Renewal",
    "funnel-9.fr": "Sensibilisation, Évaluation, Intérêt, Intention, Achat, Post-achat, Rétention, Recommandation, "
    "Fidélité",
    "funnel-9.en": "Awareness, Evaluation, Interest, Intent, Purchase, Post-purchase, Retention, Advocacy, Loyalty",
    "classic-5.fr": "Connaissance, Considération, Décision d’achat, Fidélisation, Recommandation",
    "classic-5.en": "Awareness, Consideration, Purchase decision, Retention, Recommendation",
    "buying-cycle-5.fr": "Découverte, Évaluation des alternatives, Action d’achat, Service après-vente, Loyauté",
    "buying-cycle-5.en": "Discovery, Evaluation of alternatives, Purchase, After-sales service, Loyalty",
    "ambassador-4.fr": "Découverte, Acquisition et intégration, Engagement, Recommandation",
    "ambassador-4.en": "Discovery, Acquisition and onboarding, Engagement, Recommendation",
}


def both(name: str) -> list[str]:
    """The two languages of one template."""
    return [f"{name}.fr", f"{name}.en"]


def kinds(journey: Journey) -> list[str]:
    """The rows of the map, from the top, lines as `line of …`."""
    return [row.kind if isinstance(row, Lane) else f"line of {row.kind}" for row in journey.rows()]


def place(journey: Journey, key: str | None) -> int:
    """The number of the stage in which a stage or a touchpoint lies, from 1."""
    record = journey.get(key or "")
    stage = record.stage if isinstance(record, Touchpoint) else key
    return [s.id for s in journey.stages()].index(str(stage)) + 1


def loops(journey: Journey) -> list[tuple[int, int]]:
    """Flows from one stage back to an earlier one, as numbers of stages."""
    return [
        (place(journey, flow.source), place(journey, flow.target))
        for flow in journey.all(Flow)
        if isinstance(journey.get(flow.source), Stage) and isinstance(journey.get(flow.target), Stage)
    ]


@pytest.mark.parametrize("name", sorted(STAGES))
def test_the_stages_are_those_of_the_model(shipped: dict[str, Journey], name: str) -> None:
    assert ", ".join(stage.title for stage in shipped[name].stages()) == STAGES[name]


@pytest.mark.parametrize("name", both("loyalty-6"))
class TestLoyalty:
    def test_before_during_and_after_are_the_model_s(self, shipped: dict[str, Journey], name: str) -> None:
        phases = [stage.phase for stage in shipped[name].stages()]
        assert phases == ["before", "before", "during", "after", "after", "after"]

    def test_three_stages_decide_on_loyalty_and_say_why(self, shipped: dict[str, Journey], name: str) -> None:
        critical = [n for n, stage in enumerate(shipped[name].stages(), 1) if stage.loyalty_critical]
        assert critical == [3, 4, 5]

    def test_use_is_the_blind_spot_and_listening_is_named(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        blind = [n for n, stage in enumerate(journey.stages(), 1) if stage.blind_spot]
        assert blind == [4]
        reason = journey.stages()[3].blind_spot or ""
        assert ("enquête" in reason) or ("survey" in reason)
        listening = [t.title.lower() for t in journey.touchpoints(journey.stages()[3].id)]
        assert any("enquête" in title or "survey" in title for title in listening)

    def test_prospect_and_customer_enter_search_differently(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        prospect, customer = journey.personas()
        assert (prospect.maturity, customer.maturity) == ("prospect", "regular")
        order = [t.id for t in journey.touchpoints()]
        first = [min(journey.emotions(p.id), key=order.index) for p in (prospect, customer)]
        assert first[0] != first[1]
        assert [place(journey, key) for key in first] == [1, 1]

    def test_renewal_leads_back_to_search(self, shipped: dict[str, Journey], name: str) -> None:
        assert (6, 1) in loops(shipped[name])

    def test_satisfaction_is_measured_at_every_stage(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        assert sorted(place(journey, m.first) for m in journey.all(Measure)) == [1, 2, 3, 4, 5, 6]
        assert "measures" in kinds(journey)


@pytest.mark.parametrize("name", both("funnel-9"))
class TestFunnel:
    def test_every_stage_says_what_the_customer_does(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        lane = next(row for row in journey.rows() if isinstance(row, Lane) and row.kind == "actions")
        said = [place(journey, entry.first) for entry in journey.all(Entry) if entry.lane == lane.id]
        assert sorted(said) == list(range(1, 10))

    def test_touchpoints_run_from_first_contact_to_loyalty_programme(
        self, shipped: dict[str, Journey], name: str
    ) -> None:
        journey = shipped[name]
        assert {place(journey, t.id) for t in journey.touchpoints()} == set(range(1, 10))
        last = " ".join(t.title.lower() for t in journey.touchpoints(journey.stages()[-1].id))
        assert "fidélité" in last or "loyalty" in last

    def test_satisfaction_is_measured_per_interaction(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        measures = journey.all(Measure)
        assert {place(journey, m.first) for m in measures} == set(range(1, 10))
        assert all(isinstance(journey.get(m.first or ""), Touchpoint) for m in measures)


@pytest.mark.parametrize("name", both("classic-5"))
class TestClassic:
    def test_personas_have_a_maturity(self, shipped: dict[str, Journey], name: str) -> None:
        assert {persona.maturity for persona in shipped[name].personas()} == {"prospect", "ambassador"}

    def test_pains_and_gains_several_channels_and_measures(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        assert len(journey.all(Pain)) >= 6
        assert len(journey.all(Gain)) >= 5
        assert len({t.channel for t in journey.touchpoints()}) >= 6
        assert {place(journey, m.first) for m in journey.all(Measure)} == {1, 2, 3, 4, 5}

    def test_the_plan_of_action_has_owners_and_dates(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        plan = next(row for row in journey.rows() if isinstance(row, Lane) and row.kind == "opportunities")
        assert plan.title in ("Plan d’action", "Action plan")
        assert all(action.owner and action.due for action in journey.all(Opportunity))

    def test_before_during_after(self, shipped: dict[str, Journey], name: str) -> None:
        phases = [stage.phase for stage in shipped[name].stages()]
        assert phases == ["before", "before", "during", "after", "after"]


@pytest.mark.parametrize("name", both("buying-cycle-5"))
class TestBuyingCycle:
    def test_customer_s_journey_and_sales_cycle_stand_side_by_side(
        self, shipped: dict[str, Journey], name: str
    ) -> None:
        journey = shipped[name]
        assert kinds(journey)[:2] == ["actions", "company_actions"]
        for lane in journey.rows()[:2]:
            assert isinstance(lane, Lane)
            assert lane.title
            covered = {place(journey, entry.first) for entry in journey.all(Entry) if entry.lane == lane.id}
            assert covered == {1, 2, 3, 4, 5}

    def test_there_is_a_lane_of_feelings_with_words(self, shipped: dict[str, Journey], name: str) -> None:
        journey = shipped[name]
        lane = next(row for row in journey.rows() if isinstance(row, Lane) and row.kind == "emotions")
        assert lane.title in ("Ressenti", "Feelings")
        words = [emotion.words for p in journey.personas() for emotion in journey.emotions(p.id).values()]
        assert len([word for word in words if word]) >= 12


@pytest.mark.parametrize("name", both("ambassador-4"))
def test_the_ambassador_s_circle_closes_and_carries_new_customers(shipped: dict[str, Journey], name: str) -> None:
    journey = shipped[name]
    assert loops(journey) == [(4, 1)]
    circle = next(flow for flow in journey.all(Flow) if isinstance(journey.get(flow.source), Stage))
    assert circle.share
    assert "nouveau membre" in circle.label or "new member" in circle.label


@pytest.mark.parametrize("name", both("service-blueprint"))
def test_the_blueprint_has_three_lines_between_its_lanes(shipped: dict[str, Journey], name: str) -> None:
    journey = shipped[name]
    rows = kinds(journey)
    ordered = ["actions", "line of interaction", "company_actions", "line of visibility", "backstage"]
    ordered += ["line of internal", "support"]
    assert [row for row in rows if row in ordered] == ordered
    assert len(journey.all(Line)) == 3
    for lane in journey.rows():
        if isinstance(lane, Lane) and lane.kind in ("actions", "company_actions", "backstage", "support"):
            covered = {place(journey, entry.first) for entry in journey.all(Entry) if entry.lane == lane.id}
            assert covered == {1, 2, 3, 4, 5}, lane.kind


@pytest.mark.parametrize("name", both("blank"))
def test_the_blank_map_is_empty_but_ready(shipped: dict[str, Journey], name: str) -> None:
    journey = shipped[name]
    assert len(journey.stages()) == 5
    assert len(journey.personas()) == 1
    assert not journey.touchpoints()
    assert {"touchpoints", "emotions", "pains", "gains", "opportunities"} <= set(kinds(journey))
    assert journey.head.title in ("Titre du parcours", "Title of the journey")

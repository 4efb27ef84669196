"""Pains by weight, opportunities on the grid of impact and effort."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.insight import priorities, ranked_pains
from journeyeditor.insight.ranking import QUADRANTS, quadrant
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Opportunity, Pain
from tests.insight.good_map import Map


def ranks(journey: Journey, persona: str | None = None) -> list[tuple[int, str, int]]:
    return [(one.rank, one.pain.id, one.weight) for one in ranked_pains(journey, persona)]


def test_pains_are_ranked_by_severity_times_votes() -> None:
    at = Map()
    at.drop("queue")
    at.add(
        Pain(id="a", first="t9", last="t9", severity=2, votes=5),
        Pain(id="b", first="t1", last="t1", severity=5, votes=2, personas=("ana",)),
        Pain(id="c", first="t0", last="t0", severity=1, votes=30),
        Pain(id="d", severity=5, votes=0),
        Pain(id="e", first="t5", last="t5", severity=5, votes=0, personas=("ben",)),
        Pain(id="f", first="t2", last="t2", severity=3, votes=0),
    )
    assert ranks(at.journey) == [(1, "c", 30), (2, "b", 10), (2, "a", 10), (4, "e", 0), (4, "d", 0), (4, "f", 0)]
    assert ranks(at.journey, "ana") == [(1, "c", 30), (2, "b", 10), (2, "a", 10), (4, "d", 0), (4, "f", 0)]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 3), st.integers(0, 9)), max_size=8), st.randoms())
def test_the_order_does_not_depend_on_the_order_in_which_they_were_noted(
    pains: list[tuple[int, int, int]], dice: random.Random
) -> None:
    at = Map()
    at.drop("queue")
    made = [
        Pain(id=f"p{n}", severity=severity, votes=votes, first=f"t{place}", last=f"t{place}")
        for n, (severity, votes, place) in enumerate(pains)
    ]
    at.add(*made)
    first = ranks(at.journey)
    at.drop(*(pain.id for pain in made))
    at.add(*dice.sample(made, len(made)))
    assert ranks(at.journey) == first
    weights = [weight for _, _, weight in first]
    assert weights == sorted(weights, reverse=True)


def test_opportunities_fall_into_four_fields() -> None:
    at = Map()
    at.drop("till")
    ratings = {
        "win": (5, 1),
        "win2": (4, 3),
        "big": (5, 5),
        "fill": (3, 3),
        "twice": (1, 4),
        "half": (5, None),
        "none": (None, None),
    }
    at.add(*(Opportunity(id=key, impact=impact, effort=effort) for key, (impact, effort) in ratings.items()))
    at.add(
        Opportunity(id="gone", impact=5, effort=1, status="dropped"),
        Opportunity(id="done", impact=4, effort=1, status="done"),
    )
    found = priorities(at.journey)
    assert {name: [one.id for one in some] for name, some in found.fields.items()} == {
        "quick_wins": ["win", "done", "win2"],
        "big_projects": ["big"],
        "fill_ins": ["fill"],
        "think_twice": ["twice"],
    }
    assert [one.id for one in found.unrated] == ["half", "none"]
    assert list(found.fields) == list(QUADRANTS)


def test_every_rating_has_one_field_and_persona_pages_have_their_own() -> None:
    fields = {quadrant(Opportunity(id="o", impact=i, effort=e)) for i in range(1, 6) for e in range(1, 6)}
    assert fields == set(QUADRANTS)
    at = Map()
    at.set("till", impact=5, effort=1, personas=("ana",))
    assert [one.id for one in priorities(at.journey, "ana").fields["quick_wins"]] == ["till"]
    assert not any(priorities(at.journey, "ben").fields.values())

"""A mistake in a file is told with its place, the record's title and what should be there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from journeyeditor import files
from journeyeditor.errors import BadInput

STAGE = {"id": "s", "order": "a0", "title": "Buy"}
TOUCHPOINT = {"id": "t", "order": "a1", "stage": "s", "title": "Pay online"}
PERSONA = {"id": "p", "order": "a0", "name": "Ana"}


def refused(section: str, record: Any, **head: Any) -> BadInput:
    document: dict[str, Any] = {
        "format": "journeyeditor",
        "format_version": 1,
        "journey": {"id": "j", **head},
        "stages": [STAGE],
        "personas": [PERSONA],
        "touchpoints": [TOUCHPOINT],
    }
    if section:
        document[section] = [*document.get(section, []), record]
    with pytest.raises(BadInput) as error:
        files.load(json.dumps(document).encode())
    assert error.value.advice is not None
    return error.value


@pytest.mark.parametrize(
    ("section", "record", "sentence"),
    [
        (
            "touchpoints",
            {"id": "t2", "order": 3, "stage": "s", "title": "Wait"},
            "touchpoints[1].order (“Wait”): a text is expected, but there is a whole number.",
        ),
        (
            "touchpoints",
            {"id": "t2", "order": "a1", "title": "Wait"},
            "touchpoints[1] (“Wait”): “stage” is missing.",
        ),
        (
            "touchpoints",
            {"id": "t2", "order": "a1", "stage": "s", "links": "https://a.example"},
            "touchpoints[1].links: a list is expected, but there is a text.",
        ),
        (
            "touchpoints",
            {"id": "t2", "order": "a1", "stage": "s", "links": ["x", None]},
            "touchpoints[1].links[1]: a text is expected, but there is null.",
        ),
        (
            "touchpoints",
            {"id": "t2", "order": "a1", "stage": "s", "ends_here": "yes"},
            "touchpoints[1].ends_here: true or false is expected, but there is a text.",
        ),
        (
            "touchpoints",
            {"id": "t2", "order": "a1", "stage": "s", "image": "photo.png"},
            "touchpoints[1].image: the text has fewer than 64 characters.",
        ),
        (
            "touchpoints",
            {"id": "t2", "order": "a1", "stage": "s", "journey": {"path": 3}},
            "touchpoints[1].journey.path: a text is expected, but there is a whole number.",
        ),
        ("touchpoints", 7, "touchpoints[1] is not an object."),
        (
            "pains",
            {"id": "x", "severity": True},
            "pains[0].severity: a whole number is expected, but there is true or false.",
        ),
        (
            "pains",
            {"id": "x", "severity": 2.5},
            "pains[0].severity: a whole number is expected, but there is a number.",
        ),
        (
            "pains",
            {"id": "x", "text": "No\nprice", "severity": 6},
            "pains[0].severity (“No price”): the number must not be above 5.",
        ),
        ("pains", {"id": "x", "severity": 0}, "pains[0].severity: the number must not be below 1."),
        ("pains", {"id": "x", "votes": -1}, "pains[0].votes: the number must not be below 0."),
        ("pains", {"id": "x", "votes": 10**30}, "pains[0].votes: the number must not be above 1000000000."),
        ("pains", {"id": ""}, "pains[0].id: the text must not be empty."),
        ("pains", {"id": "x", "severity": None}, "pains[0].severity: a whole number is expected, but there is null."),
        ("pains", {"id": "x", "first": 4}, "pains[0].first: a text or null is expected, but there is a whole number."),
        (
            "opportunities",
            {"id": "x", "impact": "high"},
            "opportunities[0].impact: a whole number or null is expected, but there is a text.",
        ),
        (
            "opportunities",
            {"id": "x", "due": "next week"},
            "opportunities[0].due: “next week” cannot be read; a date is written 2026, 2026-11 or 2026-11-21.",
        ),
        (
            "opportunities",
            {"id": "x", "status": 3},
            "opportunities[0].status: a text is expected, but there is a whole number.",
        ),
        (
            "emotions",
            {"id": "x", "persona": "p", "touchpoint": "t", "value": 3, "words": "great"},
            "emotions[0].value (“great”): the number must not be above 2.",
        ),
        (
            "flows",
            {"id": "x", "source": "t", "target": "s", "share": 101},
            "flows[0].share: the number must not be above 100.",
        ),
        (
            "measures",
            {"id": "x", "name": "NPS", "values": [{"date": "2026", "value": 1}, {"date": "11/6", "value": 3}]},
            "measures[0].values[1].date (“NPS”): “11/6” cannot be read; a date is written 2026, 2026-11 or 2026-11-21.",
        ),
        (
            "stages",
            {"id": "x", "order": "a-1"},
            "stages[1].order: “a-1” cannot be read; an order key is letters and digits, at least two.",
        ),
        ("stages", {"id": "x", "order": "a0", "room": 0.5}, "stages[1].room: the number must not be below 1."),
    ],
)
def test_a_wrong_field_is_told_with_place_and_title(section: str, record: Any, sentence: str) -> None:
    error = refused(section, record)
    assert error.problem.english() == sentence
    assert sentence.startswith(error.place)


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ({"title": 3}, "journey.title: a text is expected, but there is a whole number."),
        (
            {"title": "Map", "date": "2026-13"},
            "journey.date (“Map”): “2026-13” cannot be read; a date is written 2026, 2026-11 or 2026-11-21.",
        ),
        (
            {"poster": {"accent": "reddish"}},
            "journey.poster.accent: “reddish” cannot be read; a colour is written #1a2b3c.",
        ),
        ({"poster": {"margin": -3}}, "journey.poster.margin: the number must not be below 0."),
        ({"language": "../etc"}, "journey.language: “../etc” cannot be read; a language is written en, fr or pt-BR."),
        ({"based_on": {"id": "x"}}, "journey.based_on: “hash” is missing."),
    ],
)
def test_a_mistake_in_the_head_is_told(head: dict[str, Any], sentence: str) -> None:
    assert refused("", None, **head).problem.english() == sentence


def test_two_records_with_one_id_are_named_both() -> None:
    assert refused("pains", {"id": "t", "text": "It hurts"}).problem.english() == (
        "“It hurts” and “Pay online” have the same id, t."
    )


def test_an_id_that_belongs_to_a_built_in_channel_is_refused() -> None:
    assert "have the same id, channel:web" in refused("pains", {"id": "channel:web"}).problem.english()


def test_a_section_that_is_no_list_is_named() -> None:
    data = b'{"format": "journeyeditor", "format_version": 1, "journey": {"id": "j"}, "pains": {"id": "x"}}'
    with pytest.raises(BadInput, match="“pains” is not a list"):
        files.load(data)

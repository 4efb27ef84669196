"""Find and replace: everything that can be read is found, and replacing is one step."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.editor.finding import TEXTS, Match, Search, find, reading, replace_all, replace_one, texts_of
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.head import set_phase_title
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import SECTIONS, Answers, Head, Line, Persona, Touchpoint
from tests.edits.doing import done, need
from tests.edits.samples import full, small


def words(journey: Journey, matches: list[Match]) -> list[str]:
    found = []
    for match in matches:
        text = dict(texts_of(journey.get(match.record)))[match.field]  # type: ignore[arg-type]
        found.append(text[match.start : match.end])
    return found


def named(text: str) -> Journey:
    journey = small()
    journey.apply(rename(journey, "till", text))
    return journey


@pytest.mark.parametrize(
    ("text", "search", "found"),
    [
        ("Caf\u00e9 cafe CAFE\u0301", Search("cafe"), ["Caf\u00e9", "cafe", "CAFE\u0301"]),
        ("Caf\u00e9 cafe", Search("caf\u00e9", match_accents=True), ["Caf\u00e9"]),
        ("Caf\u00e9 cafe", Search("cafe", match_case=True), ["cafe"]),
        ("Caf\u00e9 cafe", Search("Cafe", match_case=True), ["Caf\u00e9"]),
        ("pay repay payment", Search("pay", whole_words=True), ["pay"]),
        ("pay_now pay-now", Search("pay", whole_words=True), ["pay"]),
        ("Stra\u00dfe", Search("strasse"), ["Stra\u00dfe"]),
        ("Stra\u00dfe", Search("s"), ["S"]),
        ("aaaa", Search("aa"), ["aa", "aa"]),
        ("a.b (c)", Search("."), ["."]),
        ("anything", Search(""), []),
        ("anything", Search("\u0301"), []),
    ],
)
def test_what_is_found(text: str, search: Search, found: list[str]) -> None:
    journey = named(text)
    assert words(journey, [match for match in find(journey, search) if match.record == "till"]) == found


def test_it_goes_in_reading_order() -> None:
    journey = full()
    kinds = [type(journey.get(match.record)).__name__ for match in find(journey, Search("a"))]
    assert kinds[0] == "Head"
    assert kinds[-1] in {"Note", "Opportunity", "Entry"}
    steps = [one.id for one in reading(journey) if isinstance(one, Touchpoint)]
    assert steps == [one.id for one in journey.touchpoints()]


def test_all_texts_of_all_kinds_are_read() -> None:
    assert {Head, *SECTIONS.values()} - set(TEXTS) == {Line, Answers}


def test_lists_and_phase_titles_are_found_and_replaced() -> None:
    journey = full()
    journey.apply(describe(journey, "p0", goals=("Save time", "Save money")))
    journey.apply(set_phase_title(journey, "after", "Save what is left"))
    change = replace_all(journey, Search("save"), "Keep")
    done(journey, change)
    assert need(journey, "p0", Persona).goals == ("Keep time", "Keep money")
    assert journey.head.phase_titles["after"] == "Keep what is left"
    assert change.label.english() == "Replace text"


def test_one_place_is_replaced_and_only_if_it_is_there() -> None:
    journey = named("Pay and pay")
    match = [one for one in find(journey, Search("pay")) if one.record == "till"][1]
    done(journey, replace_one(journey, match, "go"))
    assert need(journey, "till", Touchpoint).title == "Pay and go"
    with pytest.raises(BadInput):
        replace_one(journey, Match("nobody", "title", 0, 1), "x")


@settings(deadline=None, max_examples=100)
@given(text=st.text("a\u00e9E\u0301\u00df i\u0307\u0130x", max_size=8), by=st.text("ab\u00e9", max_size=2))
def test_replacing_changes_what_was_found_and_nothing_else(text: str, by: str) -> None:
    journey = named(text)
    before = need(journey, "till", Touchpoint).title
    matches = [match for match in find(journey, Search("e")) if match.record == "till"]
    journey.apply(replace_all(journey, Search("e"), by))
    pieces, at = [], 0
    for match in matches:
        assert at <= match.start < match.end <= len(before)
        pieces += [before[at : match.start], by]
        at = match.end
    assert need(journey, "till", Touchpoint).title == "".join([*pieces, before[at:]])

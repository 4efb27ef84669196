"""The quick ways of writing and looking say what the careful ones say."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.files import encode, saving
from journeyeditor.files.cleaning import Cleaner, may_hold_unwanted
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Emotion, Head, Measure, Poster, Record, Stage, Value
from tests.files.anything import journeys

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
PLAIN_HEAD = Head(id="h", title='a text with "extra":{}, in it')


def careful(journey: Journey) -> bytes:
    """The bytes of the way on which every record is taken apart."""
    kinds: dict[type[Record], list[Record]] = {}
    for record in journey:
        kinds.setdefault(type(record), []).append(record)
    return encode._bytes(encode._document(journey.head, kinds))


@QUICK
@given(journey=journeys())
def test_both_ways_write_the_same(journey: Journey) -> None:
    assert encode.to_json(journey.head, journey) == careful(journey)


@pytest.mark.parametrize("number", [0.0, -0.0, 1, True, 1.5])
def test_numbers_have_one_spelling_on_both_ways(number: float) -> None:
    records: list[AnyRecord] = [
        Measure(id="m", minimum=number, values=(Value(date="2026", value=number),)),
        Emotion(id="e", persona="m", touchpoint="m", value=number),
    ]
    journey = Journey.of(msgspec.structs.replace(PLAIN_HEAD, poster=Poster(margin=number)), records)
    assert encode.to_json(journey.head, journey) == careful(journey)


def test_a_plain_map_goes_the_quick_way_and_an_unknown_key_does_not() -> None:
    stage = Stage(id="s", order="a0", title='"extra":{"a":1}', description='\\"extra":{},')
    kinds: dict[type, list[Stage]] = {Stage: [stage]}
    quick = encode._quickly(PLAIN_HEAD, kinds)  # type: ignore[arg-type]
    assert quick == careful(Journey.of(PLAIN_HEAD, [stage]))
    kinds[Stage] = [msgspec.structs.replace(stage, extra={"mood": "blue"})]
    assert encode._quickly(PLAIN_HEAD, kinds) is None  # type: ignore[arg-type]


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x7f\x85\x9f\u2028\u2029\ufffe\uffff\b\v")))
def test_no_unwanted_character_is_overlooked(text: str) -> None:
    if Cleaner().clean(text) != text:
        assert may_hold_unwanted(msgspec.json.encode(text))


@pytest.mark.parametrize(
    ("text", "oldest"),
    [
        (b'{"readable_from": 7, "title": ""}', 7),
        (b'{"readable_from":7}', 7),
        (b'{"readable_from": 1, "readable_from": 7}', 7),
        (b'{"readable_from": 1, "readable_fro\\u006d": 7}', 7),
        (b'{"title": "\\"readable_from\\": 9,"}', 1),
        (b'{"stages": [{"readable_from": 7}]}', 7),  # rather refused than overwritten
        (b'{"stages": [{"readable_from": 7}], "readable_from": 1}', 1),
        (b'{"title": "readable_from"}', 1),
        (b'{"readable_from": 7', 0),
        (b"[]", 0),
    ],
)
def test_what_a_newer_program_wrote_is_noticed(text: bytes, oldest: int) -> None:
    assert saving._readable_from(text) == oldest

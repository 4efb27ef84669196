"""What a whole journey must obey."""

from __future__ import annotations

import math
from typing import Any, get_args

import msgspec
import pytest

from journeyeditor.model.change import replaced
from journeyeditor.model.plain import KINDS
from journeyeditor.model.records import (
    AnyRecord,
    Entry,
    Head,
    Id,
    Ids,
    ImageHash,
    Measure,
    Pain,
    Persona,
    Poster,
    Record,
    Stage,
    Touchpoint,
    Value,
)
from journeyeditor.model.references import PICTURES, REFERENCES
from journeyeditor.model.rules import broken_rules
from journeyeditor.model.text import clean, is_clean
from tests.edits.samples import SIZES, full


@pytest.mark.parametrize("size", SIZES)
def test_the_samples_break_no_rule(size: str) -> None:
    journey = SIZES[size]()
    assert broken_rules(journey, list(journey.images)) == []


BROKEN: dict[str, tuple[str, str, AnyRecord]] = {
    "a stage that is not there": ("t0", "stage", Touchpoint(id="t0", stage="nowhere", order="a0")),
    "a stage that is none": ("t0", "stage", Touchpoint(id="t0", stage="t1", order="a0")),
    "an unknown channel": ("t0", "channel", Touchpoint(id="t0", stage="s0", order="a0", channel="telex")),
    "half an anchor": ("pain0", "last", Pain(id="pain0", first="t0")),
    "an anchor on a persona": ("pain0", "first", Pain(id="pain0", first="p0", last="p0")),
    "a severity of six": ("pain0", "severity", Pain(id="pain0", severity=6)),
    "a vote that is a truth": ("pain0", "votes", Pain(id="pain0", votes=True)),
    "votes below none": ("pain0", "votes", Pain(id="pain0", votes=-1)),
    "a word that is none of those": ("pain0", "evidence", Pain(id="pain0", evidence="rumour")),  # type: ignore[arg-type]
    "a list for a text": ("pain0", "text", Pain(id="pain0", text=["a"])),  # type: ignore[arg-type]
    "a persona twice": ("pain0", "personas", Pain(id="pain0", personas=("p0", "p0"))),
    "an unknown persona": ("pain0", "personas", Pain(id="pain0", personas=("nobody",))),
    "room below one": ("s0", "room", Stage(id="s0", order="a0", room=0.5)),
    "room that is no number": ("s0", "room", Stage(id="s0", order="a0", room=math.nan)),
    "an endless target": ("nps", "target", Measure(id="nps", target=math.inf)),
    "a range upside down": ("nps", "maximum", Measure(id="nps", minimum=5, maximum=1)),
    "a value of no number": ("nps", "values", Measure(id="nps", values=(Value(date="2025", value=math.nan),))),
    "a date that is none": ("nps", "values", Measure(id="nps", values=(Value(date="soon", value=1),))),
    "an order that sorts nowhere": ("s0", "order", Stage(id="s0", order="é")),
    "a style beyond twelve": ("p0", "style", Persona(id="p0", order="a0", style=13)),
    "half a character": ("s0", "title", Stage(id="s0", order="a0", title="\ud800")),
    "a control character": ("p0", "goals", Persona(id="p0", order="a0", goals=("a\x00",))),
    "a text in a lane of pains": ("e0", "lane", Entry(id="e0", lane="l6", order="a0")),
    "a phase that is none": ("journey", "phase_titles", Head(id="journey", phase_titles={"later": "x"})),
    "an accent that is no colour": ("journey", "poster", Head(id="journey", poster=Poster(accent="red"))),
    "an unknown persona on the poster": (
        "journey",
        "poster.personas",
        Head(id="journey", poster=Poster(personas=("nobody",))),
    ),
}


@pytest.mark.parametrize("reason", BROKEN)
def test_a_broken_rule_is_told_with_its_place(reason: str) -> None:
    key, field, record = BROKEN[reason]
    found = broken_rules({**{one.id: one for one in full()}, key: record}.values())
    assert (key, field) in {(broken.id, broken.field) for broken in found}
    assert all(broken.problem.english() for broken in found)


def test_a_derived_id_must_be_what_it_follows_from() -> None:
    emotion = next(record for record in full() if record.id.startswith("emotion:"))
    records = [record for record in full() if record.id != emotion.id]
    found = broken_rules([*records, replaced(emotion, id="feeling")])
    assert [(broken.id, broken.field) for broken in found] == [("feeling", "id")]


def test_ids_are_there_once_and_one_head_holds_them_together() -> None:
    records = list(full())
    twice = broken_rules([*records, Stage(id="s0", order="a5")])
    assert ("s0", "id") in {(broken.id, broken.field) for broken in twice}
    for heads in ([], [Head(id="one"), Head(id="two")]):
        found = broken_rules([*heads, *(record for record in records if not isinstance(record, Head))])
        assert [broken.field for broken in found] == ["journey"]


def test_the_id_of_a_built_in_channel_is_for_a_channel() -> None:
    found = broken_rules([*full(), Stage(id="channel:web", order="a5")])
    assert ("channel:web", "id") in {(broken.id, broken.field) for broken in found}


def test_a_missing_picture_is_told_where_the_pictures_are_known() -> None:
    assert {broken.id for broken in broken_rules(full(), [])} == {"journey", "p0", "t8"}
    assert broken_rules(full()) == []


def test_an_unknown_kind_is_told() -> None:
    found = broken_rules([*full(), Record(id="odd")])  # type: ignore[list-item]
    assert [broken.id for broken in found] == ["odd"]


def test_no_reference_and_no_picture_is_missing_from_the_tables() -> None:
    not_references = {"id", "extra"}
    for kind in KINDS.values():
        told = {reference.field for reference in REFERENCES.get(kind, ())}
        shown = set(PICTURES.get(kind, ()))
        parts: list[tuple[str, type[msgspec.Struct]]] = [("", kind), *([("poster.", Poster)] if kind is Head else [])]
        for prefix, struct in parts:
            for field in msgspec.structs.fields(struct):
                types = {field.type, *get_args(field.type)}
                name = prefix + field.name
                if field.name not in not_references:
                    assert (name in told) == bool(types & {Id, Ids}), name
                    assert (name in shown) == (ImageHash in types), name


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\r\nb\rc\u2028d", "a\nb\nc\nd"), ("a\x00\x1b\x7f\x9f\ud83d b", "a b"), ("tab\t\n🙂‍↕️", "tab\t\n🙂‍↕️")],
)
def test_texts_are_cleaned(text: str, kept: str) -> None:
    assert clean(text) == kept
    assert is_clean(kept)
    assert clean(kept).encode()


def test_every_problem_value_is_shown_short() -> None:
    found: list[Any] = broken_rules([*full(), Pain(id="odd", text="x" * 200_000)])
    assert max(len(broken.problem.english()) for broken in found) < 120

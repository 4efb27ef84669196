"""Texts fit the poster, say nothing twice, and are set as their language wants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)

LIMITS: tuple[tuple[type[Record], str, int], ...] = (
    (Head, "title", 30),
    (Head, "scenario", 96),
    (Head, "goal", 96),
    (Stage, "title", 30),
    (Stage, "goal", 55),
    (Stage, "duration", 18),
    (Stage, "loyalty_critical", 56),
    (Stage, "blind_spot", 64),
    (Touchpoint, "title", 26),
    (Persona, "name", 24),
    (Persona, "role", 34),
    (Persona, "quote", 70),
    (Persona, "goals", 40),
    (Pain, "text", 50),
    (Gain, "text", 50),
    (Opportunity, "text", 50),
    (Opportunity, "owner", 22),
    (Quote, "text", 70),
    (Quote, "source", 34),
    (Measure, "name", 26),
    (Measure, "unit", 8),
    (Entry, "text", 44),
    (Emotion, "words", 18),
    (Flow, "label", 44),
)
"""What a poster of A3 carries without crowding, in characters."""
LONGEST_WORD = 13
"""A touchpoint's name stands in a slot of 23 mm."""

SAME_THING_TWICE = (Stage, Touchpoint, Pain, Gain, Opportunity, Quote, Persona, Measure, Note)
NOT_WORDS = {"id", "order", "image", "portrait", "channel", "stage", "first", "last", "lane", "language"}


def texts(journey: Journey) -> Iterator[tuple[str, str]]:
    """Every text that a person reads, with where it stands."""
    for record in journey:
        if isinstance(record, Answers):
            continue
        for name in record.__struct_fields__:
            if name in NOT_WORDS or (isinstance(record, (Flow, Emotion)) and name not in ("label", "words")):
                continue
            value = getattr(record, name)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and name not in ("personas", "channels", "links"):
                    yield f"{type(record).__name__}.{name}", text


def test_texts_are_as_long_as_the_poster_bears(shipped: dict[str, Journey]) -> None:
    for name, journey in shipped.items():
        for kind, field, most in LIMITS:
            for record in journey.all(kind):
                value = getattr(record, field)
                for text in value if isinstance(value, tuple) else (value or "",):
                    assert len(text) <= most, f"{name}: {kind.__name__}.{field} has {len(text)} > {most}: {text}"


def test_touchpoints_wrap_into_their_slots(shipped: dict[str, Journey]) -> None:
    for name, journey in shipped.items():
        for touchpoint in journey.touchpoints():
            words = re.split(r"[ \u00a0\u202f]|(?<=-)", touchpoint.title)
            assert max(map(len, words)) <= LONGEST_WORD, f"{name}: {touchpoint.title}"


def test_nothing_is_said_twice(shipped: dict[str, Journey]) -> None:
    for name, journey in shipped.items():
        for kind in SAME_THING_TWICE:
            field = next(field for field in ("title", "text", "name") if field in kind.__struct_fields__)
            said = Counter(getattr(record, field).casefold() for record in journey.all(kind))
            assert [text for text, count in said.items() if count > 1] == [], f"{name}: {kind.__name__}"


def test_titles_are_told_apart_in_the_list_of_templates(shipped: dict[str, Journey]) -> None:
    for language in ("fr", "en"):
        titles = [journey.head.title for name, journey in shipped.items() if name.endswith(language)]
        assert len(set(titles)) == len(titles)


def test_no_text_is_filler(shipped: dict[str, Journey]) -> None:
    filler = re.compile(r"lorem|ipsum|\btodo\b|\bxxx\b|\btbd\b|\?\?\?", re.IGNORECASE)
    for name, journey in shipped.items():
        for where, text in texts(journey):
            assert not filler.search(text), f"{name}: {where}: {text}"
            assert text == text.strip(), f"{name}: {where}: {text!r}"
            assert "  " not in text, f"{name}: {where}: {text!r}"


def test_apostrophes_are_curly_and_quotation_marks_are_the_language_s(shipped: dict[str, Journey]) -> None:
    for name, journey in shipped.items():
        wrong = "'\"“”" if name.endswith(".fr") else "'\"«»"
        for where, text in texts(journey):
            assert not set(text) & set(wrong), f"{name}: {where}: {text}"


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("a no-break space before : ; ? ! »", re.compile(r"(?<![\u00a0\u202f;?!])[:;?!»](?=\s|$|»)")),
        ("a no-break space after «", re.compile(r"«(?!\u00a0)")),
        ("a no-break space before % and €", re.compile(r"\d ?[%€]")),
        ("no three dots in place of an ellipsis", re.compile(r"\.\.\.")),
        ("no space before a comma or a full stop", re.compile(r"\s[,.]")),
    ],
)
def test_french_typography(shipped: dict[str, Journey], rule: str, wrong: re.Pattern[str]) -> None:
    for name, journey in shipped.items():
        if name.endswith(".fr"):
            for where, text in texts(journey):
                assert not wrong.search(text), f"{name}: {where} wants {rule}: {text!r}"


def test_english_has_no_space_before_punctuation(shipped: dict[str, Journey]) -> None:
    for name, journey in shipped.items():
        if name.endswith(".en"):
            for where, text in texts(journey):
                assert not re.search(r"\s[:;?!,.]", text), f"{name}: {where}: {text!r}"

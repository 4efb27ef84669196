"""CSV out and in: whatever a table can hold comes back, and the report says what it cannot."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.errors import message
from journeyeditor.exchange.table import read_csv, to_csv
from journeyeditor.exchange.table.items import cell_of, item_of, items_of
from journeyeditor.exchange.table.names import Numbering, title_of
from journeyeditor.files import load
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Gain,
    Head,
    Lane,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    emotion_id,
)
from journeyeditor.model.rules import broken_rules
from journeyeditor.model.text import clean
from journeyeditor.words import speak
from tests.exchange.strange_texts import ANY, TITLES

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "resources" / "templates").glob("*.journey"))
FINDINGS = (Pain, Gain, Opportunity, Quote)
NOTATION = st.sampled_from([" [", "[", "]", "\\", ",", "severity 4", "votes 2", "owner x", "n", "\n", " ", "- ", "[]"])
TEXTS = TITLES | st.lists(NOTATION | ANY, max_size=6).map("".join).map(clean).map(str.strip)
NAMES = TITLES.map(lambda text: " ".join(part.strip() for part in text.split("\n")).strip())
DATES = st.sampled_from(["", "2026", "2026-11", "2026-11-21"])
LEVELS = st.none() | st.integers(1, 5)
EVIDENCE = st.sampled_from([None, "assumption", "research"])
VOTES = st.sampled_from([0, 1, 7, 10**9])


def details(kind: type) -> st.SearchStrategy[dict[str, Any]]:
    """What a finding may say beside its place."""
    fields: dict[type, dict[str, st.SearchStrategy[Any]]] = {
        Pain: {"severity": st.integers(1, 5), "votes": VOTES, "evidence": EVIDENCE},
        Gain: {"strength": st.integers(1, 3), "votes": VOTES, "evidence": EVIDENCE},
        Opportunity: {
            "owner": TEXTS,
            "due": DATES,
            "impact": LEVELS,
            "effort": LEVELS,
            "status": st.sampled_from(["idea", "planned", "doing", "done", "dropped"]),
            "votes": VOTES,
        },
        Quote: {"source": TEXTS, "date": DATES},
    }
    return st.fixed_dictionaries({"text": TEXTS}, optional=fields[kind])


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """A journey that a table can hold."""
    language = draw(st.sampled_from(["en", "fr", "de"]))
    people = draw(st.integers(0, 3))
    records: list[AnyRecord] = [
        Persona(id=f"p{n}", order=order, name=draw(NAMES), style=n + 1)
        for n, order in enumerate(keys_between(None, None, people))
    ]
    own = draw(
        st.lists(st.sampled_from(["Showroom", "=1+1", "Salon de l'auto", "Online shop"]), unique=True, max_size=2)
    )
    records += [Channel(id=f"c{n}", title=title) for n, title in enumerate(own)]
    channels = st.sampled_from([None, *BUILT_IN_CHANNELS, *(f"c{n}" for n in range(len(own)))])
    whose = st.sets(st.integers(0, people - 1)) if people else st.just(set[int]())
    places: list[str] = []
    for s, order in enumerate(keys_between(None, None, draw(st.integers(1, 3)))):
        records.append(Stage(id=f"s{s}", order=order, title=draw(TITLES), description=draw(TEXTS)))
        places.append(f"s{s}")
        for t, place in enumerate(keys_between(None, None, draw(st.integers(0, 3)))):
            key = f"s{s}t{t}"
            places.append(key)
            records.append(
                Touchpoint(
                    id=key,
                    stage=f"s{s}",
                    order=place,
                    title=draw(TITLES),
                    description=draw(TEXTS),
                    channel=draw(channels),
                )
            )
            for n in sorted(draw(whose)):
                records.append(
                    Emotion(
                        id=emotion_id(f"p{n}", key),
                        persona=f"p{n}",
                        touchpoint=key,
                        value=draw(st.floats(-2, 2)) + 0.0,
                        words=draw(TEXTS),
                    )
                )
    said: set[object] = set()
    for n in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(FINDINGS))
        at, group = draw(st.sampled_from(places)), tuple(f"p{who}" for who in sorted(draw(whose)))
        finding = kind(id=f"f{n}", first=at, last=at, personas=group, **draw(details(kind)))
        key = (kind, at, bool(group), item_of(finding))
        if key not in said:
            said.add(key)
            records.append(finding)
    journey = Journey(Head(id="j", language=language))
    journey.apply(Change(message("Made"), {record.id: (None, record) for record in records}))
    return journey


def told(journey: Journey) -> dict[str, Any]:
    """What a journey says, in no ids."""
    words = speak(journey.head.language)
    people = journey.personas()
    names = {persona.id: (number, persona.name) for number, persona in enumerate(people)}

    def at(step: str) -> list[tuple[object, ...]]:
        found = [record for kind in FINDINGS for record in journey.all(kind) if record.first == step]
        assert all(record.last == step for record in found)
        return sorted(
            (
                type(record).__name__,
                item_of(record).text,
                item_of(record).details,
                sorted(map(names.get, record.personas)),
            )
            for record in found
        )

    def channel(step: Touchpoint) -> str | None:
        record = journey.channel(step.channel)
        return record and (words.term("channel", record.icon) if record.title is None else record.title)

    def felt(step: str) -> dict[object, tuple[float, str]]:
        feelings = ((names[p.id], journey.emotions(p.id).get(step)) for p in people)
        return {name: (emotion.value, emotion.words) for name, emotion in feelings if emotion is not None}

    return {
        "personas": [persona.name for persona in people],
        "stages": [
            (
                stage.title,
                stage.description,
                at(stage.id),
                [(t.title, t.description, channel(t), felt(t.id), at(t.id)) for t in journey.touchpoints(stage.id)],
            )
            for stage in journey.stages()
        ],
    }


@settings(max_examples=250, deadline=None)
@given(journeys())
def test_what_a_table_can_hold_comes_back(journey: Journey) -> None:
    written = to_csv(journey)
    came = read_csv(written.data, language=journey.head.language)
    assert broken_rules(came.journey) == []
    assert told(came.journey) == told(journey)
    assert to_csv(came.journey).data == written.data
    assert {notice.kind for notice in came.report} <= {"guessed"}


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(FINDINGS))
def test_any_lines_of_a_cell_come_back(data: st.DataObject, kind: type) -> None:
    found = [kind(id="f", **values) for values in data.draw(st.lists(details(kind), max_size=3))]
    items = [item_of(finding) for finding in found]
    cell = cell_of((item, kind) for item in items)  # type: ignore[misc]
    assert items_of(cell, kind) == items


@settings(max_examples=200, deadline=None)
@given(st.lists(TITLES | st.sampled_from(["", "a", "a [2]", "[1]", "[2]", "a [2] [1]", "a [1]", "a [3]"]), max_size=6))
def test_any_titles_keep_apart_and_come_back(titles: list[str]) -> None:
    numbering = Numbering()
    forms = [numbering.form(title) for title in titles]
    assert len(set(forms)) == len(forms)
    assert [title_of(form, forms) for form in forms] == titles


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_template_goes_out_and_comes_back(path: Path) -> None:
    journey = load(path).journey
    written = to_csv(journey)
    came = read_csv(written.data, language=journey.head.language).journey
    assert [s.title for s in came.stages()] == [s.title for s in journey.stages()]
    assert [t.title for t in came.touchpoints()] == [t.title for t in journey.touchpoints()]
    assert len(came.all(Emotion)) == len(journey.all(Emotion))
    assert to_csv(came).data == written.data


def test_the_example_of_the_handbook_is_what_we_write() -> None:
    page = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    example = page[page.index("stage,touchpoint,") :].split("```")[0]
    came = read_csv(example.encode(), language="en")
    assert len(came.report) == 0
    assert to_csv(came.journey).data.decode("utf-8-sig").replace("\r\n", "\n") == example


# -- what is written --------------------------------------------------------------------------------------------
def small(language: str = "en", *more: AnyRecord) -> Journey:
    """One stage, two touchpoints, two personas."""
    records: list[AnyRecord] = [
        Persona(id="a", order="a0", name="Anna"),
        Persona(id="b", order="a1", name="Ben", style=2),
        Stage(id="s", order="a0", title="Search"),
        Touchpoint(id="t", stage="s", order="a0", title="Ask", description="A friend", channel="channel:phone"),
        Touchpoint(id="u", stage="s", order="a1", title="=Look"),
        Emotion(id="emotion:b:t", persona="b", touchpoint="t", value=-1.5, words="-lost"),
        *more,
    ]
    journey = Journey(Head(id="j", language=language))
    journey.apply(Change(message("Made"), {record.id: (None, record) for record in records}))
    return journey


HEADERS = "stage,touchpoint,description,channel,persona,emotion,words,pains,gains,opportunities,quotes"


def test_the_file_is_what_a_spreadsheet_opens() -> None:
    data = to_csv(small()).data
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == (
        f"{HEADERS}\r\n"
        "Search,Ask,A friend,Phone,Anna,,,,,,\r\n"
        "Search,Ask,,Phone,Ben,-1.5,'-lost,,,,\r\n"
        "Search,'=Look,,,,,,,,,\r\n"
    )


def test_french_spreadsheets_get_semicolons_and_decimal_commas() -> None:
    for data in (to_csv(small("fr")).data, to_csv(small(), language="fr").data):
        text = data.decode("utf-8-sig")
        assert text.startswith(HEADERS.replace(",", ";"))
        assert "Search;Ask;;Téléphone;Ben;-1,5;'-lost;" in text


def test_findings_stand_in_the_row_of_whom_they_are_for() -> None:
    journey = small(
        "en",
        Pain(id="f1", text="Too many sites\nand none plain", severity=5, votes=7, first="t", last="t", personas=("a",)),
        Pain(id="f2", text="No price", first="t", last="t", personas=("a",)),
        Gain(id="f3", text="It is quick", first="t", last="t"),
        Opportunity(id="f4", text="Call back", owner="Team A, B", due="2027-02", status="doing", first="s", last="s"),
    )
    text = to_csv(journey).data.decode("utf-8-sig")
    assert 'Search,,,,,,,,,"Call back [owner Team A\\, B, due 2027-02, status doing]",\r\n' in text
    assert "Search,Ask,A friend,Phone,,,,,It is quick,,\r\n" in text
    assert 'Search,Ask,,Phone,Anna,,,"Too many sites\n  and none plain [severity 5, votes 7]\nNo price",,,\r\n' in text


def test_one_persona_alone() -> None:
    written = to_csv(small(), personas=("a",))
    assert b"Ben" not in written.data
    assert "1 other persona is not in this file." in [notice.message.english() for notice in written.report]


def test_what_a_table_cannot_hold_is_told() -> None:
    journey = small(
        "en",
        Pain(id="f1", text="Parked"),
        Pain(id="f2", text="Wide", first="t", last="u"),
        Pain(id="f3", text="Twice", first="t", last="t"),
        Pain(id="f4", text="Twice", first="t", last="t"),
        Channel(id="c", title="Unused"),
        Lane(id="l", order="a0", kind="thoughts"),
        Entry(id="e", lane="l", order="a0", text="Hm"),
        Note(id="n", order="a0", text="?"),
    )
    said = [f"{notice.kind}: {notice.message.english()}" for notice in to_csv(journey).report]
    assert said == [
        "changed: 1 finding spans several stages or touchpoints; it stands at the first.",
        "changed: 1 finding says the same as another at its place; they became one.",
        "dropped: Left out, for it has no place on the map yet: 1 pain point.",
        "dropped: Left out: 1 lane, 1 entry in the lanes, 1 note, 1 channel of its own.",
    ]


def test_a_map_without_stages_says_that_nobody_is_in_the_file() -> None:
    journey = Journey(Head(id="j", title="T"))
    journey.apply(Change(message("Made"), {"a": (None, Persona(id="a", order="a0", name="Anna"))}))
    written = to_csv(journey)
    assert written.data.decode("utf-8-sig") == f"{HEADERS}\r\n"
    assert [n.message.english() for n in written.report] == [
        "Left out of the journey as a whole: title.",
        "Left out: 1 persona.",
    ]


FORMULAS = st.sampled_from(["=", "+", "-", "@", "\t", "'", "''", "=cmd|' /C calc'!A0", "+33 1 23", "-1", "'tis"])


@settings(max_examples=60, deadline=None)
@given(FORMULAS, TITLES)
def test_no_text_is_ever_a_formula(sign: str, rest: str) -> None:
    text = clean(sign + rest)
    journey = small("en", Stage(id="s2", order="a1", title=text, description=text))
    for row in csv.reader(io.StringIO(to_csv(journey).data.decode("utf-8-sig"), newline="")):
        for cell in row:
            assert cell[:1] not in {"=", "+", "@", "\t"} or not cell.strip()
            assert cell[:1] != "-" or cell == "-1.5"
    came = read_csv(to_csv(journey).data).journey.stages()[1]
    assert (came.title, came.description) == (text.strip(), text.strip())

"""The lists of a map as tables: actions with owners and dates, measures over time, notes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from journeyeditor.errors import message
from journeyeditor.exchange.table import TABLES, table
from journeyeditor.files import load
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Head,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Stage,
    Touchpoint,
    Value,
    answers_id,
)
from tests.exchange.strange_texts import TITLES

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "resources" / "templates").glob("*.journey"))


def journey_of(*records: AnyRecord, language: str = "en") -> Journey:
    journey = Journey(Head(id="j", language=language))
    steps: list[AnyRecord] = [
        Persona(id="a", order="a0", name="Anna"),
        Stage(id="s", order="a0", title="Search"),
        Stage(id="r", order="a1", title="Buy"),
        Touchpoint(id="t", stage="s", order="a0", title="Ask"),
        Touchpoint(id="u", stage="r", order="a0", title="Pay"),
    ]
    every = [*steps, *records]
    journey.apply(Change(message("Made"), {record.id: (None, record) for record in every}))
    return journey


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(
        csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter="," if b";" not in data else ";")
    )


ACTIONS = (
    Opportunity(id="o1", text="Later"),
    Opportunity(id="o2", text="At the end", first="u", last="u", votes=3),
    Opportunity(
        id="o3",
        text="=Call back",
        owner="Zoë",
        due="2027-02",
        status="doing",
        impact=4,
        effort=2,
        first="t",
        last="r",
        personas=("a",),
    ),
    Pain(id="p1", text="Nobody answers", severity=2, first="t", last="t"),
    Pain(id="p2", text="No price", severity=5, first="t", last="t"),
    Answers(id=answers_id("o3", "p1"), opportunity="o3", pain="p1"),
    Answers(id=answers_id("o3", "p2"), opportunity="o3", pain="p2"),
)


def test_actions_in_reading_order_with_what_they_answer_and_where() -> None:
    assert rows(table(journey_of(*ACTIONS), "actions")) == [
        [
            *("Action", "Owner", "Due", "Status", "Impact", "Effort", "Votes", "Answers"),
            *("Stage", "Touchpoint", "Personas"),
        ],
        [
            *("'=Call back", "Zoë", "2027-02", "in progress", "4", "2", "0", "No price\nNobody answers"),
            *("Search – Buy", "Ask", "Anna"),
        ],
        ["At the end", "", "", "idea", "", "", "3", "", "Buy", "Pay", ""],
        ["Later", "", "", "idea", "", "", "0", "", "Parking lot", "", ""],
    ]


def test_in_french() -> None:
    told = rows(table(journey_of(*ACTIONS), "actions", language="fr"))
    assert told[0][:4] == ["Action", "Responsable", "Échéance", "Statut"]
    assert told[1][3] == "en cours"
    assert told[3][8] == "À placer"


def test_measures_have_a_row_for_each_value() -> None:
    measure = Measure(
        id="m",
        name="CSAT",
        unit="%",
        minimum=0,
        maximum=100,
        target=80.5,
        values=(Value(date="2026-09", value=78.25, sample=212), Value(date="2026", value=-3)),
        first="s",
        last="s",
    )
    empty = Measure(id="n", name="NPS", better="lower")
    told = rows(table(journey_of(measure, empty), "measures"))
    place = ["higher is better", "Search", "", ""]
    assert told[1:] == [
        ["CSAT", "2026", "-3", "%", "", "80.5", "0", "100", *place],
        ["CSAT", "2026-09", "78.25", "%", "212", "80.5", "0", "100", *place],
        ["NPS", "", "", "", "", "", "", "", "lower is better", "Parking lot", "", ""],
    ]
    assert b";78,25;%;212;80,5;" in table(journey_of(measure, empty), "measures", language="fr")


def test_notes_those_without_a_place_last() -> None:
    notes = (
        Note(id="n1", order="a1", text="B"),
        Note(id="n2", order="a0", text="A"),
        Note(id="n3", order="a2", text="C", first="t", last="t"),
    )
    assert [row[:2] for row in rows(table(journey_of(*notes), "notes"))] == [
        ["Note", "Stage"], ["C", "Search"], ["A", "Parking lot"], ["B", "Parking lot"],
    ]  # fmt: skip


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_template_has_its_lists(path: Path) -> None:
    journey = load(path).journey
    for kind in TABLES:
        told = rows(table(journey, kind))
        assert {len(row) for row in told} == {len(told[0])}
    assert len(rows(table(journey, "actions"))) == 1 + len(journey.all(Opportunity))
    assert len(rows(table(journey, "notes"))) == 1 + len(journey.all(Note))


@settings(max_examples=40, deadline=None)
@given(TITLES)
def test_no_text_is_a_formula_or_breaks_a_row(text: str) -> None:
    journey = journey_of(
        Opportunity(id="o", text=text, owner=text, first="t", last="t"), Note(id="n", order="a0", text=text)
    )
    for kind in TABLES:
        told = list(csv.reader(io.StringIO(table(journey, kind).decode("utf-8-sig"), newline="")))
        assert {len(row) for row in told} == {len(told[0])}
        assert not any(cell[:1] in set("=+-@\t\r") for row in told for cell in row if cell)

"""What stands on cards: facts that stay whole, and a trend line that keeps off the words above it."""

from __future__ import annotations

import pytest

from journeyeditor.drawing import Symbol, Words
from journeyeditor.drawing.bounds import words_box
from journeyeditor.geometry import Box
from journeyeditor.layout.cards import Found
from journeyeditor.layout.findings import opportunity_cards
from journeyeditor.layout.further.card_rows import NOWHERE
from journeyeditor.layout.measures import measure_cards
from journeyeditor.model.records import Measure, Opportunity, Value
from tests.layout.maps import Sample, sheet_of


@pytest.mark.parametrize("width", [26.0, 30.0, 34.0, 38.0, 46.0])
def test_no_line_parts_a_fact_from_its_number(width: float) -> None:
    sheet = sheet_of(Sample(head={"language": "en"}))
    plan = Opportunity(id="o", text="Call back", owner="Ruth K.", due="2027-01-29", impact=5, effort=2, status="doing")
    found: Found = (plan, NOWHERE)
    (card,) = opportunity_cards(sheet, [found])
    shapes = card.draw(Box(0, 0, width, card.height(width)))
    lines = [shape.line.text.replace("\u00a0", " ").rstrip(" ·") for shape in shapes if isinstance(shape, Words)]
    facts = [fact for line in lines for fact in line.split(" · ")]
    assert {sheet.speech.date("2027-01-29").replace("\u00a0", " "), "impact 5", "effort 2", "in progress"} <= set(facts)


@pytest.mark.parametrize("width", [36.0, 60.0])
def test_a_trend_keeps_off_the_name_of_its_measure(width: float) -> None:
    sheet = sheet_of(Sample(head={"language": "en"}))
    values = tuple(Value(date=f"202{n}", value=float(value)) for n, value in enumerate((40, 41, 43)))
    measure = Measure(id="m", name="Would recommend (NPS), gladly", unit="", values=values, target=41.0)
    found: Found = (measure, NOWHERE)
    (card,) = measure_cards(sheet, [found])
    shapes = card.draw(Box(0, 0, width, card.height(width)))
    (name, *_) = [words for words in shapes if isinstance(words, Words)]
    (point,) = [symbol for symbol in shapes if isinstance(symbol, Symbol) and symbol.name == "dot"]
    named, half = words_box(name), point.scale  # a dot is two units across
    assert named is not None
    assert point.y - half - named.bottom > 0.3 * sheet.unit
    assert point.y + half <= card.height(width)

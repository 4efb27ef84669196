"""What stands on cards: facts that stay whole."""

from __future__ import annotations

import pytest

from journeyeditor.drawing import Words
from journeyeditor.geometry import Box
from journeyeditor.layout.cards import Found
from journeyeditor.layout.findings import opportunity_cards
from journeyeditor.layout.further.card_rows import NOWHERE
from journeyeditor.model.records import Opportunity
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

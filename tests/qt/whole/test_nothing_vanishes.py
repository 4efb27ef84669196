"""Whatever is put on the map can be seen there, and the window says what came with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from journeyeditor.model.records import Lane, Note, Quote
from journeyeditor.qt.parts.texts import TitleField
from tests.qt.whole.hand import Hand, palette


def said(hand: Hand) -> str:
    banner = hand.work.banner
    return banner.accessibleName() if banner.isVisible() else ""


def kinds(hand: Hand) -> set[str]:
    return {lane.kind for lane in hand.journey.all(Lane)}


@pytest.mark.parametrize(("item", "kind", "name"), [("quote", "quotes", "Quotes"), ("note", "free", "Notes")])
def test_from_the_palette(hand: Hand, item: str, kind: str, name: str) -> None:
    hand.drag(palette(item), "Order")
    assert said(hand).startswith(f"Lane “{name}” added")
    hand.type("Never again")
    hand.press("Enter")
    assert hand.canvas.hasFocus()
    (found,) = [one for one in hand.journey if isinstance(one, Quote | Note) and one.text == "Never again"]
    assert hand.editor.board.boxes(found.id)
    hand.press("Ctrl+Z")
    assert kind not in kinds(hand)
    assert found.id not in hand.journey
    assert said(hand) == "", "it is not said any longer"


def test_a_note_for_the_parking_lot_is_named_in_the_inspector_and_enter_leads_back(hand: Hand) -> None:
    hand.click("Order")
    hand.press("I")
    assert isinstance(hand.has_keys(), TitleField)
    hand.type("Ask Ana")
    hand.press("Enter")
    assert [one.text for one in hand.journey.all(Note)] == ["Ask Ana"]
    assert hand.canvas.hasFocus()


def test_the_banner_keeps_clear_of_what_is_typed(hand: Hand) -> None:
    for _ in range(5):
        hand.press("Ctrl++")
    hand.canvas.show_record("touchpoint_3")
    hand.drag(palette("note"), "Order")
    hand.rest()
    field, banner = hand.types_into(), hand.work.banner
    typed, told = (QRect(one.mapTo(hand.work, QPoint(0, 0)), one.size()) for one in (field, banner))
    assert said(hand)
    assert not typed.intersects(told)
    assert QRect(hand.canvas.mapTo(hand.work, QPoint(0, 0)), hand.canvas.size()).contains(told)

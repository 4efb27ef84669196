"""What somebody meets who uses the program for the first time, through the real window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from journeyeditor.model.records import Entry, Lane
from tests.qt.whole.hand import Hand, chip, lane


def test_tab_writes_along_a_lane_and_renames_none(hand: Hand) -> None:
    names = [one.title for one in hand.journey.all(Lane)]
    hand.double_click(lane("actions", at="Compare"))
    hand.type("Reads tests")
    hand.press("Tab")
    hand.type("Fills in")
    hand.press("Tab")
    hand.type("Pays")
    hand.press("Shift+Tab")
    assert hand.types_into().toPlainText() == "Fills in"
    hand.press("Enter")
    assert {hand.journey.get(one.first).title: one.text for one in hand.journey.all(Entry)} == {
        "Compare": "Reads tests", "Order": "Fills in", "Pay": "Pays",
    }  # fmt: skip
    assert [one.title for one in hand.journey.all(Lane)] == names


def test_whoever_deletes_a_persona_is_told_what_went_and_undo_ends_it(hand: Hand, qtbot: QtBot) -> None:
    hand.click(chip("Nadia"))
    hand.press("Alt+Shift+Del")
    banner = hand.work.banner
    assert banner.isVisible()
    assert "“Nadia”" in banner.accessibleName()
    assert "7 emotions" in banner.accessibleName()
    qtbot.waitUntil(lambda: not banner._fresh)
    hand.press("Ctrl+Z")
    assert hand.feels("Nadia", "Pay") == -1
    assert not banner.isVisible()

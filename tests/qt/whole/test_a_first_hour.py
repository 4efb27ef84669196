"""What somebody meets who uses the program for the first time, through the real window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.model.records import Answers, Entry, Lane
from journeyeditor.qt.parts.new_channel import NewChannelDialog
from tests.qt.whole.hand import Hand, before, behind, chip, lane, palette


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


def test_an_opportunity_clicked_in_the_palette_answers_the_pain_that_is_selected(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("P")
    hand.type("Too dear")
    hand.press("Enter")
    hand.click(palette("opportunity"))
    hand.type("A cheaper one")
    hand.press("Enter")
    (link,) = hand.journey.all(Answers)
    assert (link.opportunity, link.pain) == (hand.find("A cheaper one").id, hand.find("Too dear").id)


@pytest.mark.parametrize("key", ["P", "G", "Q", "O", "M"])
def test_one_key_leads_from_what_was_written_back_to_the_touchpoint(hand: Hand, key: str) -> None:
    hand.click("Pay")
    hand.press(key)
    hand.type("Something")
    hand.press("Enter")
    assert hand.selected() == ["Something"]
    hand.press("Escape")
    assert hand.selected() == ["Pay"]
    hand.press(key, "Escape")
    assert hand.selected() == ["Pay"]


def test_enter_presses_the_button_that_has_the_keyboard(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def cancelled(*wish: object) -> tuple[str, str]:
        asked.append(wish)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", cancelled)
    hand.click("Pay")
    choose = next(one for one in hand.work.inspector.page.findChildren(QPushButton) if one.text() == "Choose…")
    choose.setFocus()
    hand.press("Enter")
    assert asked
    assert hand.map()["Buy"] == ["Compare", "Order", "Pay"]
    assert hand.editor.typing is None


def test_a_new_channel_gets_its_name_and_icon_in_one_small_dialog(hand: Hand) -> None:
    hand.click("Pay")

    def name_it(dialog: QWidget) -> None:
        assert isinstance(dialog, NewChannelDialog)
        hand.rest()
        assert dialog.field.hasFocus()
        assert not dialog.add_button.isEnabled()
        hand.type("Fax")
        hand.look("new-channel")
        dialog.icons["document"].click()
        dialog.field.setFocus()
        hand.press("Enter")
        assert dialog.result() == QDialog.DialogCode.Accepted

    editor = hand.work.inspector.page.editor_of("channel")
    with hand.meanwhile(name_it):
        editor.input.pick("\0new")
    channel = hand.journey.channel(hand.find("Pay").channel)
    assert (channel.title, channel.icon) == ("Fax", "document")
    assert hand.editor.history.position == 1


def test_what_is_still_in_the_hand_is_not_counted(hand: Hand) -> None:
    said = hand.work.inspector._heading
    hand.click("Order")
    assert said.text() == "Touchpoint 4 of 7"
    at = hand.grip(palette("touchpoint"))
    end = hand.carry(at, before("Compare"))
    assert said.text() == "Touchpoint 4 of 7"
    hand.let_go(end)
    assert said.text() == "Touchpoint 3 of 8"
    hand.press("Escape")
    at = hand.grip("Order")
    hand.carry(at, behind("Compare"), keys="Ctrl")
    assert said.text() == "Touchpoint 4 of 7"
    hand.press("Escape")

"""Other settings are taken over at once, and cost no more than what they change."""

from pathlib import Path

import msgspec

from journeyeditor.qt.start.page import StartPage
from journeyeditor.words import speak


def test_remembering_a_file_leaves_menus_and_the_hidden_start_page_alone(program, window, monkeypatch):
    window.turn_to("start")
    window.turn_to("map")
    filled = []
    monkeypatch.setattr(StartPage, "retranslate", lambda _page: filled.append("start page"))
    before = [action.menu() for action in window.menuBar().actions()]
    program.remember(Path("somewhere") / "else.journey", "Else")
    assert [action.menu() for action in window.menuBar().actions()] == before
    assert filled == []
    window.turn_to("start")
    assert filled == ["start page"]


def test_the_start_page_that_is_seen_lists_a_file_at_once_and_is_filled_once(program, monkeypatch):
    shown = program.new_window()
    filled = []
    fill = StartPage.retranslate
    monkeypatch.setattr(StartPage, "retranslate", lambda page: filled.append(1) or fill(page))
    program.remember(Path("somewhere") / "else.journey", "Else")
    assert [row.path.name for row in shown.start_page.column.rows] == ["else.journey"]
    assert filled == [1]


def test_another_language_changes_the_menus_and_a_start_page_that_comes_later(program, window):
    window.turn_to("start")
    window.turn_to("map")
    program.change(msgspec.structs.replace(program.settings, language="fr"))
    assert "&Fichier" in [action.text() for action in window.menuBar().actions()]
    window.turn_to("start")
    assert window.start_page.create_button.text() == speak("fr").say("Create")

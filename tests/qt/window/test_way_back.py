"""From the start page over an open map there is a way back that can be seen."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from journeyeditor.assets import resource
from journeyeditor.edits.describing import rename
from journeyeditor.qt.files import opening
from journeyeditor.qt.window.lists import _windows
from journeyeditor.words import speak


@pytest.fixture
def window(program, tmp_path, qtbot):
    path = tmp_path / "map.journey"
    path.write_bytes(resource("templates", "ambassador-4.en.journey").read_bytes())
    shown = opening.open_path(program.new_window(), path)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def by_escape(window, qtbot):
    qtbot.keyClick(window.start_page.focusWidget() or window.start_page, Qt.Key.Key_Escape)


def by_its_button(window, qtbot):
    button = window.start_page.column.back_button
    assert button.isVisible()
    assert button.text() == f"Back to “{window.title}”"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def by_its_entry_under_recent(window, qtbot):
    (row,) = window.start_page.column.rows
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def by_its_entry_among_the_windows(window, qtbot):
    menu = QMenu(window)
    _windows(window, menu)
    (entry,) = menu.actions()
    entry.trigger()


WAYS = [by_escape, by_its_button, by_its_entry_under_recent, by_its_entry_among_the_windows]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", ["map", "table"])
def test_each_way_leads_back_to_what_was_shown(window, program, qtbot, way, page):
    window.turn_to(page)
    window.actions_by_id["start-page"].trigger()
    assert window.page == "start"
    way(window, qtbot)
    assert window.page == page
    assert program.windows == [window]


def test_the_button_says_the_title_and_the_language_of_now(window, program):
    window.turn_to("start")
    window.turn_to("map")
    head = window.editor.journey.head.id
    window.editor.do(lambda journey: rename(journey, head, "Another title"))
    window.turn_to("start")
    button = window.start_page.column.back_button
    assert button.text() == "Back to “Another title”"
    program.change(msgspec.structs.replace(program.settings, language="fr"))
    assert button.text() == speak("fr").say("Back to “{title}”", title="Another title")


def test_without_a_map_there_is_no_way_back(program, qtbot):
    window = program.new_window()
    window.show()
    qtbot.waitExposed(window)
    assert not window.start_page.column.back_button.isVisible()
    by_escape(window, qtbot)
    assert window.page == "start"

"""The window: pages, panels, title, toolbar, status bar, as a person sees them."""

import importlib

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from journeyeditor.assets import resource
from journeyeditor.edits.describing import rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.errors import message
from journeyeditor.model.records import Pain, Touchpoint
from journeyeditor.qt.actions.table import TABLE
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.menus import show_context_menu
from journeyeditor.tools.desk import Target
from journeyeditor.tools.events import Escape
from journeyeditor.tools.marks import Hint


def first_touchpoint(window):
    return next(iter(window.editor.journey.all(Touchpoint)))


def rename_something(window, text="Another name"):
    key = first_touchpoint(window).id
    window.editor.do(lambda journey: rename(journey, key, text))


def test_the_title_names_the_journey_and_undo_takes_the_mark_of_changes_away(window):
    assert window.windowTitle() == f"{window.editor.journey.head.title}[*]"
    assert not window.isWindowModified()
    rename_something(window)
    assert window.isWindowModified()
    window.action_set.refresh()
    window.actions_by_id["undo"].trigger()
    assert not window.isWindowModified()


def test_undo_says_in_the_menu_what_it_takes_back(window):
    window.action_set.refresh()
    assert not window.actions_by_id["undo"].isEnabled()
    rename_something(window)
    window.action_set.refresh()
    assert window.actions_by_id["undo"].text().startswith("Undo: ")
    assert len(window.actions_by_id["undo"].text()) > len("Undo: ")
    assert window.actions_by_id["undo"].isEnabled()


def test_buttons_of_the_toolbar_can_be_named_by_a_screen_reader_and_have_tooltips(window):
    buttons = window.work.toolbar.findChildren(QToolButton)
    assert len(buttons) >= 13
    for button in buttons:
        assert button.toolTip().strip()
        assert button.text().strip()


def test_the_tools_are_switches_of_which_one_is_on(window, qtbot):
    tools = [window.actions_by_id[one] for one in ("tool-select", "tool-curve", "tool-connect")]
    for tool in tools:
        tool.trigger()
        window.action_set.refresh()
        assert [one.isChecked() for one in tools] == [one is tool for one in tools]


@pytest.mark.parametrize("page", ["map", "table", "compare", "start"])
def test_each_page_can_be_shown_and_left(window, page):
    window.turn_to(page)
    assert window.page == page
    window.turn_to("map")
    assert window.page == "map"
    assert window.canvas.isVisible()


def test_the_start_page_hides_the_menus_of_the_map(window):
    titles = {action.text().replace("&", "") for action in window.menuBar().actions() if action.isVisible()}
    assert {"Insert", "Journey", "Persona"} <= titles
    window.turn_to("start")
    titles = {action.text().replace("&", "") for action in window.menuBar().actions() if action.isVisible()}
    assert not {"Insert", "Journey", "Persona"} & titles


def test_a_narrow_window_makes_the_inspector_a_drawer_and_the_palette_a_strip(window, qtbot):
    work = window.work
    assert work.workspace.inspector_shown
    desk = work.workspace.middle.width()
    window.resize(1100, 900)
    qtbot.waitUntil(lambda: work.workspace.is_narrow)
    assert not work.workspace.inspector_shown
    window.actions_by_id["inspector"].trigger()
    assert work.workspace.right.isVisible()
    assert work.workspace.middle.width() > desk - 500 + 300  # it lies over the desk, which keeps its width
    window.resize(850, 700)
    qtbot.waitUntil(lambda: work.workspace.left.width() < 60)
    assert not work.parking_lot.isVisible()


def test_the_status_bar_says_what_a_gesture_does(window):
    window.desk.show(hint=Hint(message("Half steps"), message("Ctrl for any value"), message("Esc puts it back")))
    texts = [part.text() for part in window.work.status.findChildren(type(window.work.status.zoom))]
    assert "Half steps" in texts
    assert "Ctrl for any value · Esc puts it back" in texts


def test_the_status_bar_tells_paper_and_zoom(window):
    status = window.work.status
    assert status.paper.text() == "A3 landscape"
    before = status.zoom.text()
    window.actions_by_id["zoom-in"].trigger()
    assert status.zoom.text() != before
    window.actions_by_id["zoom-true"].trigger()
    assert status.zoom.text() == "100%"


def test_map_health_counts_and_opens_its_list(window, qtbot):
    qtbot.waitUntil(lambda: "Map health" in window.work.status.health.text(), timeout=3000)
    window.actions_by_id["health"].trigger()
    assert window.work.health.is_open
    window.actions_by_id["health"].trigger()
    assert not window.work.health.is_open


def test_history_takes_the_inspectors_place(window):
    window.actions_by_id["history"].trigger()
    assert window.work.history_shown
    window.actions_by_id["history"].trigger()
    assert not window.work.history_shown
    assert window.work.inspector.isVisible()


def test_what_cannot_be_done_is_told_over_the_map_and_goes_by_itself(window, qtbot):
    banner = window.work.banner
    say_quietly(window, message("This cannot be."), message("Try <b>that</b>."))
    assert banner.isVisible()
    assert "<b>that</b>" in banner.accessibleName()
    assert banner.geometry().bottom() < window.work.workspace.middle.height()
    banner.hide()


def test_the_context_menu_fits_what_is_under_the_pointer(window, qtbot):
    touchpoint = first_touchpoint(window)
    menu = show_context_menu(window, Target(touchpoint.id, "touchpoint"), QPoint(10, 10))
    assert window.editor.selection == (touchpoint.id,)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert any("Moment of truth" in text for text in texts)
    assert not any("Blind spot" in text for text in texts)
    menu.close()


def test_keys_of_the_map_work_on_the_map_alone(window, qtbot):
    count = len(list(window.editor.journey.all(Touchpoint)))
    window.editor.select((first_touchpoint(window).id,))
    field = window.work.parking_lot
    window.actions_by_id["capture"].trigger()
    qtbot.keyClicks(window.focusWidget(), "npg")
    assert len(list(window.editor.journey.all(Touchpoint))) == count
    assert field.isVisible()
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    assert len(list(window.editor.journey.all(Touchpoint))) == count + 1
    assert window.editor.typing is not None


def test_another_language_is_spoken_at_once(window):
    program = window.program
    program.change(msgspec.structs.replace(program.settings, language="fr"))
    assert window.work.status.paper.text() == "A3 paysage" or window.work.status.paper.text() == "A3 landscape"
    assert window.speech.language == "fr"
    assert window.editor.speech.language == "fr"


QUESTIONS = {"open", "import", "save-as", "save", "save-template", "export", "print", "settings", "shortcuts", "about",
             "priorities", "close", "quit", "present", "full-screen", "window-minimise", "new", "to-be",
             "next-window"}  # fmt: skip


def test_every_action_can_be_done_with_and_without_a_selection(window):
    for action in TABLE:
        if action.id in QUESTIONS or action.id.startswith(("map-language-", "paper-", "copy-")):
            continue
        window.action_set.do(action)
        window.commit_text()
        window.turn_to("map")
        touchpoints = list(window.editor.journey.all(Touchpoint))
        window.editor.select((touchpoints[0].id,) if touchpoints else ())
        window.action_set.do(action)
        window.commit_text()
        window.turn_to("map")
        while window.editor.history.undo_name is not None:
            window.editor.undo()
    assert window.document.is_saved


def test_fit_stage_shows_the_stage_of_the_selection_else_of_the_cursor(window):
    def middle():
        return window.canvas.to_board(QPointF(window.canvas.view.width / 2, 0))[0]

    def spans(stage):
        place = window.editor.board.stage(stage)[1]
        return place.left <= middle() <= place.right

    stages = window.editor.journey.stages()
    pain = next(
        one for one in window.editor.journey.all(Pain) if one.first == stages[2].id or stage_of(window, one) == 2
    )
    window.editor.cursor.show(pain.id)
    window.actions_by_id["fit-stage"].trigger()
    assert spans(stages[2].id)
    window.editor.cursor.show(window.editor.journey.touchpoints(stages[1].id)[0].id)
    window.canvas.desk.handle(Escape())
    assert window.editor.selection == ()
    window.actions_by_id["fit-stage"].trigger()
    assert spans(stages[1].id)


def stage_of(window, pain):
    touchpoint = window.editor.journey.get(pain.first)
    keys = [one.id for one in window.editor.journey.stages()]
    return keys.index(touchpoint.stage) if isinstance(touchpoint, Touchpoint) else -1


def test_open_recent_wakes_with_the_first_file(program, window):
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Open recent")
    assert not menu.isEnabled()
    program.remember(resource("templates", "blank.en.journey"), "Blank")
    file_menu = menu.parent()
    file_menu.aboutToShow.emit()
    assert menu.isEnabled()
    assert "Blank" in menu.actions()[0].text()


def test_menus_of_another_language_are_gone(window, qtbot):
    before = sorted(menu.title() for menu in window.findChildren(QMenu))
    for language in ("fr", "en"):
        window.program.change(msgspec.structs.replace(window.program.settings, language=language))
    qtbot.wait(10)
    assert sorted(menu.title() for menu in window.findChildren(QMenu) if menu.title()) == [one for one in before if one]


def test_escape_in_the_empty_line_of_quick_capture_leads_back_to_the_map(window):
    window.actions_by_id["capture"].trigger()
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "Dropped call")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.hasFocus()
    assert line.text() == ""
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_f6_goes_to_the_first_field_of_the_inspector_and_to_the_list_of_steps(window, qtbot):
    window.editor.select([first_touchpoint(window).id])
    panel = window.work.inspector
    reached = []
    for _ in range(8):
        window.actions_by_id["next-part"].trigger()
        reached.append(window.focusWidget())
    assert panel.page.title in reached
    assert not {part for part in reached if isinstance(part, QToolButton) and panel.isAncestorOf(part)}
    window.actions_by_id["history"].trigger()
    window.canvas.setFocus()
    window.actions_by_id["next-part"].trigger()
    assert window.focusWidget() is window.work.part("history").list


def test_while_the_list_of_map_health_is_open_the_map_is_looked_over_once_a_change(window, qtbot, monkeypatch):
    looked = []
    for room in ("journeyeditor.editor.whole_health", "journeyeditor.qt.health.list"):
        found = importlib.import_module(room).health_of
        monkeypatch.setattr(f"{room}.health_of", lambda *of, found=found: looked.append(1) or found(*of))
    qtbot.waitUntil(lambda: bool(looked), timeout=3000)
    window.actions_by_id["health"].trigger()
    looked.clear()
    window.editor.do(lambda journey: add_stage(journey, title="Nothing happens here"))
    number = window.work.status.health.text()
    qtbot.waitUntil(lambda: window.work.status.health.text() != number, timeout=3000)
    qtbot.wait(500)
    assert len(looked) == 1

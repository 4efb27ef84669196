"""In the window: phases and footer from menus and keys, and flows that are led elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from journeyeditor.model.records import Flow
from journeyeditor.qt.actions.mnemonics import bared
from journeyeditor.qt.window.menus import show_context_menu
from journeyeditor.tools.desk import Target

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window, key, keys=Qt.KeyboardModifier.NoModifier):
    QApplication.processEvents()  # what can be done now is looked at when the hands rest
    QTest.keyClick(QApplication.focusWidget() or window.canvas, key, keys)


def menu_at(window, x, y):
    """The context menu of what is seen at a place of the board, and its items by what they say."""
    target = window.work.desk.seen_at(x, y)
    place = window.canvas.viewport().mapToGlobal(window.canvas.to_view(x, y).toPoint())
    menu = show_context_menu(window, target, QPoint(place))
    return menu, said(menu)


def said(menu):
    return {bared(action.text()): action for action in menu.actions() if action.text()}


def test_the_menu_of_a_phase_opens_its_name(window):
    editor, canvas = window.editor, window.canvas
    box = editor.board.boxes("during", "phase")[0]
    canvas.show_area(box)
    menu, items = menu_at(window, *box.middle)
    items["Edit text"].trigger()
    assert (editor.typing.key, editor.typing.field) == (editor.journey.head.id, "phase_titles.during")
    menu.close()
    canvas.cancel_text()


def test_the_inspector_shows_the_journey_and_follows_what_is_typed(window):
    editor = window.editor
    editor.cursor.show(editor.journey.stages()[0].id)
    window.canvas.setFocus()
    press(window, Qt.Key.Key_F2, SHIFT)
    phase = editor.typing.field.partition(".")[2]
    assert editor.selection == (editor.journey.head.id,)
    QTest.keyClicks(QApplication.focusWidget(), "Avant tout")
    press(window, Qt.Key.Key_Return)
    assert editor.journey.head.phase_titles[phase] == "Avant tout"
    QTest.qWait(50)
    texts = [field.text() for field in window.findChildren(QLineEdit) if field.isVisible()]
    assert "Avant tout" in texts
    assert editor.history.undo_name.english() == "Rename phase"


def test_the_end_of_a_flow_is_led_elsewhere_by_real_keys(window):
    editor = window.editor
    first, second, third = editor.journey.touchpoints()[:3]
    window.canvas.setFocus()
    editor.cursor.show(first.id)
    press(window, Qt.Key.Key_K)
    editor.cursor.show(third.id)
    press(window, Qt.Key.Key_K)
    flow = editor.typing.key
    press(window, Qt.Key.Key_Return)
    assert editor.selection == (flow,)
    steps = editor.history.position
    press(window, Qt.Key.Key_K, CONTROL)
    assert editor.selection == (third.id,)
    assert "Enter" in window.work.desk.hint.how.english()
    editor.cursor.show(second.id)
    press(window, Qt.Key.Key_Escape)
    assert editor.history.position == steps
    assert editor.selection == (flow,)
    press(window, Qt.Key.Key_K, CONTROL)
    editor.cursor.show(second.id)
    press(window, Qt.Key.Key_Return)
    found = editor.journey.get(flow)
    assert isinstance(found, Flow)
    assert (found.source, found.target) == (first.id, second.id)
    assert editor.history.position == steps + 1
    menu = show_context_menu(window, Target(flow, "flow"), QPoint(10, 10))
    items = said(menu)
    assert {"Lead the start elsewhere…", "Lead the end elsewhere…"} <= set(items)
    menu.close()

"""The parking lot at the speed of talk."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeyeditor.edits.anchoring import park
from journeyeditor.edits.capturing import add_notes
from journeyeditor.edits.deleting import delete
from journeyeditor.model.records import Gain, Note, Pain, Touchpoint
from journeyeditor.qt.palette import ParkingLot
from journeyeditor.words import speak


@pytest.fixture
def lot(qtbot, desk, canvas):
    for note in desk.journey.all(Note):
        desk.editor.do(lambda journey, key=note.id: delete(journey, [key]))
    made = ParkingLot(desk, canvas)
    qtbot.addWidget(made)
    made.resize(208, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(desk):
    return [note.text for note in desk.journey.all(Note)]


def fill(desk, *lines):
    desk.editor.do(lambda journey: add_notes(journey, lines))


def spot(lot, row):
    return lot.notes.visualRect(lot.notes.notes.index(row)).center()


def test_enter_adds_and_stays(lot, desk):
    lot.focus_field()
    for line in ("too slow", "no seats"):
        QTest.keyClicks(lot.line, line)
        QTest.keyClick(lot.line, Qt.Key.Key_Return)
    assert texts(desk) == ["too slow", "no seats"]
    assert lot.line.text() == ""
    assert lot.line.hasFocus()
    assert [lot.notes.notes.index(row).data() for row in range(2)] == ["no seats", "too slow"]


def test_an_empty_line_adds_nothing(lot, desk):
    lot.focus_field()
    QTest.keyClicks(lot.line, "  ")
    QTest.keyClick(lot.line, Qt.Key.Key_Return)
    assert texts(desk) == []


def test_twenty_pasted_lines_are_twenty_notes_and_one_step(lot, desk):
    steps = desk.editor.history.position
    lines = [f"note {number}" for number in range(20)]
    QGuiApplication.clipboard().setText("\r\n".join([*lines, ""]))
    lot.focus_field()
    QTest.keySequence(lot.line, "Ctrl+V")
    assert texts(desk) == lines
    assert desk.editor.history.position == steps + 1


def test_an_empty_clipboard_is_pasted_as_nothing(lot, desk):
    QGuiApplication.clipboard().clear()
    lot.focus_field()
    QTest.keyClicks(lot.line, "half")
    QTest.keySequence(lot.line, "Ctrl+V")
    assert lot.line.text() == "half"
    assert texts(desk) == []


def test_one_pasted_line_waits_for_enter(lot, desk):
    QGuiApplication.clipboard().setText("just one\n")
    lot.focus_field()
    QTest.keySequence(lot.line, "Ctrl+V")
    assert lot.line.text() == "just one"
    assert texts(desk) == []


def test_empty_says_so_and_the_count_is_shown(lot, desk):
    assert lot._empty.isVisible()
    assert lot._empty.text() == "Notes without a place wait here."
    fill(desk, "a", "b")
    assert not lot._empty.isVisible()
    assert lot._count.text() == "2"


def test_enter_edits_and_delete_deletes(lot, desk, qtbot):
    fill(desk, "first", "second")
    lot.notes.setFocus()
    lot.notes.choose([desk.journey.all(Note)[0].id])
    QTest.keyClick(lot.notes, Qt.Key.Key_Return)
    open_text = lot.notes.viewport().focusWidget() or lot.notes.viewport().children()[-1]
    QTest.keyClicks(open_text, "changed")
    QTest.keyClick(open_text, Qt.Key.Key_Return)
    assert texts(desk) == ["changed", "second"]
    lot.notes.choose([desk.journey.all(Note)[0].id])
    QTest.keyClick(lot.notes, Qt.Key.Key_Delete)
    assert texts(desk) == ["second"]
    desk.editor.undo()
    assert texts(desk) == ["changed", "second"]


def test_several_are_carried_together(lot, desk, canvas):
    fill(desk, "a", "b", "c")
    keys = [note.id for note in desk.journey.all(Note)]
    lot.notes.choose(keys[1:])
    view = lot.notes.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot(lot, 0))
    QTest.mouseMove(view, spot(lot, 0) + QPoint(200, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot(lot, 0) + QPoint(200, 0))
    assert canvas.told[0] == ("begin", "parked", (keys[2], keys[1]), "")
    assert canvas.told[-1][0] == "end"


def test_sent_to_the_selected_touchpoint(lot, desk):
    fill(desk, "hurts here")
    note = desk.journey.all(Note)[0]
    touchpoint = desk.journey.touchpoints()[3]
    desk.editor.select([touchpoint.id])
    lot.notes.choose([note.id])
    QTest.keyClick(lot.notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.journey.get(note.id).first == touchpoint.id
    assert note.id not in lot.notes.notes.keys()  # noqa: SIM118


def test_a_letter_makes_something_of_it_in_one_step(lot, desk):
    fill(desk, "hurts here")
    touchpoint = desk.journey.touchpoints()[3]
    desk.editor.select([touchpoint.id])
    steps = desk.editor.history.position
    pains = len(desk.journey.all(Pain))
    lot.notes.choose([desk.journey.all(Note)[0].id])
    QTest.keyClick(lot.notes, Qt.Key.Key_P)
    new = [pain for pain in desk.journey.all(Pain) if pain.text == "hurts here"]
    assert [pain.first for pain in new] == [touchpoint.id]
    assert len(desk.journey.all(Pain)) == pains + 1
    assert desk.editor.history.position == steps + 1
    desk.editor.undo()
    assert texts(desk) == ["hurts here"]


def test_a_note_becomes_a_touchpoint_behind_the_selected_one(lot, desk):
    fill(desk, "Asks a friend")
    touchpoint = desk.journey.touchpoints()[1]
    desk.editor.select([touchpoint.id])
    lot.notes.choose([desk.journey.all(Note)[0].id])
    QTest.keyClick(lot.notes, Qt.Key.Key_T)
    order = [one.title for one in desk.journey.touchpoints(touchpoint.stage)]
    assert order[order.index(touchpoint.title) + 1] == "Asks a friend"
    assert [one for one in desk.journey.all(Touchpoint) if one.title == "Asks a friend"]


def test_without_a_place_sending_says_what_to_do(lot, desk):
    told = []
    desk.editor.told.listen(told.append)
    fill(desk, "x")
    lot.notes.choose([desk.journey.all(Note)[0].id])
    lot.send()
    assert [one.advice.english() for one in told] == ["Select a touchpoint or a stage first."]


def test_parked_findings_wait_here_with_their_kind(lot, desk):
    gain = next(gain for gain in desk.journey.all(Gain) if gain.first is not None)
    desk.editor.do(lambda journey: park(journey, [gain.id]))
    row = lot.notes.notes.keys().index(gain.id)
    assert lot.notes.notes.data(lot.notes.notes.index(row), Qt.ItemDataRole.AccessibleTextRole).startswith("Gain: ")


def test_the_language_changes_at_once(lot, desk):
    desk.editor.speak(speak("fr"))
    assert lot._title.text() == "À placer"


def test_a_letter_brings_the_lane_of_what_the_note_becomes_and_no_other(lot, desk):
    before = [row.id for row in desk.journey.rows()]
    fill(desk, "never again", "not me")
    desk.editor.select([desk.journey.touchpoints()[3].id])
    lot.notes.choose([note.id for note in desk.journey.all(Note)])
    told = []
    desk.editor.told.listen(told.append)
    QTest.keyClick(lot.notes, Qt.Key.Key_Q)
    assert [row.kind for row in desk.journey.rows() if row.id not in before] == ["quotes"]
    assert [one.problem.english() for one in told] == ["Lane “Quotes” added"]
    desk.editor.undo()
    assert [row.id for row in desk.journey.rows()] == before
    assert len(lot.notes.notes.keys()) == 2


def test_sent_as_they_are_they_stand_in_a_lane_of_notes(lot, desk):
    fill(desk, "never again")
    desk.editor.select([desk.journey.touchpoints()[3].id])
    lot.notes.choose(lot.notes.notes.keys())
    (key,) = lot.notes.notes.keys()
    QTest.keyClick(lot.notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.board.boxes(key, "note")


def test_a_note_that_comes_while_a_card_is_typed_on_takes_nothing_away(lot, desk):
    fill(desk, "one", "two")
    lot.notes.setFocus()
    lot.notes.choose(lot.notes.notes.keys()[:1])
    QTest.keyClick(lot.notes, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "two and")
    fill(desk, "three")
    lot._edit()
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, " more")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts(desk) == ["one", "two and more", "three"]
    assert [lot.notes.notes.index(row).data() for row in range(3)] == ["three", "two and more", "one"]
    assert lot.notes.currentIndex().data() == "two and more"

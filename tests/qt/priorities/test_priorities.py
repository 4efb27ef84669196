"""Opportunities dragged on the grid, votes typed in fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QDialog, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.findings import add_finding
from journeyeditor.model.records import Opportunity, Pain
from journeyeditor.qt.look import body_font
from journeyeditor.qt.priorities.dialog import PrioritiesDialog
from journeyeditor.qt.priorities.grid import lines_of
from journeyeditor.qt.priorities.votes import RANK, VOTES
from journeyeditor.qt.window.deeds import show_priorities
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.words import speak

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "classic-5.en.journey"


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(MAP))


@pytest.fixture
def dialog(qtbot: QtBot, editor: Editor) -> PrioritiesDialog:
    made = PrioritiesDialog(EditorDesk(editor))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def drag(qtbot: QtBot, grid: object, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(grid, start + QPoint(6, 6))
    qtbot.mouseMove(grid, end)
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)


def test_an_opportunity_is_rated_by_dragging_it(dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot) -> None:
    editor.do(lambda journey: add_finding(journey, Opportunity, text="Call back"))
    new = next(one for one in editor.journey.all(Opportunity) if one.text == "Call back")
    chip = next(box for one, box in dialog.grid.chips() if one.id == new.id)
    before = editor.history.position
    drag(qtbot, dialog.grid, chip.center().toPoint(), dialog.grid.cell_box(5, 2).center().toPoint())
    now = editor.journey.get(new.id)
    assert isinstance(now, Opportunity)
    assert (now.impact, now.effort) == (5, 2)
    assert editor.history.position == before + 1
    place = next(box for one, box in dialog.grid.chips() if one.id == new.id)
    assert dialog.grid.cell_box(5, 2).contains(place.center())


def test_arrow_keys_move_it_and_delete_puts_it_back(dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot) -> None:
    one = next(one for one, _ in dialog.grid.chips() if one.impact in (2, 3, 4))
    dialog.grid.current = one.id
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Right)
    now = editor.journey.get(one.id)
    assert isinstance(now, Opportunity)
    assert now.impact == (one.impact or 0) + 1
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    gone = editor.journey.get(one.id)
    assert isinstance(gone, Opportunity)
    assert (gone.impact, gone.effort) == (None, None)


def test_the_first_arrow_takes_an_opportunity_and_the_line_below_names_the_keys(
    dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.close_button.setFocus()
    rim = dialog.grid.grab().toImage().pixelColor(dialog.grid.width() // 2, 1)
    dialog.grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.grid.grab().toImage().pixelColor(dialog.grid.width() // 2, 1) != rim, "a ring"
    before, first = editor.history.position, dialog.grid.chips()[0][0].id
    for _ in range(2):
        dialog.grid.current = "it was deleted" if dialog.grid.current else ""
        qtbot.keyClick(dialog.grid, Qt.Key.Key_Right)
        assert dialog.grid.current == first
        assert editor.history.position == before, "it is chosen, and not moved yet"
    assert editor.selection == (first,)
    for key in ("Arrow", "Space", "Delete"):
        assert key in dialog.moving.text()
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Down)
    assert editor.history.position == before + 1


def test_votes_are_typed_number_by_number(dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot) -> None:
    table = dialog.table
    keys = [one.id for one in table.votes.rows[:3]]
    table.setCurrentIndex(table.votes.index(0, VOTES))
    for row, number in enumerate(("12", "7", "30")):
        qtbot.waitUntil(lambda row=row: table.currentIndex().row() == row)  # type: ignore[misc]
        qtbot.keyClicks(table, number[0])
        line = table.findChild(QLineEdit)
        assert line is not None
        qtbot.keyClicks(line, number[1:])
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
    assert [editor.journey.get(key).votes for key in keys] == [12, 7, 30]  # type: ignore[union-attr]
    table.rank()
    weights = [table.votes.value(row, 4) for row in range(len(table.votes.rows))]
    assert weights == sorted(weights, reverse=True)  # type: ignore[type-var]


def test_a_number_left_by_a_click_right_after_enter_goes_no_row_down(
    dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot
) -> None:
    """The line is gone before Qt gets round to its Enter: the hand has already chosen where to be."""
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    table = dialog.table
    table.setFocus()
    key = table.votes.rows[0].id
    table.setCurrentIndex(table.votes.index(0, VOTES))
    qtbot.keyClicks(table, "9")
    line = table.findChild(QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    table.setFocus()
    table.setCurrentIndex(table.votes.index(3, VOTES))
    qtbot.wait(10)
    assert table.currentIndex().row() == 3
    assert editor.journey.get(key).votes == 9  # type: ignore[union-attr]


def test_nonsense_leaves_the_votes_as_they_were(dialog: PrioritiesDialog, editor: Editor) -> None:
    table = dialog.table
    before = table.votes.rows[0].votes
    for text in ("many", "-3", "", "1.5"):
        assert not table.votes.setData(table.votes.index(0, VOTES), text)
        assert f"“{text}” is no whole number" in QToolTip.text()
    assert table.votes.rows[0].votes == before
    qt_huge = "9" * 30
    assert table.votes.setData(table.votes.index(0, VOTES), qt_huge)


def test_plus_and_minus_count(dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot) -> None:
    table = dialog.table
    key, before = table.votes.rows[0].id, table.votes.rows[0].votes
    table.setCurrentIndex(table.votes.index(0, VOTES))
    qtbot.keyClicks(table, "++-")
    assert editor.journey.get(key).votes == before + 1  # type: ignore[union-attr]


def test_gains_and_opportunities_are_voted_for_too(dialog: PrioritiesDialog) -> None:
    dialog.kinds.buttons["opportunities"].click()
    assert dialog.table.votes.rows
    assert all(isinstance(one, Opportunity) for one in dialog.table.votes.rows)


def test_what_was_done_here_is_undone_here(dialog: PrioritiesDialog, editor: Editor, qtbot: QtBot) -> None:
    one, box = next((one, box) for one, box in dialog.grid.chips() if one.impact == 4)
    drag(qtbot, dialog.grid, box.center().toPoint(), dialog.grid.cell_box(1, 1).center().toPoint())
    assert editor.journey.get(one.id).impact == 1
    dialog.activateWindow()
    dialog.grid.setFocus()
    qtbot.waitUntil(dialog.grid.hasFocus)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.journey.get(one.id).impact == 4
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.journey.get(one.id).impact == 1


def test_ranks_follow_the_votes_and_rows_stay_where_they_are(dialog: PrioritiesDialog, editor: Editor) -> None:
    table = dialog.table.votes
    before = [one.id for one in table.rows]
    last = len(before) - 1
    assert table.setData(table.index(last, VOTES), "999")
    assert [one.id for one in table.rows] == before
    assert table.value(last, RANK) == 1
    assert table.value(0, RANK) == 2
    editor.undo()
    assert table.value(0, RANK) == 1


def test_it_follows_what_is_added_and_deleted_on_the_map(dialog: PrioritiesDialog, editor: Editor) -> None:
    table = dialog.table
    table.setCurrentIndex(table.votes.index(1, VOTES))
    here, first = table.votes.rows[1].id, table.votes.rows[0].id
    editor.do(lambda journey: delete(journey, [first]))
    editor.do(lambda journey: add_finding(journey, Pain, text="Nobody answers"))
    assert first not in [one.id for one in table.votes.rows]
    assert table.votes.rows[-1].text == "Nobody answers"
    assert table.votes.rows[table.currentIndex().row()].id == here


def test_no_text_of_a_card_is_cut(dialog: PrioritiesDialog) -> None:
    text = "Un numéro d’urgence pour les personnes qui attendent le technicien toute la journée"
    for tall in (18.0, 34.0, 60.0):
        room = QRectF(0, 0, 110, tall)
        font = body_font(11)
        metrics = QFontMetricsF(font)
        lines = lines_of(text, font, room)
        assert lines
        assert len(lines) * metrics.lineSpacing() <= max(tall, metrics.lineSpacing())
        assert all(metrics.horizontalAdvance(line) <= room.width() for line in lines)
        whole = " ".join(lines)
        assert whole == text or lines[-1].endswith("…")
    assert " ".join(lines_of(text, body_font(11), QRectF(0, 0, 400, 60))) == text


def test_the_map_stays_usable_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        show_priorities(window)
    (shown,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert not shown.isModal()
    window.editor.speak(speak("fr"))
    assert shown.windowTitle() == "Priorités"
    shown.close()


def test_votes_half_typed_beside_the_map_are_kept_when_it_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    show_priorities(window)
    (shown,) = window.findChildren(PrioritiesDialog)
    table = shown.table
    key = table.votes.rows[0].id
    table.setCurrentIndex(table.votes.index(0, VOTES))
    qtbot.keyClicks(table, "9")
    assert table.is_typed_in
    window.commit_text()
    assert window.editor.journey.get(key).votes == 9  # type: ignore[union-attr]
    assert not table.is_typed_in
    shown.close()

"""Typing in a cell or a line while something else happens: nothing typed is lost, and Qt has nothing to complain of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTreeWidgetItemIterator, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.describing import rename
from journeyeditor.qt.table.view import TableView

ROOT = Path(__file__).resolve().parents[3]
TITLE = 1
"""The column of titles."""


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(ROOT / "resources" / "templates" / "classic-5.en.journey"))


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> TableView:
    made = TableView(EditorDesk(editor))
    qtbot.addWidget(made)
    made.resize(1300, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.table.setFocus()
    return made


def has_keys() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(has_keys(), key)


def begin(view: TableView, row: int, text: str) -> None:
    """Letters begin to type."""
    view.table.setCurrentIndex(view.shown.index(row, TITLE))
    for letter in text:
        QTest.keyClick(has_keys(), letter)
    assert view.table.is_typed_in


def test_what_is_typed_right_after_enter_is_typed_on(view: TableView, editor: Editor) -> None:
    """The line has gone by a click before Qt gets round to its Enter: that is no end for the line that is open now."""
    begin(view, 0, "first")
    press(Qt.Key.Key_Return)
    view.table.setFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the line is no more, as after a dialog's own loop
    begin(view, 1, "sec")
    QApplication.processEvents()
    assert view.table.is_typed_in
    QTest.keyClicks(has_keys(), "ond")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not view.table.is_typed_in
    assert [one.title for one in editor.journey.touchpoints()[:2]] == ["first", "second"]
    assert editor.history.position == 2


def test_enter_opens_only_lines_that_have_a_name(view: TableView) -> None:
    tree = view.tree
    tree.setFocus()
    iterator = QTreeWidgetItemIterator(tree)
    opened = {True: 0, False: 0}
    while (item := iterator.value()) is not None:
        tree.setCurrentItem(item)
        press(Qt.Key.Key_Return)
        named = bool(item.flags() & Qt.ItemFlag.ItemIsEditable)
        assert tree.is_typed_in == named, item.text(0)
        opened[named] += 1
        if named:
            press(Qt.Key.Key_Escape)
        iterator += 1
    assert opened[True] > 10
    assert opened[False] >= 4


def test_a_line_that_is_open_is_not_opened_again(view: TableView) -> None:
    begin(view, 0, "first")
    assert not view.table.begin(view.table.currentIndex())
    assert has_keys().text() == "first"  # type: ignore[attr-defined]


def test_what_came_while_somebody_typed_is_shown_once_that_has_ended(
    view: TableView, editor: Editor, qtbot: QtBot
) -> None:
    begin(view, 0, "first")
    other = view.model.touchpoints[1].id
    editor.do(lambda journey: rename(journey, other, "From elsewhere"))
    qtbot.waitUntil(lambda: not view._timer.isActive())
    assert has_keys().text() == "first"  # type: ignore[attr-defined]
    press(Qt.Key.Key_Escape)
    there = view.shown.index(1, TITLE)
    qtbot.waitUntil(lambda: there.data() == "From elsewhere")
    assert editor.history.position == 1


def test_the_keyboard_stays_on_a_line_of_the_tree_that_is_renamed(view: TableView, editor: Editor) -> None:
    stage = editor.journey.stages()[1]
    view.tree.setFocus()
    view.tree.setCurrentItem(view.tree._items[stage.id])
    press(Qt.Key.Key_F2)
    QTest.keyClicks(has_keys(), "Renamed")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    view.renew()
    here = view.tree.currentItem()
    assert here is not None
    assert here.text(0) == "Renamed"


def test_enter_keeps_and_goes_down(view: TableView, editor: Editor) -> None:
    lane = next(n for n, one in enumerate(view.model.columns) if one.kind == "lane")
    for column in (TITLE, lane):
        view.table.setCurrentIndex(view.shown.index(0, column))
        for text in ("first", "second"):
            for letter in text:
                QTest.keyClick(has_keys(), letter)
            press(Qt.Key.Key_Return)
            QApplication.processEvents()
        assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (2, column)
    assert [one.title for one in editor.journey.touchpoints()[:2]] == ["first", "second"]
    view.table.setCurrentIndex(view.shown.index(view.shown.rowCount() - 1, TITLE))
    QTest.keyClick(has_keys(), "z")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert view.table.currentIndex().row() == view.shown.rowCount() - 1


def test_in_sorted_rows_enter_goes_to_what_stood_below(view: TableView, qtbot: QtBot) -> None:
    view.table.sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)
    below = view.shown.index(1, TITLE).data()
    begin(view, 0, "zzz")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.shown.index(view.shown.rowCount() - 1, TITLE).data() == "zzz")
    assert view.table.currentIndex().data() == below


def test_escape_stays(view: TableView) -> None:
    begin(view, 1, "zzz")
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert view.table.currentIndex().row() == 1


def test_a_cell_is_kept_with_its_list_of_choices_open(view: TableView, editor: Editor) -> None:
    second = editor.journey.stages()[1]
    view.table.setCurrentIndex(view.shown.index(0, 0))
    moved = view.model.touchpoints[0].id
    for letter in second.title:
        QTest.keyClick(has_keys(), letter)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is not None
    view.table.keep()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    assert not view.table.is_typed_in
    assert editor.journey.touchpoints(second.id)[-1].id == moved


@pytest.mark.parametrize("way", ["typed whole", "chosen by key", "chosen by click"])
def test_one_enter_keeps_what_is_chosen_in_the_list(view: TableView, editor: Editor, way: str) -> None:
    second = editor.journey.stages()[1]
    view.table.setCurrentIndex(view.shown.index(0, 0))
    moved = view.model.touchpoints[0].id
    for letter in second.title if way == "typed whole" else second.title[:4]:
        QTest.keyClick(has_keys(), letter)
    QApplication.processEvents()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QListView)
    if way == "chosen by click":
        QTest.mouseClick(
            shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.model().index(0, 0)).center()
        )
    else:
        if way == "chosen by key":
            QTest.keyClick(shown, Qt.Key.Key_Down)
        QTest.keyClick(shown, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert editor.journey.touchpoints(second.id)[-1].id == moved
    assert editor.history.position == 1
    assert not view.table.is_typed_in
    assert view.table.hasFocus()
    assert view.table.currentIndex().row() == 1

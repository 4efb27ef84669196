"""The map as a tree and a table to type in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.table import cell_lines
from journeyeditor.editor.writing import Told
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.stages import add_stage
from journeyeditor.model.records import Pain
from journeyeditor.qt.table.view import TableView
from journeyeditor.qt.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "classic-5.en.journey"


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(MAP))


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> TableView:
    made = TableView(EditorDesk(editor))
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    return made


def column(view: TableView, kind: str, heading: str = "") -> int:
    return next(n for n, one in enumerate(view.model.columns) if one.kind == kind and heading in one.heading)


def typed(view: TableView, qtbot: QtBot, index: QModelIndex, text: str) -> None:
    view.table.setCurrentIndex(index)
    view.table.edit(index)
    inside = view.table.viewport()
    fields = [*inside.findChildren(QPlainTextEdit), *inside.findChildren(QLineEdit)]
    field = next(one for one in reversed(fields) if one.hasFocus() or one.isVisible())
    field.selectAll()
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(field, line)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.table.state() != QAbstractItemView.State.EditingState)


def test_every_touchpoint_is_a_row_in_reading_order(view: TableView, editor: Editor) -> None:
    assert [one.id for one in view.model.touchpoints] == [one.id for one in editor.journey.touchpoints()]
    headings = [one.heading for one in view.model.columns]
    assert headings[:3] == ["Stage", "Touchpoint", "Channel"]
    assert "Pain points" in headings


def test_a_title_typed_in_the_table_is_on_the_map(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    typed(view, qtbot, view.shown.index(0, column(view, "title")), "First look")
    assert editor.journey.touchpoints()[0].title == "First look"
    assert editor.history.position == 1


def test_lines_of_a_cell_are_its_cards(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    pains = column(view, "lane", "Pain")
    row = next(n for n in range(view.shown.rowCount()) if view.shown.index(n, pains).data(Qt.ItemDataRole.EditRole))
    first = view.model.touchpoints[row].id
    before = next(one for one in editor.journey.all(Pain) if one.first == first)
    typed(view, qtbot, view.shown.index(row, pains), "Too slow\nToo dear")
    now = [one for one in editor.journey.all(Pain) if one.first == first and one.last == first]
    assert {one.text for one in now} == {"Too slow", "Too dear"}
    kept = editor.journey.get(before.id)
    assert isinstance(kept, Pain)
    assert (kept.text, kept.severity, kept.votes) == ("Too slow", before.severity, before.votes)
    typed(view, qtbot, view.shown.index(row, pains), "Too dear")
    assert len([one for one in editor.journey.all(Pain) if one.first == first and one.last == first]) == 1


def test_a_feeling_is_a_number_and_words(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    at = column(view, "emotion")
    persona = view.model.columns[at].key
    touchpoint = view.model.touchpoints[1].id
    typed(view, qtbot, view.shown.index(1, at), "-1,5 lost and alone")
    feeling = editor.journey.emotions(persona)[touchpoint]
    assert (feeling.value, feeling.words) == (-1.5, "lost and alone")
    told: list[object] = []
    editor.told.listen(told.append)
    typed(view, qtbot, view.shown.index(1, at), "awful")
    assert len(told) == 1
    assert editor.journey.emotions(persona)[touchpoint].value == -1.5
    view.table.setCurrentIndex(view.shown.index(1, at))
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert touchpoint not in editor.journey.emotions(persona)


def test_a_new_channel_is_made_and_a_known_one_found(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    at = column(view, "channel")
    typed(view, qtbot, view.shown.index(0, at), "Pigeon post")
    channel = editor.journey.channel(editor.journey.touchpoints()[0].channel)
    assert channel is not None
    assert channel.title == "Pigeon post"
    assert editor.history.position == 1
    typed(view, qtbot, view.shown.index(1, at), "pigeon POST")
    assert editor.journey.touchpoints()[1].channel == channel.id


def test_a_stage_chosen_in_the_table_moves_the_touchpoint(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    last = editor.journey.stages()[-1]
    moved = view.model.touchpoints[0].id
    typed(view, qtbot, view.shown.index(0, column(view, "stage")), last.title)
    assert editor.journey.touchpoints(last.id)[-1].id == moved


def test_sorting_and_filtering_change_the_view_alone(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    before = {record.id: record for record in editor.journey}
    at = column(view, "emotion")
    view.table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    numbers = [view.shown.index(n, at).data(Qt.ItemDataRole.UserRole) for n in range(view.shown.rowCount())]
    assert numbers == sorted(numbers, reverse=True)
    view.reading_order()
    title = view.model.touchpoints[3].title
    view.filter.setText(title)
    assert 1 <= view.rows_shown() < view.model.rowCount()
    assert {record.id: record for record in editor.journey} == before


def test_selection_is_one_everywhere(view: TableView, editor: Editor) -> None:
    view.table.setCurrentIndex(view.shown.index(2, 1))
    chosen = view.model.touchpoints[2].id
    assert editor.selection == (chosen,)
    assert view.tree._items[chosen].isSelected()
    other = view.model.touchpoints[4].id
    editor.select([other])
    assert view.shown.mapToSource(view.table.currentIndex()).row() == 4
    assert view.tree._items[other].isSelected()


def test_names_are_edited_in_the_tree(view: TableView, editor: Editor) -> None:
    stage = editor.journey.stages()[1].id
    view.tree._items[stage].setText(0, "Renamed")
    record = editor.journey.get(stage)
    assert getattr(record, "title", "") == "Renamed"
    editor.undo()
    view.renew()
    assert view.tree._items[stage].text(0) != "Renamed"


def test_the_tree_follows_the_map(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    editor.do(lambda journey: add_stage(journey, title="Epilogue"))
    new = editor.journey.stages()[-1].id
    qtbot.waitUntil(lambda: new in view.tree._items)
    assert view.tree._items[new].text(0) == "Epilogue"


def test_cells_are_copied_for_a_spreadsheet(view: TableView) -> None:
    view.table.setCurrentIndex(view.shown.index(0, 1))
    view.table.copy()
    assert QGuiApplication.clipboard().text() == view.model.touchpoints[0].title


def test_cards_on_a_stage_or_across_touchpoints_are_shown_where_they_begin_and_left_alone(
    view: TableView, editor: Editor, qtbot: QtBot
) -> None:
    stage = editor.journey.stages()[1]
    one, two = [each for each in editor.journey.touchpoints() if each.stage == stage.id][:2]
    editor.do(lambda journey: add_finding(journey, Pain, stage.id, text="All of it is slow"))
    editor.do(lambda journey: add_finding(journey, Pain, one.id, two.id, text="Both forms ask the same"))
    view.renew()
    pains = column(view, "lane", "Pain points")
    row = next(n for n, each in enumerate(view.model.touchpoints) if each.id == one.id)
    index = view.model.index(row, pains)
    shown = str(index.data())
    assert "All of it is slow (whole stage)" in shown
    assert f"Both forms ask the same (as far as “{two.title}”)" in shown
    before = {pain.id: pain for pain in editor.journey.all(Pain)}
    assert "slow" not in str(index.data(Qt.ItemDataRole.EditRole))
    assert view.model.setData(index, "Typed here")
    assert "Typed here" in str(index.data())
    kept = [pain for pain in editor.journey.all(Pain) if pain.first == stage.id or pain.last == two.id != pain.first]
    assert kept
    assert all(before[pain.id] == pain for pain in kept)


def test_every_cell_holds_what_is_typed_in_it(view: TableView, editor: Editor) -> None:
    for row, touchpoint in enumerate(view.model.touchpoints):
        for number, one in enumerate(view.model.columns):
            assert view.model.lines(view.model.index(row, number)) == cell_lines(editor, touchpoint, one)


def test_rows_are_high_enough_for_their_texts(view: TableView, editor: Editor) -> None:
    view.renew()
    number = column(view, "lane", "Pain points")
    font = view.table.fontMetrics()
    room = QRect(0, 0, view.table.columnWidth(number) - 24, 10_000)
    for row in range(view.shown.rowCount()):
        text = str(view.shown.index(row, number).data() or "")
        needed = font.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        assert view.table.rowHeight(row) >= needed, text


def pressed_heading(view: TableView, qtbot: QtBot, number: int) -> None:
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(number) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_sorting_by_a_heading_selects_nothing(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    at = column(view, "emotion")
    pressed_heading(view, qtbot, at)
    numbers = [view.shown.index(n, at).data(Qt.ItemDataRole.UserRole) for n in range(view.shown.rowCount())]
    assert numbers == sorted(numbers)
    assert not view.table.selectedIndexes()
    assert editor.selection == ()


def test_sort_filter_delete_leaves_the_map_as_it_is(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    before = {record.id: record for record in editor.journey}
    pressed_heading(view, qtbot, column(view, "title"))
    view.filter.setText(view.model.touchpoints[3].title)
    for widget in (view.table, view.tree):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Delete)
    assert {record.id: record for record in editor.journey} == before


def test_what_the_filter_hides_leaves_the_selection_everywhere(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    view.table.selectAll()
    assert len(editor.selection) == len(view.model.touchpoints)
    wanted = view.model.touchpoints[3]
    view.filter.setText(wanted.title)
    left = [view.model.touchpoints[view._row(number)].id for number in range(view.shown.rowCount())]
    assert wanted.id in left
    assert len(left) < len(view.model.touchpoints)
    assert set(editor.selection) == set(left)
    assert {index.row() for index in view.table.selectedIndexes()} == set(range(len(left)))
    view.filter.clear()
    assert set(editor.selection) == set(left)


def test_delete_empties_no_cells_of_touchpoints_that_are_out_of_view(
    view: TableView, editor: Editor, qtbot: QtBot
) -> None:
    told: list[Told] = []
    editor.told.listen(told.append)
    view.resize(1300, 260)
    view.table.selectAll()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert editor.history.position == 0
    assert [one.problem.text for one in told] == ["Not all of what is selected is in view."]
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert editor.history.position == 0
    assert len(told) == 2


def test_delete_empties_cells_that_are_seen_as_one_step(view: TableView, editor: Editor, qtbot: QtBot) -> None:
    at = column(view, "title")
    flag = QItemSelectionModel.SelectionFlag
    view.table.setCurrentIndex(view.shown.index(0, at))
    view.table.selectionModel().select(view.shown.index(1, at), flag.Select)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert [one.title for one in editor.journey.touchpoints()[:2]] == ["", ""]
    assert editor.history.position == 1


def test_delete_in_a_lane_that_has_just_gone_from_the_map_does_nothing(
    view: TableView, editor: Editor, qtbot: QtBot
) -> None:
    at = column(view, "lane")
    lane = view.model.columns[at].key
    view.table.setCurrentIndex(view.shown.index(0, at))
    editor.do(lambda journey: delete(journey, [lane]))
    before = editor.history.position
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert editor.history.position == before
    qtbot.waitUntil(lambda: lane not in {one.key for one in view.model.columns})


def test_several_that_are_selected_elsewhere_are_selected_in_the_table(view: TableView, editor: Editor) -> None:
    some = [one.id for one in view.model.touchpoints[1:4]]
    editor.select(some)
    assert {view.shown.mapToSource(index).row() for index in view.table.selectedIndexes()} == {1, 2, 3}
    assert editor.selection == tuple(some)


@pytest.mark.parametrize("kind", ["emotion", "stage"])
def test_what_a_cell_cannot_hold_is_told_over_the_table(window: MainWindow, qtbot: QtBot, kind: str) -> None:
    window.turn_to("table")
    view = window.work.part("table")
    at = column(view, kind)
    before = view.shown.index(0, at).data()
    typed(view, qtbot, view.shown.index(0, at), "5 bananas")
    assert view.shown.index(0, at).data() == before
    assert window.work.banner.isVisible()
    assert "5 bananas" in window.work.banner.accessibleName()
    middle = window.work.banner.geometry().center()
    assert window.work.workspace.middle.childAt(middle) in [window.work.banner, *window.work.banner.children()]

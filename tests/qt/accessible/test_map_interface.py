"""Each record of the map, as a screen reader meets it through Qt."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QImage
from PySide6.QtWidgets import QApplication

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands.adding import enter
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.describing import rename
from journeyeditor.model.records import Emotion, Entry, Flow, Opportunity, Pain, Quote, Stage, Touchpoint
from journeyeditor.qt.accessible.record import CellInterface
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.words import speak
from tests.qt.accessible.conftest import NAME, Reader

DESCRIPTION = QAccessible.Text.Description
Role = QAccessible.Role


def first(reader: Reader, kind):
    return next(iter(reader.editor.journey.all(kind)))


def do(part, name: str) -> None:
    part.actionInterface().doAction(name)


# -- what there is --------------------------------------------------------------------------------------------------
def test_all_that_the_map_shows_is_there_once_and_knows_its_number(reader):
    parts = reader.records()
    shown = {key for page in reader.editor.board.pages for key in (group.record for group in page.groups if group.box)}
    kinds = Stage | Touchpoint | Entry | Pain | Opportunity | Emotion | Quote | Flow
    wanted = {one.id for one in reader.editor.journey if isinstance(one, kinds) and one.id in shown}
    keys = [one.key for one in parts]
    assert len(keys) == len(set(keys))
    assert wanted <= set(keys)
    assert [reader.map.indexOfChild(one) for one in parts] == list(range(len(parts)))
    assert all(one.parent() is reader.map for one in parts)
    assert all(one is again for one, again in zip(parts, reader.records(), strict=True))


def test_they_come_in_reading_order(reader):
    journey = reader.editor.journey
    keys = [one.key for one in reader.records()]
    steps = [key for key in keys if isinstance(journey.get(key), Stage | Touchpoint)]
    wanted = [
        key for stage in journey.stages() for key in (stage.id, *(one.id for one in journey.touchpoints(stage.id)))
    ]
    assert steps == wanted
    pain = first(reader, Pain)
    column = reader.editor.cursor.grid.cell_of(pain.id).column
    assert keys.index(column) < keys.index(pain.id)
    assert keys.index(first(reader, Flow).id) > max(keys.index(key) for key in reader.editor.cursor.grid.lanes)


def test_each_says_what_it_is_where_and_what_is_felt_there(reader):
    touchpoint = next(one for one in reader.editor.journey.touchpoints() if "feels" in reader.of(one.id).text(NAME))
    name = reader.of(touchpoint.id).text(NAME)
    assert name.startswith(f"Touchpoint: {touchpoint.title}, stage ")
    assert all(one.text(NAME).strip() for one in reader.records())
    assert touchpoint.description in reader.of(touchpoint.id).text(DESCRIPTION)


def test_names_and_actions_are_in_the_interfaces_language_at_once(reader):
    touchpoint = first(reader, Touchpoint)
    part = reader.of(touchpoint.id)
    part.text(NAME)
    reader.editor.speak(speak("fr"))
    assert part.text(NAME).startswith("Point de contact")
    assert reader.map.text(NAME) == speak("fr").say("Map")
    assert part.actionInterface().localizedActionName("Delete") == speak("fr").say("Delete") != "Delete"
    other = reader.named("Étape")
    assert other.role() == Role.ColumnHeader


def test_stages_and_lanes_are_headers_and_all_else_items(reader):
    assert reader.map.role() == Role.List
    assert reader.named("Journey: ").role() == Role.Heading
    assert reader.named("Stage: ").role() == Role.ColumnHeader
    assert reader.named("Lane: ").role() == Role.RowHeader
    assert reader.of(first(reader, Touchpoint).id).role() == Role.ListItem
    levels = [reader.of(key).attributesInterface().attributeValue(QAccessible.Attribute.Level)
              for key in (reader.editor.journey.head.id, first(reader, Stage).id, first(reader, Touchpoint).id,
                          first(reader, Pain).id)]  # fmt: skip
    assert levels == [1, 2, 3, 4]


# -- where it is ----------------------------------------------------------------------------------------------------
def changed(before: QImage, after: QImage) -> QRect:
    """A rectangle around all that two pictures differ in."""
    rows = [
        y for y in range(before.height()) if before.copy(0, y, before.width(), 1) != after.copy(0, y, before.width(), 1)
    ]
    columns = [
        x
        for x in range(before.width())
        if before.copy(x, 0, 1, before.height()) != after.copy(x, 0, 1, before.height())
    ]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1])) if rows and columns else QRect()


@pytest.mark.parametrize("kind", [Pain, Opportunity, Stage, Entry])
def test_a_records_rectangle_is_what_the_canvas_outlines_at_every_zoom(reader, kind):
    canvas, record = reader.canvas, first(reader, kind)
    part = reader.of(record.id)
    canvas.clearFocus()  # so that no ring says where the keys are
    seen = []
    for zoom in (0.7, 1.3):
        reader.editor.select([])
        canvas.zoom_to(zoom * 96 / 25.4)
        canvas.show_record(record.id)
        canvas.scroll_by(-3.4, -7.6)
        QApplication.processEvents()
        before = canvas.viewport().grab().toImage()
        reader.editor.select([record.id])
        outlined = changed(before, canvas.viewport().grab().toImage())
        rect = part.rect().translated(-canvas.viewport().mapToGlobal(QPoint(0, 0)))
        far = [abs(rect.left() - outlined.left()), abs(rect.top() - outlined.top()),
               abs(rect.right() - outlined.right()), abs(rect.bottom() - outlined.bottom())]  # fmt: skip
        assert max(far) <= 10, (rect, outlined)
        assert outlined.contains(rect.center())
        seen.append(rect.size())
    assert seen[1].width() == pytest.approx(seen[0].width() * 1.3 / 0.7, abs=2)


def test_what_is_at_a_point_is_found(reader):
    for record in [*reader.editor.journey.touchpoints(), *reader.editor.journey.all(Pain)]:
        part = reader.of(record.id)
        middle = part.rect().center()
        if isinstance(record, Touchpoint):
            middle.setY(part.rect().bottom() - 8)
        assert reader.map.childAt(middle.x(), middle.y()) is part
    corner = reader.canvas.mapToGlobal(QPoint(2, reader.canvas.height() - 2))
    assert reader.map.childAt(corner.x(), corner.y()) is None
    assert reader.map.childAt(-50, -50) is None


def test_what_is_out_of_view_says_so(reader):
    part = reader.of(first(reader, Touchpoint).id)
    assert not part.state().offscreen
    reader.canvas.zoom_by(4)
    reader.canvas.scroll_by(-9000, -9000)
    assert part.state().offscreen
    do(part, QAccessibleActionInterface.pressAction())
    assert not part.state().offscreen


# -- what can be done -----------------------------------------------------------------------------------------------
def test_pressing_selects_and_goes_there(reader):
    part = reader.of(first(reader, Touchpoint).id)
    state = part.state()
    assert state.selectable
    assert state.focusable
    assert state.editable
    assert not state.selected
    do(part, QAccessibleActionInterface.pressAction())
    assert reader.editor.selection == (part.key,)
    assert reader.editor.cursor.cell.record == part.key
    assert part.state().selected


def test_toggling_adds_to_the_selection_and_takes_from_it(reader):
    one, other = (reader.of(touchpoint.id) for touchpoint in list(reader.editor.journey.touchpoints())[:2])
    do(one, QAccessibleActionInterface.pressAction())
    do(other, QAccessibleActionInterface.toggleAction())
    assert reader.editor.selection == (one.key, other.key)
    do(one, QAccessibleActionInterface.toggleAction())
    assert reader.editor.selection == (other.key,)


def test_editing_opens_the_text_which_is_read_in_its_place(reader, qtbot):
    part = reader.of(first(reader, Pain).id)
    do(part, "Edit")
    assert reader.editor.typing.key == part.key
    field = QApplication.focusWidget()
    focused = reader.map.focusChild()
    assert focused.object() is field
    assert focused.text(NAME) == part.text(NAME)
    assert focused.role() == Role.EditableText
    above = focused.parent()
    while above is not reader.map:
        assert above is not None
        above = above.parent()
    qtbot.keyClicks(field, "Queue")
    reader.canvas.commit_text()
    assert "Queue" in part.text(NAME)


def test_deleting_takes_the_record_away_and_undo_brings_it_back(reader):
    key = first(reader, Pain).id
    count = len(reader.records())
    part = reader.of(key)
    do(part, "Delete")
    assert key not in reader.editor.journey
    assert not part.isValid()
    assert part.state().invalid
    assert len(reader.records()) == count - 1
    reader.editor.undo()
    assert len(reader.records()) == count
    assert reader.of(key).isValid()


def test_the_menu_is_that_of_the_record(reader):
    asked = []
    reader.canvas.menu_wanted.disconnect()
    reader.canvas.menu_wanted.connect(lambda target, place: asked.append((target, place)))
    part = reader.of(first(reader, Opportunity).id)
    do(part, QAccessibleActionInterface.showMenuAction())
    target, place = asked[0]
    assert target.record == part.key
    assert part.rect().contains(place)


def test_a_feeling_goes_up_and_down_by_half_steps(reader):
    feeling = next(one for one in reader.editor.journey.all(Emotion) if one.value < 2)
    part = reader.of(feeling.id)
    do(part, QAccessibleActionInterface.increaseAction())
    now = reader.editor.journey.get(feeling.id).value
    assert feeling.value < now <= feeling.value + 0.5
    assert part.text(QAccessible.Text.Value) == reader.editor.speech.number(now, sign=True)
    assert (
        QAccessibleActionInterface.increaseAction()
        not in reader.of(first(reader, Pain).id).actionInterface().actionNames()
    )


def test_what_may_only_be_looked_at_offers_no_editing(reader):
    reader.editor.document.read_only = True
    part = reader.of(first(reader, Pain).id)
    names = part.actionInterface().actionNames()
    assert "Edit" not in names
    assert "Delete" not in names
    assert not part.state().editable
    reader.editor.document.read_only = False


def test_every_action_has_a_name_in_french(reader):
    reader.editor.speak(speak("fr"))
    emotion = reader.of(first(reader, Emotion).id).actionInterface()
    names = {name: emotion.localizedActionName(name) for name in emotion.actionNames()}
    assert len(set(names.values())) == len(names) >= 6


def test_the_selection_can_be_asked_for_and_changed(reader):
    chosen = reader.map.selectionInterface()
    one, other = (reader.of(touchpoint.id) for touchpoint in list(reader.editor.journey.touchpoints())[:2])
    assert chosen.selectedItemCount() == 0
    assert chosen.select(one)
    assert chosen.select(other)
    assert chosen.selectedItems() == [one, other]
    assert chosen.isSelected(one)
    assert chosen.unselect(one)
    assert reader.editor.selection == (other.key,)
    assert chosen.selectAll()
    assert chosen.selectedItemCount() > 30
    assert chosen.clear()
    assert reader.editor.selection == ()


def test_an_empty_cell_is_read_and_can_be_filled(reader):
    grid = reader.editor.cursor.grid
    row, column = next(
        (row, column)
        for row, lane in grid.lanes.items()
        for column in grid.columns
        if getattr(lane, "kind", "") == "pains" and not grid.records(row, column)
    )
    from journeyeditor.editor.grid import Cell  # noqa: PLC0415

    reader.editor.cursor.go(Cell(row, column))
    cell = reader.map.focusChild()
    assert isinstance(cell, CellInterface)
    assert "empty" in cell.text(NAME)
    assert cell.state().focused
    assert reader.map.indexOfChild(cell) == len(reader.records())
    assert reader.canvas.view.width > cell.rect().width() > 5
    count = len(list(reader.editor.journey.all(Pain)))
    do(cell, QAccessibleActionInterface.pressAction())
    assert len(list(reader.editor.journey.all(Pain))) == count + 1


# -- keeping house --------------------------------------------------------------------------------------------------
def test_a_thousand_edits_leave_nothing_behind(qtbot):
    editor = Editor(Document.open(resource("templates", "blank.en.journey")))
    canvas = Canvas(EditorDesk(editor))
    qtbot.addWidget(canvas)
    whole = QAccessible.queryAccessibleInterface(canvas)
    enter(editor)
    kept = editor.selection[0]
    shown = whole.childCount()
    watched = []
    for number in range(500):
        enter(editor)
        added = next(one for one in map(whole.child, range(whole.childCount())) if one.key == editor.selection[0])
        watched.append(weakref.ref(added))
        del added
        editor.undo()
        editor.do(lambda journey, number=number: rename(journey, kept, f"Name {number}"))
        if number % 50 == 0:
            whole.following.settle()
    whole.following.settle()
    gc.collect()
    assert len(watched) == 500
    assert not any(one() for one in watched)
    assert whole.childCount() == shown
    assert len(whole._records.made) <= shown
    editor.close()


def test_a_closed_window_is_let_go_of(program, qtbot, window):
    QAccessible.setActive(True)
    made = program.new_window(Document(window.document.journey, saved=True))
    made.show()
    reader = Reader(made)
    part = reader.records()[3]
    whole = reader.map
    part.rect()
    gone = weakref.ref(made.canvas)
    made.close_at_once()
    del made, reader, part
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert whole.following is None
    gc.collect()
    QAccessible.setActive(False)
    assert gone() is None

"""What a screen reader hears while somebody works on the map."""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from journeyeditor.assets import resource
from journeyeditor.editor.grid import Cell
from journeyeditor.edits.describing import rename
from journeyeditor.edits.emotions import set_emotion
from journeyeditor.model.records import Pain, Touchpoint
from journeyeditor.qt.accessible.following import MANY
from journeyeditor.words import speak
from tests.qt.accessible.conftest import NAME, Reader


def press(reader: Reader, qtbot, *keys: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(reader.canvas, key, modifiers)
        qtbot.wait(1)


def start(reader: Reader, qtbot) -> list[Touchpoint]:
    touchpoints = list(reader.editor.journey.touchpoints())
    reader.editor.cursor.show(touchpoints[0].id)
    qtbot.wait(5)
    reader.heard.clear()
    return touchpoints


def test_the_focus_follows_the_cursor_keys(reader, qtbot):
    touchpoints = start(reader, qtbot)
    press(reader, qtbot, Qt.Key.Key_Right)
    focused = reader.map.focusChild()
    assert focused.text(NAME).startswith(f"Touchpoint: {touchpoints[1].title}")
    assert focused.state().focused
    assert reader.of_kind("Focus") == [focused.text(NAME)]
    press(reader, qtbot, Qt.Key.Key_Left)
    assert reader.of_kind("Focus")[-1].startswith(f"Touchpoint: {touchpoints[0].title}")
    assert not focused.state().focused


def test_a_focus_that_is_heard_is_not_announced_as_well(reader, qtbot):
    start(reader, qtbot)
    press(reader, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert len(reader.of_kind("Focus")) >= 3
    assert not set(reader.of_kind("Focus")) & set(reader.of_kind("Announcement"))


def test_where_no_key_leads_on_the_place_is_said_again(reader, qtbot):
    start(reader, qtbot)
    press(reader, qtbot, Qt.Key.Key_Home, Qt.Key.Key_Home, Qt.Key.Key_Left)
    reader.heard.clear()
    press(reader, qtbot, Qt.Key.Key_Left)
    assert reader.of_kind("Focus") == []
    assert reader.of_kind("Announcement") == [reader.map.focusChild().text(NAME)]


def test_empty_cells_under_the_cursor_are_heard(reader, qtbot):
    grid = reader.editor.cursor.grid
    row = next(key for key, lane in grid.lanes.items() if getattr(lane, "kind", "") == "pains")
    empty = [column for column in grid.columns if not grid.records(row, column)]
    start(reader, qtbot)
    for column in empty[:2]:
        reader.editor.cursor.go(Cell(row, column))
        qtbot.wait(1)
    heard = reader.of_kind("Focus")
    assert len(heard) == 2
    assert heard[0] != heard[1]
    assert all("empty, at" in one for one in heard)
    assert reader.of_kind("Announcement") == []


def test_several_selected_are_counted_aloud(reader, qtbot):
    start(reader, qtbot)
    press(reader, qtbot, Qt.Key.Key_Right, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert reader.of_kind("Announcement") == ["Selected: 2 touchpoints"]
    assert reader.of_kind("SelectionWithin")
    assert len(reader.map.selectionInterface().selectedItems()) == 2


def test_the_focus_is_told_when_the_keys_come_back_to_the_map(reader, qtbot):
    start(reader, qtbot)
    reader.window.work.status.health.setFocus()
    qtbot.wait(5)
    assert reader.of_kind("Focus") == []
    reader.canvas.setFocus()
    qtbot.wait(5)
    assert reader.of_kind("Focus") == [reader.map.focusChild().text(NAME)]


def test_a_feeling_renames_its_touchpoint_and_is_announced_by_its_command(reader, qtbot):
    touchpoint = start(reader, qtbot)[0]
    part = reader.of(touchpoint.id)
    part.text(NAME)
    persona = reader.editor.persona
    reader.editor.do(lambda journey: set_emotion(journey, persona, touchpoint.id, -2.0))
    qtbot.waitUntil(lambda: bool(reader.of_kind("NameChanged")), timeout=2000)
    assert part.text(NAME) in reader.of_kind("NameChanged")
    assert "feels \u22122" in part.text(NAME)


def test_another_language_renames_what_was_read(reader, qtbot):
    part = reader.of(start(reader, qtbot)[0].id)
    part.text(NAME)
    reader.editor.speak(speak("fr"))
    qtbot.waitUntil(
        lambda: any(one.startswith("Point de contact") for one in reader.of_kind("NameChanged")), timeout=2000
    )


def test_what_comes_and_goes_is_told(reader, qtbot):
    start(reader, qtbot)
    pain = next(iter(reader.editor.journey.all(Pain)))
    part = reader.of(pain.id)
    reader.editor.select([pain.id])
    reader.window.actions_by_id["delete"].trigger()
    assert not part.isValid()
    qtbot.waitUntil(lambda: bool(reader.of_kind("ObjectDestroyed")), timeout=2000)
    reader.editor.undo()
    qtbot.waitUntil(lambda: bool(reader.of_kind("ObjectCreated")), timeout=2000)
    assert reader.of_kind("ObjectCreated") == [reader.of(pain.id).text(NAME)]


def test_very_much_that_goes_is_told_as_one(reader, qtbot):
    start(reader, qtbot)
    count = len(reader.records())
    reader.editor.select([stage.id for stage in reader.editor.journey.stages()])
    reader.window.actions_by_id["delete"].trigger()
    assert len(reader.records()) < count - MANY
    qtbot.waitUntil(lambda: bool(reader.of_kind("ObjectReorder")), timeout=2000)
    assert not reader.of_kind("ObjectDestroyed")


def test_while_nobody_reads_nothing_is_told(reader, qtbot):
    touchpoints = start(reader, qtbot)
    QAccessible.setActive(False)
    press(reader, qtbot, Qt.Key.Key_Right)
    reader.editor.do(lambda journey: rename(journey, touchpoints[0].id, "Elsewhere"))
    qtbot.wait(250)
    assert reader.heard == []


def test_nothing_of_it_is_loaded_before_somebody_asks():
    told = """
import sys
from journeyeditor.qt.application import Program
from journeyeditor.qt.beginning import make_application
application = make_application(sys.argv[:1])
from journeyeditor.editor.document import Document
from pathlib import Path
window = Program(Path(sys.argv[1])).new_window(Document.open(Path(sys.argv[2])))
window.show()
application.processEvents()
window.editor.cursor.show(next(iter(window.editor.journey.touchpoints())).id)
application.processEvents()
print([name for name in sys.modules if name.startswith("journeyeditor.qt.accessible.")])
"""
    settings = "/nonexistent/settings.json"
    template = resource("templates", "service-blueprint.en.journey")
    ran = subprocess.run(
        [sys.executable, "-c", told, settings, str(template)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.strip() == "['journeyeditor.qt.accessible.installing']", ran.stderr
    assert QApplication.instance() is not None

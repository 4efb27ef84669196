"""From the palette and the parking lot onto the real map, with the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeyeditor.edits.capturing import add_notes
from journeyeditor.model.records import Note, Pain, Touchpoint
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.qt.palette import PalettePanel, ParkingLot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot, desk):
    """Palette, parking lot and map side by side."""
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    window.canvas = Canvas(desk)
    window.palette_panel, window.lot = PalettePanel(desk, window.canvas), ParkingLot(desk, window.canvas)
    left = QVBoxLayout()
    left.addWidget(window.palette_panel, 1)
    left.addWidget(window.lot)
    row.addLayout(left)
    row.addWidget(window.canvas, 1)
    qtbot.addWidget(window)
    window.resize(1500, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def drag(widget, start: QPoint, goal: QPoint) -> None:
    """From a point of a widget to a global one."""
    QTest.mousePress(widget, LEFT, pos=start)
    for part in (0.1, 0.6, 0.95, 1.0):
        there = widget.mapFromGlobal(goal)
        QTest.mouseMove(widget, start + (there - start) * part)
    QTest.mouseRelease(widget, LEFT, pos=widget.mapFromGlobal(goal))


def place_of(room, key: str, role: str = "touchpoint") -> QPoint:
    box = room.canvas.editor.board.boxes(key, role)[0]
    return room.canvas.viewport().mapToGlobal(room.canvas.to_view(*box.middle).toPoint())


def test_a_pain_is_dragged_onto_a_touchpoint(room, desk):
    touchpoint = desk.journey.touchpoints()[2]
    before = {pain.id for pain in desk.journey.all(Pain)}
    drag(room.palette_panel.tiles["pain"], QPoint(40, 30), place_of(room, touchpoint.id))
    new = [pain for pain in desk.journey.all(Pain) if pain.id not in before]
    assert [pain.first for pain in new] == [touchpoint.id]


def test_a_touchpoint_is_dragged_between_two(room, desk):
    touchpoint = desk.journey.touchpoints()[1]
    steps = len(desk.journey.all(Touchpoint))
    drag(room.palette_panel.tiles["touchpoint"], QPoint(40, 30), place_of(room, touchpoint.id))
    assert len(desk.journey.all(Touchpoint)) == steps + 1
    desk.editor.undo()
    assert len(desk.journey.all(Touchpoint)) == steps


def test_escape_puts_it_back(room, desk):
    touchpoint = desk.journey.touchpoints()[1]
    tile, before = room.palette_panel.tiles["touchpoint"], len(desk.journey)
    QTest.mousePress(tile, LEFT, pos=QPoint(40, 30))
    QTest.mouseMove(tile, QPoint(60, 40))
    QTest.mouseMove(tile, tile.mapFromGlobal(place_of(room, touchpoint.id)))
    QTest.keyClick(tile, Qt.Key.Key_Escape)
    QTest.mouseRelease(tile, LEFT, pos=QPoint(60, 40))
    assert len(desk.journey) == before
    assert not desk.editor.history.is_trying


def test_a_note_is_dragged_to_its_place(room, desk):
    desk.editor.do(lambda journey: add_notes(journey, ["What now?"]))
    note = next(note for note in desk.journey.all(Note) if note.text == "What now?")
    touchpoint = desk.journey.touchpoints()[2]
    view = room.lot.notes.viewport()
    spot = room.lot.notes.visualRect(room.lot.notes.notes.index(0)).center()
    drag(view, spot, place_of(room, touchpoint.id))
    placed = desk.journey.get(note.id)
    assert placed is None or placed.first is not None

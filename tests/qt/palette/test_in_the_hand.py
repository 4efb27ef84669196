"""While a note is in the hand the list keeps still, and the map follows the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.capturing import add_notes
from journeyeditor.edits.deleting import delete
from journeyeditor.model.records import Gain, Lane, Note, Pain
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.qt.palette import ParkingLot
from journeyeditor.tools.marks import Glow, InHand

LEFT = Qt.MouseButton.LeftButton


class Room(QWidget):
    """Parking lot and map side by side; something else that may take the keys."""

    def __init__(self, desk: EditorDesk) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.desk, self.canvas = desk, Canvas(desk)
        self.lot = ParkingLot(desk, self.canvas)
        left = QVBoxLayout()
        left.addWidget(self.lot)
        row.addLayout(left)
        row.addWidget(QPushButton("…"))
        row.addWidget(self.canvas, 1)

    @property
    def view(self) -> QWidget:
        return self.lot.notes.viewport()

    def lane(self, kind: str, step: int) -> QPoint:
        """On the screen: a lane at a touchpoint, on the map without what is in the hand."""
        journey, board = self.desk.journey, self.desk.ground
        lane = next(one for one in journey.all(Lane) if one.kind == kind)
        found = board.slot(journey.touchpoints()[step].id)
        strip = next(one for one in board.bands_on(0)[0].strips if one.record == lane.id)
        assert found is not None
        place = self.canvas.to_view(found[1].x, (strip.top + strip.bottom) / 2).toPoint()
        return self.canvas.viewport().mapToGlobal(place)

    def press(self, row: int) -> None:
        QTest.mousePress(self.view, LEFT, pos=self.lot.notes.visualRect(self.lot.notes.notes.index(row)).center())

    def go(self, goal: QPoint) -> None:
        there = self.view.mapFromGlobal(goal)
        for away in (30, 8, 0):
            QTest.mouseMove(self.view, there + QPoint(away, away))

    def release(self, goal: QPoint) -> None:
        QTest.mouseRelease(self.view, LEFT, pos=self.view.mapFromGlobal(goal))


@pytest.fixture
def room(qtbot, desk):
    for note in desk.journey.all(Note):
        desk.editor.do(lambda journey, key=note.id: delete(journey, [key]))
    desk.editor.do(lambda journey: add_notes(journey, ["no seats", "too slow"]))
    made = Room(desk)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def hint(desk) -> str:
    return desk.hint.what.english() if desk.hint else ""


def lit(desk) -> list[Glow]:
    return [mark for mark in desk.marks if isinstance(mark, Glow)]


def test_the_map_follows_the_pointer_from_lane_to_lane(room, desk):
    room.press(0)
    said, places, plates = [], [], []
    for kind, step in (("pains", 1), ("gains", 4), ("pains", 5)):
        room.go(room.lane(kind, step))
        said.append(hint(desk))
        places.append(lit(desk)[0].box)
        plates.append(next((mark.x, mark.y) for mark in desk.marks if isinstance(mark, InHand)))
    assert said == ["Becomes a pain point", "Becomes a gain", "Becomes a pain point"]
    assert len(set(places)) == len(set(plates)) == 3
    goal = room.lane("gains", 4)
    room.go(goal)
    room.release(goal)
    assert "too slow" in [gain.text for gain in desk.journey.all(Gain)]


def test_the_list_does_not_change_while_a_note_of_it_is_in_the_hand(room, desk):
    keys = room.lot.notes.notes.keys()
    room.press(0)
    chosen = room.lot.notes.chosen()
    room.go(room.lane("pains", 1))
    assert desk.editor.history.is_trying
    assert (room.lot.notes.notes.keys(), room.lot.notes.chosen()) == (keys, chosen)
    room.release(room.lane("pains", 1))
    assert room.lot.notes.notes.keys() == keys[1:]
    assert "too slow" in [pain.text for pain in desk.journey.all(Pain)]


def test_escape_leaves_the_list_as_it_was(room, desk):
    keys = room.lot.notes.notes.keys()
    room.press(1)
    room.go(room.lane("pains", 1))
    QTest.keyClick(room.view, Qt.Key.Key_Escape)
    assert (room.lot.notes.notes.keys(), room.lot.notes.cards.lifted) == (keys, frozenset())
    assert not desk.editor.history.is_trying
    room.release(room.lane("pains", 1))
    assert room.lot.notes.notes.keys() == keys


def test_the_last_note_takes_the_keys_to_the_map(room, desk):
    for _ in range(2):
        room.press(0)
        goal = room.lane("pains", 2)
        room.go(goal)
        room.release(goal)
    assert not room.lot.notes.isVisible()
    assert room.canvas.hasFocus()


def test_the_last_note_deleted_by_key_leads_to_the_line(room, desk):
    room.lot.notes.setFocus()
    room.lot.notes.choose(room.lot.notes.notes.keys())
    QTest.keyClick(room.lot.notes, Qt.Key.Key_Delete)
    assert room.lot.line.hasFocus()


def test_several_notes_that_are_selected_elsewhere_are_drawn_so(room, desk):
    keys = room.lot.notes.notes.keys()
    desk.editor.select(keys)
    assert room.lot.notes.chosen() == keys
    desk.editor.select([desk.journey.touchpoints()[0].id])
    assert room.lot.notes.chosen() == keys, "they are still there to be sent"

"""The view follows the keyboard, and no hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Editor
from journeyeditor.editor.commands import moving, stepping, walking
from journeyeditor.editor.cursor import cursor_box
from journeyeditor.edits.describing import rename
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.view import TRUE_SIZE, View
from tests.qt.canvas.conftest import Hand, open_editor, shown

Command = Callable[[Editor], object]


@pytest.fixture
def near(qtbot: QtBot) -> Iterator[Hand]:
    """A map at about true size in a window that shows its beginning, with the keys on its first touchpoint."""
    hand = Hand(shown(qtbot, open_editor("example-new-hip.en"), 900, 600), qtbot)
    hand.canvas.zoom_to(1.07 * TRUE_SIZE)
    hand.canvas.scroll_by(*(24 - place for place in hand.canvas.view.to_view(0, 0)))
    hand.editor.cursor.show(hand.touchpoints[0])
    yield hand
    hand.editor.close()


def by_key(hand: Hand, *commands: Command) -> None:
    """What keys of the window do, with a key before each."""
    for command in commands:
        hand.press(Qt.Key.Key_F35)
        command(hand.editor)
        QApplication.processEvents()


def is_here(hand: Hand) -> bool:
    """Whether where the keys are is in view, or its beginning if it is too large."""
    box = cursor_box(hand.editor)
    assert box is not None
    return hand.canvas.view.way_to(box, 0) == (0, 0)


def test_the_view_goes_with_the_keys_wherever_they_lead(near: Hand) -> None:
    start = near.canvas.view
    for command in (
        *[walking.go_right] * 12,
        *[walking.go_down] * 8,
        walking.go_to_row_end,
        walking.go_to_row_start,
        walking.go_to_map_end,
        walking.go_to_map_start,
        *[walking.next_record] * 30,
        *[walking.previous_record] * 10,
        *[walking.page_down] * 4,
        *[walking.extend_right] * 10,
    ):
        by_key(near, command)
        assert is_here(near), command
    assert near.canvas.view.zoom == start.zoom


def test_what_the_keys_select_is_not_under_the_overview(near: Hand) -> None:
    by_key(near, walking.go_to_map_end)
    box = cursor_box(near.editor)
    assert box is not None
    overview = near.canvas._overview
    seen, cover = near.canvas.view.box(box), overview.geometry()
    assert overview.isVisible()
    assert not seen.meets(Box(cover.x(), cover.y(), cover.width(), cover.height()))
    before = near.canvas.view
    by_key(near, walking.go_to_map_end)
    assert near.canvas.view == before


def test_what_is_in_view_already_moves_nothing(near: Hand) -> None:
    before = near.canvas.view
    by_key(near, walking.go_right, walking.go_left)
    assert near.canvas.view == before


def test_what_a_key_moves_stays_in_view(near: Hand) -> None:
    first = near.touchpoints[0]
    for _ in range(12):
        by_key(near, moving.move_right)
        assert near.canvas.view.seen.holds(near.editor.board.boxes(first, "touchpoint")[0])


def test_what_is_undone_and_done_again_is_brought_into_view(near: Hand) -> None:
    last = near.touchpoints[-1]
    near.editor.do(lambda journey: rename(journey, last, "Another name"))
    before = near.canvas.view
    assert not before.seen.meets(near.editor.board.boxes(last)[0])
    for command in (stepping.undo, stepping.redo):
        near.canvas.scroll_by(before.shown_left * -1 + near.canvas.view.shown_left, 0)
        near.editor.cursor.show(near.touchpoints[0])
        by_key(near, command)
        assert near.canvas.view.seen.holds(near.editor.board.boxes(last, "touchpoint")[0])


def test_a_hand_scrolls_nothing(near: Hand) -> None:
    half = near.at(near.touchpoints[1], "touchpoint")
    near.canvas.scroll_by(-half.x() + 2, 0)
    before = near.canvas.view
    by_key(near)
    near.press(Qt.Key.Key_Control)
    near.click(QPoint(3, half.y()))
    QApplication.processEvents()
    assert near.editor.selection
    assert near.canvas.view == before
    near.grip(QPoint(300, 300))
    by_key(near, walking.go_to_map_end)
    assert near.canvas.view == before
    near.touch("release", QPoint(300, 300))


def test_the_way_into_view_is_short_and_leaves_room() -> None:
    view = View(zoom=1, width=400, height=300)
    assert view.way_to(Box(10, 10, 20, 20), 40) == (0, 0)
    assert view.way_to(Box(390, 10, 20, 20), 40) == (-50, 0)
    assert view.way_to(Box(-1, -300, 20, 20), 40) == (41, 340)
    assert view.way_to(Box(-100, 10, 900, 20), 40) == (0, 0), "it fills the view"
    assert view.way_to(Box(500, 10, 900, 20), 40) == (-460, 0), "its beginning"
    assert view.way_to(Box(500, 10, 900, 20), 40, leftward=True) == (-1040, 0), "its beginning, at the right"

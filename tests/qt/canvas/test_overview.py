"""The overview is there where one could lose one's way, and hides nothing elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.qt.canvas.overview import TALLEST, Overview
from journeyeditor.qt.canvas.pages import Pages
from journeyeditor.qt.canvas.view import View
from journeyeditor.tools.board import Board
from tests.qt.canvas.conftest import open_editor


@pytest.mark.parametrize(("share", "shown"), [(1.2, False), (0.95, False), (0.8, True), (0.3, True)])
def test_a_map_that_almost_fits_is_not_covered(qtbot: QtBot, share: float, shown: bool) -> None:
    around = QWidget()
    around.resize(1200, 800)
    qtbot.addWidget(around)
    around.show()
    board = open_editor("blank.en").board
    overview = Overview(around, lambda _x, _y: None)
    width, height = 1200.0, 1200.0 * board.height / board.width
    overview.show_view(View(width / board.width / share, 0, 0, width, height), board)
    assert overview.isVisible() is shown


def test_of_many_pages_those_around_the_part_in_view_are_shown_wide_enough_to_be_told_apart(qtbot: QtBot) -> None:
    around = QWidget()
    around.resize(1200, 800)
    qtbot.addWidget(around)
    around.show()
    editor = open_editor("blank.en")
    board = Board(editor.board.leaves * 42)
    looked: list[tuple[float, float]] = []
    overview = Overview(around, lambda x, y: looked.append((x, y)))
    pages, tones = Pages(editor.journey.images.get), []
    pages.show(board)
    ends = {0: 0.1, 20: 0.5, 41: 0.9}
    for number, share in ends.items():
        view = View(2.0, 0, board.page_box(number).y * 2, 1200, 594)
        overview.show_view(view, board)
        while not overview.renew(pages):
            pass
        assert overview.width() >= 60
        assert overview.height() <= TALLEST
        image = overview.grab().toImage()
        tones.append(sum(image.pixelColor(image.width() // 2, y).blue() > 200 for y in range(image.height())))
        qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(30, round(overview.height() * share)))
        assert abs(board.page_at(looked[-1][1]) - number) <= (number == 20)
    assert min(tones) > 60, "paper shows all the way down"
    editor.close()


def test_under_a_hand_that_drags_it_the_overview_stays_where_it_is(qtbot: QtBot) -> None:
    around = QWidget()
    around.resize(1200, 800)
    qtbot.addWidget(around)
    around.show()
    editor = open_editor("blank.en")
    board = Board(editor.board.leaves * 42)
    looked: list[float] = []

    def look(_x: float, y: float) -> None:
        looked.append(y)
        overview.show_view(View(2.0, 0, y * 2, 1200, 800), board)

    overview = Overview(around, look)
    overview.show_view(View(2.0, 0, board.page_box(20).y * 2, 1200, 800), board)
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    for _ in range(3):
        qtbot.mouseMove(overview, QPoint(30, 100))
        qtbot.mouseMove(overview, QPoint(30, 101))
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(30, 101))
    assert max(looked[1:], default=0.0) - looked[0] < board.page_box(8).y, "it does not run away"
    editor.close()

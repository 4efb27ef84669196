"""The overview is there where one could lose one's way, and hides nothing elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.qt.canvas.overview import Overview
from journeyeditor.qt.canvas.view import View
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

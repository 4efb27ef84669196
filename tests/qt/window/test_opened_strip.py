"""The parking lot in a narrow window: it opens whole over the map's edge, and goes back."""

import pytest
from PySide6.QtCore import Qt

from journeyeditor.qt.window.workspace import LEFT, STRIP


@pytest.fixture
def narrow(window, qtbot):
    window.resize(820, 800)
    qtbot.waitUntil(lambda: window.work.workspace.left.width() == STRIP - 1)
    return window


def opened(window, qtbot):
    window.canvas.setFocus()
    window.actions_by_id["capture"].trigger()
    lot = window.work.parking_lot
    qtbot.waitUntil(lot.line.hasFocus)
    return lot


def test_f4_opens_it_whole_over_the_map(narrow, qtbot):
    middle = narrow.work.workspace.middle.geometry()
    lot = opened(narrow, qtbot)
    left = narrow.work.workspace.left
    assert left.width() == LEFT - 1
    qtbot.waitUntil(lambda: narrow.work.panels.part("palette").height() > 200)
    assert left.rect().adjusted(0, 0, 1, 0).contains(lot.geometry())
    assert lot.isVisible()
    assert lot.line.width() > 120
    assert narrow.work.workspace.middle.geometry() == middle  # the map does not jump


@pytest.mark.parametrize("how", ["F4", "Escape", "Escape in the notes", "the map"])
def test_it_goes_back(narrow, qtbot, how):
    lot = opened(narrow, qtbot)
    qtbot.keyClicks(lot.line, "too slow")
    qtbot.keyClick(lot.line, Qt.Key.Key_Return)
    if how == "F4":
        narrow.actions_by_id["capture"].trigger()
    elif how == "Escape":
        qtbot.keyClick(lot.line, Qt.Key.Key_Escape)
    elif how == "Escape in the notes":
        qtbot.keyClick(lot.line, Qt.Key.Key_Down)
        qtbot.keyClick(lot.notes, Qt.Key.Key_Escape)
    else:
        narrow.canvas.setFocus()
    qtbot.waitUntil(lambda: narrow.work.workspace.left.width() == STRIP - 1)
    assert not lot.isVisible()
    assert narrow.canvas.hasFocus()


def test_a_window_that_becomes_wide_has_the_usual_palette(narrow, qtbot):
    opened(narrow, qtbot)
    narrow.resize(1400, 800)
    qtbot.waitUntil(lambda: narrow.work.workspace.middle.x() == LEFT)
    assert not narrow.work.workspace.palette_opened
    assert narrow.work.parking_lot.isVisible()

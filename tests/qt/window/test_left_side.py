"""Palette and parking lot share the left side: neither takes what the other needs."""

import pytest

from journeyeditor.edits.capturing import add_notes
from journeyeditor.edits.deleting import delete
from journeyeditor.model.records import Note

LINE = "The technician comes without ringing the bell"


@pytest.fixture
def panels(window):
    """The window's, with an empty parking lot."""
    for note in list(window.editor.journey.all(Note)):
        window.editor.do(lambda journey, key=note.id: delete(journey, [key]))
    return window.work.panels


def heights(window, qtbot, size, *counts):
    """Of the parking lot in a window of a size, after so many notes more each time."""
    window.resize(*size)
    qtbot.waitUntil(lambda: window.work.height() > size[1] - 150 and window.height() == size[1])
    found = []
    for count in counts:
        window.editor.do(lambda journey, count=count: add_notes(journey, [LINE] * count))
        lot = window.work.parking_lot
        qtbot.wait(60)
        least = lot.minimumSizeHint().height()
        qtbot.waitUntil(
            lambda lot=lot, least=least: lot.height() == max(least, min(lot.sizeHint().height(), lot.maximumHeight()))
        )
        found.append(window.work.parking_lot.height())
    return found


def test_the_parking_lot_grows_with_its_notes_up_to_what_the_palette_leaves(window, panels, qtbot):
    few, many, more = heights(window, qtbot, (1600, 1000), 2, 10, 10)
    assert few < many == more
    assert panels.part("palette").height() >= panels.part("palette").sizeHint().height(), "all tiles are seen"


def test_in_a_low_window_both_can_be_used(window, panels, qtbot):
    (height,) = heights(window, qtbot, (1280, 600), 20)
    assert height > 150
    assert panels.part("palette").height() > 250


@pytest.mark.usefixtures("panels")
def test_a_lot_with_few_notes_leaves_the_rest_to_the_palette(window, qtbot):
    (height,) = heights(window, qtbot, (1280, 800), 1)
    assert height < 230

"""While nothing is selected keys act on what the dashed ring is around, or say what to select."""

import pytest
from PySide6.QtCore import Qt

from journeyeditor.editor.grid import STAGES, Cell
from journeyeditor.model.records import Pain


def escaped(window, qtbot):
    """A touchpoint is chosen and let go of again."""
    touchpoint = window.editor.journey.touchpoints()[1]
    window.canvas.setFocus()
    window.editor.select([touchpoint.id])
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.editor.selection == ()
    return touchpoint.id


def heard(window):
    told = []
    window.editor.told.listen(lambda one: told.append(one.problem.english()))
    return told


def test_a_letter_marks_the_touchpoint_in_the_ring_at_once(window, qtbot):
    key = escaped(window, qtbot)
    before = window.editor.journey.get(key).moment_of_truth
    told = heard(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_T)
    assert (window.editor.journey.get(key).moment_of_truth is None) != (before is None)
    assert window.editor.selection == (key,)
    assert told == []


def test_digits_set_the_feeling_there_and_the_ring_stays(window, qtbot):
    key = escaped(window, qtbot)
    persona = window.editor.persona
    assert persona is not None
    for digit, value in ((Qt.Key.Key_5, 2.0), (Qt.Key.Key_2, -1.0)):
        qtbot.keyClick(window.canvas, digit)
        assert window.editor.journey.emotions(persona)[key].value == value
    assert window.editor.cursor.cell.column == key
    assert window.editor.selection == ()


def test_a_pain_is_added_where_the_ring_is(window, qtbot):
    key = escaped(window, qtbot)
    known = {pain.id for pain in window.editor.journey.all(Pain)}
    qtbot.keyClick(window.canvas, Qt.Key.Key_P)
    (made,) = [pain for pain in window.editor.journey.all(Pain) if pain.id not in known]
    assert made.first == key
    window.canvas.cancel_text()


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (Qt.Key.Key_Y, "Select a stage first."),
        (Qt.Key.Key_Minus, "Select a card first."),
        (Qt.Key.Key_Plus, "Select a card first."),
        (Qt.Key.Key_Delete, "Select something first."),
    ],
)
def test_what_cannot_be_done_there_is_said(window, qtbot, key, sentence):
    escaped(window, qtbot)
    told = heard(window)
    count, position = len(window.editor.journey), window.editor.history.position
    qtbot.keyClick(window.canvas, key)
    assert told == [sentence]
    assert (len(window.editor.journey), window.editor.history.position) == (count, position)


def test_nowhere_a_touchpoint_is_asked_for(window, qtbot):
    escaped(window, qtbot)
    stage = window.editor.journey.stages()[0].id
    window.editor.cursor.go(Cell(STAGES, stage))
    window.editor.select([])
    told = heard(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_T)
    assert told == ["Select a touchpoint first."]

"""The palette: click, key and drag."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)
from journeyeditor.qt.palette import PalettePanel
from journeyeditor.words import speak

KINDS = {
    "stage": Stage,
    "touchpoint": Touchpoint,
    "pain": Pain,
    "gain": Gain,
    "opportunity": Opportunity,
    "quote": Quote,
    "measure": Measure,
    "note": Note,
    "persona": Persona,
}


@pytest.fixture
def panel(qtbot, desk, canvas):
    made = PalettePanel(desk, canvas)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize("item", KINDS)
@pytest.mark.parametrize("by", ["click", "key"])
def test_click_or_enter_adds_one_at_the_selection(panel, desk, item, by):
    kind = KINDS[item]
    touchpoint = desk.journey.touchpoints()[2]
    desk.editor.select([touchpoint.id])
    before = {record.id for record in desk.journey.all(kind)}
    if by == "click":
        QTest.mouseClick(panel.tiles[item], Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(panel.tiles[item], Qt.Key.Key_Return)
    new = [record for record in desk.journey.all(kind) if record.id not in before]
    assert len(new) == 1
    if item in ("pain", "gain", "opportunity", "quote", "measure"):
        assert new[0].first == touchpoint.id
    if item == "touchpoint":
        assert new[0].stage == touchpoint.stage
    desk.editor.undo()
    assert {record.id for record in desk.journey.all(kind)} == before


def test_a_drag_carries_and_a_click_does_not_follow(panel, desk, canvas):
    tile = panel.tiles["touchpoint"]
    before = len(desk.journey)
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(tile, QPoint(80, 20))
    assert tile.grip.lifted
    QTest.mouseMove(tile, QPoint(300, 90))
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=QPoint(300, 90))
    assert [told[0] for told in canvas.told] == ["begin", "move", "move", "end"]
    assert canvas.told[0][1] == "touchpoint"
    assert canvas.told[-1][1] == tile.mapToGlobal(QPoint(300, 90))
    assert not tile.grip.lifted
    assert len(desk.journey) == before


def test_escape_lets_go(panel, canvas):
    tile = panel.tiles["pain"]
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(tile, QPoint(200, 20))
    QTest.keyClick(tile, Qt.Key.Key_Escape)
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert canvas.told[-1] == ("cancel",)
    assert not tile.grip.lifted


def test_lanes_and_lines_ask_for_their_kind(panel, desk):
    lanes = {lane.id for lane in desk.journey.all(Lane)}
    menu = panel.kinds_menu("lane")
    next(action for action in menu.actions() if action.text() == "Backstage").trigger()
    assert [lane.kind for lane in desk.journey.all(Lane) if lane.id not in lanes] == ["backstage"]
    menu = panel.kinds_menu("line")
    menu.actions()[1].trigger()
    assert [line.kind for line in desk.journey.all(Line)] == ["visibility"]
    assert not panel.kinds_menu("line").actions()[1].isEnabled()


def test_without_a_stage_a_touchpoint_says_what_to_do(qtbot, canvas):
    editor = Editor(Document(Journey(Head(id="journey_1"))))
    told = []
    editor.told.listen(told.append)
    panel = PalettePanel(EditorDesk(editor), canvas)
    qtbot.addWidget(panel)
    panel.tiles["touchpoint"].click()
    assert len(told) == 1
    assert editor.journey.touchpoints() == []


def test_the_strip_is_56_wide_and_the_language_changes_at_once(panel, desk):
    assert panel.width() == 208
    panel.set_narrow(True)
    assert panel.width() == 56
    panel.set_narrow(False)
    desk.editor.speak(speak("fr"))
    assert panel.tiles["stage"].text() == "Étape"
    assert panel.tiles["stage"].accessibleName() == "Étape"


def test_a_click_does_what_the_key_does_where_the_ring_is(panel, desk):
    """The cell under the ring is meant though nothing is selected; measures and opportunities are everyone's."""
    editor = desk.editor
    touchpoint = desk.journey.touchpoints()[1]
    editor.activate(desk.journey.personas()[0].id)
    editor.cursor.show(touchpoint.id)
    editor.select([])
    panel.tiles["opportunity"].click()
    (opportunity,) = (record for record in editor.history.last.added() if isinstance(record, Opportunity))
    assert (opportunity.first, opportunity.personas) == (touchpoint.id, ())
    editor.cursor.show(touchpoint.id)
    panel.tiles["pain"].click()
    (pain,) = (record for record in editor.history.last.added() if isinstance(record, Pain))
    assert (pain.first, pain.personas) == (touchpoint.id, (editor.persona,))
    panel.tiles["persona"].click()
    assert editor.persona == editor.selection[-1]

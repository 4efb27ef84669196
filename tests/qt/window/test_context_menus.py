"""Context menus offer what fits the thing or the empty cell under the pointer."""

import pytest
from PySide6.QtCore import QPoint

from journeyeditor.editor.commands.channels import give_new_channel, used_channels
from journeyeditor.edits.describing import describe
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.records import Channel, Lane, Pain
from journeyeditor.qt.actions.mnemonics import bared
from journeyeditor.qt.window import values
from journeyeditor.qt.window.menus import show_context_menu
from journeyeditor.tools.desk import Target


def menu_of(window, record, role):
    return show_context_menu(window, Target(record.id, role), QPoint(10, 10))


def submenu(menu, title):
    found = next(action.menu() for action in menu.actions() if said(action) == title)
    found.aboutToShow.emit()
    return {said(action): action for action in found.actions() if action.text()}


def titles(menu):
    return [said(action) for action in menu.actions() if action.text()]


def said(action):
    """The text of an item without the mark of its letter."""
    return bared(action.text())


def test_a_touchpoint_is_given_a_channel_of_the_journey_with_one_click(window):
    touchpoint = window.editor.journey.touchpoints()[0]
    used = used_channels(window.editor)
    assert touchpoint.channel in used
    menu = menu_of(window, touchpoint, "touchpoint")
    offered = submenu(menu, "Channel")
    assert len(offered) == len(used) + 3, "the others, none, another one, and another one everywhere"
    assert [text for text, action in offered.items() if action.isChecked()] == [
        values.channel_name(window.editor, touchpoint.channel)
    ]
    other = next(key for key in used if key != touchpoint.channel)
    offered[values.channel_name(window.editor, other)].trigger()
    assert window.editor.journey.get(touchpoint.id).channel == other
    assert submenu(menu, "Channel")[values.channel_name(window.editor, other)].isChecked()
    submenu(menu, "Channel")["No channel"].trigger()
    assert window.editor.journey.get(touchpoint.id).channel is None
    menu.close()


def test_another_channel_is_asked_for_or_made(window):
    editor = window.editor
    touchpoint = editor.journey.touchpoints()[0]
    asked = []
    editor.asked.listen(asked.append)
    menu = menu_of(window, touchpoint, "touchpoint")
    submenu(menu, "Channel")["Another channel…"].trigger()
    menu.close()
    keys = [choice.key for choice in asked[0].choices]
    assert keys[-1] == values.NEW
    assert set(keys[:-1]) == set(BUILT_IN_CHANNELS) - set(used_channels(editor))
    asked[0].then(keys[0])
    assert editor.journey.get(touchpoint.id).channel == keys[0]
    position = editor.history.position
    give_new_channel(editor, "Fair & show")
    (made,) = [one for one in editor.journey.all(Channel) if one.title == "Fair & show"]
    assert editor.journey.get(touchpoint.id).channel == made.id
    assert editor.history.position == position + 1
    assert "Fair && show" in submenu(menu_of(window, touchpoint, "touchpoint"), "Channel")


def test_evidence_and_phase_are_chosen_with_what_holds_marked(window):
    editor = window.editor
    touchpoint, stage = editor.journey.touchpoints()[0], editor.journey.stages()[1]
    editor.do(lambda journey: describe(journey, touchpoint.id, evidence=None))
    menu = menu_of(window, touchpoint, "touchpoint")
    assert submenu(menu, "Evidence")["Nothing said"].isChecked()
    submenu(menu, "Evidence")["Backed by research"].trigger()
    assert editor.journey.get(touchpoint.id).evidence == "research"
    menu.close()
    menu = menu_of(window, stage, "stage")
    assert "Channel" not in titles(menu)
    offered = submenu(menu, "Phase")
    assert [action.isChecked() for action in offered.values()].count(True) == 1
    offered["After"].trigger()
    assert editor.journey.get(stage.id).phase == "after"
    menu.close()


@pytest.mark.parametrize(
    ("kind", "first"), [("touchpoints", "Touchpoint"), ("pains", "Pain point"), ("actions", "Next in the row")]
)
def test_an_empty_cell_offers_what_belongs_there_and_adds_it_there(window, qtbot, kind, first):
    editor, canvas = window.editor, window.canvas
    lane = next((one for one in editor.journey.all(Lane) if one.kind == kind and not one.hidden), None)
    if lane is None:
        pytest.skip("not on this map")
    band = editor.board.bands()[0]
    strip = next(one for one in band.strips if one.record == lane.id)
    stage = band.stages[-1]
    step = stage.slots[-1].touchpoint
    place = (stage.slots[-1].x, strip.bottom - 0.2)
    assert not window.work.desk.target(*place).record
    point = canvas.viewport().mapToGlobal(canvas.to_view(*place).toPoint())
    menu = show_context_menu(window, Target(), point)
    found = titles(menu)
    assert found[0] == first
    assert not [text for text in found if "lane" in text.lower() or "line" in text.lower()]
    if kind == "pains":
        known = {one.id for one in editor.journey.all(Pain)}
        next(action for action in menu.actions() if said(action) == first).trigger()
        (made,) = [one for one in editor.journey.all(Pain) if one.id not in known]
        assert made.first == step
        canvas.cancel_text()
    menu.close()

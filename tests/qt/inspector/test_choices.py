"""Lists to choose from, where there is little room."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journeyeditor.qt.inspector.editors.choices import Choice, Option
from journeyeditor.qt.look import icon

LONG = "La panne, un lundi rouge et froid"


@pytest.mark.parametrize("name", ["", "history"])
def test_a_line_without_room_ends_in_an_ellipsis_and_is_whole_as_a_tip(qtbot: QtBot, name: str) -> None:
    option = Option(LONG, LONG, icon(name) if name else None)
    choice = Choice(lambda: [option])
    qtbot.addWidget(choice)
    choice.resize(150, 32)
    choice.show()
    choice.show_option(option)
    assert choice.shown_text().endswith("…")
    assert len(choice.shown_text()) > 6
    assert choice.currentText() == LONG  # what is read aloud
    assert choice.toolTip() == LONG
    choice.resize(600, 32)
    assert choice.shown_text() == LONG
    assert not choice.toolTip()


def test_the_ellipsis_is_painted(qtbot: QtBot) -> None:
    """A cut line looks as if it were written with its ellipsis."""
    pictures = []
    for text in (LONG, ""):
        option = Option(text or pictures[0][1], text or pictures[0][1])
        choice = Choice(lambda option=option: [option])  # type: ignore[misc]
        qtbot.addWidget(choice)
        choice.resize(150, 32)
        choice.show_option(option)
        pictures.append((choice.grab().toImage(), choice.shown_text()))
    assert pictures[0][0] == pictures[1][0]


def test_a_new_channel_is_made_and_chosen_in_one_step(inspector, desk) -> None:  # type: ignore[no-untyped-def]
    touchpoint = desk.journey.touchpoints()[0]
    desk.editor.select([touchpoint.id])
    steps = desk.editor.history.position
    inspector.page.editor_of("channel").make("Fair & show")
    made = desk.journey.channel(desk.journey.get(touchpoint.id).channel)
    assert made.title == "Fair & show"
    assert desk.editor.history.position == steps + 1
    desk.editor.undo()
    assert desk.journey.get(touchpoint.id) == touchpoint
    assert made.id not in desk.journey

"""The steps as a list to jump in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.describing import rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.qt.history.panel import HistoryPanel
from journeyeditor.words import speak

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture
def editor() -> Editor:
    made = Editor(Document.open(MAP))
    stage = made.journey.stages()[0].id
    made.do(lambda journey: rename(journey, stage, "One"))
    made.do(lambda journey: add_stage(journey, title="Two"))
    made.do(lambda journey: rename(journey, stage, "Three"))
    return made


def shown(qtbot: QtBot, editor: Editor) -> HistoryPanel:
    panel = HistoryPanel(EditorDesk(editor))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_a_click_goes_there_and_back(qtbot: QtBot, editor: Editor) -> None:
    panel = shown(qtbot, editor)
    assert panel.list.count() == 4
    assert panel.list.currentRow() == 3
    panel.list.itemClicked.emit(panel.list.item(1))
    assert editor.journey.stages()[0].title == "One"
    assert "Two" not in [stage.title for stage in editor.journey.stages()]
    assert panel.list.count() == 4
    panel.list.itemClicked.emit(panel.list.item(3))
    assert editor.journey.stages()[0].title == "Three"


def test_a_new_step_takes_the_place_of_those_taken_back(qtbot: QtBot, editor: Editor) -> None:
    panel = shown(qtbot, editor)
    editor.jump(1)
    editor.do(lambda journey: add_stage(journey, title="Other"))
    assert panel.list.count() == 3


def test_it_speaks_french(qtbot: QtBot, editor: Editor) -> None:
    panel = shown(qtbot, editor)
    before = panel.list.item(2).text()
    editor.speak(speak("fr"))
    panel.retranslate()
    assert panel.list.item(2).text() != before


def test_hidden_it_does_nothing_and_seen_again_it_has_all_steps(qtbot: QtBot, editor: Editor) -> None:
    panel = shown(qtbot, editor)
    panel.hide()
    editor.do(lambda journey: add_stage(journey, title="Four"))
    assert panel.list.count() == 4
    panel.show()
    assert panel.list.count() == 5
    assert panel.list.currentRow() == 4

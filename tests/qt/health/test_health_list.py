"""What the map lacks, live; a click goes there, a button mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.repairs import REPAIRS
from journeyeditor.edits.describing import describe
from journeyeditor.edits.stages import add_stage
from journeyeditor.insight import CHECKS
from journeyeditor.qt.health.list import TALLEST, HealthList
from tests.qt.shown import Shown

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(MAP))


@pytest.fixture
def canvas(qtbot: QtBot) -> Shown:
    made = Shown()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(qtbot: QtBot, editor: Editor, canvas: Shown) -> HealthList:
    made = HealthList(EditorDesk(editor), canvas)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_what_is_missing_and_goes_there(shown: HealthList, editor: Editor, canvas: Shown, qtbot: QtBot) -> None:
    pain = next(record for record in editor.journey if type(record).__name__ == "Pain")
    editor.do(lambda journey: describe(journey, pain.id, text=""))
    shown.look()
    line = next(line for line in shown.lines if line.finding.code == "card-without-text")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    assert editor.selection == (pain.id,)
    assert canvas.gone == [pain.id]


def test_a_repair_is_one_step_and_the_finding_is_gone(shown: HealthList, editor: Editor, qtbot: QtBot) -> None:
    editor.do(lambda journey: add_stage(journey, at=1, title="Later"))
    before = editor.history.position
    shown.look()
    line = next(line for line in shown.lines if line.finding.code == "stage-without-touchpoints")
    assert line.button is not None
    line.button.click()
    assert editor.history.position == before + 1
    assert "stage-without-touchpoints" not in [finding.code for finding in shown.findings]


def test_it_looks_again_when_the_map_has_changed(shown: HealthList, editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.counted, timeout=3000):
        editor.do(lambda journey: describe(journey, journey.head.id, title=""))
    assert "journey-without-title" in [finding.code for finding in shown.findings]


def test_every_repair_is_of_a_check_that_there_is() -> None:
    assert set(REPAIRS) <= {check.code for check in CHECKS}


def test_the_keyboard_stays_in_the_list(shown: HealthList, editor: Editor, qtbot: QtBot) -> None:
    editor.do(lambda journey: describe(journey, next(iter(journey.stages())).id, title=""))
    shown.look()
    shown.activateWindow()
    qtbot.wait(20)
    first, last = shown.lines[0], shown.lines[-1]
    last.setFocus()
    qtbot.waitUntil(last.hasFocus)
    qtbot.keyClick(last, Qt.Key.Key_Down)
    assert last.hasFocus()
    assert shown.isVisible()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert shown.lines[1].hasFocus()
    qtbot.keyClick(shown.lines[1], Qt.Key.Key_Up)
    assert first.hasFocus()


def test_a_short_list_shows_all_of_its_lines(shown: HealthList, qtbot: QtBot) -> None:
    shown.resize(shown.sizeHint())
    qtbot.wait(20)
    if shown.sizeHint().height() < TALLEST:
        assert shown._scroll.verticalScrollBar().maximum() == 0


def test_the_first_line_that_is_there_takes_the_keys_though_the_map_changes_at_once(
    qtbot: QtBot, editor: Editor, canvas: Shown
) -> None:
    made = HealthList(EditorDesk(editor), canvas)
    qtbot.addWidget(made)
    made.show()
    first = made.lines[0]
    made.look()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(first)
    QApplication.processEvents()
    assert made.lines[0].hasFocus()

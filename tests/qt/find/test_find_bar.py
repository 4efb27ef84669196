"""Finding and replacing over all text, with what was found marked on the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.describing import describe
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.stages import add_stage
from journeyeditor.geometry import Box
from journeyeditor.model.records import Pain
from journeyeditor.qt.find.bar import FindBar
from journeyeditor.tools.marks import Glow
from tests.qt.shown import Shown

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "loyalty-6.fr.journey"


@pytest.fixture
def desk() -> EditorDesk:
    return EditorDesk(Editor(Document.open(MAP)))


@pytest.fixture
def bar(qtbot: QtBot, desk: EditorDesk) -> FindBar:
    canvas = Shown()
    qtbot.addWidget(canvas)
    made = FindBar(desk, canvas)
    qtbot.addWidget(made)
    made.open(replacing=True)
    return made


def typed(bar: FindBar, qtbot: QtBot, text: str) -> None:
    bar.text.clear()
    qtbot.keyClicks(bar.text, text)
    qtbot.keyClick(bar.text, Qt.Key.Key_Return)


def test_accents_and_capitals_do_not_matter(bar: FindBar, qtbot: QtBot, desk: EditorDesk) -> None:
    typed(bar, qtbot, "APRES-VENTE")
    assert bar.matches
    first = bar.matches[0]
    record = desk.editor.journey.get(first.record)
    assert "rès-vente" in str(getattr(record, first.field))


def test_enter_goes_round_and_every_place_is_marked(bar: FindBar, qtbot: QtBot, desk: EditorDesk) -> None:
    typed(bar, qtbot, "le")
    count = len(bar.matches)
    assert count > 3
    assert desk.marks
    assert all(isinstance(mark, Glow) for mark in desk.marks)
    assert desk.editor.selection == (bar.matches[0].record,)
    for _ in range(count):
        qtbot.keyClick(bar.text, Qt.Key.Key_Return)
    assert bar.number == 0
    qtbot.keyClick(bar.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.number == count - 1
    qtbot.keyClick(bar.text, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.marks == ()


def test_all_are_replaced_in_one_step_and_undone_in_one(bar: FindBar, qtbot: QtBot, desk: EditorDesk) -> None:
    before = {record.id: record for record in desk.editor.journey}
    typed(bar, qtbot, "achat")
    count = len(bar.matches)
    qtbot.keyClicks(bar.by, "commande")
    heard: list[str] = []
    desk.editor.announce.listen(heard.append)
    bar.all_button.setFocus()
    qtbot.keyClick(bar.all_button, Qt.Key.Key_Return)
    assert not bar.matches
    assert heard[-1] == f"{count} places replaced"
    assert bar.text.hasFocus()
    assert desk.editor.history.position == 1
    desk.editor.undo()
    assert {record.id: record for record in desk.editor.journey} == before


def test_one_is_replaced_and_the_next_one_is_shown(bar: FindBar, qtbot: QtBot, desk: EditorDesk) -> None:
    typed(bar, qtbot, "achat")
    count, first = len(bar.matches), bar.matches[0].record
    assert count > 1
    qtbot.keyClicks(bar.by, "x")
    bar.one_button.click()
    assert len(bar.matches) == count - 1
    assert desk.editor.selection == (bar.matches[0].record,)
    assert first in desk.editor.journey


def test_nothing_found_is_said(bar: FindBar, qtbot: QtBot) -> None:
    typed(bar, qtbot, "zzzzz")
    assert bar._count.text() == "Nothing found"
    assert not bar.all_button.isEnabled()


def test_it_follows_what_is_typed_elsewhere(bar: FindBar, qtbot: QtBot, desk: EditorDesk) -> None:
    typed(bar, qtbot, "zzzzz")
    head = desk.editor.journey.head
    desk.editor.do(lambda journey: describe(journey, head.id, title="zzzzz"))
    qtbot.waitUntil(lambda: len(bar.matches) == 1)


def test_tab_goes_from_what_is_looked_for_to_what_comes_in_its_place(bar: FindBar, qtbot: QtBot) -> None:
    typed(bar, qtbot, "vente")
    bar.activateWindow()
    bar.text.setFocus()
    qtbot.waitUntil(bar.text.hasFocus)
    qtbot.keyClick(bar.text, Qt.Key.Key_Tab)
    assert bar.by.hasFocus()
    qtbot.keyClick(bar.by, Qt.Key.Key_Tab)
    assert bar.one_button.hasFocus()


def test_marks_follow_what_was_found_when_the_map_is_laid_out_again(
    bar: FindBar, qtbot: QtBot, desk: EditorDesk
) -> None:
    editor = desk.editor
    typed(bar, qtbot, "e")

    def lit() -> list[Box]:
        return [mark.box for mark in desk.marks if isinstance(mark, Glow)]

    def found() -> list[Box]:
        keys = dict.fromkeys(match.record for match in bar.matches)
        return [box for key in keys for box in editor.board.boxes(key)]

    before = lit()
    assert before == found()
    editor.do(lambda journey: add_stage(journey, title=""))
    assert lit() == found() != before
    before, step = lit(), editor.journey.touchpoints()[0].id
    for number in range(12):
        editor.do(lambda journey, number=number: add_finding(journey, Pain, step, text=f"{number}" * 300))
    editor.settle()
    assert lit() == found() != before

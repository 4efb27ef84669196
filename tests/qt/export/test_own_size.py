"""A size of paper of one's own in the export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from journeyeditor.editor.document import Document
from journeyeditor.editor.exporting import wish_of
from journeyeditor.qt.export import pane as panes
from journeyeditor.qt.export.own_size import OwnSizeDialog
from journeyeditor.qt.export.pane import SettingsPane
from journeyeditor.words import speak

MAP = Path(__file__).resolve().parents[3] / "resources" / "templates" / "blank.en.journey"


@pytest.fixture
def pane(qtbot: QtBot) -> SettingsPane:
    journey = Document.open(MAP).journey
    made = SettingsPane(journey, wish_of(journey), speak("en"))
    qtbot.addWidget(made)
    return made


def choose_own(pane: SettingsPane, monkeypatch: pytest.MonkeyPatch, size: tuple[float, float] | None) -> None:
    class Chosen(OwnSizeDialog):
        def exec(self) -> int:
            if size is None:
                return int(QDialog.DialogCode.Rejected)
            self.wide.setValue(size[0])
            self.tall.setValue(size[1])
            return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(panes, "OwnSizeDialog", Chosen)
    last = pane.paper.count() - 1
    assert pane.paper.itemText(last) == "A size of your own…"
    pane.paper.setCurrentIndex(last)
    pane.paper.activated.emit(last)


def test_a_size_of_ones_own_is_in_the_list_and_is_taken(pane: SettingsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_own(pane, monkeypatch, (600, 400))
    assert (pane.wish.paper, pane.wish.orientation) == ("600x400mm", "landscape")
    assert pane.paper.currentText() == "600 × 400 mm"
    choose_own(pane, monkeypatch, (300, 900))
    assert (pane.wish.paper, pane.wish.orientation) == ("300x900mm", "portrait")
    assert pane.paper.currentText() == "300 × 900 mm"


def test_who_thinks_better_of_it_keeps_the_paper(pane: SettingsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pane.wish
    choose_own(pane, monkeypatch, None)
    assert pane.wish == before
    assert pane.paper.currentText().startswith("A3")

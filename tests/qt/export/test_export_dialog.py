"""The dialog: what is wished is shown as it will come out, and written as it was shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document
from journeyeditor.editor.exporting import options
from journeyeditor.publish import export
from journeyeditor.qt.export import saving
from journeyeditor.qt.export.dialog import ExportDialog
from journeyeditor.words import speak

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "ambassador-4.fr.journey"


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(Document.open(MAP), speak("fr"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.made is not None, timeout=20_000)
    return made


def ready(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20_000)


def test_it_opens_with_the_maps_own_poster(dialog: ExportDialog) -> None:
    assert dialog.made is not None
    assert dialog.made.problem is None
    (page,) = dialog.pages.pages
    assert (page.width, page.height) == pytest.approx((420, 297), abs=0.5)
    assert page.picture.width() > 900


def test_tiles_show_every_sheet_beside_the_map_of_them(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    assert dialog.made is None
    ready(dialog, qtbot)
    assert len(dialog.pages.pages) == 5
    assert dialog.pages.names[1].startswith("1-1")


def test_put_together_shows_one_sheet(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    ready(dialog, qtbot)
    dialog.apart.buttons["together"].click()
    ready(dialog, qtbot)
    assert len(dialog.pages.pages) == 1


def test_what_cannot_be_made_is_said_and_not_saved(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.ask(tiles=True, sheet="A5", overlap=60.0, printer_margin=30.0)
    ready(dialog, qtbot)
    assert dialog.made is not None
    assert dialog.made.problem is not None
    assert dialog.facts.sentences
    assert not dialog.save_button.isEnabled()


def test_saving_writes_what_was_shown(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "affiche"
    monkeypatch.setattr(saving.QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(saving.Saver, "_offer", lambda *_: None)
    with qtbot.waitSignal(dialog.written, timeout=20_000) as told:
        dialog.save_button.click()
    assert told.args == [[tmp_path / "affiche.pdf"]]
    journey = Document.open(MAP).journey
    assert (tmp_path / "affiche.pdf").read_bytes() == export(journey, "pdf", options(dialog.wish)).data


def test_a_folder_that_takes_no_file_is_told_and_the_dialog_stays(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(saving.QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    monkeypatch.setattr(saving.Saver, "_tell", lambda _self, problem: told.append(problem))
    dialog.save_button.click()
    assert len(told) == 1
    assert dialog.save_button.isEnabled()


def test_svg_and_data(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving.Saver, "_offer", lambda *_: None)
    dialog.pane.ask(format="svg")
    ready(dialog, qtbot)
    monkeypatch.setattr(saving.QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.svg"), ""))
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        dialog.save_button.click()
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").lstrip().startswith("<")
    dialog.pane.ask(format="data", data="markdown")
    ready(dialog, qtbot)
    assert dialog.text.toPlainText().startswith("#")
    assert not dialog.print_button.isEnabled()

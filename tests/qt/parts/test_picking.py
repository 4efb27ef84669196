"""Where files are looked for first, and where they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from journeyeditor.assets import resource
from journeyeditor.editor import Document
from journeyeditor.errors import message
from journeyeditor.qt.application import Program
from journeyeditor.qt.files import opening
from journeyeditor.qt.parts import picking
from journeyeditor.qt.parts.picking import Picking, folder_of, pick_picture, pick_place
from journeyeditor.words import speak


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders in which the dialogs began; each time a picture elsewhere is chosen."""
    monkeypatch.setattr(Picking, "last", "")
    found: list[str] = []

    def chosen(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        found.append(start)
        return "/pictures/logo.png", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda _p, _t, start, _k: found.append(start) or ([], ""))
    return found


def kept(folder: Path) -> Document:
    path = folder / "map.journey"
    path.write_bytes(resource("templates", "blank.en.journey").read_bytes())
    return Document.open(path)


def test_pictures_are_looked_for_beside_the_document_then_where_the_last_one_was(
    tmp_path: Path, asked: list[str]
) -> None:
    document = kept(tmp_path)
    for _ in range(2):
        assert pick_picture(None, "Logo", speak("en"), document) == Path("/pictures/logo.png")
    assert asked == [str(tmp_path), "/pictures"]


def test_a_document_that_was_opened_by_a_bare_name_lies_in_a_real_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = kept(Path())
    monkeypatch.chdir("/")
    document.path = tmp_path / "map.journey"
    assert folder_of(document) == tmp_path


def test_without_any_document_it_is_not_the_programs_own_folder(
    program: Program, asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    opening.ask_and_open(program.new_window())
    opening.ask_and_open(program.new_window(kept(tmp_path)))
    assert Path(asked[0]).is_absolute()
    assert asked[0] != str(tmp_path)
    assert asked[1] == str(tmp_path)


KINDS = {".journey": message("Journey"), ".journey.json": message("Journey for version control")}


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("map", "Journey (*.journey)", "map.journey"),
        ("map", "Journey for version control (*.journey.json)", "map.journey.json"),
        ("map", "", "map.journey"),
        ("map.v2", "Journey (*.journey)", "map.v2.journey"),
        ("map.journey.json", "Journey (*.journey)", "map.journey.json"),
        ("MAP.JOURNEY", "", "MAP.JOURNEY"),
    ],
)
def test_a_name_gets_the_ending_of_the_kind_that_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, written: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), kind))
    assert pick_place(None, speak("en"), "Save", "", KINDS) == tmp_path / written


@pytest.mark.parametrize("answer", ["replace", ""])
def test_a_file_that_the_dialog_did_not_ask_about_is_not_replaced_without_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    (tmp_path / "map.journey").write_bytes(b"of weeks")
    asked: list[str] = []
    monkeypatch.setattr(picking, "ask", lambda _p, speech, question, *_: asked.append(speech.say(question)) or answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "map"), "Journey (*.journey)"))
    found = pick_place(None, speak("en"), "Save", "", KINDS)
    assert asked == ["There is a file “map.journey” already."]
    assert found == (tmp_path / "map.journey" if answer else None)


def test_a_whole_name_was_asked_about_by_the_dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "map.journey").write_bytes(b"of weeks")
    monkeypatch.setattr(picking, "ask", lambda *_: pytest.fail("asked twice"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "map.journey"), ""))
    assert pick_place(None, speak("en"), "Save", "", KINDS) == tmp_path / "map.journey"

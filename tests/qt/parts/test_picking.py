"""Where files are looked for first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from journeyeditor.assets import resource
from journeyeditor.editor import Document
from journeyeditor.qt.application import Program
from journeyeditor.qt.files import opening
from journeyeditor.qt.parts.picking import Picking, folder_of, pick_picture
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

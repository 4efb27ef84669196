"""Every dialog on the screen of an old projector: nothing that is to be pressed lies outside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.files.generations import Generations
from journeyeditor.qt.application import Program
from journeyeditor.qt.export.dialog import ExportDialog
from journeyeditor.qt.files.importing import RemarksDialog
from journeyeditor.qt.parts import on_screen
from journeyeditor.qt.parts.on_screen import FRAME
from journeyeditor.qt.personas.dialog import PersonaDialog
from journeyeditor.qt.personas.portrait import CropDialog
from journeyeditor.qt.priorities.dialog import PrioritiesDialog
from journeyeditor.qt.settings.dialog import SettingsDialog
from journeyeditor.qt.settings.shortcuts import ShortcutSheet
from journeyeditor.qt.versions.dialog import VersionsDialog
from journeyeditor.words import speak

PROJECTOR = QRect(0, 0, 1024, 768 - 48)
"""1024 × 768 without a system's bar."""


def desk(language: str) -> EditorDesk:
    path = resource("templates", f"service-blueprint.{language}.journey")
    return EditorDesk(Editor(Document.open(path), speech=speak(language)))


def export(language: str, _program: Program, _folder: Path) -> QDialog:
    return ExportDialog(desk(language).editor.document, speak(language))


def priorities(language: str, _program: Program, _folder: Path) -> QDialog:
    return PrioritiesDialog(desk(language))


def settings(language: str, program: Program, _folder: Path) -> QDialog:
    program.speech = speak(language)
    return SettingsDialog(program)


def shortcuts(language: str, _program: Program, _folder: Path) -> QDialog:
    return ShortcutSheet(speak(language))


def persona(language: str, _program: Program, _folder: Path) -> QDialog:
    at = desk(language)
    return PersonaDialog(at, at.editor.journey.personas()[0].id)


def portrait(language: str, _program: Program, _folder: Path) -> QDialog:
    return CropDialog(speak(language), QImage(400, 300, QImage.Format.Format_RGB32))


def versions(language: str, _program: Program, folder: Path) -> QDialog:
    return VersionsDialog(desk(language).editor, Generations(folder))


def remarks(language: str, _program: Program, _folder: Path) -> QDialog:
    return RemarksDialog("Here", "2", ["One", "Two " * 80], speak(language))


DIALOGS = [export, priorities, settings, shortcuts, persona, portrait, versions, remarks]


def outside(dialog: QWidget) -> list[str]:
    """Buttons of a dialog that lie beyond its edge, those left out that can be scrolled to."""
    found = []
    for button in dialog.findChildren(QAbstractButton):
        above: QWidget | None = button.parentWidget()
        while above is not None and above is not dialog and not isinstance(above, QAbstractScrollArea):
            above = above.parentWidget()
        place = QRect(button.mapTo(dialog, button.rect().topLeft()), button.size())
        if button.isVisible() and above is dialog and not dialog.rect().contains(place):
            found.append(button.text() or button.accessibleName())
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("make", DIALOGS)
def test_every_dialog_fits_a_projector(
    qtbot: QtBot,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str, Program, Path], QDialog],
    language: str,
) -> None:
    monkeypatch.setattr(on_screen, "free_area", lambda _window: PROJECTOR)
    dialog = make(language, program, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    if isinstance(dialog, ExportDialog):  # with everything that is told under the pages
        dialog.pane.ask(tiles=True, sheets=(2, 2), further=("actions",))
        qtbot.waitUntil(lambda: dialog.made is not None, timeout=30_000)
    qtbot.wait(30)
    room = PROJECTOR.size() - FRAME
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.minimumSizeHint().boundedTo(room) == dialog.minimumSizeHint()
    assert not outside(dialog)


@pytest.mark.parametrize("make", [priorities, settings])
def test_on_a_large_screen_it_has_its_full_size(
    qtbot: QtBot,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str, Program, Path], QDialog],
) -> None:
    monkeypatch.setattr(on_screen, "free_area", lambda _window: PROJECTOR)
    small = make("fr", program, tmp_path)
    monkeypatch.setattr(on_screen, "free_area", lambda _window: QRect(0, 0, 1920, 1160))
    large = make("fr", program, tmp_path)
    for dialog in (small, large):
        qtbot.addWidget(dialog)
    assert large.size().expandedTo(small.size()) == large.size()
    assert large.size() != QSize(1920, 1160)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_of_the_settings_must_be_scrolled_to_where_there_is_room(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(on_screen, "free_area", lambda _window: QRect(0, 0, 1366, 728))
    dialog = settings(language, program, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(30)
    (scroll,) = dialog.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0

"""The one place that shows what went wrong, and asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Told
from journeyeditor.errors import message
from journeyeditor.model.blank import blank
from journeyeditor.qt import messages
from journeyeditor.qt.export.saving import Saver
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.words import speak


def meanwhile(deed: Callable[[QMessageBox], object], parent: QObject) -> QTimer:
    """Does something in the box that opens next."""
    timer = QTimer(parent)

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, QMessageBox):
            timer.stop()
            deed(shown)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def test_escape_closes_what_only_says_that_a_file_was_written(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[object] = []
    monkeypatch.setattr("journeyeditor.qt.export.saving.QDesktopServices.openUrl", opened.append)
    saver = Saver(parent, Document(blank("en")), speak("en"))
    seen: list[str] = []

    def press(shown: QMessageBox) -> None:
        seen.extend([shown.text(), *(button.text() for button in shown.buttons())])
        QTest.keyClick(shown, Qt.Key.Key_Escape)

    meanwhile(press, parent)
    saver.offer([tmp_path / "big.png"])
    assert "Written: big.png" in seen
    assert not opened


def test_what_went_well_wears_another_sign_than_what_did_not(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn: list[str] = []
    real = messages.pixmap

    def noted(name: str, *more: object) -> object:
        worn.append(name)
        return real(name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(messages, "pixmap", noted)
    say_quietly(window, message("Copied as a picture"))
    window.editor.told.tell(Told(message("This cannot be.")))
    assert worn == ["circle-check", "circle-alert"]

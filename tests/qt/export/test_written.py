"""What is said after an export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from journeyeditor.errors import message
from journeyeditor.qt.export.written import WrittenDialog
from journeyeditor.words import speak


def test_it_names_the_files_and_opens_one_or_its_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(QUrl(url).toLocalFile())))
    files = [tmp_path / f"poster-{number}.pdf" for number in range(12)]
    for press in ("open_button", "folder_button", "done_button"):
        dialog = WrittenDialog(files, [message("Mind this.")], speak("en"), None)
        qtbot.addWidget(dialog)
        dialog.show()
        said = [one.text() for one in dialog.texts]
        assert said[:3] == ["Written: poster-0.pdf", str(tmp_path), "Mind this."]
        assert said[-1] == "…"
        qtbot.mouseClick(getattr(dialog, press), Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()
    assert opened == [files[0], tmp_path]

"""After an export: what was written and where, to be opened or shown in its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.errors import Message, message
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import foot, stacked
from journeyeditor.qt.parts.sign import Sign
from journeyeditor.words import Words

WIDTH, SIGN = 460, 24
MOST_NAMES = 7
"""Further files that are named."""


class WrittenDialog(QDialog):
    """Names the files, the first one large. `notes` are what there is to say of them."""

    def __init__(self, files: Sequence[Path], notes: Sequence[Message], speech: Words, parent: QWidget | None) -> None:
        super().__init__(parent)
        say = speech.say
        self._first = files[0]
        self.setWindowTitle(say("Export and print"))
        self.setMinimumWidth(WIDTH)
        further = [path.name for path in files[1 : 1 + MOST_NAMES]] + ["…"] * (len(files) > 1 + MOST_NAMES)
        said = list(dict.fromkeys(say(note) for note in notes))
        told = say(message("Written: {file}", file=self._first.name))
        self.texts = (
            label(told, "section", wraps=True),
            label(str(self._first.parent), "muted", wraps=True),
            *(label(text, wraps=True) for text in (*said, *further)),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Sign("circle-check", "accent", SIGN), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(stacked(*self.texts, gap=4), 1)
        self.folder_button, self.open_button = QPushButton(say("Show in folder")), QPushButton(say("Open the file"))
        self.done_button = wear(QPushButton(say("Done")), "filled")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(20)
        column.addLayout(row)
        column.addLayout(foot(self.folder_button, self.open_button, self.done_button))
        self.setAccessibleName(told)
        self.done_button.setDefault(True)
        self.done_button.setFocus()
        self.done_button.clicked.connect(self.accept)
        self.open_button.clicked.connect(lambda: self._show(self._first))
        self.folder_button.clicked.connect(lambda: self._show(self._first.parent))

    def _show(self, place: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
        self.accept()

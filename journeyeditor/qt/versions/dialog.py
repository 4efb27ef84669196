"""The dialog of earlier versions: a list, a picture of the chosen one, and what has changed since."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.versions import told_difference
from journeyeditor.errors import JourneyError
from journeyeditor.files import Loaded, load
from journeyeditor.files.archive import preview_of
from journeyeditor.files.generations import Generations, Version
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.qt.parts.on_screen import open_as
from journeyeditor.qt.versions.picture import SheetPicture
from journeyeditor.qt.versions.rows import VersionList

SIZE = (960, 600)
LIST = 352


class VersionsDialog(QDialog):
    """Changes nothing by itself. Nothing is read but the version that is looked at."""

    copy_wanted = Signal(object, object)
    """A `Version` and what was `Loaded` of it."""
    back_wanted = Signal(object, object)

    def __init__(self, editor: Editor, generations: Generations, trouble: str = "", parent: QWidget | None = None):
        """`trouble` is why the last save could not be kept, if it could not."""
        super().__init__(parent)
        self._editor, self._generations = editor, generations
        self._loaded: Loaded | None = None
        document = editor.document
        self._path, self._journey = document.path or "", editor.journey.head.id
        self.versions: list[Version] = generations.versions(self._path, self._journey)
        open_as(self, *SIZE)
        say = editor.speech.say
        name = document.path.name if document.path is not None else ""
        self._title = label(say("Earlier versions of “{file}”", file=name), "title", wraps=True)
        under = say("The last 20 saves are kept on this computer, outside the file’s folder.")
        if trouble:
            under = say("The last save could not be kept here ({reason}). The file itself is saved.", reason=trouble)
        self._under = label(under, "muted", wraps=True)
        self.list = VersionList()
        self.list.setAccessibleName(say("Versions"))
        self.picture = SheetPicture()
        self.difference = label(wraps=True)
        self.close_button = QPushButton(say("Close"))
        self.copy_button = QPushButton(say("Open as a copy"))
        self.back_button = wear(QPushButton(say("Bring back")), "filled")
        self.copy_button.setToolTip(say("In a window of its own, without a file yet: nothing is written over"))
        self.back_button.setToolTip(say("The map becomes what it was then; undo takes it back"))
        self._lay_out()
        self.setWindowTitle(say("Earlier versions"))
        self.list.fill(self.versions, document.hash, time.time(), editor.speech)
        self.list.currentRowChanged.connect(self._show)
        self.close_button.clicked.connect(self.reject)
        self.copy_button.clicked.connect(lambda: self._finish(self.copy_wanted))
        self.back_button.clicked.connect(lambda: self._finish(self.back_wanted))
        self._show(-1)
        if self.versions:
            self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._under)
        column.addSpacing(12)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.picture, 1)
        right.addWidget(self.difference)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        self.list.setFixedWidth(LIST)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        column.addLayout(middle, 1)
        column.addSpacing(12)
        buttons = (self.close_button, self.copy_button, self.back_button)
        for button in buttons:
            button.setAutoDefault(False)
        column.addLayout(foot(*buttons))

    @property
    def chosen(self) -> Version | None:
        """The version that is looked at."""
        row = self.list.currentRow()
        return self.versions[row] if 0 <= row < len(self.versions) else None

    def _show(self, row: int) -> None:
        """Picture and difference of a version."""
        say = self._editor.speech.say
        self._loaded, picture, lines = None, None, []
        version = self.chosen
        if version is None:
            nothing = say("No version is kept yet. Each save from now on keeps one.")
            lines = [] if self.versions else [nothing]
        else:
            try:
                data = self._generations.read(self._path, version, self._journey)
                picture = preview_of(data) if data.startswith(b"PK") else None
                self._loaded = load(data, self._title.text())
                lines = told_difference(self._loaded.journey, self._editor.journey, self._editor.speech)
                lines = lines or [say("The same as the map is now.")]
            except JourneyError as error:
                lines = [say(one) for one in (error.problem, error.advice) if one is not None]
                self.list.mark_damaged(row, self._editor.speech)
        self.picture.show_picture(picture, say("No picture") if version is not None else "")
        self.difference.setText("\n".join(lines))
        self.copy_button.setEnabled(self._loaded is not None)
        same = self._loaded is not None and lines == [say("The same as the map is now.")]
        self.back_button.setEnabled(self._loaded is not None and not same and not self._loaded.read_only)

    def _finish(self, wish: SignalInstance) -> None:
        version, loaded = self.chosen, self._loaded
        if version is not None and loaded is not None:
            self.accept()
            wish.emit(version, loaded)

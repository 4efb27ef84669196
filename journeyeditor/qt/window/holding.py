"""What a window holds: its document, and what shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow, QStackedWidget

if TYPE_CHECKING:
    from journeyeditor.editor.desk import EditorDesk
    from journeyeditor.editor.document import Document
    from journeyeditor.editor.editor import Editor
    from journeyeditor.qt.application import Program
    from journeyeditor.qt.window.work import Work
    from journeyeditor.words import Words


class Holding(QMainWindow):
    """Reads what is shown. `work` is what shows the document; None as long as there is none.

    It imports nothing of the house, as the first window stands before that is loaded.
    """

    program: Program

    def __init__(self) -> None:
        super().__init__()
        self.work: Work | None = None
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)

    @property
    def has_map(self) -> bool:
        """Whether it has a document."""
        return self.work is not None

    @property
    def page(self) -> str:
        """What is shown: `start`, `map`, `table` or `compare`."""
        if self.work is None or self._pages.currentWidget() is not self.work:
            return "start"
        return self.work.page

    @property
    def editor(self) -> Editor:
        """That of its document. Raises RuntimeError on a window without one."""
        return self._work().editor

    @property
    def desk(self) -> EditorDesk:
        """What tools and panels work on."""
        return self._work().desk

    @property
    def canvas(self) -> Any:
        """The map."""
        return self._work().canvas

    @property
    def document(self) -> Document:
        """The journey and its file."""
        return self._work().document

    @property
    def path(self) -> Path | None:
        """Its document's file, if it has one."""
        return None if self.work is None else self.work.document.path

    @property
    def speech(self) -> Words:
        """The interface's language."""
        return self.program.speech

    @property
    def title(self) -> str:
        """What to call its document: its title, or its file."""
        if self.work is None:
            return self.speech.say("Start page")
        head = self.work.editor.journey.head
        path = self.work.document.path
        return head.title.strip() or (path.stem if path is not None else self.speech.say("Untitled journey"))

    def commit_text(self) -> None:
        """Keeps what is being typed."""
        if self.work is not None:
            self.work.commit_text()

    def _work(self) -> Work:
        if self.work is None:
            raise RuntimeError("The window shows no document")
        return self.work

"""A window with one document, or with the start page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.errors import Message
from journeyeditor.qt.actions.action_set import ActionSet
from journeyeditor.qt.window.menus import fill_menus, show_fitting_menus
from journeyeditor.qt.window.mounting import mount
from journeyeditor.qt.window.work import Work
from journeyeditor.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from journeyeditor.qt.application import Program

SIZE = QSize(1440, 900)
LEAST = QSize(640, 480)


class MainWindow(QMainWindow):
    """One window. `work` is what shows its document; None as long as it has none."""

    def __init__(self, program: Program, document: Document | None = None) -> None:
        super().__init__()
        self.program: Program = program
        self.work: Work | None = None
        self.start_page: Any = None
        self.saved_at: float | None = None
        """When its document was last read or written (seconds since 1970)."""
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self.action_set = ActionSet(self)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        fill_menus(self)
        if document is None:
            self.show_start_page()
        else:
            self.show_document(document)
        self._place()

    # -- what it holds ----------------------------------------------------------------------------------------------
    @property
    def actions_by_id(self) -> dict[str, QAction]:
        """Qt's actions by the ids of the table."""
        return self.action_set.actions

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

    def _work(self) -> Work:
        if self.work is None:
            raise RuntimeError("The window shows no document")
        return self.work

    # -- what it shows ----------------------------------------------------------------------------------------------
    def show_document(self, document: Document) -> None:
        """Shows a document in a window that has none yet."""
        self.work = Work(self, document)
        self._pages.addWidget(self.work)
        self._pages.setCurrentWidget(self.work)
        self.action_set.follow(self.work)
        self.work.retranslate()
        self.work.editor.changed.listen(lambda _: self.refresh_title())
        if document.path is not None:
            self.saved_at = document.path.stat().st_mtime if document.path.exists() else None
        self.work.canvas.setFocus()
        self.refresh_title()
        show_fitting_menus(self)
        for note in document.notes:
            self.work.banner.tell(note, None)

    def show_start_page(self) -> None:
        """Shows templates and recent files; the document, if any, stays open behind it."""
        if self.start_page is None:
            from journeyeditor.qt.files import starting  # noqa: PLC0415 - only where it is shown

            self.start_page = mount("start", self.program.settings, self.speech, self)
            starting.connect(self, self.start_page)
            self._pages.addWidget(self.start_page)
        else:
            self.start_page.refresh(self.program.settings)
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.action_set.refresh()
        show_fitting_menus(self)
        self.refresh_title()

    def turn_to(self, page: str) -> None:
        """Shows `map`, `table` or `compare` of its document, or `start`."""
        if page == "start":
            self.show_start_page()
            return
        work = self._work()
        self._pages.setCurrentWidget(work)
        work.turn_to(page)  # type: ignore[arg-type]
        self.action_set.refresh()
        show_fitting_menus(self)
        self.refresh_title()

    def refresh_title(self) -> None:
        """Names the document in the title, with the mark of unsaved changes that undo takes away."""
        if self.work is None:
            self.setWindowTitle(self.speech.say("Start a journey"))
            self.setWindowModified(False)
            return
        path = self.work.document.path
        name = path.name if path is not None else self.title
        self.setWindowTitle(f"{name}[*]")
        self.setWindowFilePath(str(path) if path is not None else "")
        self.setWindowModified(not self.work.document.is_saved)
        self.program.rearranged.emit()

    @property
    def title(self) -> str:
        """What to call its document: its title, or its file."""
        if self.work is None:
            return self.speech.say("Start page")
        head = self.work.editor.journey.head
        path = self.work.document.path
        return head.title.strip() or (path.stem if path is not None else self.speech.say("Untitled journey"))

    def take_settings(self) -> None:
        """Takes over the program's settings and language, at once."""
        if self.work is not None:
            self.work.editor.settings = self.program.settings
            if self.work.editor.speech is not self.speech:
                self.work.editor.speak(self.speech)
                self.work.retranslate()
        if self.start_page is not None:
            self.start_page.speak(self.speech)
            self.start_page.refresh(self.program.settings)
        self.action_set.retranslate()
        fill_menus(self)
        self.refresh_title()

    # -- coming and going -------------------------------------------------------------------------------------------
    def commit_text(self) -> None:
        """Keeps what is being typed."""
        if self.work is not None:
            self.work.commit_text()

    def close_at_once(self) -> None:
        """Closes without a question: the system wants it."""
        self._asked = True
        self.close()

    _asked = False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Asks what is to become of unsaved work, unless that was asked already."""
        from journeyeditor.qt.files import closing  # noqa: PLC0415 - with the last picture

        if not self._asked and self.work is not None and not closing.may_close(self):
            event.ignore()
            return
        self._keep_place()
        if self.work is not None:
            self.work.close_down()
        self.program.forget(self)
        event.accept()
        self.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Opens journeys, imports what else can be read."""
        self.open_files([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def open_files(self, names: Sequence[str | Path]) -> None:
        """Opens or imports files, each in a window of its own."""
        from journeyeditor.qt.files import opening  # noqa: PLC0415

        for name in names:
            opening.open_path(self, Path(name))

    # -- for actions ------------------------------------------------------------------------------------------------
    def open_find(self, *, replacing: bool = False) -> None:
        """Opens the find bar over the map."""
        self.turn_to("map")
        self._work().open_find(replacing=replacing)

    def capture(self) -> None:
        """Puts the keyboard into the parking lot's line."""
        self.turn_to("map")
        self._work().capture()

    def say_quietly(self, problem: Message, advice: Message | None = None) -> None:
        """Shows a sentence over the bottom of the map."""
        if self.work is not None:
            self.work.banner.tell(problem, advice)

    def after_saving(self, notes: Sequence[Message] = ()) -> None:
        """The document lies in its file: title and status bar say so."""
        for note in notes:
            self.say_quietly(note)
        self.editor.viewed.tell(None)
        self.refresh_title()
        self.action_set.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mark of unsaved changes may come and go with activation on some systems."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.action_set.refresh()

    def _place(self) -> None:
        from journeyeditor.qt.window.placing import place  # noqa: PLC0415

        place(self, self.program.settings.window)

    def _keep_place(self) -> None:
        from journeyeditor.qt.window.placing import placed  # noqa: PLC0415

        self.program.settings_of_window(placed(self))

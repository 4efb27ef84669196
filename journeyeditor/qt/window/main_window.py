"""A window with one document, or with the start page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QTimer

from journeyeditor.qt.window.holding import Holding
from journeyeditor.qt.window.mounting import mount
from journeyeditor.qt.window.placing import place, placed

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from journeyeditor.editor.document import Document
    from journeyeditor.model.change import Change
    from journeyeditor.qt.actions.action_set import ActionSet
    from journeyeditor.qt.application import Program
    from journeyeditor.qt.recovery.keeper import Keeper
    from journeyeditor.qt.window.work import PageName
    from journeyeditor.words import Words

LEAST = (640, 480)
"""Px."""


class MainWindow(Holding):
    """One window: what it shows, and how it comes and goes.

    The first window of the program is on the screen before all that it needs is loaded: it shows `expect`ed things,
    and is `furnish`ed then. What furnishing needs is imported there.
    """

    action_set: ActionSet
    actions_by_id: dict[str, QAction]
    _spoken: Words
    """The language that everything in it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.start_page: Any = None
        self.keeper: Keeper | None = None
        """Keeps the recovery log, from when something would be lost on."""
        self.saved_at: float | None = None
        """When its document was last read or written (seconds since 1970)."""
        self._asked = self._settled = False
        self._expected: QWidget | None = None
        self.setMinimumSize(*LEAST)

    def expect(self, page: QWidget, where: str) -> None:
        """Shows a page until it is furnished, where the last window was (as `placed` wrote it)."""
        self._expected = page
        self._pages.addWidget(page)
        place(self, where)

    def furnish(self, program: Program, document: Document | None = None) -> None:
        """Becomes a window of the program, with a document or with the start page. Once for each window."""
        from journeyeditor.qt.actions.action_set import ActionSet  # noqa: PLC0415
        from journeyeditor.qt.window.menus import fill_menus  # noqa: PLC0415

        self.program, self._spoken = program, program.speech
        self.setAcceptDrops(True)
        self.action_set = ActionSet(self)
        self.actions_by_id = self.action_set.actions
        fill_menus(self)
        if document is None:
            self.show_start_page()
        else:
            self.show_document(document)
        if self._expected is None:
            place(self, program.settings.window, beside=len(program.windows))
            return
        self._pages.removeWidget(self._expected)
        self._expected.deleteLater()

    # -- what it shows ----------------------------------------------------------------------------------------------
    def show_document(self, document: Document) -> None:
        """Shows a document in a window that has none yet."""
        from journeyeditor.qt.window.work import Work  # noqa: PLC0415

        self.work = Work(self, document)
        self._pages.addWidget(self.work)
        self._pages.setCurrentWidget(self.work)
        self.action_set.follow(self.work)
        self.work.retranslate()
        self.work.editor.changed.listen(self._map_changed)
        self.work.editor.jotting.listen(self._keep)
        if not document.is_saved:  # what was imported lies in no file, and nothing need be changed for it to be lost
            self._keep()
        if document.path is not None:
            self.saved_at = document.path.stat().st_mtime if document.path.exists() else None
        self.work.canvas.setFocus()
        self.refresh_title()
        self._show_fitting_menus()
        if len(document.notes) == 1:
            self.work.banner.tell(document.notes[0], stays=True)
        elif document.notes:
            QTimer.singleShot(0, self, self._show_notes)

    def _show_notes(self) -> None:
        from journeyeditor.qt.files import importing  # noqa: PLC0415 - only where there is something to say

        name = self.path.name if self.path is not None else self.title
        importing.show_notes(self.document.notes, name, self.speech, self)

    def _map_changed(self, _change: Change) -> None:
        self.refresh_title()
        self._keep()

    def _keep(self, _text: str = "") -> None:
        """From now on what is done is kept for the next start."""
        if self.keeper is None:
            from journeyeditor.qt.recovery.keeper import Keeper  # noqa: PLC0415 - not before there is something to keep

            self.keeper = Keeper(self.editor, self)

    def show_start_page(self) -> None:
        """Shows templates and recent files; the document, if any, stays open behind it."""
        if self.start_page is None:
            from journeyeditor.qt.files import starting  # noqa: PLC0415 - only where it is shown

            self.start_page = mount("start", self.program.settings, self.speech, self)
            starting.connect(self, self.start_page)
            self._pages.addWidget(self.start_page)
        else:
            self.start_page.take(self.program.settings, self.speech)
        self._offer_way_back()
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.action_set.refresh()
        self._show_fitting_menus()
        self.refresh_title()

    def _offer_way_back(self) -> None:
        self.start_page.offer_way_back(self.title if self.has_map else "")

    def back_to_map(self) -> None:
        """Leads from the start page back to what was shown of its document; nothing happens without one."""
        if self.page == "start" and self.work is not None:
            self.turn_to(self.work.page)

    def turn_to(self, page: PageName | Literal["start"]) -> None:
        """Shows `map`, `table` or `compare` of its document, or `start`."""
        if page == "start":
            self.show_start_page()
            return
        work = self._work()
        self._pages.setCurrentWidget(work)
        work.turn_to(page)
        self.action_set.refresh()
        self._show_fitting_menus()
        self.refresh_title()

    def _show_fitting_menus(self) -> None:
        from journeyeditor.qt.window.menus import show_fitting_menus  # noqa: PLC0415

        show_fitting_menus(self)

    def refresh_title(self) -> None:
        """Names the document in the title, with the mark of unsaved changes that undo takes away."""
        if self.work is None:
            self.setWindowTitle(self.speech.say("Start a journey"))
            self.setWindowModified(False)
            return
        path, source = self.work.document.path, self.work.document.copy_of
        name = path.name if path is not None else self.title
        if source is not None:
            name = self.speech.say("{file} (a copy)", file=source.name)
        if self.work.document.must_move:
            name = self.speech.say("{file} (read-only)", file=name)
        self.setWindowTitle(f"{name}[*]")
        self.setWindowFilePath(str(path) if path is not None else "")
        self.setWindowModified(not self.work.document.is_saved)

    def take_settings(self) -> None:
        """Takes over the program's settings and language, at once."""
        if self.work is not None:
            self.work.editor.settings = self.program.settings
        if self.keeper is not None:
            self.keeper.take(self.program.settings.autosave_folder)
        if self.page == "start":
            self.start_page.take(self.program.settings, self.speech)
            self._offer_way_back()
        if self._spoken is not self.speech:
            self._spoken = self.speech
            self._retranslate()

    def _retranslate(self) -> None:
        from journeyeditor.qt.window.menus import fill_menus  # noqa: PLC0415

        if self.work is not None:
            self.work.editor.speak(self.speech)
            self.work.retranslate()
        self.action_set.retranslate()
        fill_menus(self)
        self.refresh_title()

    # -- coming and going -------------------------------------------------------------------------------------------
    def close_at_once(self) -> None:
        """Closes without a question: the system wants it."""
        self._asked = True
        self.close()

    def close_settled(self) -> None:
        """Closes without a question: what becomes of its work has been settled."""
        self._settled = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Asks what is to become of unsaved work, unless that was asked already."""
        from journeyeditor.qt.files import closing  # noqa: PLC0415 - with the last picture

        if not (self._asked or self._settled or closing.may_close(self)):
            event.ignore()
            return
        self.program.settings_of_window(placed(self))
        if self.keeper is not None:
            self.keeper.close(keep=self._asked)  # the system closed it without a question: nothing may be lost
        if self.work is not None:
            self.work.close_down()
            self.document.release_lock()
        self.program.forget(self)
        event.accept()
        self.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped on the window."""
        from journeyeditor.qt.parts.dropped import answer  # noqa: PLC0415

        answer(event, taken=any(url.isLocalFile() for url in event.mimeData().urls()))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Opens journeys, imports what else can be read."""
        from journeyeditor.qt.parts.dropped import answer  # noqa: PLC0415

        if answer(event, taken=True):
            self.open_files([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def open_files(self, names: Sequence[str | Path]) -> None:
        """Opens or imports files, each in a window of its own."""
        from journeyeditor.qt.files import opening  # noqa: PLC0415

        for name in names:
            opening.open_path(self, Path(name))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mark of unsaved changes may come and go with activation on some systems; the system's theme changes."""
        super().changeEvent(event)
        if hasattr(self, "action_set"):
            self._take_change(event)

    def _take_change(self, event: QEvent) -> None:
        from journeyeditor.qt.look import follow_system  # noqa: PLC0415

        kind = event.type()
        if kind == kind.ThemeChange:
            follow_system()
        if kind == kind.ActivationChange and self.isActiveWindow():
            self.action_set.refresh()

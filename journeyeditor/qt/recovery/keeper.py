"""Keeps the log of one open document: what was done is on its way to the disk within a third of a second."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from journeyeditor.editor.editor import Editor, Told
from journeyeditor.editor.recording import Recording
from journeyeditor.errors import message
from journeyeditor.files.recovery import recovery_folder

REST = 300
"""Milliseconds from a change to the log; not put off by further changes."""
WRITTEN = 1000
"""Milliseconds after which what was given to the log is written, or cannot be."""


class Keeper(QObject):
    """Belongs to an editor as long as its window is open."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.recording = Recording(editor.document, folder_of(editor.settings.autosave_folder), lambda: editor.jotted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._flush)
        self._written = QTimer(self)
        self._written.setSingleShot(True)
        self._written.setInterval(WRITTEN)
        self._written.timeout.connect(self._look)
        self._told = False
        """Whether the trouble of now has been told."""
        self._ends = (editor.changed.listen(self._changed), editor.jotting.listen(self._changed))
        self._timer.start()

    def saved(self) -> None:
        """The document lies in its file now."""
        self.recording.flush()

    def close(self, *, keep: bool) -> None:
        """Ends the log; unsaved work is kept for the next start, or thrown away with the person's consent."""
        self._timer.stop()
        self._written.stop()
        for end in self._ends:
            end()
        self.recording.close(keep=keep)

    def _changed(self, _change: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        """Whoever relies on the log is told when it cannot be written, once until it can be again."""
        trouble = self.recording.log.trouble
        if trouble and not self._told:
            problem = message("What is not saved yet cannot be kept against a crash ({reason}).", reason=trouble)
            self._editor.told.tell(Told(problem, message("Save often, or choose another folder in the settings.")))
        self._told = bool(trouble)

    def _flush(self) -> None:
        self.recording.flush()
        self._written.start()
        if self.recording.waits:  # something is in the hand: as soon as it is let go
            self._timer.start()


def folder_of(chosen: str) -> Path:
    """The folder that a person chose for the log, else the usual one."""
    return Path(chosen) if chosen else recovery_folder()

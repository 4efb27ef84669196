"""Keeps the log of one open document: what was done is on its way to the disk within a third of a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.recording import Recording
from journeyeditor.errors import Message, message
from journeyeditor.files.recovery import recovery_folders
from journeyeditor.qt.window.deeds import say_quietly

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

REST = 300
"""Milliseconds from a change to the log; not put off by further changes."""
WRITTEN = 200
"""Milliseconds after which it is seen whether what was given to the log is written."""


class Keeper(QObject):
    """Belongs to an editor as long as its window is open."""

    def __init__(self, editor: Editor, window: MainWindow) -> None:
        super().__init__(window)
        self._editor, self._window = editor, window
        self._chosen = editor.settings.autosave_folder
        self.recording = Recording(editor.document, *recovery_folders(self._chosen), jotted=lambda: editor.jotted)
        self._told: str | None = None
        """What was said of the trouble of now."""
        self._timer, self._look_timer = self._timed(REST, self._flush), self._timed(WRITTEN, self._look)
        self._ends = (editor.changed.listen(self._changed), editor.jotting.listen(self._changed))
        self._timer.start()

    def _timed(self, after: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(do)
        return timer

    def saved(self) -> None:
        """The document lies in its file now."""
        self._flush()

    def take(self, chosen: str) -> None:
        """Keeps the log in another folder, if the settings say so, from now on."""
        if chosen != self._chosen:
            self._chosen, self._told = chosen, None
            self.recording.move(*recovery_folders(chosen))
            self._look_timer.start()

    def close(self, *, keep: bool) -> None:
        """Ends the log; unsaved work is kept for the next start, or thrown away with the person's consent."""
        self._timer.stop()
        self._look_timer.stop()
        for end in self._ends:
            end()
        self.recording.close(keep=keep)

    def _changed(self, _change: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _flush(self) -> None:
        self.recording.flush()
        self._look_timer.start()
        if self.recording.waits:  # something is in the hand: as soon as it is let go
            self._timer.start()

    def _look(self) -> None:
        """Whether the log was written; if not, the other folder is taken at once, and that is said."""
        recording = self.recording
        if not recording.log.is_idle:
            self._look_timer.start()
        elif recording.log.trouble and recording.can_fall_back:
            self._flush()
        elif recording.log.trouble:
            problem = message("What is not saved yet cannot be kept against a crash ({reason}).")
            advice = message("Save often, or choose another folder in the settings.")
            self._tell(problem.filled(reason=recording.log.trouble), advice)
        elif self._chosen and not recording.can_fall_back:
            problem = message("“{folder}” cannot be written, so unsaved work is kept in the usual folder.")
            self._tell(problem.filled(folder=self._chosen), message("Choose another folder in the settings."))
        else:
            self._told = None

    def _tell(self, problem: Message, advice: Message) -> None:
        """Once, as long as it is so."""
        if problem.text != self._told:
            self._told = problem.text
            say_quietly(self._window, problem, advice, alarming=True)

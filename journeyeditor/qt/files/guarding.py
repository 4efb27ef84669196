"""Gives a sign of life on the locks of open files, and notices when somebody else has taken one over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from journeyeditor.errors import message
from journeyeditor.qt.window.deeds import say_quietly

if TYPE_CHECKING:
    from journeyeditor.qt.application import Program

ROUND = 300_000
"""Milliseconds between two signs."""


class Guard(QObject):
    """One for all windows."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(ROUND)

    def look(self) -> None:
        """Looks at every lock once."""
        for window in tuple(self._program.windows):
            document = window.document if window.has_map else None
            if document is None or document.lock is None or document.lock.renew():
                continue
            document.lock = None
            say_quietly(
                window,
                message("Somebody else has opened this file to work on it too."),
                message("If both save, the one who saves later is asked what to do."),
                alarming=True,
            )


def watch(program: Program) -> None:
    """From now on."""
    if program.findChild(Guard) is None:
        Guard(program)

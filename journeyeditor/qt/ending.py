"""Ends the program when the system says so: a signal, or the end of the session. Nothing is asked then."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from journeyeditor.qt.application import Program

SIGNALS = tuple(found for name in ("SIGTERM", "SIGINT", "SIGHUP") if (found := getattr(signal, name, None)) is not None)


class Ending(QObject):
    """Listens for signals. Python runs its handlers only between two of its own steps, which an idle window does not
    make for seconds; a socket that wakes Qt's loop makes it at once.
    """

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._ear, self._mouth = socket.socketpair()
        self._ear.settimeout(0)
        self._mouth.settimeout(0)
        self._wakeup = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, self._heard) for one in SIGNALS}
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.commitDataRequest.connect(self._end_of_session)

    def _drain(self) -> None:
        """Python's own handler runs as soon as this one has begun."""
        with contextlib.suppress(BlockingIOError, OSError):
            self._ear.recv(4096)

    def _heard(self, _number: int, _frame: object) -> None:
        self.end()

    def _end_of_session(self, manager: QSessionManager) -> None:
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self.end()

    def end(self) -> None:
        """Closes every window without a question, open texts kept, and leaves."""
        for window in tuple(self._program.windows):
            window.close_at_once()
        QApplication.exit(0)

    def stop(self) -> None:
        """Signals do again what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

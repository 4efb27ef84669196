"""When Python looks for dead cycles: while the hands rest, because on a long map it takes a second to look at all.

What a window holds when it has opened stays, so it is not looked at again before a window closes or nobody has done
anything for minutes.

Python never looks by itself while a window is open. It would do so in whichever thread makes the next object (one that
draws an export, or a picture for the start page), and parts of Qt that it finds dead would end in that thread: a crash.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from journeyeditor.qt.application import Program

YOUNG = 50_000
"""New objects after which the youngest are looked at while somebody works; the old ones never are then."""
ROUND = 1_000
"""Milliseconds between two looks at what is new: often enough that there is never much of it."""
REST = 2.0
"""Seconds without a key or click: now it may take a moment."""
LONG_REST, SELDOM = 60.0, 600.0
"""Seconds of rest, and since the last time, after which everything is looked at."""


class Tidying(QObject):
    """Looks after memory as long as the program runs."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._whole = time.monotonic()
        self._windows = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._round)
        gc.disable()

    def begin(self) -> None:
        """The window is there: what it holds is no rubbish."""
        gc.freeze()
        self._timer.start(ROUND)

    def thorough(self) -> None:
        """Looks at everything, after a window has closed or while nobody works."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._whole = time.monotonic()

    def stop(self) -> None:
        """Python looks when it wants to, as before."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _round(self) -> None:
        now = time.monotonic()
        worked, windows = self._program.worked_at, len(self._program.windows)
        if now - worked < REST:
            if gc.get_count()[0] > YOUNG:
                gc.collect(0)
            return
        long_ago = now - worked > LONG_REST and now - self._whole > SELDOM and worked > self._whole
        if long_ago or windows < self._windows:
            self.thorough()
        else:
            gc.collect(1)
            gc.freeze()
        self._windows = windows

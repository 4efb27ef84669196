"""When the poster's type is chosen again: as soon as nothing is held and the hands rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from journeyeditor.editor import Editor
from journeyeditor.qt.canvas.hand import Hand

REST = 300
"""Milliseconds after the last change."""
LONG_REST = 4_000
"""The same where choosing the type takes long enough to be in somebody's way."""
LONG = 0.7
"""Seconds."""
TOO_LONG = 2.0
"""Seconds: where choosing takes this long, the type stays as it is until the map is opened again or set on another
paper. Printing chooses by itself.
"""


class Settling:
    """Watches an editor; it must be told of every key and movement."""

    def __init__(self, parent: QObject, editor: Editor, hand: Hand) -> None:
        self._editor = editor
        self._hand = hand
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._try)

    def changed(self, _: object = None) -> None:
        """The map is another; what it needs is found out when the hands have rested."""
        if not self._editor.is_settled and self._editor.fitting_time < TOO_LONG:
            self._timer.start(self._wait())

    def active(self) -> None:
        """Somebody types or moves: where choosing takes long it waits."""
        if self._timer.isActive() and self._wait() > REST:
            self._timer.start(self._wait())

    def _wait(self) -> int:
        return LONG_REST if self._editor.fitting_time > LONG else REST

    def _try(self) -> None:
        if self._editor.is_settled or self._editor.fitting_time >= TOO_LONG:
            return
        if self._editor.typing is not None or self._hand.is_busy:
            self._timer.start(self._wait())
            return
        self._editor.settle()

"""Tells whoever waits at a terminal what is being done, from the second second on."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from types import TracebackType
from typing import Self

from journeyeditor.cli import interruption
from journeyeditor.errors import Message
from journeyeditor.words import Words

PATIENCE = 1.0
"""Seconds before anything is said."""
PULSE = 0.5
CLEAR_LINE = "\r\x1b[K"


class Progress:
    """One line on standard error, renewed every half second and wiped at the end. Silent where there is no terminal."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._text = ""
        self._begun = time.monotonic()
        self._done = threading.Event()
        self._shown = False
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        if _at_terminal():
            self._thread = threading.Thread(target=self._pulse, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join(PULSE)
        self.wipe()

    def step(self, what: Message) -> None:
        """Says what is being done now. Raises KeyboardInterrupt if one was heard and got lost."""
        interruption.check()
        self._text = self._words.say(what)

    def wipe(self) -> None:
        """Leaves the line to somebody who has something to say."""
        if self._shown:
            _show(CLEAR_LINE)
            self._shown = False

    def _pulse(self) -> None:
        wait = PATIENCE
        while not self._done.wait(wait):
            seconds = int(time.monotonic() - self._begun)
            if self._text:
                _show(f"{CLEAR_LINE}{self._text} … {seconds} s")
                self._shown = True
            wait = PULSE


def _at_terminal() -> bool:
    with contextlib.suppress(ValueError, AttributeError):
        return sys.stderr.isatty()
    return False


def _show(text: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(text.encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()

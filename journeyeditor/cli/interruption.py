"""Ctrl+C is heard, even where Python loses it.

An interruption that comes while Python is inside a callback of its own (a module's lock is let go, a weak reference
ends) is printed and forgotten there. So it is also noted, and asked for before each step of the work.
"""

from __future__ import annotations

import signal
import threading
from types import FrameType

_heard = threading.Event()


def listen() -> None:
    """From now on an interruption is noted and raised; where somebody else listens already nothing changes."""
    _heard.clear()
    if threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def check() -> None:
    """Raises KeyboardInterrupt if one was heard."""
    if _heard.is_set():
        raise KeyboardInterrupt


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    _heard.set()
    raise KeyboardInterrupt

"""Listening to an editor's signals as long as a widget lives, and without keeping it alive."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from journeyeditor.editor import Signal


def listen(widget: QWidget, signal: Signal[Any], method: Callable[[Any], object]) -> None:
    """Calls a widget's bound method each time until the widget is destroyed."""
    weak = weakref.WeakMethod(method)

    def heard(payload: Any) -> None:
        found = weak()
        if found is not None:
            found(payload)

    end = signal.listen(heard)
    widget.destroyed.connect(lambda *_: end())

"""Sentences that several gestures say in the status bar."""

from __future__ import annotations

import sys

from journeyeditor.errors import Message, message
from journeyeditor.tools.marks import Hint

OTHERWISE = "⌥" if sys.platform == "darwin" else "Ctrl"
"""The key that makes a drag do otherwise: copy, or go by no steps."""
COPIES = message("{key} copies", key=OTHERWISE)
LETS_GO = message("Esc puts it back")
LETS_IT_BE = message("Esc lets it be")


def moving(what: Message, *, copies: bool = True) -> Hint:
    """Of something on the map that is being moved; `copies` if Ctrl would copy it."""
    return Hint(what, COPIES if copies else None, LETS_GO)


def placing(what: Message, how: Message | None = None) -> Hint:
    """Of something new that is about to land."""
    return Hint(what, how, LETS_IT_BE)

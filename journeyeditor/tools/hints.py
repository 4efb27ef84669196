"""Sentences that several gestures say in the status bar."""

from __future__ import annotations

import sys
from collections.abc import Collection

from journeyeditor.errors import Message, counted, message
from journeyeditor.model.naming import COUNTED
from journeyeditor.model.records import Record
from journeyeditor.tools.marks import Hint

OTHERWISE = "⌥" if sys.platform == "darwin" else "Ctrl"
"""The key that makes a drag do otherwise: copy, or go by no steps."""
COPIES = message("{key} copies", key=OTHERWISE)
ANSWERS_IT = message("It answers this pain point")
ANSWERS_ON_PAIN = message("On a pain point it answers that · {key} copies", key=OTHERWISE)
"""Of an opportunity in the hand that is on no pain."""
LETS_GO = message("Esc puts it back")
LETS_IT_BE = message("Esc lets it be")


def carrying(one: Message, kinds: Collection[type[Record]], count: int, *, copies: bool = False) -> Message:
    """What is moved or copied: the label of `one`, or how many of which kind."""
    if count < 2:
        return one
    things = counted("{n} thing", "{n} things", count)
    if len(set(kinds)) == 1:
        things = COUNTED.get(next(iter(kinds)), things).counting(count)
    return message("Copy {things}", things=things) if copies else message("Move {things}", things=things)


def moving(what: Message, *, copies: bool = True) -> Hint:
    """Of something on the map that is being moved; `copies` if Ctrl would copy it."""
    return Hint(what, COPIES if copies else None, LETS_GO)


def placing(what: Message, how: Message | None = None) -> Hint:
    """Of something new that is about to land."""
    return Hint(what, how, LETS_IT_BE)

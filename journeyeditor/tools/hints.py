"""Sentences that several gestures say in the status bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection

from journeyeditor.errors import Message, counted, message
from journeyeditor.model.records import (
    Entry,
    Gain,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.tools.marks import Hint

OTHERWISE = "⌥" if sys.platform == "darwin" else "Ctrl"
"""The key that makes a drag do otherwise: copy, or go by no steps."""
COPIES = message("{key} copies", key=OTHERWISE)
ANSWERS_IT = message("It answers this pain point")
ANSWERS_ON_PAIN = message("On a pain point it answers that · {key} copies", key=OTHERWISE)
"""Of an opportunity in the hand that is on no pain."""
LETS_GO = message("Esc puts it back")
LETS_IT_BE = message("Esc lets it be")


THINGS: dict[type[Record], Callable[[int], Message]] = {
    Stage: lambda n: counted("{n} stage", "{n} stages", n),
    Touchpoint: lambda n: counted("{n} touchpoint", "{n} touchpoints", n),
    Entry: lambda n: counted("{n} text", "{n} texts", n),
    Pain: lambda n: counted("{n} pain point", "{n} pain points", n),
    Gain: lambda n: counted("{n} gain", "{n} gains", n),
    Quote: lambda n: counted("{n} quote", "{n} quotes", n),
    Opportunity: lambda n: counted("{n} opportunity", "{n} opportunities", n),
    Measure: lambda n: counted("{n} measure", "{n} measures", n),
    Note: lambda n: counted("{n} note", "{n} notes", n),
}


def carrying(one: Message, kinds: Collection[type[Record]], count: int, *, copies: bool = False) -> Message:
    """What is moved or copied: the label of `one`, or how many of which kind."""
    if count < 2:
        return one
    things = counted("{n} thing", "{n} things", count)
    if len(set(kinds)) == 1 and (named := THINGS.get(next(iter(kinds)))) is not None:
        things = named(count)
    return message("Copy {things}", things=things) if copies else message("Move {things}", things=things)


def moving(what: Message, *, copies: bool = True) -> Hint:
    """Of something on the map that is being moved; `copies` if Ctrl would copy it."""
    return Hint(what, COPIES if copies else None, LETS_GO)


def placing(what: Message, how: Message | None = None) -> Hint:
    """Of something new that is about to land."""
    return Hint(what, how, LETS_IT_BE)

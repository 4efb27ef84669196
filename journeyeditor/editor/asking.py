"""Questions that a command has before it can go on; whoever shows the editor puts them to the person."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from journeyeditor.errors import Message


class Choice(msgspec.Struct, frozen=True):
    """One possible answer: what `Ask.then` is given, and what is read (a text of the person's own as it is)."""

    key: str
    label: Message | str


class Ask(msgspec.Struct, frozen=True):
    """A question with a few answers. `then` goes on with the key of the one chosen; not called = nothing happens."""

    question: Message
    choices: tuple[Choice, ...]
    then: Callable[[str], object]

"""What an import had to guess, change or drop: said to the reader line by line, and handed on as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypedDict

import msgspec

from journeyeditor.errors import Message, counted, message
from journeyeditor.words import Words

NoticeKind = Literal["guessed", "changed", "dropped"]
KINDS: dict[NoticeKind, Message] = {
    "guessed": message("guessed"),
    "changed": message("changed"),
    "dropped": message("dropped"),
}
MOST_NOTICES = 2000
"""More than anybody reads: what comes after is counted only, so that a hostile file cannot fill the memory."""


class PlainNotice(TypedDict):
    """One notice as JSON."""

    kind: NoticeKind
    line: int | None
    message: str


class PlainReport(TypedDict):
    """A report as JSON. `more` is the number of notices that are not listed."""

    format: str
    guessed: int
    changed: int
    dropped: int
    more: int
    notices: list[PlainNotice]


class Notice(msgspec.Struct, frozen=True):
    """One thing that is not as it was written. `line` counts from 1 in the file; None = the file as a whole."""

    kind: NoticeKind
    message: Message
    line: int | None = None
    otherwise: Message | None = None
    """What to write on the command line to have it another way; a window asks instead."""

    @property
    def in_full(self) -> Message:
        """The sentence with what to write on the command line."""
        if self.otherwise is None:
            return self.message
        return message("{problem} {advice}", problem=self.message, advice=self.otherwise)

    def told(self, speech: Words, *, in_full: bool = False) -> str:
        """A line for a reader: where in the file, what kind of notice, and the sentence."""
        sentence = self.in_full if in_full else self.message
        told = speech.say("{kind}: {sentence}", kind=KINDS[self.kind], sentence=sentence)
        if self.line is None:
            return told
        return speech.say("{place}: {sentence}", place=message("line {line}", line=self.line), sentence=told)


class Report(msgspec.Struct):
    """Notices in the order of the file."""

    format: str
    notices: list[Notice] = msgspec.field(default_factory=list)
    counts: dict[NoticeKind, int] = msgspec.field(default_factory=dict)

    def guessed(self, message: Message, line: int | None = None, otherwise: Message | None = None) -> None:
        """Notes something that was not said and had to be assumed."""
        self._note(Notice("guessed", message, line, otherwise))

    def changed(self, message: Message, line: int | None = None) -> None:
        """Notes something that came in, but not as it was written."""
        self._note(Notice("changed", message, line))

    def dropped(self, message: Message, line: int | None = None, otherwise: Message | None = None) -> None:
        """Notes something that did not come in."""
        self._note(Notice("dropped", message, line, otherwise))

    def _note(self, notice: Notice) -> None:
        self.counts[notice.kind] = self.counts.get(notice.kind, 0) + 1
        if len(self.notices) < MOST_NOTICES:
            self.notices.append(notice)

    @property
    def more(self) -> int:
        """How many notices were counted but not kept."""
        return sum(self.counts.values()) - len(self.notices)

    def __iter__(self) -> Iterator[Notice]:
        return iter(sorted(self.notices, key=lambda notice: notice.line or 0))

    def __len__(self) -> int:
        return sum(self.counts.values())

    def told(self, speech: Words) -> list[str]:
        """The notices for a reader, line by line, and how many there are that were not kept."""
        lines = [notice.told(speech) for notice in self]
        more = speech.plural("… and {n} more remark.", "… and {n} more remarks.", self.more)
        return [*lines, more] if self.more else lines

    def summary(self, speech: Words) -> str:
        """How many notices there are of each kind."""
        guessed, changed, dropped = (self.counts.get(kind, 0) for kind in KINDS)
        parts = (
            counted("{n} guess", "{n} guesses", guessed),
            counted("{n} change", "{n} changes", changed),
            counted("{n} thing left out", "{n} things left out", dropped),
        )
        return speech.list([speech.say(one) for one in parts if one.count])

    def to_plain(self, say: Callable[[Message], str] = Message.english) -> PlainReport:
        """The report as JSON, its sentences said by `say` (English where none is given)."""
        return {
            "format": self.format,
            "guessed": self.counts.get("guessed", 0),
            "changed": self.counts.get("changed", 0),
            "dropped": self.counts.get("dropped", 0),
            "more": self.more,
            "notices": [{"kind": n.kind, "line": n.line, "message": say(n.in_full)} for n in self],
        }

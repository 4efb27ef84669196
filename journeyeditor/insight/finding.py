"""What map health finds, and the checks that find it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypedDict

import msgspec

from journeyeditor.errors import Message
from journeyeditor.insight.survey import Survey

Severity = Literal["problem", "hint"]
"""A problem: the map says something wrong, or lacks what its readers need. A hint: worth a look."""
SEVERITIES: tuple[Severity, ...] = ("problem", "hint")


class PlainFinding(TypedDict):
    """A finding as JSON."""

    code: str
    severity: Severity
    records: list[str]
    message: str
    why: str
    advice: str


class Finding(msgspec.Struct, frozen=True):
    """One thing that a map lacks or gets wrong. `code` is stable: other programs may rely on it."""

    code: str
    severity: Severity
    records: tuple[str, ...]
    """Ids of what it speaks of, the most important first. Never empty: the head stands for the journey as a whole."""
    message: Message
    """What was found."""
    why: Message
    """Why it matters."""
    advice: Message
    """What to do."""

    def to_plain(self, say: Callable[[Message], str] = Message.english) -> PlainFinding:
        """The finding as JSON, its sentences said by `say` (English where none is given)."""
        return {
            "code": self.code,
            "severity": self.severity,
            "records": list(self.records),
            "message": say(self.message),
            "why": say(self.why),
            "advice": say(self.advice),
        }


class Found(NamedTuple):
    """What one check says: of which records, and what."""

    records: tuple[str, ...]
    message: Message


class Check(msgspec.Struct, frozen=True):
    """One question of map health: how it is asked, and what is always true of its answers."""

    code: str
    severity: Severity
    find: Callable[[Survey], Iterable[Found]]
    why: Message
    advice: Message

    def findings(self, survey: Survey) -> list[Finding]:
        """Everything that this check finds."""
        return [
            Finding(self.code, self.severity, found.records, found.message, self.why, self.advice)
            for found in self.find(survey)
        ]

"""What comes of an export: files with their facts, and what there is to say about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeyeditor.errors import Message
from journeyeditor.exchange.report import Report

Step = Callable[[Message], None]
"""Is told what is being done, for whoever waits."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was printed: the sheet in mm and its smallest type in points."""

    paper: str
    width: float
    height: float
    smallest_type: float
    pages: int = 1
    """Pages in the file."""
    bleed: float = 0.0
    """How far the colours go beyond the sheet, mm."""
    scale: float | None = None
    """Of a poster that is put together from sheets: its size, 1 being its own."""


@dataclass(frozen=True, slots=True)
class File:
    """One finished file. `suffix` goes between the name that was asked for and its ending; empty for the first.

    `facts` is None for what has no sheet.
    """

    suffix: str
    data: bytes
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """A finished export: its files, at least one; what must be said of it, and what it had to leave out."""

    files: tuple[File, ...]
    notices: tuple[Message, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def data(self) -> bytes:
        """The first file."""
        return self.files[0].data

    @property
    def facts(self) -> Facts | None:
        """Those of the first file."""
        return self.files[0].facts


def no_step(_: Message) -> None:
    """Nobody waits."""

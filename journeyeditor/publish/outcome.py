"""What comes of an export: files with their facts, and what there is to say about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from journeyeditor.errors import Message
from journeyeditor.exchange.report import Report

if TYPE_CHECKING:
    from journeyeditor.publish.tiles_plan import Tiling

Step = Callable[[Message], None]
"""Is told what is being done, for whoever waits."""


class Facts(msgspec.Struct, frozen=True):
    """What was printed: the sheet in mm, and the poster's smallest type in points (None for a page that is none)."""

    paper: str
    width: float
    height: float
    smallest_type: float | None
    pages: int = 1
    """Pages in the file."""
    bleed: float = 0.0
    """How far the colours go beyond the sheet, mm."""
    scale: float | None = None
    """Of a poster that is put together from sheets: its size, 1 being its own."""


class File(msgspec.Struct, frozen=True):
    """One finished file. `suffix` goes between the name that was asked for and its ending; empty for the first.

    `facts` is None for what has no sheet.
    """

    suffix: str
    data: bytes
    facts: Facts | None = None
    report: Report | None = None
    """What a format that is not ours had to leave out."""


class Published(msgspec.Struct, frozen=True):
    """A finished export: its files, at least one, and what must be said of it."""

    files: tuple[File, ...]
    notices: tuple[Message, ...] = ()
    tilings: tuple[Tiling, ...] = ()
    """How each poster is spread over sheets, if it is."""

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

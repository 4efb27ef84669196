"""The words at the left of a lane."""

from __future__ import annotations

import msgspec

from journeyeditor.drawing import Words
from journeyeditor.layout.narrow import is_broken
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph

INDENT, TOP, BOTTOM = 2.0, 1.6, 1.6


class Label(msgspec.Struct, frozen=True):
    """A bold title, and captions under it."""

    parts: tuple[Paragraph, ...]
    unit: float
    cramped: bool = False
    """True if a word of the title had to be broken."""

    @property
    def height(self) -> float:
        """What a lane must have at least to hold it."""
        return sum(part.height for part in self.parts) + (TOP + BOTTOM + 0.8 * (len(self.parts) - 1)) * self.unit

    def at(self, left: float, top: float) -> tuple[Words, ...]:
        """The words for a lane that begins at `top`."""
        y = top + TOP * self.unit
        words: list[Words] = []
        for part in self.parts:
            words += part.at(left + INDENT * self.unit, y)
            y += part.height + 0.8 * self.unit
        return tuple(words)


def label(sheet: Sheet, title: str, below: tuple[str, ...] = (), colour: str | None = None) -> Label:
    """The label of a lane, broken for the label column."""
    room = sheet.label_width - (INDENT + 1.5) * sheet.unit
    parts = [paragraph(title, sheet.body(bold=True), colour or sheet.theme.ink, room)]
    parts += [paragraph(text, sheet.caption(), sheet.theme.muted, room) for text in below if text]
    return Label(tuple(parts), sheet.unit, is_broken(title, sheet.body(bold=True), room, sheet.unit))

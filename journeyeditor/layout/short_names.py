"""What a persona is called on the map: at the end of a line, and where somebody enters."""

from __future__ import annotations

import bisect

from journeyeditor import fonts
from journeyeditor.fonts import Style
from journeyeditor.fonts.segmentation import grapheme_ends
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model import naming
from journeyeditor.model.records import Persona

LEFT_OUT = "…"
LOOSE = " ,;:.-–—·/(«“"
"""What a name that is shortened does not end with."""


def short_name(sheet: Sheet, persona: Persona) -> str:
    """What tells a persona from the others on the sheet."""
    return naming.short_name(persona, sheet.personas, sheet.journey.head.language)


def named_within(name: str, style: Style, room: float, lines: int) -> str:
    """The name in so many lines of `room` mm at most: its first words and an ellipsis where it is longer.

    The whole name stands in the header, beside the same marker.
    """
    if fonts.line_count(name, style, room) <= lines:
        return name

    def shortened(end: int) -> str:
        return name[:end].rstrip(LOOSE) + LEFT_OUT

    def taken(end: int) -> int:
        return fonts.line_count(shortened(end), style, room)

    for ends in ([place for place, sign in enumerate(name) if sign == " "], grapheme_ends(name)):
        if count := bisect.bisect_right(ends, lines, key=taken):
            return shortened(ends[count - 1])
    return LEFT_OUT

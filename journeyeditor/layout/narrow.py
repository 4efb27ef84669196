"""How narrow a text may be set."""

from __future__ import annotations

from journeyeditor import fonts
from journeyeditor.fonts import Style

GROWTH = 1.15
LONGEST_WORD = 60.0
"""A word wider than this, in units of the sheet, is no reason for smaller type: an address, or a slip of the hand."""


def narrowest(text: str, style: Style, lines: int, most: float) -> float:
    """The least width, about, in which no word is broken and the text has at most so many lines; at most `most` mm.

    Line ends of the text's own are not counted against it.
    """
    if not text.strip():
        return 0.0
    wanted = max(lines, sum(bool(part.strip()) for part in text.split("\n")))
    # a text cannot be set in fewer lines than its length asks for: begin there
    room = max(fonts.longest_word(text, style), 0.9 * fonts.width(" ".join(text.split()), style) / wanted, style.em)
    while room < most and fonts.line_count(text, style, room) > wanted:
        room *= GROWTH
    return min(room, most) + 1e-6


def whole_words(text: str, style: Style, unit: float) -> float:
    """The least width in which no word of a text is broken, mm; words that nobody could find room for do not count."""
    em, most = style.em, LONGEST_WORD * unit
    return next((width for ems in fonts.words(text, style) if (width := ems * em) <= most), 0.0)


def is_broken(text: str, style: Style, room: float, unit: float) -> bool:
    """True if a word of the text is wider than the room it has, and is not one that nobody could find room for."""
    return room < fonts.longest_word(text, style) - 1e-6 <= LONGEST_WORD * unit

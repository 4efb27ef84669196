"""Measuring and breaking text."""

from __future__ import annotations

import functools
import math

from journeyeditor.fonts import fallback
from journeyeditor.fonts.breaking import balanced_lines, break_lines, count_lines
from journeyeditor.fonts.line import Line, Style
from journeyeditor.fonts.paragraph import HANGING, Paragraph, clean, paragraph
from journeyeditor.fonts.setting import set_line


def _ems(room: float, style: Style) -> float:
    """A room in ems; type without size has all the room it wants."""
    if not style.em > 0:
        return math.inf
    return room / style.em if room > 0 else 0.0


def _paragraph(text: str, style: Style) -> Paragraph:
    return paragraph(text, style.bold, style.italic, style.language, style.direction)


@functools.lru_cache(maxsize=10_000)
def shape(text: str, style: Style) -> Line:
    """One line, as long as it gets; line ends in the text become spaces."""
    text = clean(text).replace("\n", " ")
    ready = _paragraph(text, style)
    pieces = [placed for atom in ready.atoms for placed in (*atom.pieces, *atom.spaces)]
    return set_line(text, pieces, style, rightward=ready.base == 0)


@functools.lru_cache(maxsize=10_000)
def width(text: str, style: Style) -> float:
    """Width of the text on one line, mm."""
    ready = _paragraph(clean(text).replace("\n", " "), style)
    return sum(atom.width + atom.space for atom in ready.atoms) * style.em


def longest_word(text: str, style: Style) -> float:
    """Width of the widest piece that a line break cannot divide, mm."""
    return max((_paragraph(part, style).widest for part in _parts(text)), default=0.0) * style.em


@functools.lru_cache(maxsize=10_000)
def wrap(text: str, style: Style, room: float, *, balance: bool = False) -> tuple[Line, ...]:
    """The text in lines of at most `room` mm. `balance` makes the lines about equally long, as many as needed.

    Line ends in the text are kept, an empty line between two others too; spaces at the ends of lines are not. A word
    that is too long is broken, never clipped: only a single grapheme may be wider than the room. Empty text gives no
    line.
    """
    lines: list[Line] = []
    for part in _parts(text):
        ready = _paragraph(part, style)
        broken = (balanced_lines if balance else break_lines)(ready, _ems(room, style))
        for line in broken:
            pieces = line.pieces(ready)
            lines.append(set_line(part[line.start : line.end], pieces, style, rightward=ready.base == 0))
        if not broken:
            lines.append(Line("", 0.0, (), style, ready.base == 0))
    return tuple(lines)


def line_count(text: str, style: Style, room: float) -> int:
    """How many lines `wrap` would give. Far quicker, for whoever tries many sizes before one is set."""
    counts = [count_lines(_paragraph(part, style), _ems(room, style)) if part else 1 for part in _parts(text)]
    return sum(counts)


def _parts(text: str) -> list[str]:
    """The paragraphs of a text, without spaces around them; no empty ones at the start and the end."""
    if text.isprintable():  # one paragraph, as nearly always
        text = text.strip(HANGING)
        return [text] if text else []
    parts = [part.strip(HANGING) for part in clean(text).split("\n")]
    while parts and not parts[0]:
        del parts[0]
    while parts and not parts[-1]:
        del parts[-1]
    return parts


def unknown_characters(text: str) -> frozenset[str]:
    """Characters that no bundled face has a glyph for; lines show a replacement in their place."""
    return frozenset().union(*(fallback.unknown(part) for part in clean(text).split("\n")))

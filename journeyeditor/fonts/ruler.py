"""Measuring and breaking text."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from journeyeditor.fonts import fallback
from journeyeditor.fonts.breaking import balanced_lines, break_lines, count_lines, count_whole_lines, holds_words
from journeyeditor.fonts.direction import Direction
from journeyeditor.fonts.line import Line, Style
from journeyeditor.fonts.paragraph import HANGING, PARAGRAPHS, Paragraph, clean, paragraph
from journeyeditor.fonts.setting import set_line

Ink = tuple[int, float, float]
"""How many lines a text has, and how far the ink of any of them reaches above and below its baseline, mm."""


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
    return _widest(text, style.bold, style.italic, style.language, style.direction) * style.em


@functools.lru_cache(maxsize=PARAGRAPHS)
def _widest(text: str, bold: bool, italic: bool, language: str, direction: Direction) -> float:
    """Width of the widest piece that a line break cannot divide, in ems: the same at every size."""
    return max([ready.widest for ready in _ready(text, bold, italic, language, direction)], default=0.0)


def words(text: str, style: Style) -> tuple[float, ...]:
    """The longest piece of each word that a line break cannot divide, in ems, the widest first."""
    return _words(text, style.bold, style.italic, style.language, style.direction)


@functools.lru_cache(maxsize=PARAGRAPHS)
def _words(text: str, bold: bool, italic: bool, language: str, direction: Direction) -> tuple[float, ...]:
    found = {_widest(word, bold, italic, language, direction) for word in text.split()}
    return tuple(sorted(found, reverse=True))


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
    ems = _ems(room, style)
    count = 0
    for ready in _ready(text, style.bold, style.italic, style.language, style.direction):
        count += (count_whole_lines if ready.even and holds_words(ready, ems) else count_lines)(ready, ems) or 1
    return count


def ink(text: str, style: Style, room: float) -> Ink:
    """What `wrap` would need, balanced or not, without making a line where no word has to be divided."""
    em = style.em
    if em > 0:
        ems = room / em if room > 0 else 0.0
        count, rise, fall = 0, 0.0, 0.0
        for ready in _ready(text, style.bold, style.italic, style.language, style.direction):
            if not ready.even or not holds_words(ready, ems):
                break
            count += count_whole_lines(ready, ems) or 1  # an empty line counts too
            if ready.rise > rise:  # noqa: PLR1730
                rise = ready.rise
            if ready.fall > fall:  # noqa: PLR1730
                fall = ready.fall
        else:
            return count, rise * em, fall * em
    return ink_of(wrap(text, style, room))


@functools.lru_cache(maxsize=PARAGRAPHS)
def _ready(text: str, bold: bool, italic: bool, language: str, direction: Direction) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, made ready."""
    return tuple([paragraph(part, bold, italic, language, direction) for part in _parts(text)])


def ink_of(lines: Sequence[Line]) -> Ink:
    """How many lines these are, and how far the ink of any of them reaches above and below its baseline, mm."""
    rise = max([line.ascent for line in lines], default=0.0)
    return len(lines), rise, max([line.descent for line in lines], default=0.0)


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

"""Measuring and breaking text."""

from __future__ import annotations

import functools

import uharfbuzz

from journeyeditor.fonts.catalogue import Face, faces
from journeyeditor.fonts.line import LINE_STEP, Glyph, Line, Run, Style


def _face(style: Style) -> Face:
    return next(f for f in faces().values() if f.bold == style.bold and f.italic == style.italic)


@functools.lru_cache(maxsize=20_000)
def shape(text: str, style: Style) -> Line:
    """One line, as long as it gets."""
    face = _face(style)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.font, buffer, {"kern": True, "liga": True})
    k = style.em / face.units
    x, glyphs = 0.0, []
    infos = buffer.glyph_infos
    starts = sorted({i.cluster for i in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    for info, pos in zip(infos, buffer.glyph_positions, strict=True):
        first = info.cluster not in seen
        seen.add(info.cluster)
        glyphs.append(
            Glyph(
                info.codepoint,
                x + pos.x_offset * k,
                -pos.y_offset * k,
                pos.x_advance * k,
                text[info.cluster : ends[info.cluster]] if first else "",
            )
        )
        x += pos.x_advance * k
    return Line(text, x, (Run(face.name, style.em, tuple(glyphs)),), style)


def width(text: str, style: Style) -> float:
    """Width of the text on one line, mm."""
    return shape(text, style).width


def longest_word(text: str, style: Style) -> float:
    """Width of the widest piece that a line break cannot divide, mm."""
    return max((width(word, style) for word in text.split()), default=0.0)


def line_height(style: Style) -> float:
    """From one baseline to the next, mm."""
    return style.em * LINE_STEP


def ascent(style: Style) -> float:
    """From the baseline up to the top of tall letters, mm."""
    return style.em * 0.76


def descent(style: Style) -> float:
    """From the baseline down to the foot of `g`, mm."""
    return style.em * 0.24


def wrap(text: str, style: Style, room: float, *, balance: bool = False) -> tuple[Line, ...]:
    """The text in lines of at most `room` mm. `balance` makes the lines about equally long, as many as needed.

    Line ends in the text are kept; a word that is too long is broken, never clipped. Empty text gives no line.
    """
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split():
            longer = f"{current} {word}".strip()
            if current and width(longer, style) > room:
                lines.append(shape(current, style))
                current = word
            else:
                current = longer
        if current:
            lines.append(shape(current, style))
    return tuple(lines)


def unknown_characters(text: str) -> frozenset[str]:
    """Characters that no bundled face has a glyph for."""
    return frozenset(
        ch for ch in text if not any(ord(ch) in face.characters for face in faces().values()) and ch.isprintable()
    )

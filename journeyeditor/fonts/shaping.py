"""Shaping with HarfBuzz, one piece at a time, in ems: a piece has one face, one direction and no break inside.

A piece is shaped once, whatever the type size: the cache holds words, not lines.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec

from journeyeditor.fonts.catalogue import Cut, Face
from journeyeditor.fonts.line import Shaped

FEATURES = {"kern": True, "liga": True}
PIECES = 50_000
"""How many shaped pieces are remembered: the words of several large maps."""

REPLACEMENT = "\ufffd"
"""What is drawn for a character that no face has."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


class Piece(msgspec.Struct, frozen=True):
    """Shaped glyphs in ems, from the left, y down.

    `rise` and `fall` are how far ink reaches above and below the baseline.
    """

    text: str
    cut: Cut
    rightward: bool
    width: float
    glyphs: Shaped
    rise: float
    fall: float


def language_tag(language: str) -> str:
    """The language as HarfBuzz may be told; never the one of the machine, which would change what is printed."""
    return language if _LANGUAGE.match(language) else "und"


@functools.lru_cache(maxsize=PIECES)
def shape_piece(
    text: str,
    cut: Cut,
    rightward: bool = True,
    language: str = "",
    before: str = "",
    after: str = "",
) -> Piece:
    """The glyphs of a piece. `before` and `after` are what it joins in a script whose letters join, else empty."""
    return _shaped(text, text, cut, rightward, language, before, after)


@functools.lru_cache(maxsize=1_000)
def replacement(text: str, cut: Cut, rightward: bool) -> Piece:
    """A visible mark in the place of a text that no face can show; the text is kept for whoever copies it."""
    return _shaped(REPLACEMENT, text, cut, rightward, "", "", "")


def _shaped(
    shown: str,
    text: str,
    cut: Cut,
    rightward: bool,
    language: str,
    before: str,
    after: str,
) -> Piece:
    infos, positions = _harfbuzz(shown, cut.face, rightward, language, before, after)
    k = 1.0 / cut.face.units
    starts = sorted({info.cluster - len(before) for info in infos})
    starts[:1] = [0]  # an invisible character at the start belongs to what follows
    ends = dict(zip(starts, [*starts[1:], len(shown)], strict=True))
    seen: set[int] = set()
    glyphs: list[tuple[int, float, float, float, str]] = []
    x = rise = fall = 0.0
    for info, position in zip(infos, positions, strict=True):
        cluster = info.cluster - len(before)
        cluster = cluster if cluster in ends else 0
        stands_for = ""
        if cluster not in seen:
            seen.add(cluster)
            stands_for = text if shown is not text else text[cluster : ends[cluster]]
        advance = position.x_advance * k
        glyphs.append((info.codepoint, position.x_offset * k, -position.y_offset * k, advance, stands_for))
        top, bottom = _ink(cut.face, info.codepoint)
        if top > bottom:
            rise = max(rise, (top + position.y_offset) * k)
            fall = max(fall, -(bottom + position.y_offset) * k)
        x += advance
    return Piece(text, cut, rightward, x, tuple(glyphs), rise, fall)


def _harfbuzz(
    text: str,
    face: Face,
    rightward: bool,
    language: str,
    before: str,
    after: str,
) -> tuple[list[Any], list[Any]]:
    """Glyph ids and positions, in units of the face."""
    import uharfbuzz  # noqa: PLC0415 - a program that shows no text yet does not pay for it

    buffer = uharfbuzz.Buffer()
    if before or after:
        buffer.add_codepoints([ord(ch) for ch in before + text + after], len(before), len(text))
    else:
        buffer.add_str(text)
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()  # finds the script
    buffer.direction = "ltr" if rightward else "rtl"
    buffer.language = language_tag(language)
    uharfbuzz.shape(face.font, buffer, FEATURES)
    return buffer.glyph_infos, buffer.glyph_positions


@functools.lru_cache(maxsize=20_000)
def _ink(face: Face, glyph: int) -> tuple[int, int]:
    """Top and bottom of the glyph's ink, in units of the face; (0, 0) for none."""
    extents = face.font.get_glyph_extents(glyph)
    if extents is None or extents.height == 0:
        return 0, 0
    return extents.y_bearing, extents.y_bearing + extents.height

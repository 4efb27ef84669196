"""A line of text that has been shaped: glyphs with places, and the text that each cluster stands for."""

from __future__ import annotations

from typing import Literal

import msgspec

MM_PER_POINT = 25.4 / 72
EMBOLDEN = 1 / 28
"""How wide painters stroke the outlines of a run that is to look bold, as a part of its em; half falls outside."""
SLANT = 0.2126
"""How far painters shear a run that is to look italic: to the right by this part of the height (12 degrees)."""
Shaped = tuple[tuple[int, float, float, float, str], ...]
"""The glyphs of a word in ems: id, shift across and down, advance, and the text that its cluster stands for."""
LINE_STEP = 1.338
"""Line height as a multiple of the type size (body 9 pt on 4.25 mm)."""


class Style(msgspec.Struct, frozen=True):
    """How a text is set. `size` in points; `language` (`ja`, `zh-Hans` …) decides between faces of the same letters."""

    size: float
    bold: bool = False
    italic: bool = False
    language: str = ""
    direction: Literal["auto", "ltr", "rtl"] = "auto"

    @property
    def em(self) -> float:
        """The type size in mm."""
        return self.size * MM_PER_POINT


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """One glyph: its id in the face, its place from the line's start on the baseline (mm, y down), its advance.

    `text` is what its cluster stands for, on the first glyph of the cluster; further ones carry an empty text.
    (A struct of msgspec, not a dataclass: a poster has a hundred thousand, and these are made ten times faster.)
    """

    id: int
    x: float
    y: float
    advance: float
    text: str


class Run(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one face and one direction, in visual order from the left; the first begins at `x` (mm).

    `pieces` are the glyphs word by word, as they were shaped: a word that recurs is the same object, whatever its
    size, and there is always one. A line is measured far more often than it is painted, so `glyphs`, which have places
    on the line, are made of them by whoever asks; a painter keeps what it makes of them.
    `embolden` and `slant` stand for faces that do not exist: painters stroke or shear the same glyphs, which keep
    their places and advances. `level` is the bidi level (UAX 9): even from the left, odd from the right; `logical`
    puts the clusters of a line back into the order in which they are read.
    """

    face: str
    em: float
    x: float
    pieces: tuple[Shaped, ...]
    rightward: bool = True
    embolden: bool = False
    slant: bool = False
    level: int = 0

    @property
    def start(self) -> float:
        """Where the first glyph stands, mm: not at `x` if it is shifted."""
        return self.x + self.pieces[0][0][1] * self.em

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs with their places on the line, made anew."""
        em, x = self.em, self.x
        made: list[Glyph] = []
        for piece in self.pieces:
            for identity, dx, dy, advance, stands_for in piece:
                step = advance * em
                made.append(Glyph(identity, x + dx * em, dy * em, step, stands_for))
                x += step
        return tuple(made)


class Line(msgspec.Struct, frozen=True, gc=False):
    """A shaped line. `text` is what was written, in logical order; `width` in mm.

    `rightward` is the direction of its paragraph. `ascent` and `descent` say how far ink really reaches above and
    below the baseline, mm; a script with tall letters or marks may need more than `fonts.ascent(style)`.
    """

    text: str
    width: float
    runs: tuple[Run, ...]
    style: Style
    rightward: bool = True
    ascent: float = 0.0
    descent: float = 0.0

"""Codes for glyphs: each code is one glyph together with the text that it stands for, so that text reads back exactly.

One glyph may have several codes: the bracket that opens in one direction closes in the other, and a space may be one
that does not break.
"""

from __future__ import annotations

import msgspec

from journeyeditor.errors import JourneyError, message
from journeyeditor.fonts import Face

MOST_CODES = 0xFFFF
_SPACE = 0x20


class Code(msgspec.Struct, frozen=True):
    """What a code stands for. `advance` in em; a code without text is never read by itself."""

    glyph: int
    text: str
    advance: float


class Letters:
    """One face in one document."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        """Its name in the pages' resources."""
        self.codes = [Code(0, "", 0.0)]
        """By number; the first is the box for what is missing."""
        self.usual: dict[int, tuple[str | None, str, float]] = {}
        """For each glyph the text that it stood for first, its code as hexadecimal digits, and its advance in em.

        The text is None if the glyph was first met as a part of a cluster.
        """
        self.spelled: dict[tuple[int, float, float, float, str], str | None] = {}
        """The code of a glyph as it was shaped, with the shift behind it; None if a code alone cannot say it."""
        self.pieces: dict[int, str | None] = {}
        """What `spelling.pieced` has worked out, by the id of the piece: the page keeps it alive."""
        self.sizes: dict[float, str] = {}
        """What `size` has worked out."""
        self._space: str | None = None
        self._others: dict[Code, str] = {}

    @property
    def space(self) -> str:
        """The code of a space; empty if the face has none."""
        if self._space is None:
            glyph = self.face.font.get_nominal_glyph(_SPACE)
            self._space = self.code(glyph, " ") if glyph else ""
        return self._space

    def size(self, em: float) -> str:
        """The operator that chooses this face in a size (mm), with a space behind it."""
        self.sizes[em] = f"/{self.name} {em:.4f} Tf "
        return self.sizes[em]

    def code(self, glyph: int, text: str) -> str:
        """The code of a glyph that stands for a text; any code of the glyph if the text is empty."""
        usual = self.usual.get(glyph)
        if usual is None:
            # As exact as it is written, so that what a reader adds up is what we add up.
            advance: float = round(self.face.font.get_glyph_h_advance(glyph) / self.face.units, 5)
            usual = self.usual[glyph] = (text or None, self._new(Code(glyph, text, advance)), advance)
        if not text or usual[0] == text:
            return usual[1]
        return self._other(Code(glyph, text, usual[2]))

    def narrow(self, glyph: int, text: str, advance: float) -> str:
        """The code of a glyph that stands for a text and takes less room (em) than it is wide."""
        return self._other(Code(glyph, text, round(advance, 5)))

    def silent(self, text: str, advance: float) -> str:
        """The code of a glyph that shows nothing, stands for a text and takes some room (em)."""
        blank: int = self.face.font.get_nominal_glyph(_SPACE) or 0
        return self._other(Code(blank, text, round(advance, 5)))

    def _other(self, code: Code) -> str:
        if code not in self._others:
            self._others[code] = self._new(code)
        return self._others[code]

    def _new(self, code: Code) -> str:
        if len(self.codes) > MOST_CODES:
            raise JourneyError(message("There are more different letters than a PDF can hold in one font."))
        self.codes.append(code)
        return f"{len(self.codes) - 1:04X}"


def utf16(text: str) -> str:
    """The text as hexadecimal UTF-16, as names and maps in a PDF want it."""
    return text.encode("utf-16-be", "replace").hex().upper()

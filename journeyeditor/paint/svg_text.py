"""Lines of text as SVG text: real letters in reading order, each cluster at its own x."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from journeyeditor.drawing import Halo, Words
from journeyeditor.fonts import Run
from journeyeditor.fonts.catalogue import faces
from journeyeditor.fonts.line import EMBOLDEN, SLANT
from journeyeditor.paint.glyph_outlines import glyph_data, glyph_path
from journeyeditor.paint.markup import attribute, clean
from journeyeditor.paint.numbers import assert_finite, hexadecimal
from journeyeditor.paint.reading import Piece, pieces_as_read, runs_as_read
from journeyeditor.paint.webfont import css_face, css_font

_JOINED = re.compile("[\u0600-\u08ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc\U0001e900-\U0001e95f]")
"""Scripts whose letters join: a browser shapes from one x to the next, so that only words may have one."""


def number(value: float, digits: int = 3) -> str:
    """A length in mm, to the micrometre, as short as it goes."""
    short = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    assert_finite(short)
    return "0" if short == "-0" else short


class Lettering:
    """Writes lines of text, and remembers which face needs which characters."""

    def __init__(self) -> None:
        self._classes: dict[str, str] = {}
        self._characters: defaultdict[str, set[str]] = defaultdict(set)
        self._glyphs: defaultdict[str, set[int]] = defaultdict(set)
        self._rims: dict[tuple[str, int], str] = {}

    def style_sheet(self) -> str:
        """The faces and their names, once everything has been written."""
        rules = ["text{white-space:pre;text-rendering:geometricPrecision}"]
        for name, css_class in self._classes.items():
            face = faces()[name]
            rules += [css_face(face, self._characters[name], self._glyphs[name]), f".{css_class}{{{css_font(face)}}}"]
        return "\n".join(rules)

    def rims(self) -> Iterator[str]:
        """The outlines that rims are made of, once everything has been written."""
        for (name, glyph), identity in self._rims.items():
            yield f'<path id="{identity}" d="{glyph_data(faces()[name], glyph)}"/>'

    def words(self, words: Words) -> Iterator[str]:
        """The elements of one line."""
        runs = runs_as_read(words.line)
        if words.halo is not None:
            for run in runs:
                yield from self._rim(words, words.halo, run)
        for (slant, embolden), same in groupby(runs, key=lambda run: (run.slant, run.embolden)):
            alike = list(same)
            common = self._common(words, alike[0], slant=slant)
            colour = hexadecimal(words.colour)
            pen = f' stroke="{colour}" stroke-width="{number(alike[0].em * EMBOLDEN)}" stroke-linejoin="round"'
            yield f'<text{common} fill="{colour}"{pen if embolden else ""}>{self._spans(words, alike)}</text>'

    def _rim(self, words: Words, halo: Halo, run: Run) -> Iterator[str]:
        """The outlines of the letters, stroked: a stroke of the text itself would cover the letter before."""
        face = faces()[run.face]
        scale = run.em / face.units
        width = (2 * halo.width + (run.em * EMBOLDEN if run.embolden else 0)) / scale
        pen = f'stroke="{hexadecimal(halo.colour)}" stroke-width="{number(width)}" stroke-linejoin="round"'
        yield f'<g aria-hidden="true" fill="none" {pen}>'
        upright = f"{number(scale, 6)} 0 {number(scale * SLANT if run.slant else 0, 6)} {number(-scale, 6)}"
        for glyph in run.glyphs:
            if glyph_path(face, glyph.id):
                name = self._rims.setdefault((run.face, glyph.id), f"g{len(self._rims)}")
                place = f"{number(words.x + glyph.x)} {number(words.y + glyph.y)}"
                yield f'<use xlink:href="#{name}" transform="matrix({upright} {place})"/>'
        yield "</g>"

    def _common(self, words: Words, run: Run, *, slant: bool) -> str:
        language = words.line.style.language
        parts = [f' y="{number(words.y)}" font-size="{run.em:.4f}"']
        if language:
            parts.append(f" xml:lang={attribute(language)}")
        if slant:
            parts.append(f' transform="matrix(1 0 {-SLANT:.4f} 1 {number(SLANT * words.y)} 0)"')
        return "".join(parts)

    def _spans(self, words: Words, runs: Iterable[Run]) -> str:
        return "".join(span for run in runs for span in self._run(words.x, run))

    def _run(self, x: float, run: Run) -> Iterator[str]:
        css_class = self._classes.setdefault(run.face, f"f{len(self._classes)}")
        pieces = [piece for piece in pieces_as_read(run) if piece.text]
        self._characters[run.face].update(*(piece.text for piece in pieces))
        self._glyphs[run.face].update(glyph.id for glyph in run.glyphs)
        # From the right, x is the right end of a chunk, because text is anchored at its start.
        way = "" if run.rightward else ' direction="rtl" unicode-bidi="bidi-override"'
        for places, text in _chunks(pieces, x, rightward=run.rightward):
            yield f'<tspan class="{css_class}" x="{places}"{way}>{clean(text)}</tspan>'


def _chunks(pieces: Iterable[Piece], x: float, *, rightward: bool) -> Iterator[tuple[str, str]]:
    """Lists of x with the text that they place.

    A list gives an x to each character, so that a cluster of several characters ends its list: its other characters
    follow by themselves, shaped with the first.
    """
    places: list[str] = []
    text = ""
    before = " "
    for piece in pieces:
        joined = bool(_JOINED.search(piece.text) and _JOINED.search(before))
        if not joined:
            if len(text) > len(places) or ord(text[-1:] or " ") > 0xFFFF:
                yield " ".join(places), text
                places, text = [], ""
            places.append(number(x + (piece.left if rightward else piece.right)))
        text += piece.text
        before = piece.text
    if text:
        yield " ".join(places), text

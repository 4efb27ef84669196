"""A paragraph made ready for breaking: its atoms, each with its width in ems, whatever the type size.

An atom is what no line break may divide, with the spaces after it. Atoms are shaped one by one, so a line is as wide
as its atoms, and the same word is shaped once for all texts.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.fonts.catalogue import SANS, Cut, cut
from journeyeditor.fonts.direction import Direction, levels
from journeyeditor.fonts.fallback import Choice, choices, needs_sans_only
from journeyeditor.fonts.segmentation import breaks, stretches
from journeyeditor.fonts.shaping import Piece, replacement, shape_piece

PARAGRAPHS = 10_000
ATOMS = 50_000
SOFT_HYPHEN = "\u00ad"
HANGING = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""Spaces that a line may end with: they take no room there. No-break spaces are none of them."""

_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_JOINING = re.compile("[\u0600-\u08ff\u200d]")
_SPACES = re.compile(" +")


def clean(text: str) -> str:
    """The text as it can be set: control characters dropped, every kind of line end a newline, a tab a space."""
    if text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return _SURROGATE.sub("\ufffd", _DROPPED.sub("", text))


class Placed(msgspec.Struct, frozen=True):
    """A piece and its bidi level."""

    piece: Piece
    level: int


class Atom(msgspec.Struct, frozen=True):
    """What no line break divides: `length` characters, then a `gap` of spaces. Widths in ems.

    `hyphen` is the width of the hyphen that shows when a line ends here at a soft hyphen. An atom knows no place, so
    all texts share it.
    """

    length: int
    gap: int
    width: float
    space: float
    hyphen: float
    pieces: tuple[Placed, ...]
    spaces: tuple[Placed, ...]
    rise: float = 0.0
    """How far its ink reaches above the baseline."""
    fall: float = 0.0
    """How far it reaches below."""
    even: bool = True
    """True if lines that hold it whole have the same ink wherever they end: no hyphen shows, its spaces are bare."""


class Paragraph(msgspec.Struct, frozen=True):
    """A text without line ends, in one weight, slope and language, size-free."""

    text: str
    base: int
    levels: bytes | None
    choices: tuple[tuple[int, Choice], ...]
    language: str
    atoms: tuple[Atom, ...] = ()
    lefts: tuple[float, ...] = ()
    """Where each atom begins on one endless line."""
    rights: tuple[float, ...] = ()
    """Where its last letter ends there."""
    widest: float = 0.0
    """The room that no atom exceeds."""
    rise: float = 0.0
    """How far ink reaches above the baseline, if no atom is divided."""
    fall: float = 0.0
    """How far it reaches below."""
    even: bool = True
    """True if that does not depend on where its lines end."""

    def pieces(self, start: int, end: int) -> tuple[Placed, ...]:
        """The shaped pieces of a part of the text, in logical order."""
        return _pieces(self, start, end)

    def hyphen(self, end: int) -> Placed:
        """What shows when a line ends at the soft hyphen before this place."""
        last = self.pieces(max(end - 2, 0), max(end - 1, 0)) or self.pieces(end - 1, end)
        level, face = last[-1].level, last[-1].piece.cut
        sign = "\u2010" if face.face.covers(0x2010) else "-"
        piece = shape_piece(sign, face, level % 2 == 0, self.language)
        glyphs = tuple((*glyph[:4], SOFT_HYPHEN if n == 0 else "") for n, glyph in enumerate(piece.glyphs))
        return Placed(Piece(SOFT_HYPHEN, face, piece.rightward, piece.width, glyphs, piece.rise, piece.fall), level)


@functools.lru_cache(maxsize=PARAGRAPHS)
def paragraph(text: str, bold: bool, italic: bool, language: str, direction: Direction) -> Paragraph:
    """The paragraph of a clean text without line ends."""
    atoms: list[Atom] = []
    base, embedded = 0, None
    if needs_sans_only(text) and direction != "rtl":  # nothing in it runs from the right
        face = cut(SANS, bold, italic)
        chosen: tuple[tuple[int, Choice], ...] = ((len(text), Choice(face)),)
        for stretch in stretches(text):
            atoms += _plain_atoms(stretch, face, language)
    else:
        base, embedded = levels(text, direction)
        chosen = tuple(choices(text, bold, italic, language))
        bare = Paragraph(text, base, embedded, chosen, language)
        start = 0
        for stretch in stretches(text):
            atoms += _atoms(bare, start, stretch)
            start += len(stretch)
    if atoms and atoms[-1].hyphen:
        atoms[-1] = replace(atoms[-1], hyphen=0.0)  # nothing follows
    if not all([atom.length for atom in atoms]):  # noqa: C419 - a generator takes twice as long
        atoms = _without_empty(atoms)
    lefts, rights = places(atoms)
    widest = max([atom.width + atom.hyphen for atom in atoms], default=0.0)
    rise, fall = max([atom.rise for atom in atoms], default=0.0), max([atom.fall for atom in atoms], default=0.0)
    even = all([atom.even for atom in atoms])  # noqa: C419
    return Paragraph(text, base, embedded, chosen, language, tuple(atoms), lefts, rights, widest, rise, fall, even)


def _without_empty(atoms: Sequence[Atom]) -> list[Atom]:
    """Spaces that were looked at alone go with the atom before them, or no line could be rid of them."""
    kept: list[Atom] = []
    for atom in atoms:
        if atom.length == 0 and kept:
            last = kept[-1]
            spaces, space = (*last.spaces, *atom.spaces), last.space + atom.space
            kept[-1] = replace(last, gap=last.gap + atom.gap, space=space, spaces=spaces)
        else:
            kept.append(atom)
    return kept


def places(atoms: Sequence[Atom]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where atoms begin and end on one endless line."""
    lefts, rights = [], []
    x = 0.0
    for atom in atoms:
        lefts.append(x)
        x += atom.width
        rights.append(x)
        x += atom.space
    return tuple(lefts), tuple(rights)


@functools.lru_cache(maxsize=ATOMS)
def _plain_atoms(stretch: str, face: Cut, language: str) -> tuple[Atom, ...]:
    """The atoms of a stretch that runs from the left and that one face shows alone."""
    return _atoms(Paragraph(stretch, 0, None, ((len(stretch), Choice(face)),), language), 0, stretch)


def _atoms(bare: Paragraph, start: int, stretch: str) -> tuple[Atom, ...]:
    """The atoms of a stretch of the text that starts there."""
    result = []
    first = start
    for place in breaks(stretch):
        after = first + place
        end = start + len(bare.text[start:after].rstrip(HANGING))
        pieces, spaces = bare.pieces(start, end), bare.pieces(end, after)
        hyphen = bare.hyphen(end).piece.width if bare.text[start:end].endswith(SOFT_HYPHEN) else 0.0
        width = sum([placed.piece.width for placed in pieces])
        space = sum([placed.piece.width for placed in spaces])
        rise = max([placed.piece.rise for placed in pieces], default=0.0)
        fall = max([placed.piece.fall for placed in pieces], default=0.0)
        even = not hyphen and not any([placed.piece.rise or placed.piece.fall for placed in spaces])  # noqa: C419
        result.append(Atom(end - start, after - end, width, space, hyphen, pieces, spaces, rise, fall, even))
        start = after
    return tuple(result)


def _cuts(bare: Paragraph, start: int, end: int) -> list[int]:
    """Where a part of the text changes face or level, or words and spaces meet; its end included."""
    text = bare.text
    first = bisect_right(bare.choices, start, key=_end)
    cuts = {end}
    for span_end, _ in bare.choices[first:]:
        if span_end >= end:
            break
        cuts.add(span_end)
    if bare.levels is not None:
        cuts.update(at for at in range(start + 1, end) if bare.levels[at] != bare.levels[at - 1])
    for match in _SPACES.finditer(text, start, end):
        cuts.update(place for place in match.span() if place > start)
    return sorted(cuts)


def _pieces(bare: Paragraph, start: int, end: int) -> tuple[Placed, ...]:
    """The shaped pieces of a part of the text, in logical order."""
    text = bare.text
    result = []
    for cut_end in _cuts(bare, start, end) if start < end else ():
        choice = bare.choices[bisect_right(bare.choices, start, key=_end)][1]
        level = bare.base if bare.levels is None else bare.levels[start]
        part = text[start:cut_end]
        if choice.known:
            before, after = _joined(text, start), _joined(text, cut_end)
            piece = shape_piece(
                part,
                choice.cut,
                level % 2 == 0,
                bare.language,
                text[max(start - 3, 0) : start] if before else "",
                text[cut_end : cut_end + 3] if after else "",
            )
        else:
            piece = replacement(part, choice.cut, level % 2 == 0)
        result.append(Placed(piece, level))
        start = cut_end
    return tuple(result)


def _joined(text: str, place: int) -> bool:
    """Whether letters on both sides of a place may join, as Arabic ones do."""
    return 0 < place < len(text) and bool(_JOINING.match(text[place]) and _JOINING.match(text[place - 1]))


def _end(span: tuple[int, Choice]) -> int:
    return span[0]

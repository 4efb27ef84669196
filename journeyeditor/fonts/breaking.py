"""Breaking paragraphs into lines, in ems.

Every line takes as much as fits, so that more room never gives more lines. A word that is wider than the room starts
on a line of its own and is divided: after `- / . _ @ :` and before a capital inside it where that is enough, else
between graphemes; never inside one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journeyeditor.fonts.paragraph import SOFT_HYPHEN, Atom, Paragraph, Placed
from journeyeditor.fonts.segmentation import grapheme_ends

TOLERANCE = 1e-9
"""Ems: sums of the same widths in another order may differ in their last digits."""

BALANCE_STEPS = 14
"""How often the width is halved when lines are balanced: to 1/16,000 of the room."""

_JOINT = re.compile(r"(?<=[-/._@:=&?+])(?=[^-/._@:=&?+ ])|(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<= )(?=[^ ])")
"""Where a word that must be divided is divided best."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One line of a paragraph: `text[start:end]`, its pieces in logical order, and its width in ems."""

    start: int
    end: int
    width: float
    pieces: tuple[Placed, ...]


def line_of(paragraph: Paragraph, atoms: list[Atom]) -> Broken:
    """The atoms as one line: without the spaces at its end, with a hyphen where it ends at a soft one."""
    last = atoms[-1]
    pieces: list[Placed] = []
    for atom in atoms[:-1]:
        pieces += atom.pieces
        pieces += atom.spaces
    width = sum(atom.width + atom.space for atom in atoms[:-1]) + last.width
    if last.hyphen:
        pieces += paragraph.pieces(last.start, last.end - 1)
        pieces.append(paragraph.hyphen(last.end))
        width += last.hyphen
    else:
        pieces += last.pieces
    return Broken(atoms[0].start, last.end, width, tuple(pieces))


def break_lines(paragraph: Paragraph, room: float) -> list[list[Atom]]:
    """The atoms of each line for a room in ems."""
    fit = room + TOLERANCE
    divided = list(_divided(paragraph, fit))
    lines: list[list[Atom]] = []
    start = 0
    while start < len(divided):
        end = _line_end(divided, start, fit)
        lines.append([atom for atom, _ in divided[start:end]])
        start = end
    return lines


def _line_end(divided: list[tuple[Atom, bool]], start: int, fit: float) -> int:
    """Up to which atom a line reaches that starts with this one."""
    width, end = 0.0, start + 1
    for index in range(start, len(divided)):
        atom, fresh = divided[index]
        width += atom.width
        if width > fit or (fresh and index > start):
            break
        if width + atom.hyphen <= fit:
            end = index + 1
        width += atom.space
    return end


def _divided(paragraph: Paragraph, fit: float) -> Iterator[tuple[Atom, bool]]:
    """The atoms, those that are too wide in parts; and whether a part must start on a line of its own."""
    for atom in paragraph.atoms:
        if atom.width + atom.hyphen <= fit:
            yield atom, False
            continue
        start, fresh = atom.start, True
        for end in [*(match.end() for match in _JOINT.finditer(paragraph.text, atom.start, atom.end)), atom.end]:
            if _fits(paragraph, atom, start, end, fit):
                yield _part(paragraph, atom, start, end, fit), fresh
            else:
                yield from _by_graphemes(paragraph, atom, start, end, fit)
            start, fresh = end, False


def _by_graphemes(paragraph: Paragraph, atom: Atom, start: int, end: int, fit: float) -> Iterator[tuple[Atom, bool]]:
    """A part of an atom in pieces that fill a line each, the first on a line of its own."""
    ends = [start + place for place in grapheme_ends(paragraph.text[start:end])]
    if len(ends) > 1 and paragraph.text[end - 1] == SOFT_HYPHEN:
        del ends[-2]  # a soft hyphen goes with the letter before it
    first = 0
    while first < len(ends):
        low, high = 1, 2  # this many fit (or must), this many do not
        left = len(ends) - first
        while high <= left and _fits(paragraph, atom, start, ends[first + high - 1], fit):
            low, high = high, high * 2
        high = min(high, left + 1)
        while high - low > 1:
            middle = (low + high) // 2
            if _fits(paragraph, atom, start, ends[first + middle - 1], fit):
                low = middle
            else:
                high = middle
        stop = ends[first + low - 1]
        yield _part(paragraph, atom, start, stop, fit), first == 0
        start, first = stop, first + low


def _fits(paragraph: Paragraph, atom: Atom, start: int, end: int, fit: float) -> bool:
    """Whether a part of an atom fits, with its hyphen if it is to have one."""
    width = sum(placed.piece.width for placed in paragraph.pieces(start, end))
    return width + (atom.hyphen if end == atom.end else 0.0) <= fit


def _part(paragraph: Paragraph, atom: Atom, start: int, end: int, fit: float) -> Atom:
    """A part of an atom; the last one keeps the atom's spaces, and its hyphen where that fits."""
    pieces = paragraph.pieces(start, end)
    width = sum(placed.piece.width for placed in pieces)
    if end < atom.end:
        return Atom(start, end, end, width, 0.0, 0.0, pieces, ())
    hyphen = atom.hyphen if width + atom.hyphen <= fit else 0.0
    return Atom(start, end, atom.next, width, atom.space, hyphen, pieces, atom.spaces)


def balance(paragraph: Paragraph, room: float) -> list[list[Atom]]:
    """The lines of `break_lines`, as many, but about equally long: for the least room that keeps their number."""
    lines = break_lines(paragraph, room)
    if len(lines) < 2:
        return lines
    widths = [atom.width + atom.hyphen for atom in paragraph.atoms]
    total = sum(atom.width + atom.space for atom in paragraph.atoms) - paragraph.atoms[-1].space
    low = min(max([total / len(lines), *(width for width in widths if width <= room)]), room)
    best, high = lines, room
    for attempt in range(BALANCE_STEPS):
        middle = low if attempt == 0 else (low + high) / 2
        found = break_lines(paragraph, middle)
        if len(found) <= len(lines):
            best, high = found, middle
            if attempt == 0:
                break
        else:
            low = middle
    return best

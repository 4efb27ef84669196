"""Breaking paragraphs into lines, in ems.

Every line takes as much as fits, so that more room never gives more lines. A word that is wider than the room starts
on a line of its own and is divided: after `- / . _ @ :` and before a capital inside it where that is enough, else
between graphemes; never inside one.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor.fonts.paragraph import HANGING, SOFT_HYPHEN, Atom, Paragraph, Placed, places
from journeyeditor.fonts.segmentation import grapheme_ends

TOLERANCE = 1e-9
"""Ems: sums of the same widths in another order may differ in their last digits."""

BALANCE_STEPS = 14
"""How often the width is halved when lines are balanced: to 1/16,000 of the room."""
LONGEST_BALANCED = 5_000
"""Characters beyond which lines are left as they come."""

_JOINT = re.compile(r"(?<=[-/._@:=&?+])(?=[^-/._@:=&?+ ])|(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<= )(?=[^ ])")
"""Where a word that must be divided is divided best."""


class Broken(msgspec.Struct, frozen=True):
    """One line of a paragraph: its atoms, which stand for `text[start:end]`, without the spaces after the last."""

    start: int
    end: int
    atoms: tuple[Atom, ...]

    def pieces(self, paragraph: Paragraph) -> list[Placed]:
        """The pieces in logical order, with a hyphen where the line ends at a soft one."""
        pieces: list[Placed] = []
        for atom in self.atoms[:-1]:
            pieces += atom.pieces
            pieces += atom.spaces
        last = self.atoms[-1]
        if last.hyphen:
            return [*pieces, *paragraph.pieces(self.end - last.length, self.end - 1), paragraph.hyphen(self.end)]
        return [*pieces, *last.pieces]


def break_lines(paragraph: Paragraph, room: float) -> list[Broken]:
    """The lines for a room in ems."""
    lines: list[Broken] = []
    start = 0
    atoms, spans = _spans(paragraph, room + TOLERANCE)
    for first, end in spans:
        line = tuple(atoms[first:end])
        after = start
        for atom in line:
            after += atom.length + atom.gap
        lines.append(Broken(start, after - line[-1].gap, line))
        start = after
    return lines


def count_lines(paragraph: Paragraph, room: float) -> int:
    """How many lines `break_lines` would give."""
    return len(_spans(paragraph, room + TOLERANCE)[1])


def holds_words(paragraph: Paragraph, room: float) -> bool:
    """Whether no word has to be divided."""
    return paragraph.widest <= room + TOLERANCE


def count_whole_lines(paragraph: Paragraph, room: float) -> int:
    """As `count_lines`, where every word has room and no hyphen ever shows. The hottest loop of choosing a size."""
    fit = room + TOLERANCE
    lefts, rights = paragraph.lefts, paragraph.rights
    if not rights or rights[-1] <= fit:
        return len(rights[:1])
    count, start, after = 0, 0, len(rights)
    while start < after:
        start = bisect_right(rights, lefts[start] + fit, start + 1)
        count += 1
    return count


def _spans(paragraph: Paragraph, fit: float) -> tuple[Sequence[Atom], list[tuple[int, int]]]:
    """The atoms, where one is too wide its parts; and the first and the end of those of each line."""
    atoms: Sequence[Atom] = paragraph.atoms
    lefts, rights = paragraph.lefts, paragraph.rights
    fresh: list[int] = []
    if paragraph.widest > fit:
        atoms, fresh = _divided(paragraph, fit)
        lefts, rights = places(atoms)
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(atoms):
        limit = lefts[start] + fit
        end = max(bisect_right(rights, limit, start), start + 1)
        if fresh:
            following = bisect_right(fresh, start)
            end = min(end, *fresh[following : following + 1]) if following < len(fresh) else end
        while end > start + 1 and rights[end - 1] + atoms[end - 1].hyphen > limit:
            end -= 1  # a hyphen has no room there
        spans.append((start, end))
        start = end
    return atoms, spans


def _divided(paragraph: Paragraph, fit: float) -> tuple[list[Atom], list[int]]:
    """The atoms, those that are too wide in parts; and which parts must start on a line of their own."""
    atoms: list[Atom] = []
    fresh: list[int] = []
    start = 0
    for atom in paragraph.atoms:
        if atom.width + atom.hyphen <= fit:
            atoms.append(atom)
        else:
            fresh.append(len(atoms))
            part = _Part(paragraph, atom, start + atom.length, fit)
            first = start
            joints = [match.end() for match in _JOINT.finditer(paragraph.text, start + 1, part.last)]
            for end in (*joints, part.last):
                if part.fits(first, end):
                    atoms.append(part.atom(first, end))
                else:
                    fresh.append(len(atoms))
                    atoms += part.by_graphemes(first, end)
                first = end
        start += atom.length + atom.gap
    return atoms, fresh


class _Part(msgspec.Struct, frozen=True):
    """Divides an atom that is too wide and whose characters end at `last`."""

    paragraph: Paragraph
    whole: Atom
    last: int
    fit: float

    def core(self, start: int, end: int) -> int:
        """Where a part ends without the spaces at its end."""
        return start + len(self.paragraph.text[start:end].rstrip(HANGING))

    def fits(self, start: int, end: int) -> bool:
        """Whether a part of the atom fits, with its hyphen if it is to have one."""
        width = sum([placed.piece.width for placed in self.paragraph.pieces(start, self.core(start, end))])
        return width + (self.whole.hyphen if end == self.last else 0.0) <= self.fit

    def atom(self, start: int, end: int) -> Atom:
        """A part as an atom; the last one keeps the spaces, and the hyphen where that fits."""
        core = self.core(start, end)
        pieces, spaces = self.paragraph.pieces(start, core), self.paragraph.pieces(core, end)
        width = sum([placed.piece.width for placed in pieces])
        if end < self.last:
            space = sum([placed.piece.width for placed in spaces])
            return Atom(core - start, end - core, width, space, 0.0, pieces, spaces)
        whole = self.whole
        hyphen = whole.hyphen if width + whole.hyphen <= self.fit else 0.0
        return Atom(end - start, whole.gap, width, whole.space, hyphen, pieces, whole.spaces)

    def by_graphemes(self, start: int, end: int) -> Iterator[Atom]:
        """A part in pieces that fill a line each; a single grapheme may be wider."""
        text = self.paragraph.text
        ends = [start + place for place in grapheme_ends(text[start : self.core(start, end)])]
        if len(ends) > 1 and text[ends[-1] - 1] == SOFT_HYPHEN:
            del ends[-2]  # a soft hyphen goes with the letter before it
        ends[-1] = end
        first = 0
        while first < len(ends):
            low, high = 1, 2  # this many fit (or must), this many do not
            left = len(ends) - first
            while high <= left and self.fits(start, ends[first + high - 1]):
                low, high = high, high * 2
            high = min(high, left + 1)
            while high - low > 1:
                middle = (low + high) // 2
                if self.fits(start, ends[first + middle - 1]):
                    low = middle
                else:
                    high = middle
            stop = ends[first + low - 1]
            yield self.atom(start, stop)
            start, first = stop, first + low


def balanced_lines(paragraph: Paragraph, room: float) -> list[Broken]:
    """As many lines as `break_lines`, but about equally long: for the least room that keeps their number."""
    count = count_lines(paragraph, room)
    if count < 2 or len(paragraph.text) > LONGEST_BALANCED:
        return break_lines(paragraph, room)
    widths = (atom.width + atom.hyphen for atom in paragraph.atoms)
    widest = paragraph.widest if paragraph.widest <= room else max(width for width in (0.0, *widths) if width <= room)
    low = min(max(paragraph.rights[-1] / count, widest), room)
    if paragraph.even and paragraph.widest <= room:
        return break_lines(paragraph, _least_room(paragraph, count, low, room))
    best = low
    if count_lines(paragraph, low) > count:
        best = room
        for _ in range(BALANCE_STEPS):
            middle = (low + best) / 2
            spans = _spans(paragraph, middle + TOLERANCE)[1]
            if len(spans) <= count:
                best = middle
                if paragraph.widest <= low and _needed(paragraph, spans) < low + TOLERANCE / 2:
                    break  # in any room from here to the least that is left the lines are the same
            else:
                low = middle
    return break_lines(paragraph, best)


def _least_room(paragraph: Paragraph, count: int, low: float, room: float) -> float:
    """The room that `balanced_lines` settles on where no word is divided and no hyphen shows.

    Of each room that is tried it is known in which others the lines are the same: few have to be tried.
    """
    enough, border = _tried(paragraph, count, low)
    if enough:
        return low
    best, needed, more = room, math.inf, border
    for _ in range(BALANCE_STEPS):
        middle = (low + best) / 2
        if middle + 2 * TOLERANCE < more:
            low = middle  # the lines are those of the least room so far
            continue
        if middle + TOLERANCE / 2 < needed:
            enough, border = _tried(paragraph, count, middle)
            if not enough:
                low, more = middle, border
                continue
            needed = border
        best = middle
        if needed < low + TOLERANCE / 2:
            break  # in any room from here to the least that is left the lines are the same
    return best


def _tried(paragraph: Paragraph, count: int, room: float) -> tuple[bool, float]:
    """Whether so many lines are enough, and the room that they take; if not, the room that would change any of them."""
    fit = room + TOLERANCE
    lefts, rights = paragraph.lefts, paragraph.rights
    start, after = 0, len(rights)
    needed, more = 0.0, math.inf
    for _ in range(count):
        left = lefts[start]
        end = bisect_right(rights, left + fit, start + 1)
        needed = max(needed, rights[end - 1] - left)
        if end == after:
            return True, needed
        more = min(more, rights[end] - left)
        start = end
    return False, more


def _needed(paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> float:
    """The room that undivided atoms take in these lines, with a hyphen after each."""
    lefts, rights, atoms = paragraph.lefts, paragraph.rights, paragraph.atoms
    return max([rights[end - 1] + atoms[end - 1].hyphen - lefts[first] for first, end in spans])

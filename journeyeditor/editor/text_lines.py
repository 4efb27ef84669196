"""Which part of a text stands on which printed line, so that what is typed breaks where the poster breaks it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Words
from journeyeditor.fonts import Line, Style
from journeyeditor.geometry import Box

Align = Literal["start", "middle", "end"]
"""`start` is the left side, `end` the right."""
INK = "#1F2933"
MARKS = frozenset("“”„«»‹›\"'’‘「」…·—–")
"""What a poster may put around a text: marks that quote or shorten it, and what parts it from others beside it."""
OVERFULL = 1.1
"""How many times its room a line may take for the moment until the poster has followed."""
STEPS = 12
"""So many widths are tried to find out what room printed lines were broken for."""
NARROWEST = 1.0
"""Ems that a line has at least."""
BEGINNING = 12.0
"""Ems of a wide room that are looked at where nothing is written yet."""


class TextPlace(msgspec.Struct, frozen=True):
    """A text on the board, mm: its box as wide as it may become, its first baseline, type, colour and alignment."""

    box: Box
    baseline: float
    style: Style
    colour: str = INK
    align: Align = "start"
    new: bool = False
    """Nothing is written there yet."""
    lines: tuple[Words, ...] = ()
    """The lines in which it is written, in places of the board."""
    text: str = ""
    """What is written there."""
    before: str = ""
    """What the poster writes before it on its first line, as the mark that opens a quote; and behind it on its last."""
    after: str = ""
    hidden: tuple[Words, ...] = ()
    """What must not be seen while it is open: its lines, or the standard words in their place."""
    beside: frozenset[str] = frozenset()
    """All other lines that show its record."""
    shown: str = ""
    """The record of the drawing's groups in which it stands, where that is not the one that the text belongs to."""

    @property
    def step(self) -> float:
        """From one baseline to the next, mm."""
        if len(self.lines) > 1:
            return (self.lines[-1].y - self.lines[0].y) / (len(self.lines) - 1)
        return fonts.line_height(self.style)

    @property
    def beginning(self) -> Box:
        """What of its box has words, or will have the first: a loop's have room from one end of it to the other."""
        written = max((words.line.width for words in self.lines), default=0.0)
        wide = min(self.box.width, max(written, BEGINNING * self.style.em))
        spare = self.box.width - wide
        before = {"start": 0.0, "middle": spare / 2, "end": spare}[self.align]
        return Box(self.box.x + before, self.box.y, wide, self.box.height)


class TypedLine(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a paragraph, on a baseline of the board, mm.

    They begin at `x` and take `width`; `words` is what is to be painted, None where the ruler has nothing to say.
    """

    start: int
    end: int
    x: float
    y: float
    width: float = 0.0
    words: Words | None = None


Paragraphs = tuple[tuple[TypedLine, ...], ...]
"""The lines of each paragraph of a text; none is without."""


class Found(msgspec.Struct, frozen=True):
    """Lines `first` to `last` (excluded) say a text, with other words before and after it."""

    first: int
    last: int
    before: str = ""
    after: str = ""
    said: int = 0
    """How many of the characters that are seen."""

    @property
    def merit(self) -> tuple[int, int]:
        """More is better: as much of the text, and as little else, as may be."""
        return self.said, -len(squeezed(self.before)) - len(squeezed(self.after))


# -- finding a text among printed lines -----------------------------------------------------------------------------
def find_text(lines: Sequence[Line], text: str, *, followed: bool = False) -> Found | None:
    """Where a text stands among lines: whole and as little else as may be; else the lines that say most of it.

    `followed`: words of the poster may come right after it, as where a flow leads that leaves the page.
    Of places that are as good the last: a persona's initials, which may be all of a short name, come before the name.
    """
    wanted = squeezed(text)
    if not wanted:
        return None
    best: Found | None = None
    for first, last in _runs(lines):
        found = _whole(lines, first, last, wanted, followed)
        if found is not None and (best is None or found.merit >= best.merit):
            best = found
    return best or _part(lines, wanted)


def squeezed(text: str) -> str:
    """The characters that are seen: no spaces, no marks of direction, no soft hyphens."""
    return "".join(sign for sign in text if _is_seen(sign))


@lru_cache(maxsize=4096)
def _is_seen(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) not in {"Cf", "Cc"}


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Neighbouring lines of one style."""
    runs: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if runs and lines[runs[-1][0]].style == line.style:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def _whole(lines: Sequence[Line], first: int, last: int, wanted: str, followed: bool) -> Found | None:
    """The whole text within lines of one style."""
    places = [
        (number, place)
        for number in range(first, last)
        for place, sign in enumerate(lines[number].text)
        if _is_seen(sign)
    ]
    said = "".join(lines[number].text[place] for number, place in places)
    best: Found | None = None
    at = said.find(wanted)
    while at >= 0:
        (start, left), (end, right) = places[at], places[at + len(wanted) - 1]
        before, after = lines[start].text[:left], lines[end].text[right + 1 :]
        found = Found(start, end + 1, before, after, len(wanted))
        parted = _parts(before.rstrip()[-1:]) and (_parts(after.lstrip()[:1]) or (followed and after[:1].isspace()))
        if parted and (best is None or found.merit >= best.merit):
            best = found
        at = said.find(wanted, at + 1)
    return best


def _parts(sign: str) -> bool:
    """Whether a text can end beside this sign."""
    return sign in MARKS or not sign or not _is_seen(sign)


def _part(lines: Sequence[Line], wanted: str) -> Found | None:
    """Lines that begin a text which is not told to its end."""
    best: Found | None = None
    for first, last in _runs(lines):
        for start in range(first, last):
            said, end = "", start
            while end < last:
                more = said + squeezed(lines[end].text).strip("".join(MARKS))
                if not more or not wanted.startswith(more):
                    break
                said, end = more, end + 1
            if end > start and (best is None or len(said) >= best.said):
                best = Found(start, end, said=len(said))
    return best


# -- a text on its lines --------------------------------------------------------------------------------------------
def typed_lines(place: TextPlace, text: str) -> Paragraphs:
    """A text that is being typed, on the poster's own lines; on the ruler's where the poster has not followed yet."""
    found = _spread(place, text, place.lines) if place.lines else None
    if found is None and (patched := _patched(place, text)):
        found = _spread(place, text, patched)
    if found is None:
        found = _spread(place, text, wrapped(place, text))
    return found or _unruled(place, text)


def _patched(place: TextPlace, text: str) -> tuple[Words, ...]:
    """The printed lines with what was typed since on the line where it was typed: so nothing jumps until the poster
    itself breaks otherwise. None at all if a line gets too long for that, or paragraphs are others.
    """
    before = _spread(place, place.text, place.lines) if place.lines else None
    if before is None or len(before) != 1 or "\n" in text or not squeezed(text):
        return ()
    old = place.text
    same = _alike(old, text)
    rest = _alike(old[same:][::-1], text[same:][::-1])

    def now(at: int) -> int:
        if at <= same and at < len(old):
            return at
        return max(same, at - len(old) + len(text)) if at >= len(old) - rest else len(text) - rest

    room = max(place.box.width, *(words.line.width for words in place.lines)) * OVERFULL
    made = []
    for number, line in enumerate(before[0]):
        said = text[now(line.start) : now(line.end)].strip()
        said = (place.before if not number else "") + said + (place.after if line is before[0][-1] else "")
        shaped = fonts.shape(said, place.style)
        if not squeezed(said) or shaped.width > room:
            return ()
        made.append(replace(place.lines[number], x=_left(place, shaped.width), line=shaped))
    return tuple(made)


def _alike(one: str, other: str) -> int:
    """With how many characters two texts begin alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def wrapped(place: TextPlace, text: str) -> tuple[Words, ...]:
    """The lines that a text would be broken into at its place."""
    if not squeezed(text):
        return ()
    room, balance = _breaking(place)
    whole = place.before + text.strip() + place.after
    lines = fonts.wrap(whole, place.style, room, balance=balance)
    return tuple(
        Words(_left(place, line.width), place.baseline + number * place.step, line, place.colour, _halo(place))
        for number, line in enumerate(lines)
    )


def _halo(place: TextPlace) -> Halo | None:
    return place.lines[0].halo if place.lines else None


def _left(place: TextPlace, width: float) -> float:
    """Where a line of a width begins."""
    if place.align == "middle":
        return place.box.middle[0] - width / 2
    if place.align == "end":
        return place.box.right - width
    return place.box.x


def _breaking(place: TextPlace) -> tuple[float, bool]:
    """The most room that gives the lines that are printed, and whether they are balanced."""
    room = max(place.box.width, NARROWEST * place.style.em)
    printed = tuple(words.line.text for words in place.lines)
    if len(printed) < 2:
        return room, True
    text = " ".join(printed)
    widest = max(words.line.width for words in place.lines) + 1e-6
    widths = [room - (room - widest) * step / STEPS for step in range(STEPS + 1)]
    for balance in (True, False):
        for width in widths:
            if tuple(line.text for line in fonts.wrap(text, place.style, width, balance=balance)) == printed:
                return width, balance
    return room, True


def _spread(place: TextPlace, text: str, words: Sequence[Words]) -> Paragraphs | None:
    """The paragraphs of a text on printed lines; None if these lines do not say it."""
    before, after = len(squeezed(place.before)), len(squeezed(place.after))
    said = [squeezed(one.line.text) for one in words]
    if "".join(said) != squeezed(place.before) + squeezed(text) + squeezed(place.after):
        return None
    firsts, count = [], -before
    for one in said:
        firsts.append(max(0, count))  # which of the seen characters of the text is the first on the line
        count += len(one)
    total = count - after
    blocks: list[tuple[TypedLine, ...]] = []
    seen, y = 0, place.baseline - place.step
    for block in text.split("\n"):
        marks = [number for number, sign in enumerate(block) if _is_seen(sign)]
        own = [
            number
            for number, first in enumerate(firsts)
            if seen <= first < seen + len(marks) and (said[number] or not marks)
        ]
        if marks and (not own or firsts[own[0]] != seen):
            return None  # it goes on, on a line where another paragraph ends
        starts = [0, *(marks[firsts[number] - seen] for number in own[1:]), len(block)]
        lines = [
            _line(place, words[number], starts[n], starts[n + 1], first=firsts[number] == 0 and before > 0,
                  last=firsts[number] + len(said[number]) >= total and after > 0)
            for n, number in enumerate(own)
        ]  # fmt: skip
        lines = lines or [TypedLine(0, len(block), _left(place, 0), y + place.step)]
        y = lines[-1].y
        seen += len(marks)
        blocks.append(tuple(lines))
    return tuple(blocks)


def _line(place: TextPlace, words: Words, start: int, end: int, *, first: bool, last: bool) -> TypedLine:
    """What of a text stands on one line; its first and its last line may have marks of the poster's own."""
    line = words.line
    before = fonts.width(place.before, line.style) if first else 0.0
    after = fonts.width(place.after, line.style) if last else 0.0
    x = words.x + (before if line.rightward else after)
    return TypedLine(start, end, x, words.y, max(0.0, line.width - before - after), words)


def _unruled(place: TextPlace, text: str) -> Paragraphs:
    """Each paragraph on a line: for what the ruler cannot follow, character by character."""
    found = []
    for number, block in enumerate(text.split("\n")):
        width = fonts.width(block, place.style)
        y = place.baseline + number * place.step
        found.append((TypedLine(0, len(block), _left(place, width), y, width),))
    return tuple(found)

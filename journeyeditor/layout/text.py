"""Paragraphs: text that has been broken into lines and can be put anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, overload

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Words
from journeyeditor.fonts import Line, Style
from journeyeditor.layout.mirror import runs_leftward

Align = Literal["start", "middle", "end"]
CLEARANCE = 0.04
"""Least air between the ink of two lines, in ems."""
ACCENT = 0.25
"""How far accents may reach over a text's edge, in ems, so that texts with and without them share a baseline."""


DOT = "\u00a0· "
"""Between two facts; it stays at the end of a line."""
FROM_LEFT, FROM_RIGHT, ISOLATE, END = "\u200e", "\u200f", "\u2068", "\u2069"
"""Invisible characters: marks that have a direction, and the ends of a piece that keeps its own."""
LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters that run from right to left."""


def joined(parts: Iterable[str], between: str, language: str) -> str:
    """Facts put together into one text, empty ones left out.

    Where some of them run from right to left each keeps its own direction, and they follow one another in that of
    the language.
    """
    told = [part for part in (one.strip() for one in parts) if part]
    if len(told) < 2 or not any(LEFTWARD.search(part) for part in told):
        return between.join(told)
    mark = FROM_RIGHT if runs_leftward(language) else FROM_LEFT
    sign = between.rstrip(" ")
    isolated = (f"{ISOLATE}{part}{END}" for part in told)
    return mark + f"{mark}{sign}{mark}{between[len(sign) :]}".join(isolated)


class Lines(Sequence[Line]):
    """A text broken into lines when one of them is first asked for: most texts are only measured, at many sizes."""

    __slots__ = ("_balance", "_ink", "_known", "_room", "_style", "_text")

    def __init__(self, text: str, style: Style, room: float, *, balance: bool = False) -> None:
        self._text, self._style, self._room, self._balance = text, style, room, balance
        self._known: tuple[Line, ...] | None = None
        self._ink: fonts.Ink | None = None

    @property
    def ink(self) -> fonts.Ink:
        """How many they are, and how far the ink of any of them reaches above and below its baseline, mm."""
        if self._ink is None:
            self._ink = fonts.ink(self._text, self._style, self._room)
        return self._ink

    def _lines(self) -> tuple[Line, ...]:
        if self._known is None:
            self._known = fonts.wrap(self._text, self._style, self._room, balance=self._balance)
        return self._known

    def __len__(self) -> int:
        return self.ink[0]

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines())

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        return self._lines()[place]

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Sequence) and self._lines() == tuple(other))

    def __hash__(self) -> int:
        return hash(self._lines())


class Paragraph(msgspec.Struct, frozen=True):
    """Lines of one style and colour. `room` is the width they were broken for."""

    lines: Sequence[Line]
    style: Style
    colour: str
    room: float
    halo: Halo | None = None

    @property
    def width(self) -> float:
        """Of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def _ink(self) -> fonts.Ink:
        return self.lines.ink if isinstance(self.lines, Lines) else fonts.ink_of(self.lines)

    @property
    def step(self) -> float:
        """From one baseline to the next: the line height, or more where tall letters would touch.

        Like the height it depends on the letters, not on how they are divided into lines.
        """
        count, rise, fall = self._ink
        return _step(self.style.em, count, rise, fall)

    @property
    def above(self) -> float:
        """From the upper edge to the first baseline; accents may reach a little over the edge, tall scripts not."""
        return _above(self.style.em, self._ink[1])

    @property
    def height(self) -> float:
        """From the top of the first line's tall letters to the foot of the last line's `g`."""
        return _height(self.style.em, *self._ink)

    def at(self, x: float, top: float, align: Align = "start") -> tuple[Words, ...]:
        """The lines with their upper edge at `top`; x is where they start, their middle or their end.

        A line that runs from right to left starts at the right end of its room; on a map that is mirrored for such a
        language every line starts at x, and the mirror brings it to the right.
        """
        first = top + self.above
        step = self.step
        leftward = runs_leftward(self.style.language)
        placed = []
        for number, line in enumerate(self.lines):
            where: Align = align
            left = x
            if align == "start" and not line.rightward and not leftward:
                where, left = "end", x + self.room
            left -= {"start": 0.0, "middle": line.width / 2, "end": line.width}[where]
            placed.append(Words(left, first + number * step, line, self.colour, self.halo))
        return tuple(placed)


def paragraph(
    text: str, style: Style, colour: str, room: float, *, balance: bool = False, halo: Halo | None = None
) -> Paragraph:
    """The text broken for a width of `room` mm; `balance` makes the lines about equally long."""
    return Paragraph(Lines(text, style, max(room, style.em), balance=balance), style, colour, room, halo)


def text_height(text: str, style: Style, room: float) -> float:
    """The height of the paragraph of a text, balanced or not."""
    em = style.em
    return _height(em, *fonts.ink(text, style, max(room, em)))


def _step(em: float, count: int, rise: float, fall: float) -> float:
    step = em * fonts.LINE_STEP
    return max(step, rise + fall + CLEARANCE * em) if count > 1 else step


def _above(em: float, rise: float) -> float:
    return max(em * fonts.ASCENT, rise - ACCENT * em)


def _height(em: float, count: int, rise: float, fall: float) -> float:
    if not count:
        return 0.0
    below = max(em * fonts.DESCENT, fall - ACCENT * em)
    return _above(em, rise) + below + (count - 1) * _step(em, count, rise, fall)

"""Paragraphs: text that has been broken into lines and can be put anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Words
from journeyeditor.fonts import Line, Style
from journeyeditor.layout.mirror import runs_leftward

Align = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one style and colour. `room` is the width they were broken for."""

    lines: tuple[Line, ...]
    style: Style
    colour: str
    room: float
    halo: Halo | None = None

    @property
    def width(self) -> float:
        """Of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def step(self) -> float:
        """From one baseline to the next."""
        return fonts.line_height(self.style)

    @property
    def height(self) -> float:
        """From the top of the first line's tall letters to the foot of the last line's `g`."""
        if not self.lines:
            return 0.0
        return fonts.ascent(self.style) + fonts.descent(self.style) + (len(self.lines) - 1) * self.step

    def at(self, x: float, top: float, align: Align = "start") -> tuple[Words, ...]:
        """The lines with their upper edge at `top`; x is where they start, their middle or their end.

        A line that runs from right to left starts at the right end of its room; on a map that is mirrored for such a
        language every line starts at x, and the mirror brings it to the right.
        """
        first = top + fonts.ascent(self.style)
        leftward = runs_leftward(self.style.language)
        placed = []
        for number, line in enumerate(self.lines):
            where: Align = align
            left = x
            if align == "start" and not line.rightward and not leftward:
                where, left = "end", x + self.room
            left -= {"start": 0.0, "middle": line.width / 2, "end": line.width}[where]
            placed.append(Words(left, first + number * self.step, line, self.colour, self.halo))
        return tuple(placed)


def paragraph(
    text: str, style: Style, colour: str, room: float, *, balance: bool = False, halo: Halo | None = None
) -> Paragraph:
    """The text broken for a width of `room` mm; `balance` makes the lines about equally long."""
    return Paragraph(fonts.wrap(text, style, max(room, style.em), balance=balance), style, colour, room, halo)

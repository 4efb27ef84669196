"""Paragraphs: text that has been broken into lines and can be put anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Words
from journeyeditor.fonts import Line, Style
from journeyeditor.layout.mirror import runs_leftward

Align = Literal["start", "middle", "end"]
CLEARANCE = 0.04
"""Least air between the ink of two lines, in ems."""
ACCENT = 0.25
"""How far accents may reach over a text's edge, in ems, so that texts with and without them share a baseline."""


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
        """From one baseline to the next: the line height, or more where tall letters would touch.

        Like the height it depends on the letters, not on how they are divided into lines.
        """
        ink = max((line.ascent for line in self.lines), default=0.0) + max(
            (line.descent for line in self.lines), default=0.0
        )
        return max(fonts.line_height(self.style), ink + CLEARANCE * self.style.em if len(self.lines) > 1 else 0.0)

    @property
    def above(self) -> float:
        """From the upper edge to the first baseline; accents may reach a little over the edge, tall scripts not."""
        ink = max((line.ascent for line in self.lines), default=0.0)
        return max(fonts.ascent(self.style), ink - ACCENT * self.style.em)

    @property
    def height(self) -> float:
        """From the top of the first line's tall letters to the foot of the last line's `g`."""
        if not self.lines:
            return 0.0
        ink = max(line.descent for line in self.lines)
        below = max(fonts.descent(self.style), ink - ACCENT * self.style.em)
        return self.above + below + (len(self.lines) - 1) * self.step

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
    return Paragraph(fonts.wrap(text, style, max(room, style.em), balance=balance), style, colour, room, halo)

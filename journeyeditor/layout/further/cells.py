"""What stands in a cell, one part under the other: paragraphs, and marks such as dots or a rule to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Shape
from journeyeditor.fonts import Style
from journeyeditor.layout.foot import Foot
from journeyeditor.layout.parts import blank_rule, dots, dots_width, markers_width, persona_markers
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Align, Paragraph

APART = 0.9
"""Between two parts, in units."""
RULE, SHORTEST_RULE = 20.0, 11.0
"""Length of a rule to write on, in units."""


class Mark(msgspec.Struct, frozen=True):
    """A drawn part. `least` is the width below which it would be of no use."""

    width: float
    height: float
    draw: Callable[[float, float], Sequence[Shape]]
    least: float

    def at(self, x: float, top: float, align: Align = "start") -> tuple[Shape, ...]:
        """Its shapes; x is where it starts, its middle or its end."""
        return tuple(self.draw(x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[align], top))


class Listed(msgspec.Struct, frozen=True):
    """A paragraph behind a small sign. `sign` draws it about a point; a part that goes on has none."""

    words: Paragraph
    indent: float
    sign: Callable[[float, float], Sequence[Shape]] | None

    @property
    def width(self) -> float:
        """Of sign and words."""
        return self.indent + self.words.width

    @property
    def height(self) -> float:
        """Of the words."""
        return self.words.height

    def at(self, x: float, top: float, _: Align = "start") -> tuple[Shape, ...]:
        """Sign and words; x is where they start."""
        middle = top + 0.53 * fonts.ascent(self.words.style)
        found = () if self.sign is None else tuple(self.sign(x + 0.38 * self.indent, middle))
        return (*found, *self.words.at(x + self.indent, top))


Part = Paragraph | Mark | Listed
Cell = tuple[Part, ...]


def height(sheet: Sheet, cell: Sequence[Part]) -> float:
    """Of the parts under one another, mm."""
    return sum(part.height for part in cell) + APART * sheet.unit * max(0, len(cell) - 1)


def shapes(sheet: Sheet, cell: Sequence[Part], x: float, top: float, align: Align = "start") -> list[Shape]:
    """The parts under one another from `top`."""
    found: list[Shape] = []
    for part in cell:
        found += part.at(x, top, align)
        top += part.height + APART * sheet.unit
    return found


def least(part: Part) -> float:
    """The width that a part must have: its longest word, or the mark itself."""
    if isinstance(part, Mark):
        return part.least
    if isinstance(part, Listed):
        return part.indent + least(part.words)
    return max((fonts.longest_word(line.text, part.style) for line in part.lines), default=0.0)


def divided(sheet: Sheet, cell: Cell, room: float) -> tuple[Cell, Cell]:
    """As much of a cell as is at most `room` high, and the rest. At least one line is taken."""
    taken: list[Part] = []
    used = 0.0
    for number, part in enumerate(cell):
        gap = APART * sheet.unit if taken else 0.0
        if used + gap + part.height <= room + 1e-9:
            taken.append(part)
            used += gap + part.height
            continue
        one, two = _split(part, room - used - gap, forced=not taken)
        rest = cell[number + 1 :]
        return (*taken, *((one,) if one else ())), ((two, *rest) if two else rest)
    return tuple(taken), ()


def _split(part: Part, room: float, *, forced: bool) -> tuple[Part | None, Part | None]:
    """The lines of a part that are at most `room` high, and the others; `forced` takes one at any rate."""
    if isinstance(part, Mark):
        return (part, None) if forced else (None, part)
    words = part.words if isinstance(part, Listed) else part
    count = max(_lines_within(words, room), 1 if forced else 0)
    one, two = replace(words, lines=words.lines[:count]), replace(words, lines=words.lines[count:])
    if not one.lines:
        return None, part
    if isinstance(part, Listed):
        return replace(part, words=one), (replace(part, words=two, sign=None) if two.lines else None)
    return one, (two if two.lines else None)


def _lines_within(part: Paragraph, room: float) -> int:
    count = 0
    while count < len(part.lines) and replace(part, lines=part.lines[: count + 1]).height <= room + 1e-9:
        count += 1
    return count


# -- marks ------------------------------------------------------------------------------------------------------------
def _line(style: Style) -> tuple[float, float]:
    """Height of a line of type, and where small marks have their middle in it."""
    return fonts.ascent(style) + fonts.descent(style), fonts.ascent(style) * 0.53


def dots_mark(sheet: Sheet, filled: int, of: int, colour: str, style: Style) -> Mark:
    """Dots in a line of type; none filled stands for a value that is still to be marked by hand."""
    tall, middle = _line(style)
    wide = dots_width(sheet, of)
    return Mark(wide, tall, lambda x, top: dots(sheet, x, top + middle, filled, of, colour), wide)


def rule_mark(sheet: Sheet, room: float, style: Style) -> Mark:
    """A rule to write on."""
    tall, _ = _line(style)
    wide = min(room, RULE * sheet.unit)
    base = fonts.ascent(style) + 0.5 * sheet.unit
    return Mark(wide, tall, lambda x, top: [blank_rule(sheet, x, top + base, wide)], SHORTEST_RULE * sheet.unit)


def foot_mark(below: Foot, room: float) -> Mark:
    """The foot of a card, over a room of its own."""
    return Mark(room, below.height, lambda x, top: below.draw(x, x + room, top), 0.0)


def markers_mark(sheet: Sheet, personas: Sequence[str], style: Style) -> Mark | None:
    """The markers of those whom something concerns; None when it is everyone."""
    wide = markers_width(sheet, personas)
    if not wide:
        return None
    tall, middle = _line(style)
    return Mark(wide, tall, lambda x, top: persona_markers(sheet, personas, x + wide, top + middle), wide)

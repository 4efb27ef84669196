"""What stands in a cell, one part under the other: paragraphs, and marks such as dots or a rule to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn part. `least` is the width below which it would be of no use."""

    width: float
    height: float
    draw: Callable[[float, float], Sequence[Shape]]
    least: float

    def at(self, x: float, top: float, align: Align = "start") -> tuple[Shape, ...]:
        """Its shapes; x is where it starts, its middle or its end."""
        return tuple(self.draw(x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[align], top))


Part = Paragraph | Mark
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
        rest = cell[number + 1 :]
        if isinstance(part, Mark):
            return (tuple(taken), (part, *rest)) if taken else ((part,), rest)
        count = _lines_within(part, room - used - gap)
        if not count and taken:
            return tuple(taken), (part, *rest)
        one, two = replace(part, lines=part.lines[: max(1, count)]), replace(part, lines=part.lines[max(1, count) :])
        return (*taken, one), ((two, *rest) if two.lines else rest)
    return tuple(taken), ()


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

"""How a persona's line is drawn, everywhere: on the curve, beside the name, in the legend."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import marker
from journeyeditor.drawing.theme import PersonaStyle
from journeyeditor.geometry import Outline
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.sheet import Sheet

LINE, MARKER = 1.5, 4.4
"""Of the curve, in units; a theme's dash belongs to a line of this width."""
DOT = 0.5
"""A dash shorter than this stands for a dot."""


def pen(look: PersonaStyle, width: float) -> Stroke:
    """The stroke of a persona's line `width` mm wide. The dash grows with it.

    Dots need round ends, which lengthen every dash by the line's width; that is taken off, so gaps stay open.
    """
    scale = width / LINE
    if not look.dash:
        return Stroke(look.colour, width, round=True)
    dotted = min(look.dash[0::2]) < DOT
    if not dotted:
        return Stroke(look.colour, width, tuple(part * scale for part in look.dash))
    parts = [
        max(0.01, part * scale - width) if n % 2 == 0 else width + max(0.5 * width, 0.55 * part * scale)
        for n, part in enumerate(look.dash)
    ]
    return Stroke(look.colour, width, tuple(parts), round=True)


def strokes(sheet: Sheet, look: PersonaStyle, outline: Outline, width: float) -> list[Shape]:
    """The line along an outline; a double one has a light core."""
    whole = pen(look, width)
    if not look.double:
        return [Sketch(outline, None, whole)]
    outer = replace(whole, width=1.3 * width, round=False)
    return [Sketch(outline, None, outer), Sketch(outline, None, Stroke(sheet.theme.paper, 0.42 * width))]


def sample(sheet: Sheet, look: PersonaStyle, x: float, y: float, length: float, share: float = 1.0) -> list[Shape]:
    """A piece of the line from x, `length` mm long in all, with its marker in the middle; `share` of the curve's size.

    It is drawn from both ends inwards, so that a dash looks the same on both sides.
    """
    unit = sheet.unit * share
    middle = x + length / 2
    shapes: list[Shape] = []
    beyond = LINE * unit / 2 if pen(look, LINE * unit).round else 0.0
    for end in (x + beyond, x + length - beyond):
        shapes += strokes(sheet, look, polyline([(end, y), (middle, y)]), LINE * unit)
    edge = Stroke(sheet.theme.paper, 0.6 * unit)
    return [*shapes, marker(look.marker, middle, y, MARKER * unit, look.colour, edge)]

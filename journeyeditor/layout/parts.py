"""Small parts that several cards share: markers of the personas, dots, rules to write on, dashed edges."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import dot, marker
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.sheet import Sheet

RADIUS, MARKER, MARKER_PITCH, DOT, DOT_PITCH = 1.4, 2.5, 3.3, 1.8, 2.6


def ground(sheet: Sheet, box: Box, fill: str | None, edge: str | None = None) -> Sketch:
    """A card's ground; an assumption has a dashed edge, other cards only where the theme needs one."""
    unit, outline = sheet.unit, sheet.theme.outline
    stroke = None if outline is None else Stroke(outline, 0.25 * unit)
    if edge is not None:
        stroke = Stroke(edge, 0.35 * unit, (1.5 * unit, 1.1 * unit), round=True)
    inner = box.grown(-0.18 * unit) if stroke else box
    return Sketch(rectangle(inner.x, inner.y, inner.width, inner.height, RADIUS * unit), fill, stroke)


def persona_markers(sheet: Sheet, personas: Sequence[str], right: float, y: float) -> list[Shape]:
    """The markers of those whom a finding concerns, ending at `right`; none when it concerns everyone."""
    shown = [persona for persona in sheet.personas if persona.id in personas]
    shapes: list[Shape] = []
    for n, persona in enumerate(reversed(shown)):
        style = sheet.theme.persona(persona.style)
        x = right - (MARKER / 2 + n * MARKER_PITCH) * sheet.unit
        edge = Stroke(sheet.theme.paper, 0.35 * sheet.unit)
        shapes.insert(0, marker(style.marker, x, y, MARKER * sheet.unit, style.colour, edge))
    return shapes


def markers_width(sheet: Sheet, personas: Sequence[str]) -> float:
    """How much room `persona_markers` takes."""
    count = sum(persona.id in personas for persona in sheet.personas)
    return (MARKER + (count - 1) * MARKER_PITCH) * sheet.unit if count else 0.0


def dots(sheet: Sheet, x: float, y: float, filled: int, of: int, colour: str) -> list[Shape]:
    """A row of dots, the first ones filled; x is its left end, y its middle."""
    unit = sheet.unit
    pen = Stroke(colour, 0.3 * unit)
    across = DOT * unit
    return [
        dot(x + across / 2 + n * DOT_PITCH * unit, y, across - pen.width, colour if n < filled else None, pen)
        for n in range(of)
    ]


def dots_width(sheet: Sheet, of: int) -> float:
    """How much room `dots` takes."""
    return (DOT + (of - 1) * DOT_PITCH) * sheet.unit


def blank_rule(sheet: Sheet, x: float, y: float, width: float) -> Sketch:
    """A rule to write a missing owner or date on."""
    return Sketch(polyline([(x, y), (x + width, y)]), None, Stroke(sheet.theme.muted, 0.2 * sheet.unit))

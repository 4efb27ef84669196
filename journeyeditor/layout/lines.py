"""The three lines of a service blueprint, as separators between lanes."""

from __future__ import annotations

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.drawing.icons import icon
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Line

DASHES: dict[str, tuple[float, ...]] = {"interaction": (), "visibility": (3.0, 1.6), "internal": (0.9, 1.3)}


def line_row(sheet: Sheet, line: Line) -> Row:
    """A line with its name in the label column; the line of visibility has an eye."""
    unit, theme = sheet.unit, sheet.theme
    eye = line.kind == "visibility"
    indent = (2.0 + (5.0 if eye else 0.0)) * unit
    style = sheet.caption(bold=True)
    room = sheet.label_width - indent - 1.5 * unit
    name = paragraph(sheet.speech.term("line", line.kind), style, theme.ink, room)
    natural = max(4.4 * unit, name.height + 0.8 * unit)

    def draw(top: float, height: float) -> list[Group]:
        middle = top + height / 2
        shapes: list[Shape] = []
        if eye:
            shapes.append(icon("eye", sheet.left + 4.2 * unit, middle, 4.2 * unit, theme.muted, 0.4 * unit))
        shapes += name.at(sheet.left + indent, middle - name.height / 2)
        dash = tuple(part * unit for part in DASHES[line.kind])
        pen = Stroke(theme.muted, 0.4 * unit, dash)
        shapes.append(Sketch(polyline([(sheet.map_left, middle), (sheet.right, middle)]), None, pen))
        return [Group(line.id, "line", tuple(shapes), Box(sheet.left, top, sheet.right - sheet.left, height))]

    return Row(line.id, max(natural, fonts.line_height(style)), draw, washed=False, gap=1.6)

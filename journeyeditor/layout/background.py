"""What lies under the lanes: washes, the hatch of blind spots, and the lines between stages."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.hatch import hatch
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet

HATCH_PITCH, HATCH_WIDTH = 2.6, 0.65
"""Between the lines over a blind spot, and how thick they are, in units."""


def background(sheet: Sheet, lanes: Sequence[tuple[Row, float, float]]) -> list[Group]:
    """The ground of some lanes, each given with its top and height."""
    if not lanes:
        return []
    unit, theme = sheet.unit, sheet.theme
    shapes: list[Shape] = []
    washed = True
    for row, top, height in lanes:
        if math.isinf(row.stretch):
            washed = True
        elif row.washed:
            if washed:
                box = Box(sheet.left, top, sheet.right - sheet.left, height).grown(0, unit)
                shapes.append(Sketch(rectangle(box.x, box.y, box.width, box.height, 2 * unit), theme.wash))
            washed = not washed
    top, bottom = lanes[0][1], lanes[-1][1] + lanes[-1][2]
    for column in sheet.columns:
        if column.stage.blind_spot is not None:
            field = Box(column.x, top - unit, column.width, bottom - top + 2 * unit)
            shapes.append(Sketch(hatch(field, HATCH_PITCH * unit), None, Stroke(theme.hatch, HATCH_WIDTH * unit)))
        if column.index:
            line = polyline([(column.x, top - unit), (column.x, bottom + unit)])
            shapes.append(Sketch(line, None, Stroke(theme.hairline, 0.2 * unit)))
    return [Group("background", "background", tuple(shapes))]

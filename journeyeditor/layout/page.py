"""The whole sheet: rows measured, stretched to fill the paper, placed, with their backgrounds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.hatch import hatch
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.answers import letter_groups, pin_groups, pins
from journeyeditor.layout.flows import flow_groups
from journeyeditor.layout.footer import footer_row
from journeyeditor.layout.header import header_row
from journeyeditor.layout.lanes import Lanes, build
from journeyeditor.layout.legend import legend_row
from journeyeditor.layout.loops import loop_row
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.stages import stage_row

EMOTION_SHARE = 0.26
"""Part of the printable height that the emotion lane should have at least; dense maps go below before type does."""
EMOTION_ENOUGH = 0.45
"""Part of the height above which other rows are stretched before the emotion lane grows further."""
HATCH_PITCH, HATCH_WIDTH = 2.6, 0.65


@dataclass(frozen=True)
class Page:
    """The rows of a sheet, measured: what stands above the lanes, the lanes, and what stands below."""

    above: tuple[Row, ...]
    lanes: Lanes
    below: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """From the top."""
        return (*self.above, *self.lanes.rows, *self.below)


def measure(sheet: Sheet) -> Page:
    """All rows of a sheet with the heights that their content needs."""
    loop = loop_row(sheet)
    above = (header_row(sheet), *([loop] if loop is not None else []), stage_row(sheet))
    lanes = build(sheet)
    marks = frozenset().union(*(row.marks for row in (*above, *lanes.rows)))
    if not marks & {"research", "assumption"}:
        marks -= {"unmarked"}  # without marked ones beside them, plain circles need no explanation
    legend = legend_row(sheet, marks)
    return Page(above, lanes, (*([legend] if legend is not None else []), footer_row(sheet)))


def gaps(sheet: Sheet, rows: Sequence[Row]) -> float:
    """The sum of the distances between rows."""
    return sum(row.gap for row in rows[:-1]) * sheet.unit


def needed(sheet: Sheet, page: Page, *, share: float = EMOTION_SHARE) -> float:
    """The height that a page needs when the emotion lane has its share."""
    _, room = sheet.paper.printable
    rows = page.rows
    heights = [max(row.height, share * room) if math.isinf(row.stretch) else row.height for row in rows]
    return sum(heights) + gaps(sheet, rows)


def heights(sheet: Sheet, page: Page) -> tuple[list[float], float]:
    """Height of every row, and what each gap must grow by, so that the page is full."""
    rows = page.rows
    _, room = sheet.paper.printable
    natural = [row.height for row in rows]
    left = room - sum(natural) - gaps(sheet, rows)
    if left <= 0:
        return natural, 0.0
    elastic = [n for n, row in enumerate(rows) if math.isinf(row.stretch)]
    out = list(natural)
    for n in elastic:
        enough = max(EMOTION_ENOUGH * room / len(elastic) - natural[n], 0.0)
        grow = min(enough, left / len(elastic))
        out[n] += grow
    left = room - sum(out) - gaps(sheet, rows)
    firm = [n for n, row in enumerate(rows) if not math.isinf(row.stretch) and row.stretch > 1]
    give = sum(natural[n] * (rows[n].stretch - 1) for n in firm)
    part = min(1.0, left / give) if give > 0 else 0.0
    for n in firm:
        out[n] += natural[n] * (rows[n].stretch - 1) * part
    left = max(0.0, room - sum(out) - gaps(sheet, rows))
    if elastic:
        for n in elastic:
            out[n] += left / len(elastic)
        return out, 0.0
    return out, left / max(1, sum(row.gap > 0 for row in rows[:-1]))


def place(sheet: Sheet, page: Page) -> tuple[tuple[Group, ...], list[tuple[str, float, float]]]:
    """The groups of a page, backgrounds first, and a bookmark for every stage."""
    tall, spare = heights(sheet, page)
    tops: list[tuple[Row, float, float]] = []
    y = sheet.paper.margins[1]
    for row, height in zip(page.rows, tall, strict=True):
        tops.append((row, y, height))
        y += height + row.gap * sheet.unit + (spare if row.gap else 0.0)
    first = len(page.above)
    lanes = tops[first : len(tops) - len(page.below)]
    groups = [*_background(sheet, lanes)]
    placed = [group for row, top, height in tops[: len(tops) - len(page.below)] for group in row.draw(top, height)]
    groups += placed
    groups += flow_groups(sheet, {row.name: (top, height) for row, top, height in lanes})
    groups += _answers(sheet, page.lanes, placed)
    for row, top, height in tops[len(tops) - len(page.below) :]:
        groups += row.draw(top, height)
    stages = tops[first - 1][1]
    return tuple(groups), [(column.stage.title, column.x, stages) for column in sheet.columns]


def _answers(sheet: Sheet, lanes: Lanes, placed: Sequence[Group]) -> list[Group]:
    good, _ = pins(sheet, lanes.pains, lanes.opportunities)
    return [*pin_groups(sheet, good, placed), *letter_groups(sheet, lanes.letters or {}, placed)]


def _background(sheet: Sheet, lanes: Sequence[tuple[Row, float, float]]) -> list[Group]:
    """Washes on every second lane, the hatch of blind spots, and the lines between stages."""
    unit, theme = sheet.unit, sheet.theme
    shapes: list[Shape] = []
    washed = True
    for row, top, height in lanes:
        if math.isinf(row.stretch):
            washed = True
            continue
        if not row.washed:
            continue
        if washed:
            box = Box(sheet.left, top, sheet.right - sheet.left, height).grown(0, unit)
            shapes.append(Sketch(rectangle(box.x, box.y, box.width, box.height, 2 * unit), theme.wash))
        washed = not washed
    if not lanes:
        return []
    top, bottom = lanes[0][1], lanes[-1][1] + lanes[-1][2]
    for column in sheet.columns:
        if column.stage.blind_spot is not None:
            field = Box(column.x, top - unit, column.width, bottom - top + 2 * unit)
            shapes.append(Sketch(hatch(field, HATCH_PITCH * unit), None, Stroke(theme.hatch, HATCH_WIDTH * unit)))
        if column.index:
            line = polyline([(column.x, top - unit), (column.x, bottom + unit)])
            shapes.append(Sketch(line, None, Stroke(theme.hairline, 0.2 * unit)))
    return [Group("background", "background", tuple(shapes))]

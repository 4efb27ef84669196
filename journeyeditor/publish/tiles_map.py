"""The sheet map: the poster in small with its sheets, how to put them together, and a ruler to check the print."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Halo, Inset, Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.fonts import Style, cap_height, shape
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import joined, moved, polyline, rectangle
from journeyeditor.layout.text import Paragraph, paragraph
from journeyeditor.publish.tiles_marks import DASH, INK, PAPER, PEN, scissors, tag
from journeyeditor.publish.tiles_plan import Tiling
from journeyeditor.words import Words as Speech

MUTED = "#52606D"
TITLE, BODY, SMALL = 18.0, 10.0, 8.5
"""Type in points on A4."""
PAD = 12.0
"""Empty border on A4, mm."""
GAP = 3.2
COLUMN = 0.36
"""Part of a landscape sheet that the words take."""
VEIL = 0.35
"""How far the small poster is paled, so that the names of the sheets stand out."""
RULER = 13.0
"""Room that the ruler takes below what stands above it, mm on A4."""
RULERS = (100.0, 50.0, 20.0)


class _Page(msgspec.Struct):
    """The page while it is filled."""

    plan: Tiling
    speech: Speech
    unit: float
    pad: float
    groups: list[Group] = msgspec.field(default_factory=list)

    def style(self, size: float, *, bold: bool = False) -> Style:
        return Style(size * self.unit, bold)

    def put(self, role: str, block: Paragraph, x: float, top: float) -> float:
        """Adds a paragraph as a group of its own; returns where it ends."""
        self.groups.append(Group("", role, block.at(x, top), Box(x, top, block.room, block.height)))
        return top + block.height


def sheet_map(poster: Drawing, plan: Tiling, speech: Speech, title: str) -> Drawing:
    """The first page of a poster on sheets, of their paper and the same way round."""
    unit = max(0.6, min(1.6, min(plan.width, plan.height) / 210))
    page = _Page(plan, speech, unit, max(PAD * unit, plan.margin))
    left, wide = page.pad, plan.width - 2 * page.pad
    foot, ruler = plan.height - page.pad, RULER * unit
    top = _heading(page, title, left, wide)
    if plan.width > plan.height:
        column = COLUMN * wide
        room = Box(left, top, wide - column - 3 * GAP * unit, foot - ruler - top)
        end = _overview(page, poster, room)
        _ruler(page, left, end + ruler, room.width)
        _steps(page, plan.width - page.pad - column, top, column)
    else:
        steps = _steps(_Page(plan, speech, unit, page.pad), left, 0.0, wide) + 2 * GAP * unit
        end = _overview(page, poster, Box(left, top, wide, foot - ruler - steps - top)) + steps
        _steps(page, left, end - steps + 2 * GAP * unit, wide)
        _ruler(page, left, end + ruler, wide)
    name = speech.say("Sheet map")
    return Drawing(plan.width, plan.height, tuple(page.groups), bookmarks=((name, 0.0, 0.0),), label=name)


def _heading(page: _Page, title: str, left: float, wide: float) -> float:
    """What this page is, of which poster, and how much paper it takes; returns where what follows begins."""
    plan, say, unit = page.plan, page.speech.say, page.unit
    top = page.put("title", paragraph(say("Sheet map"), page.style(TITLE, bold=True), INK, wide), left, page.pad)
    if title.strip():
        top = page.put("header", paragraph(title, page.style(BODY, bold=True), INK, wide), left, top + 0.5 * GAP * unit)
    facts = paragraph(facts_of(plan, page.speech), page.style(BODY), MUTED, wide)
    return page.put("header", facts, left, top + 0.4 * GAP * unit) + 1.6 * GAP * unit


def facts_of(plan: Tiling, speech: Speech) -> str:
    """How much paper a tiling takes and how large the poster becomes, in a line."""
    way = speech.say("landscape") if plan.orientation == "landscape" else speech.say("portrait")
    sheets = speech.plural("{n} sheet of {paper}, {orientation}", "{n} sheets of {paper}, {orientation}", plan.count,
                           paper=plan.paper, orientation=way)  # fmt: skip
    size = speech.say(
        "finished size {width} × {height} mm",
        width=speech.number(round(plan.xs[-1])), height=speech.number(round(plan.ys[-1])),
    )  # fmt: skip
    return " · ".join([sheets, scale_of(plan, speech), size])


def scale_of(plan: Tiling, speech: Speech) -> str:
    """The scale in words: `scale 1:1` or `scale 62 %`."""
    if plan.scale == 1:
        return speech.say("scale 1:1")
    return speech.say("scale {percent}", percent=speech.percent(round(100 * plan.scale)))


def _overview(page: _Page, poster: Drawing, room: Box) -> float:
    """The poster in small, cut into its sheets; returns where it ends."""
    plan = page.plan
    wide, tall = plan.xs[-1], plan.ys[-1]
    ratio = min(room.width / wide, max(room.height, 1.0) / tall)
    box = Box(room.x, room.y, wide * ratio, tall * ratio)
    inset = Inset(poster, box.x, box.y, ratio * plan.scale, box)
    told = page.speech.say(
        "The poster in {rows} × {columns} sheets, named by row and column",
        rows=plan.rows, columns=plan.columns,
    )  # fmt: skip
    veil = Sketch(rectangle(box.x, box.y, box.width, box.height), PAPER, opacity=VEIL)
    lines = [polyline([(box.x + x * ratio, box.y), (box.x + x * ratio, box.bottom)]) for x in plan.xs]
    lines += [polyline([(box.x, box.y + y * ratio), (box.right, box.y + y * ratio)]) for y in plan.ys]
    grid = joined(lines)
    shapes: list[Shape] = [
        inset,
        veil,
        Sketch(grid, None, Stroke(PAPER, 0.9 * page.unit)),
        Sketch(grid, None, Stroke(INK, 0.3 * page.unit)),
    ]
    for row, column in plan.places():
        left, right = (box.x + x * ratio for x in plan.xs[column : column + 2])
        top, bottom = (box.y + y * ratio for y in plan.ys[row : row + 2])
        shapes.append(_name(plan.name(row, column), Box(left, top, right - left, bottom - top), page.unit))
    page.groups.append(Group("", "sheet_map", tuple(shapes), box, description=told))
    return box.bottom


def _name(name: str, cell: Box, unit: float) -> Words:
    """A sheet's name in the middle of its cell, as large as it goes."""
    size = min(20.0 * unit, 0.35 * cell.height / MM_PER_POINT)
    line = shape(name, Style(size, bold=True))
    if line.width > 0.7 * cell.width:
        size *= 0.7 * cell.width / line.width
        line = shape(name, Style(size, bold=True))
    x, y = cell.middle
    halo = Halo(PAPER, 0.06 * line.style.em)
    return Words(x - line.width / 2, y + cap_height(line.style) / 2, line, INK, halo)


def _texts(page: _Page) -> Iterator[str]:
    """What to do, step by step."""
    plan, say = page.plan, page.speech.say
    yield say("Print all sheets at their actual size (100 %); switch “fit to page” off.")
    yield say("Measure the ruler on this page. If it is not right, the printer has changed the size.")
    if plan.count == 1:
        return
    yield say(
        "On each sheet, cut along the dashed lines with the scissors: its left and its upper edge. "
        "The first sheets of rows and columns have no such line there."
    )
    if plan.columns > 1:
        yield say(
            "Glue row by row: put glue on the strip at the right of sheet {one}, lay sheet {two} on it so that the "
            "picture goes on without a step, and so on to the end of the row.",
            one=plan.name(0, 0), two=plan.name(0, 1),
        )  # fmt: skip
    if plan.rows > 1:
        yield say("Glue each finished row onto the strip at the foot of the row above it.")
    yield say("Cut off what is left outside the poster's edge.")


def _steps(page: _Page, left: float, top: float, wide: float) -> float:
    """The numbered steps and what the marks mean; returns the height of all that."""
    unit, style = page.unit, page.style(BODY)
    indent = 6.0 * unit
    start = top
    for number, text in enumerate(_texts(page), start=1):
        block = paragraph(text, style, INK, wide - indent)
        count = paragraph(f"{number}.", page.style(BODY, bold=True), INK, indent)
        shapes = (*count.at(left, top), *block.at(left + indent, top))
        page.groups.append(Group("", "step_of_work", shapes, Box(left, top, wide, block.height)))
        top += block.height + 0.6 * GAP * unit
    if page.plan.count > 1:
        top += 0.4 * GAP * unit
        for sample, text in _legend(page):
            block = paragraph(text, page.style(SMALL), MUTED, wide - 17 * unit)
            tall = max(block.height, 4.6 * unit)
            placed = [_moved(shape, left + 6 * unit, top + tall / 2) for shape in sample]
            words = block.at(left + 17 * unit, top + (tall - block.height) / 2)
            page.groups.append(Group("", "legend_of_marks", (*placed, *words), Box(left, top, wide, tall)))
            top += tall + 0.4 * GAP * unit
    return top - start


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    """A shape of a sample, elsewhere."""
    if isinstance(shape, Words | Symbol):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    if isinstance(shape, Sketch):
        return replace(shape, outline=moved(shape.outline, dx, dy))
    return shape


def _legend(page: _Page) -> Iterator[tuple[tuple[Shape, ...], str]]:
    """What the marks on the sheets mean: a sample about the origin, and words."""
    plan, unit, say = page.plan, page.unit, page.speech.say
    following = plan.name(0, 1) if plan.columns > 1 else plan.name(1, 0)
    line = Sketch(polyline([(-5.5 * unit, 0), (5.5 * unit, 0)]), None, Stroke(INK, PEN, DASH))
    ground = Sketch(rectangle(-2 * unit, -2 * unit, 4 * unit, 4 * unit), PAPER)
    height = 3.8 * unit
    yield (line, ground, scissors(0, 0, 3.4 * unit)), say("Cut here")
    yield tuple(tag(0, 0, plan.name(0, 0), height, own=True)), say("The name of this sheet: row and column")
    light = tuple(tag(0, 0, following, height, own=False, arrow="bottom"))
    yield light, say("Sheet {name} is glued on here", name=following)


def _ruler(page: _Page, left: float, foot: float, wide: float) -> None:
    """A ruler to measure the print by, its foot at `foot`."""
    unit, style = page.unit, page.style(SMALL)
    length = next((length for length in RULERS if length + 30 * unit <= wide), RULERS[-1])
    end = shape(page.speech.say("{length} mm", length=f"{length:g}"), style)
    base = foot
    ticks = [
        polyline([(left + n, base), (left + n, base - (3.0 if n % 50 == 0 else 2.2 if n % 10 == 0 else 1.2) * unit)])
        for n in range(0, int(length) + 1, 5)
    ]
    line = polyline([(left, base), (left + length, base)])
    pen = Stroke(INK, PEN)
    shapes = (Sketch(joined([line, *ticks]), None, pen), Words(left + length + 2 * unit, base, end, INK))
    box = Box(left, base - 3 * unit, length, 3 * unit)
    told = page.speech.say("A ruler of {length} mm", length=f"{length:g}")
    page.groups.append(Group("", "ruler", shapes, box, description=told))

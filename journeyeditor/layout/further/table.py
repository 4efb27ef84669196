"""A table: columns that share the width as their content asks, rows that are never cut, heads on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.columns import spread
from journeyeditor.layout.further.cells import Cell, Mark, Part, divided, height, least, shapes
from journeyeditor.layout.further.flow import Block
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Align, paragraph

GUTTER = 3.4
"""Between two columns, in units."""
PADDING = 1.9
"""Above and below the text of a row, in units."""
LONGEST = 30.0
"""A word longer than this, in units, does not widen its column."""
COMFORT = 25.0
"""What a column that grows should have at least, in units, times its weight."""

HIGHER = 1.35
"""An arrangement of columns that makes the table so many times higher than another is left aside."""

Item = TypeVar("Item")


class Column(msgspec.Struct, Generic[Item], frozen=True):
    """One column: its head, and the parts of a cell for an item and a room in mm.

    One with a `weight` takes what the others leave, in this proportion; the others are as wide as their content, at
    most `most` units.
    """

    name: str
    parts: Callable[[Item, float], Sequence[Part | None]]
    weight: float = 0.0
    align: Align = "start"
    most: float = 34.0


class Table(msgspec.Struct, Generic[Item], frozen=True):
    """Columns with their widths, in mm."""

    sheet: Sheet
    columns: tuple[Column[Item], ...]
    widths: tuple[float, ...]
    head: Block | None
    ruled: bool = True
    """A hairline under each row."""
    role: str = "item"

    def rows(self, item: Item, record: str, most: float, told: str = "") -> list[Block]:
        """The row of an item, or several where it is higher than `most` mm.

        `told` says in words what its first part shows, and what other marks in it mean.
        """
        pad = 2 * PADDING * self.sheet.unit
        cells = [_cell(column, item, width) for column, width in zip(self.columns, self.widths, strict=True)]
        blocks: list[Block] = []
        while True:
            if max(height(self.sheet, cell) for cell in cells) + pad <= most:
                return [*blocks, self._row(cells, record, "" if blocks else told, last=True)]
            pairs = [divided(self.sheet, cell, most - pad) for cell in cells]
            blocks.append(self._row([one for one, _ in pairs], record, "" if blocks else told, last=False))
            cells = [rest for _, rest in pairs]

    def _row(self, cells: Sequence[Cell], record: str, told: str, *, last: bool) -> Block:
        sheet = self.sheet
        tall = max(height(sheet, cell) for cell in cells) + 2 * PADDING * sheet.unit

        def draw(x: float, top: float) -> list[Group]:
            found = self._shapes(cells, x, top + PADDING * sheet.unit)
            wide = self._width
            if last and self.ruled:
                line = polyline([(x, top + tall), (x + wide, top + tall)])
                found.append(Sketch(line, None, Stroke(sheet.theme.hairline, 0.2 * sheet.unit)))
            return [Group(record, self.role, tuple(found), Box(x, top, wide, tall), description=told)]

        return Block(tall, draw, head=self.head)

    @property
    def _width(self) -> float:
        return sum(self.widths) + GUTTER * self.sheet.unit * (len(self.widths) - 1)

    def _shapes(self, cells: Sequence[Cell], x: float, top: float) -> list[Shape]:
        found: list[Shape] = []
        for column, wide, cell in zip(self.columns, self.widths, cells, strict=True):
            start = x + {"start": 0.0, "middle": wide / 2, "end": wide}[column.align]
            found += shapes(self.sheet, cell, start, top, column.align)
            x += wide + GUTTER * self.sheet.unit
        return found


def table(
    sheet: Sheet,
    arrangements: Sequence[Sequence[Column[Item]]],
    items: Sequence[Item],
    width: float,
    *,
    headed: bool = True,
    ruled: bool = True,
    role: str = "item",
) -> Table[Item]:
    """The items in the first arrangement of columns in which all have the room that they need, and which is not much
    higher than another; in the last one at any rate.
    """
    tries = [(columns, _widths(sheet, columns, items, width)) for columns in arrangements]
    able = [(columns, widths) for columns, widths in tries if widths is not None]
    if not able:
        able = [(arrangements[-1], _squeezed(sheet, arrangements[-1], items, width))]
    heights = [_height(sheet, columns, widths, items) for columns, widths in able] if len(able) > 1 else [0.0]
    columns, widths = next(one for one, tall in zip(able, heights, strict=True) if tall <= HIGHER * min(heights))
    head = _head(sheet, columns, widths) if headed else None
    return Table(sheet, tuple(columns), tuple(widths), head, ruled, role)


def _squeezed(sheet: Sheet, columns: Sequence[Column[Item]], items: Sequence[Item], width: float) -> list[float]:
    """Widths that fill the table where it is too narrow for any."""
    needs = [_needs(sheet, column, items) for column in columns]
    room = width - GUTTER * sheet.unit * (len(columns) - 1)
    return spread([column.weight or 0.3 for column in columns], [low for low, _ in needs], room)


def _height(sheet: Sheet, columns: Sequence[Column[Item]], widths: Sequence[float], items: Sequence[Item]) -> float:
    """Of all rows together, mm."""
    pad = 2 * PADDING * sheet.unit
    pairs = list(zip(columns, widths, strict=True))
    return sum(max(height(sheet, _cell(column, item, wide)) for column, wide in pairs) + pad for item in items)


def _cell(column: Column[Item], item: Item, room: float) -> Cell:
    return tuple(part for part in column.parts(item, room) if part is not None and part.height > 0)


def _needs(sheet: Sheet, column: Column[Item], items: Sequence[Item]) -> tuple[float, float]:
    """The least width of a column, and the one in which nothing is broken (mm)."""
    name = sheet.caption(bold=True)
    low, wide = fonts.longest_word(column.name, name), fonts.longest_word(column.name, name)
    most = column.most * sheet.unit
    for item in items:
        for part in _cell(column, item, 1e4):
            need = least(part) if isinstance(part, Mark) else min(least(part), LONGEST * sheet.unit)
            low, wide = max(low, need), max(wide, part.width)
    return low, max(low, min(wide, most))


def _widths(sheet: Sheet, columns: Sequence[Column[Item]], items: Sequence[Item], width: float) -> list[float] | None:
    """Widths in mm that fill the table, or None where a column would be too narrow."""
    room = width - GUTTER * sheet.unit * (len(columns) - 1)
    needs = [_needs(sheet, column, items) for column in columns]
    growing = [n for n, column in enumerate(columns) if column.weight]
    floor = {n: max(needs[n][0], min(needs[n][1], COMFORT * columns[n].weight * sheet.unit)) for n in growing}
    firm = [n for n in range(len(columns)) if n not in floor]
    spare = room - sum(floor.values()) - sum(needs[n][0] for n in firm)
    if spare < 0:
        return None
    give = sum(needs[n][1] - needs[n][0] for n in firm)
    part = min(1.0, spare / give) if give else 0.0
    widths = {n: needs[n][0] + part * (needs[n][1] - needs[n][0]) for n in firm}
    left = room - sum(widths.values())
    wide = spread([columns[n].weight for n in growing], [floor[n] for n in growing], left)
    widths.update(zip(growing, wide, strict=True))
    return [widths[n] for n in range(len(columns))]


def _head(sheet: Sheet, columns: Sequence[Column[Item]], widths: Sequence[float]) -> Block:
    """The names of the columns over a line; those of several lines stand on the line too."""
    unit, theme = sheet.unit, sheet.theme
    names = [
        paragraph(column.name, sheet.caption(bold=True), theme.muted, wide)
        for column, wide in zip(columns, widths, strict=True)
    ]
    deep = max(name.height for name in names)
    tall = deep + 1.8 * unit

    def draw(x: float, top: float) -> list[Group]:
        found: list[Shape] = []
        left = x
        for column, wide, name in zip(columns, widths, names, strict=True):
            start = left + {"start": 0.0, "middle": wide / 2, "end": wide}[column.align]
            found += name.at(start, top + deep - name.height, column.align)
            left += wide + GUTTER * unit
        right = left - GUTTER * unit
        line = polyline([(x, top + tall), (right, top + tall)])
        found.append(Sketch(line, None, Stroke(theme.zero, 0.35 * unit)))
        return [Group("", "text", tuple(found), Box(x, top, right - x, tall))]

    return Block(tall, draw)

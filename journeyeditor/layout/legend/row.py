"""The legend: exactly the marks that are used, on one pitch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.label import label
from journeyeditor.layout.legend.marks import MARKS, mark_of
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import CAPTION, Sheet
from journeyeditor.layout.text import Paragraph, paragraph

PITCH, ROW_STEP, SPACE, MOST_LINES = 33.2, 5.8, 2.0, 2


class Item(msgspec.Struct, frozen=True):
    """A mark and what it means. `wide` is the mark's width in mm."""

    draw: Callable[[float, float], Sequence[Shape]]
    wide: float
    words: Paragraph


def _words(sheet: Sheet, text: str, wide: float, pitch: float) -> Paragraph:
    """The meaning of a mark in two lines, over as many pitches as that takes (four at most)."""
    for cells in range(1, 5):
        room = cells * pitch - wide - (SPACE + 3) * sheet.unit
        words = paragraph(text, sheet.caption(), sheet.theme.ink, max(room, 12 * sheet.unit), balance=True)
        if len(words.lines) <= MOST_LINES:
            break
    return words


def _items(sheet: Sheet, marks: frozenset[str], pitch: float) -> list[Item]:
    order = {f"persona:{persona.id}": number for number, persona in enumerate(sheet.personas)}
    ranked = sorted(marks, key=lambda name: (_rank(name), order.get(name, 0), name))
    items = []
    for name in ranked:
        found = mark_of(sheet, name)
        if found is not None:
            wide, text, draw = found
            items.append(Item(draw, wide, _words(sheet, text, wide, pitch)))
    return items


def _rank(name: str) -> int:
    kind = name.partition(":")[0]
    return MARKS.index(kind) if kind in MARKS else len(MARKS)


def _count(sheet: Sheet, width: float) -> int:
    """How many marks stand side by side: the pitch grows with captions that have been raised."""
    return max(1, int(width // (PITCH * sheet.unit * sheet.caption_size / (CAPTION * sheet.unit))))


def _table(sheet: Sheet, items: Sequence[Item], width: float) -> list[list[tuple[float, Item]]]:
    """Rows of (x, item): every item takes as many pitches as it needs."""
    unit = sheet.unit
    count = _count(sheet, width)
    pitch = width / count
    rows: list[list[tuple[float, Item]]] = [[]]
    used = 0
    for item in items:
        wide = item.wide + (SPACE + 3.0) * unit + item.words.width
        cells = min(count, max(1, -int(-wide // pitch)))
        if used + cells > count:
            rows.append([])
            used = 0
        rows[-1].append((used * pitch, item))
        used += cells
    return rows


def legend_row(sheet: Sheet, marks: frozenset[str]) -> Row | None:
    """A hairline, then rows of marks with their meaning; None where no mark is used."""
    unit, theme = sheet.unit, sheet.theme
    title = label(sheet, sheet.speech.say("Legend"))
    width = sheet.right - sheet.map_left
    items = _items(sheet, marks, width / _count(sheet, width))
    if not items:
        return None
    rows = _table(sheet, items, width)
    steps = [max([ROW_STEP * unit, *(item.words.height + 1.2 * unit for _, item in row)]) for row in rows]
    natural = 1.4 * unit + max(sum(steps), title.height)

    def draw(top: float, height: float) -> list[Group]:
        rule = Sketch(polyline([(sheet.left, top), (sheet.right, top)]), None, Stroke(theme.hairline, 0.25 * unit))
        shapes: list[Shape] = [rule]
        y = top + 1.4 * unit
        shapes += title.at(sheet.left, y - 0.2 * unit)
        for row, step in zip(rows, steps, strict=True):
            for x, item in row:
                middle = y + step / 2
                left = sheet.map_left + x
                shapes += item.draw(left, middle)
                shapes += item.words.at(left + item.wide + SPACE * unit, middle - item.words.height / 2)
            y += step
        return [Group("legend", "legend", tuple(shapes), Box(sheet.left, top, sheet.right - sheet.left, height))]

    return Row("legend", natural, draw, washed=False, gap=1.0)

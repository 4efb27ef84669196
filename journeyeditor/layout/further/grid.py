"""Opportunities on a grid of impact and effort, each as a numbered disc; several in one cell stand side by side."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch
from journeyeditor.errors import Message, message
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.columns import spread
from journeyeditor.layout.further.plan import Action, disc, disc_size
from journeyeditor.layout.inks import readable
from journeyeditor.layout.parts import ground
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph

LEVELS = 5
GAP = 1.0
"""Between two discs, in units."""
INSET = 1.4
"""Between discs and the edge of their cell, in units."""
HALVINGS = 40
SCALES = (1.5, 1.25, 1.0)
"""Discs are drawn so much larger than in lists, where there is room."""
SEAM = 1.4
"""Between two quadrants, in units."""
CORNERS: dict[tuple[bool, bool], Message] = {
    (True, False): message("Quick wins"),
    (True, True): message("Big bets"),
    (False, False): message("Fill-ins"),
    (False, True): message("Think twice"),
}
"""(impact is high, effort is high) -> the field's usual name."""

Cells = dict[tuple[int, int], list[Action]]
"""(effort, impact), each from 1 -> the actions there."""


class Grid(msgspec.Struct, frozen=True):
    """The grid in its box: where columns and rows of cells begin and end, mm."""

    sheet: Sheet
    box: Box
    field: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    """From the top, so from the highest impact."""
    cells: Cells
    scale: float
    """Of the discs, against those in lists."""
    across: float
    """Of a disc, mm."""

    def cell(self, effort: int, impact: int) -> Box:
        """The box of a cell."""
        column, row = effort - 1, LEVELS - impact
        x = self.field.x + sum(self.columns[:column])
        return Box(x, self.field.y + sum(self.rows[:row]), self.columns[column], self.rows[row])

    def group(self) -> Group:
        """The whole figure."""
        shapes = [*self._quadrants(), *self._scale(), *self._discs()]
        return Group("", "figure", tuple(shapes), self.box, description=self._told())

    def _quadrants(self) -> Iterator[Shape]:
        sheet, unit, theme = self.sheet, self.sheet.unit, self.sheet.theme
        middle = self.cell(3, 3).middle
        outer = self.field.grown(0.0, _strip(sheet))
        half = SEAM / 2 * unit
        for (high, costly), name in CORNERS.items():
            left, right = (middle[0] + half, outer.right) if costly else (outer.x, middle[0] - half)
            top, bottom = (outer.y, middle[1] - half) if high else (middle[1] + half, outer.bottom)
            best = high and not costly
            fill = theme.opportunity_ground if best else theme.wash
            yield ground(sheet, Box(left, top, right - left, bottom - top), fill)
            words = paragraph(
                sheet.speech.say(name),
                sheet.body(bold=True),
                readable(theme.opportunity if best else theme.muted, fill),
                right - left - 4 * unit,
            )
            x = right - 2 * unit if costly else left + 2 * unit
            y = top + 1.5 * unit if high else bottom - 1.5 * unit - words.height
            yield from words.at(x, y, "end" if costly else "start")

    def _scale(self) -> Iterator[Shape]:
        """The steps of both axes, and what each axis means at its far end."""
        sheet, unit, theme = self.sheet, self.sheet.unit, self.sheet.theme
        style = sheet.caption()
        outer = self.field.grown(0.0, _strip(sheet))
        for step in range(1, LEVELS + 1):
            words = paragraph(f"{step}", style, theme.muted, 10 * unit)
            x, _ = self.cell(step, 1).middle
            _, y = self.cell(1, step).middle
            yield from words.at(x, outer.bottom + 1.2 * unit, "middle")
            yield from words.at(outer.x - 1.6 * unit, y - words.height / 2, "end")
        bold = sheet.caption(bold=True)
        impact = paragraph(sheet.speech.say("Impact"), bold, theme.ink, outer.width)
        effort = paragraph(sheet.speech.say("Effort"), bold, theme.ink, outer.width)
        yield from impact.at(outer.x, self.box.y)
        yield from effort.at(outer.right, self.box.bottom - effort.height, "end")

    def _discs(self) -> Iterator[Shape]:
        for (effort, impact), members in sorted(self.cells.items()):
            box = self.cell(effort, impact)
            pitch = self.across + GAP * self.sheet.unit
            most = _beside(self.sheet, box.width, self.across), _beside(self.sheet, box.height, self.across)
            if len(members) > most[0] * most[1]:
                yield from self._crowd(members, box)
                continue
            beside = min(most[0], max(math.ceil(len(members) / most[1]), math.ceil(math.sqrt(len(members)))))
            lines = [members[n : n + beside] for n in range(0, len(members), beside)]
            x, y = box.middle
            for row, line in enumerate(lines):
                for place, action in enumerate(line):
                    dx = (place - (len(line) - 1) / 2) * pitch
                    dy = (row - (len(lines) - 1) / 2) * pitch
                    style = self.sheet.style(self.scale * self.sheet.caption_size, bold=True)
                    yield from disc(self.sheet, action, x + dx, y + dy, self.across, style)

    def _crowd(self, members: Sequence[Action], box: Box) -> Iterator[Shape]:
        """So many that their discs have no room: their count. The list says of each where it stands."""
        sheet, unit, theme = self.sheet, self.sheet.unit, self.sheet.theme
        words = paragraph(f"× {len(members)}", sheet.caption(bold=True), theme.paper, box.width)
        x, y = box.middle
        wide, tall = words.width + 3 * unit, words.height + 2 * unit
        yield Sketch(rectangle(x - wide / 2, y - tall / 2, wide, tall, tall / 2), theme.opportunity)
        yield from words.at(x, y - words.height / 2, "middle")

    def _told(self) -> str:
        """The figure in words."""
        say = self.sheet.speech.say
        parts = [
            say("{number}: impact {impact}, effort {effort}", number=action.number, impact=impact, effort=effort)
            for (effort, impact), members in sorted(self.cells.items())
            for action in members
        ]
        return f"{say('Impact and effort')}. {'; '.join(parts)}"


def grid(sheet: Sheet, actions: Sequence[Action], box: Box) -> Grid:
    """The grid of the actions that are rated, filling the box. `actions` are all of them, for the size of a number."""
    unit = sheet.unit
    across = disc_size(sheet, max((action.number for action in actions), default=1))
    cells: Cells = defaultdict(list)
    for action in actions:
        if action.record.impact is not None and action.record.effort is not None:
            cells[action.record.effort, action.record.impact].append(action)
    caption = fonts.ascent(sheet.caption()) + fonts.descent(sheet.caption())
    left, above, below = 4.0 * unit, caption + 1.6 * unit, 2 * caption + 2.4 * unit
    strip = _strip(sheet)
    field = Box(box.x + left, box.y + above + strip, box.width - left, box.height - above - below - 2 * strip)
    scale = next((scale for scale in SCALES if _fit(sheet, cells, field, scale * across)), SCALES[-1])
    across *= scale
    least = [[_side(sheet, len(cells.get((e, i), ())), across) for e in range(1, 6)] for i in range(5, 0, -1)]
    columns = _shared([max(row[n] for row in least) for n in range(LEVELS)], field.width)
    rows = _shared([max(row) for row in least], field.height)
    return Grid(sheet, box, field, tuple(columns), tuple(rows), cells, scale, across)


def _shared(least: list[float], room: float) -> list[float]:
    """Widths of columns, or heights of rows: even if they can be; where room is short, only the largest shrink."""
    low, high = 0.0, max(least)
    for _ in range(HALVINGS):
        most = (low + high) / 2
        low, high = (most, high) if sum(min(one, most) for one in least) <= room else (low, most)
    return spread([1.0] * LEVELS, least if sum(least) <= room else [min(one, low) for one in least], room)


def _fit(sheet: Sheet, cells: Cells, field: Box, across: float) -> bool:
    """True if discs of this size have room in a grid of even cells."""
    side = min(field.width, field.height) / LEVELS
    return all(_side(sheet, len(members), across) <= side for members in cells.values())


def _strip(sheet: Sheet) -> float:
    """Height of the strips above and below the cells, where the quadrants have their names."""
    return fonts.ascent(sheet.body()) + fonts.descent(sheet.body()) + 2.4 * sheet.unit


def _side(sheet: Sheet, count: int, across: float) -> float:
    """The side of a square cell with room for so many discs."""
    if not count:
        return across + 2 * INSET * sheet.unit
    return math.ceil(math.sqrt(count)) * (across + GAP * sheet.unit) + 2 * INSET * sheet.unit


def _beside(sheet: Sheet, room: float, across: float) -> int:
    """How many discs stand side by side in a cell of this width."""
    gap = GAP * sheet.unit
    return max(1, int((room - INSET * sheet.unit + gap + 1e-6) // (across + gap)))

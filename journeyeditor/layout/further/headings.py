"""The name of a part of a page, in the colour of what stands under it."""

from __future__ import annotations

from journeyeditor.drawing import Group
from journeyeditor.geometry import Box
from journeyeditor.layout.further.flow import Block
from journeyeditor.layout.inks import readable
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph

ABOVE, BELOW = 3.4, 1.4
"""Room above a heading that stands under something, and below every heading, in units."""


def heading(
    sheet: Sheet,
    text: str,
    width: float,
    colour: str,
    *,
    count: int | None = None,
    air: tuple[float, float] = (ABOVE, BELOW),
    head: Block | None = None,
    fresh: bool = False,
) -> Block:
    """A heading, and how many things stand under it. `air` is the room above and below it, in units."""
    unit = sheet.unit
    above, below = air
    number = paragraph("" if count is None else f"{count}", sheet.body(), sheet.theme.muted, 30 * unit)
    name = paragraph(text, sheet.body(bold=True), readable(colour), width - number.width - 2 * unit)

    def draw(x: float, top: float) -> list[Group]:
        y = top + above * unit
        words = (*name.at(x, y), *number.at(x + name.width + 2 * unit, y))
        return [Group("", "heading", words, Box(x, y, name.width + 2 * unit + number.width, name.height))]

    return Block(name.height + (above + below) * unit, draw, keeps=True, head=head, fresh=fresh)

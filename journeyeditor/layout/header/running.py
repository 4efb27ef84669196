"""The header of further pages: the title again, small."""

from __future__ import annotations

from journeyeditor.drawing import Group
from journeyeditor.geometry import Box
from journeyeditor.layout.header.title import title_colour
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph


def running_header_row(sheet: Sheet) -> Row:
    """One line with the journey's title."""
    head = sheet.journey.head
    title = paragraph(head.title, sheet.stage(), title_colour(sheet), sheet.right - sheet.left)

    def draw(top: float, height: float) -> list[Group]:
        box = Box(sheet.left, top, sheet.right - sheet.left, height)
        return [Group(head.id, "title", title.at(sheet.left, top), box)]

    return Row("header", title.height, draw, washed=False, gap=3.0)

"""The lane of the touchpoints' pictures."""

from __future__ import annotations

from journeyeditor.drawing import Group, Picture
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.label import Label
from journeyeditor.layout.parts import RADIUS
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet

WIDEST, SHAPE = 34.0, 0.68
"""Widest picture in units; height as a part of the width."""


def image_row(sheet: Sheet, name: str, label: Label) -> Row:
    """Every touchpoint's picture over its middle, in boxes of one size."""
    unit = sheet.unit
    shown = [
        slot
        for column in sheet.columns
        for slot in column.slots
        if slot.touchpoint.image is not None and slot.touchpoint.image in sheet.journey.images
    ]
    wide = min([WIDEST * unit, *(slot.width - 2 * unit for slot in shown)]) if shown else 0.0
    natural = max(wide * SHAPE, label.height)

    def draw(top: float, height: float) -> list[Group]:
        groups = [Group(name, "lane", label.at(sheet.left, top), Box(sheet.left, top, sheet.label_width, height))]
        tall = min(height, wide * SHAPE * 1.3)
        for slot in shown:
            touchpoint = slot.touchpoint
            box = Box(slot.x - wide / 2, top + (height - tall) / 2, wide, tall)
            clip = rectangle(box.x, box.y, box.width, box.height, RADIUS * unit)
            picture = Picture(box, touchpoint.image or "", clip, touchpoint.title)
            groups.append(Group(touchpoint.id, "image", (picture,), box, description=touchpoint.title))
        return groups

    return Row(name, natural, draw, 1.3 if shown else 1.0)

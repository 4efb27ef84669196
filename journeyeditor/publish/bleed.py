"""A poster for the print shop: on a larger paper, with bleed, crop marks and a line that says what it is."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Shape, Sketch, Stroke, Words, group_box
from journeyeditor.errors import BadInput, message
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline, rectangle

INK = "#000000"
LENGTH = 6.0
"""Of a crop mark, mm."""
AWAY = 1.0
"""From the end of the bleed to the marks, so that none of them is ever inside a sheet that was cut badly."""
BORDER = 2.0
"""Bare paper beyond the marks."""
PEN = 0.25 * 25.4 / 72
"""A quarter of a point: as thin as all presses print."""
MOST = 50.0
NOTE = 7.0
"""Type of the note, in points."""


def check_bleed(bleed: float) -> None:
    """Raises BadInput for a bleed (mm) that is no length."""
    if not (math.isfinite(bleed) and 0 <= bleed <= MOST):
        raise BadInput(
            message("The bleed must be a length from nought to {most} mm.", most=MOST),
            message("Print shops mostly ask for 3 mm."),
        )


def with_bleed(drawing: Drawing, bleed: float, note: str = "") -> Drawing:
    """The sheet on a larger paper: the background reaches `bleed` mm beyond it, crop marks stand outside of that.

    `note` is a line for the print shop that stands outside too. Raises BadInput for a bleed that is no length.
    """
    check_bleed(bleed)
    surround = bleed + AWAY + LENGTH + BORDER
    shapes = (*_crop_marks(drawing, bleed + AWAY), *_note(drawing, bleed, note))
    room = Box(0, 0, drawing.width, drawing.height).grown(bleed)
    groups = [_within(room, group) for group in drawing.groups]
    return replace(drawing, groups=(*groups, Group("", "crop_marks", shapes)), surround=surround, bleed=bleed)


def _within(room: Box, group: Group) -> Group:
    """The group, cut where it would run over the marks."""
    box = group_box(group)
    if box is None or group.clip is not None or room.holds(box):
        return group
    return replace(group, clip=rectangle(room.x, room.y, room.width, room.height))


def _crop_marks(drawing: Drawing, away: float) -> Iterator[Shape]:
    """Two lines at each corner that meet in it when they are drawn on."""
    for x, outwards in ((0.0, -1), (drawing.width, 1)):
        for y, down in ((0.0, -1), (drawing.height, 1)):
            for dx, dy in ((outwards, 0), (0, down)):
                near = x + dx * away, y + dy * away
                far = x + dx * (away + LENGTH), y + dy * (away + LENGTH)
                yield Sketch(polyline([near, far]), None, Stroke(INK, PEN))


def _note(drawing: Drawing, bleed: float, note: str) -> Iterator[Shape]:
    """One line below the sheet, right of the crop mark, if the sheet is wide enough for it."""
    line = shape(note, Style(NOTE))
    if line.runs and line.width <= drawing.width - 2 * LENGTH:
        yield Words(LENGTH, drawing.height + bleed + AWAY + LENGTH / 2 + 1, line, INK)

"""The circle of a touchpoint with what sits on its rim."""

from __future__ import annotations

import math

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import icon, star
from journeyeditor.geometry.outline import circle, rectangle
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Touchpoint

ACROSS, WITHOUT_ICON, SMALLEST = 10.4, 6.0, 5.0
"""Diameter of a circle in units, that of one on a map without channels, and how small it may get in a narrow slot."""
SHARE, MOST_SHARE = 0.56, 0.64
"""Part of a slot that its circle takes, and the most it may take when it is as small as it gets."""
ICON = 0.6
"""An icon's size as part of the circle."""
PEN, DASH = 0.5, (1.5, 1.1)
STAR, STAR_PLACE = 5.0, 0.79
"""Size of the star on a full circle in units; where its middle lies to the right and up, in radii."""


def has_channels(sheet: Sheet) -> bool:
    """True if any touchpoint on the sheet has a channel: where none has, circles need no room for icons."""
    return any(slot.touchpoint.channel is not None for column in sheet.columns for slot in column.slots)


def radius(sheet: Sheet) -> float:
    """Of all circles of a sheet: they shrink together where the slots are narrow."""
    slot = min(sheet.slot_widths.values(), default=ACROSS * sheet.unit / SHARE)
    most = ACROSS if has_channels(sheet) else WITHOUT_ICON
    across = min(most * sheet.unit, SHARE * slot)
    return min(max(across, SMALLEST * sheet.unit), MOST_SHARE * slot) / 2


def star_size(sheet: Sheet) -> float:
    """Across, mm."""
    return STAR * sheet.unit * max(0.6, _scale(sheet))


def _scale(sheet: Sheet) -> float:
    """How large circles are beside those of the drawn target."""
    return 2 * radius(sheet) / (ACROSS * sheet.unit)


def circle_shapes(sheet: Sheet, touchpoint: Touchpoint, x: float, y: float) -> list[Shape]:
    """Circle, icon of the channel, star, and the marks on the rim, about (x, y)."""
    theme, unit, r = sheet.theme, sheet.unit, radius(sheet)
    scale = _scale(sheet)
    width = PEN * unit * max(0.7, scale)
    channel = sheet.journey.channel(touchpoint.channel)
    shapes: list[Shape] = [_ring(sheet, touchpoint, x, y, width)]
    if channel is not None:
        shapes.append(icon(channel.icon, x, y, 2 * r * ICON, theme.ink, 0.41 * unit * max(0.7, scale)))
    if touchpoint.started_by == "company":
        shapes += _company_mark(sheet, x - 0.72 * r, y + 0.72 * r, 2.2 * unit * max(0.75, scale))
    if touchpoint.journey is not None:
        shapes += closer_mark(sheet, x + 0.72 * r, y + 0.72 * r, 3.7 * unit * max(0.75, scale))
    if touchpoint.moment_of_truth is not None:
        across = star_size(sheet)
        shapes.append(star(x + STAR_PLACE * r, y - STAR_PLACE * r, across, theme.star, theme.truth))
    return shapes


def _ring(sheet: Sheet, touchpoint: Touchpoint, x: float, y: float, width: float) -> Sketch:
    """Dashed = assumption, solid = research, solid in muted ink = nobody has said."""
    r = radius(sheet) - width / 2
    if touchpoint.evidence != "assumption":
        colour = sheet.theme.ink if touchpoint.evidence == "research" else sheet.theme.muted
        return Sketch(circle(x, y, r), sheet.theme.paper, Stroke(colour, width))
    # a whole number of dashes, so that they close where they began
    dash, gap = (part * sheet.unit for part in DASH)
    around = 2 * math.pi * r
    stretch = around / (max(8, round(around / (dash + gap))) * (dash + gap))
    pen = Stroke(sheet.theme.ink, width, (dash * stretch, gap * stretch))
    return Sketch(circle(x, y, r), sheet.theme.paper, pen)


def _company_mark(sheet: Sheet, x: float, y: float, across: float) -> list[Shape]:
    """A small full square: the company takes the first step."""
    pen = Stroke(sheet.theme.paper, 0.3 * across)
    side = 0.94 * across
    box = rectangle(x - side / 2, y - side / 2, side, side, 0.16 * across)
    return [Sketch(box, None, pen), Sketch(box, sheet.theme.ink)]


def closer_mark(sheet: Sheet, x: float, y: float, across: float) -> list[Shape]:
    """Links of a chain on a small disc: there is a closer map."""
    ground = Sketch(circle(x, y, across / 2), sheet.theme.paper, Stroke(sheet.theme.muted, 0.08 * across))
    return [ground, icon("link", x, y, 0.66 * across, sheet.theme.ink, 0.09 * across)]

"""The header of the stages: one chevron each, all of one height, under the band of phases."""

from __future__ import annotations

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch, Stroke, Words
from journeyeditor.geometry import Box
from journeyeditor.geometry.bends import rounded
from journeyeditor.geometry.hatch import hatch
from journeyeditor.geometry.outline import Point
from journeyeditor.layout.background import HATCH_PITCH, HATCH_WIDTH
from journeyeditor.layout.columns import Column
from journeyeditor.layout.label import label
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.stages.phases import bands, phase_groups
from journeyeditor.layout.stages.text import StageText, stage_text, title_style

HEIGHT, POINT, CORNER = 16.8, 3.2, 0.4
BEFORE = 0.9
"""Free room at the left of a chevron, in units."""
PADDING, FIRST_PADDING = 2.4, 2.6
"""From the notch to the text, and from the straight left edge of the first chevron, in units."""
MOST_HEIGHT = 0.18
"""Part of the sheet's height; a header that is taller asks for smaller type."""
TOP, BOTTOM, FOOT = 2.7, 2.2, 1.8
HATCH_OPACITY = 0.36
NARROWEST = 30.0
"""Columns narrower than this, in units, get a shorter point and less padding."""


class Chevron(msgspec.Struct, frozen=True):
    """The place of one header: its edges, how deep its point and its notch are, and where its text stands."""

    column: Column
    left: float
    right: float
    notch: float
    point: float
    text_left: float
    text_room: float

    def corners(self, top: float, height: float) -> list[Point]:
        """From the upper left corner, clockwise."""
        middle, bottom = top + height / 2, top + height
        straight = self.right - self.point
        corners = [(self.left, top), (straight, top)]
        if self.point:
            corners.append((self.right, middle))
        corners += [(straight, bottom), (self.left, bottom)]
        if self.notch:
            corners.append((self.left + self.notch, middle))
        return corners

    def foot(self, top: float, height: float, thick: float) -> list[Point]:
        """The strip along its lower edge."""
        bottom = top + height
        part = min(1.0, thick / (height / 2))
        straight = self.right - self.point
        return [
            (self.left + self.notch * part, bottom - thick),
            (straight + self.point * part, bottom - thick),
            (straight, bottom),
            (self.left, bottom),
        ]


def chevrons(sheet: Sheet) -> tuple[Chevron, ...]:
    """One for every column. Where a column is narrow all points are shorter, so that the text keeps its room."""
    unit = sheet.unit
    narrow = min((column.width for column in sheet.columns), default=NARROWEST * unit)
    scale = max(0.3, min(1.0, narrow / (NARROWEST * unit)))
    start, stop = sheet.window or (0, len(sheet.columns))
    more = stop < len(sheet.journey.stages())
    depth = POINT * unit * scale
    found = []
    for column in sheet.columns:
        first = column.index == 0 and start == 0
        last = column.index == len(sheet.columns) - 1 and not first and not more
        left = column.x + (0.0 if first else BEFORE * unit * scale)
        notch, point = (0.0 if first else depth), (0.0 if last else depth)
        text = left + (FIRST_PADDING * unit if first else notch + PADDING * unit) * (scale if not first else 1.0)
        room = column.right - point - (1.2 if not last else 2.0) * unit * scale - text
        found.append(Chevron(column, left, column.right, notch, point, text, max(room, unit)))
    return tuple(found)


def ground(sheet: Sheet, column: Column) -> str:
    """The colour of a chevron: deeper for a loyalty-critical stage."""
    tint = sheet.theme.phase(column.stage.phase)
    return tint.ground if column.stage.loyalty_critical is None else tint.deep


def stage_row(sheet: Sheet) -> Row:
    """Phases and stages."""
    unit = sheet.unit
    strip = bands(sheet)
    shapes = chevrons(sheet)
    style = title_style(sheet, {chevron.column.stage.id: chevron.text_room for chevron in shapes})
    texts = [stage_text(sheet, c.column, style, c.text_room, ground(sheet, c.column)) for c in shapes]
    feet = FOOT * unit if any(c.column.stage.loyalty_critical is not None for c in shapes) else 0.0
    tallest = max((text.height for text in texts), default=0.0)
    goals = any(column.stage.goal for column in sheet.columns)
    title = label(sheet, sheet.speech.say("Stages"), (sheet.speech.say("and the customer's goal") if goals else "",))
    chevron_height = max(HEIGHT * unit, tallest + (TOP + BOTTOM) * unit + feet, title.height + 2 * unit)

    def draw(top: float, height: float) -> list[Group]:
        upper = top + strip.height
        tall = height - strip.height
        box = Box(sheet.left, upper, sheet.map_left - sheet.left, tall)
        groups = [Group("stages", "label", title.at(sheet.left, upper + 1.0 * unit), box)]
        phases = phase_groups(sheet, strip, top)
        for chevron, text in zip(shapes, texts, strict=True):
            stage = chevron.column.stage
            groups += [phases[stage.id]] if stage.id in phases else []
            groups.append(_stage(sheet, chevron, text, upper, tall))
            groups += _untitled(sheet, chevron, text, upper)
        return groups

    cramped = any(text.broken for text in texts) or chevron_height > MOST_HEIGHT * sheet.paper.printable[1]
    return Row("stages", strip.height + chevron_height, draw, marks=_marks(sheet), washed=False, cramped=cramped)


def _stage(sheet: Sheet, chevron: Chevron, text: StageText, top: float, height: float) -> Group:
    unit, stage = sheet.unit, chevron.column.stage
    corners = chevron.corners(top, height)
    shapes: list[Shape] = [Sketch(rounded(corners, CORNER * unit, closed=True), ground(sheet, chevron.column))]
    if stage.blind_spot is not None:
        pen = Stroke(sheet.theme.paper, HATCH_WIDTH * unit, opacity=HATCH_OPACITY)
        shapes.append(Sketch(hatch(corners, HATCH_PITCH * unit), None, pen))
    if stage.loyalty_critical is not None:
        foot = chevron.foot(top, height, FOOT * unit)
        shapes.append(Sketch(rounded(foot, CORNER * unit, closed=True), text.tint.strong))
    shapes += text.at(sheet, chevron.text_left, top + TOP * unit)
    box = Box(chevron.left, top, chevron.right - chevron.left, height)
    return Group(stage.id, "stage", tuple(shapes), box)


def _untitled(sheet: Sheet, chevron: Chevron, text: StageText, top: float) -> list[Group]:
    """On the screen, a pale word in the place of a title that nobody has written yet, behind the marks."""
    stage = chevron.column.stage
    if stage.title.strip():
        return []
    aside = text.marks_width if text.beside else 0.0
    style = sheet.caption()
    line = fonts.shape(sheet.speech.say("untitled stage"), style)
    if line.width > chevron.text_room - aside:
        return []
    drop = TOP * sheet.unit + fonts.ascent(text.title.style)
    words = Words(chevron.text_left + aside, top + drop, line, sheet.theme.zero)
    return [Group(stage.id, "hint", (words,), screen_only=True)]


def _marks(sheet: Sheet) -> frozenset[str]:
    marks: set[str] = set()
    for column in sheet.columns:
        marks |= {"loyalty_critical"} if column.stage.loyalty_critical is not None else set()
        marks |= {"blind_spot"} if column.stage.blind_spot is not None else set()
        marks |= {"closer"} if column.stage.journey is not None else set()
    return frozenset(marks)

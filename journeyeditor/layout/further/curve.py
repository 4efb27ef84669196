"""The emotion curve of one persona: stage names above it, touchpoints below, in several runs where it is long."""

from __future__ import annotations

import dataclasses
import math

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.drawing.icons import star
from journeyeditor.geometry import Box
from journeyeditor.geometry.bends import rounded
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.bands import split
from journeyeditor.layout.columns import beats
from journeyeditor.layout.emotion.lane import called_out_quotes, emotion_row
from journeyeditor.layout.flows.routes import Stop
from journeyeditor.layout.inks import readable
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Fit, Sheet
from journeyeditor.layout.stages.row import CORNER, chevrons, ground
from journeyeditor.layout.stages.text import title_style
from journeyeditor.layout.text import paragraph
from journeyeditor.layout.touchpoints.names import names
from journeyeditor.model.records import Lane, Persona

SCALE = 0.84
"""Type in the curve, against the page's."""
SLOT = 9.0
"""A touchpoint's slot is at least so wide, in units, or the curve is broken into several runs."""
TOP, BOTTOM, BELOW, FOOT = 1.6, 1.6, 4.0, 1.2
"""Above and below a stage's name, between the strip of stages and the curve, and above touchpoints' names, in units."""
TALLEST = 0.25
"""Part of the page that the names of stages and touchpoints take at most."""
STAR = 4.0


class Run(msgspec.Struct, frozen=True):
    """A run of stages: the strip of their names, the lane, and the touchpoints' names."""

    strip: Row
    lane: Row
    names: Row
    unit: float

    @property
    def least(self) -> float:
        """The least height, mm."""
        return self.strip.height + BELOW * self.unit + self.lane.height + FOOT * self.unit + self.names.height

    def draw(self, top: float, height: float) -> list[Group]:
        """All of it in a height of at least `least`; what is more goes to the curve."""
        tall = self.lane.height + max(0.0, height - self.least)
        middle = top + self.strip.height + BELOW * self.unit
        return [
            *self.strip.draw(top, self.strip.height),
            *self.lane.draw(middle, tall),
            *self.names.draw(middle + tall + FOOT * self.unit, self.names.height),
        ]


class Curve(msgspec.Struct, frozen=True):
    """One run or more, one after the other."""

    runs: tuple[Run, ...]
    quotes: frozenset[str]
    """Those that stand beside the curve."""

    @property
    def marks(self) -> frozenset[str]:
        """What the legend must explain."""
        return frozenset().union(*(row.marks for run in self.runs for row in (run.strip, run.lane, run.names)))


def curve(page: Sheet, persona: Persona) -> Curve | None:
    """The curve of a persona on a page; None where no feeling is known."""
    if not page.journey.emotions(persona.id) or not page.journey.stages():
        return None
    least = page.paper.least_type
    sheet = dataclasses.replace(
        page, chosen=(persona.id,), fit=Fit(max(SCALE * page.fit.body, min(least, page.fit.body)))
    )
    lane = Lane(id="curve", order="a0", kind="emotions")
    runs = []
    quotes: set[str] = set()
    for window in _windows(sheet):
        part = dataclasses.replace(sheet, window=window)
        runs.append(Run(_strip(part), emotion_row(part, lane), _names(part), part.unit))
        quotes |= called_out_quotes(part, lane)
    return Curve(tuple(runs), frozenset(quotes))


def _windows(sheet: Sheet) -> list[tuple[int, int]]:
    """Runs of stages in which every touchpoint has its slot, no word of a stage is broken, and no name is high."""
    stages = sheet.journey.stages()
    weights = beats(sheet.journey, stages)
    count = max(1, math.ceil(sum(weights) * SLOT * sheet.unit / (sheet.right - sheet.map_left)))
    while count < len(stages):
        windows = split(weights, count)
        if all(_has_room(dataclasses.replace(sheet, window=window)) for window in windows):
            return windows
        count += 1 + count // 4
    return split(weights, len(stages))


def _has_room(sheet: Sheet) -> bool:
    style = sheet.body(bold=True)
    slots = min(sheet.slot_widths.values(), default=SLOT * sheet.unit)
    words = all(fonts.longest_word(c.column.stage.title, style) <= c.text_room for c in chevrons(sheet))
    if not words or slots < SLOT * sheet.unit:
        return False
    return _strip(sheet).height + _names(sheet).height <= TALLEST * sheet.paper.printable[1]


def _strip(sheet: Sheet) -> Row:
    """The stages' names on chevrons in the tints of their phases."""
    unit, theme = sheet.unit, sheet.theme
    found = chevrons(sheet)
    style = title_style(sheet, {one.column.stage.id: one.text_room for one in found})
    titles = [
        paragraph(
            one.column.stage.title,
            style,
            readable(theme.phase(one.column.stage.phase).strong, ground(sheet, one.column)),
            one.text_room,
        )
        for one in found
    ]
    tall = max((title.height for title in titles), default=0.0) + (TOP + BOTTOM) * unit

    def draw(top: float, height: float) -> list[Group]:
        groups = []
        for one, title in zip(found, titles, strict=True):
            corners = rounded(one.corners(top, height), CORNER * unit, closed=True)
            shapes: list[Shape] = [Sketch(corners, ground(sheet, one.column))]
            shapes += title.at(one.text_left, top + (height - title.height) / 2)
            box = Box(one.left, top, one.right - one.left, height)
            groups.append(Group(one.column.stage.id, "text", tuple(shapes), box))
        return groups

    return Row("strip", tall, draw)


def _names(sheet: Sheet) -> Row:
    """The touchpoints' names, on several tiers where they are close; a star over each moment of truth."""
    unit, theme = sheet.unit, sheet.theme
    slots = [(slot, column) for column in sheet.columns for slot in column.slots]
    stops = [Stop(slot, n, column.index, "curve", 0) for n, (slot, column) in enumerate(slots)]
    found = names(sheet, stops, ())
    truths = [stop for stop in stops if stop.touchpoint.moment_of_truth is not None]
    starred = (STAR + 0.8) * unit if truths else 0.0

    def draw(top: float, _: float) -> list[Group]:
        groups = []
        for name in found.names:
            y = top + starred + found.tops[name.tier]
            shapes: list[Shape] = []
            if name.tier and name.words.lines:
                leader = polyline([(name.stop.x, top + starred), (name.stop.x, y - 0.4 * unit)])
                shapes.append(Sketch(leader, None, Stroke(theme.flow, 0.2 * unit)))
            if name.stop in truths:
                shapes.append(star(name.stop.x, top + STAR / 2 * unit, STAR * unit, theme.star, theme.truth))
            shapes += replace(name.words, halo=None).at(name.x, y, "middle")
            if shapes:
                groups.append(Group(name.stop.touchpoint.id, "text", tuple(shapes)))
        return groups

    return Row("names", starred + found.height, draw, marks=frozenset({"moment_of_truth"} if truths else ()))

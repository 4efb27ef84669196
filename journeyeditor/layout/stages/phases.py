"""The band of phases above the stages: a name, and a bar over every run of neighbouring stages of one phase."""

from __future__ import annotations

import msgspec

from journeyeditor.drawing import Group, Sketch, Stroke
from journeyeditor.drawing.theme import Tint
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.columns import Column
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph
from journeyeditor.model.reading import phase_bands
from journeyeditor.model.records import Phase

BAR, NAME_GAP, BELOW = 0.9, 0.9, 0.6
"""Thickness of the bar, room above it and below it, in units."""
INDENT = 0.3
BETWEEN = 1.2
"""From the end of a bar to the end of its last stage, in units."""


class Band(msgspec.Struct, frozen=True):
    """One run of stages: where it begins and ends, and its name."""

    phase: Phase
    x: float
    right: float
    name: Paragraph
    tint: Tint
    first: Column


class Bands(msgspec.Struct, frozen=True):
    """All runs, and the height of the strip that holds names and bars; 0 if no stage has a phase."""

    bands: tuple[Band, ...]
    height: float
    unit: float

    @property
    def bar(self) -> float:
        """From the strip's top to the middle of the bars."""
        return self.height - (BELOW + BAR / 2) * self.unit

    def clear_depth(self, x: float, half: float) -> float:
        """How far down a line at x may come: to just above the bar, or above the name that is in its way."""
        depth = self.height - self.unit * (0.4 if not self.bands else BELOW + BAR + 1.0)
        for band in self.bands:
            if band.name.lines and band.x - half < x < band.x + band.name.width + half + self.unit:
                depth = min(depth, self.bar - BAR / 2 * self.unit - (NAME_GAP + 0.6) * self.unit - band.name.height)
        return max(depth, 0.0)


def phase_name(sheet: Sheet, phase: Phase) -> str:
    """The user's own title of a phase, else the standard word."""
    return sheet.journey.head.phase_titles.get(phase, "").strip() or sheet.speech.term("phase", phase)


def bands(sheet: Sheet) -> Bands:
    """The band of phases, measured."""
    unit = sheet.unit
    columns = {column.stage.id: column for column in sheet.columns}
    found = []
    for run in phase_bands([column.stage for column in sheet.columns]):
        first, last = columns[run.stages[0].id], columns[run.stages[-1].id]
        right = last.right - (0.0 if last is sheet.columns[-1] else BETWEEN * unit)
        x = first.x + INDENT * unit
        tint = sheet.theme.phase(run.phase)
        name = paragraph(phase_name(sheet, run.phase), sheet.body(bold=True), tint.strong, right - x - unit)
        found.append(Band(run.phase, x, right, name, tint, first))
    if not found:
        return Bands((), 0.0, unit)
    tall = max(band.name.height for band in found)
    return Bands(tuple(found), tall + (NAME_GAP + BAR + BELOW) * unit, unit)


def phase_groups(sheet: Sheet, strip: Bands, top: float) -> dict[str, Group]:
    """The name and bar of every run, by the id of its first stage."""
    unit = sheet.unit
    groups = {}
    for band in strip.bands:
        y = top + strip.bar
        half = BAR / 2 * unit
        bar = polyline([(band.x + half, y), (max(band.right - half, band.x + half), y)])
        words = band.name.at(band.x, y - half - NAME_GAP * unit - band.name.height)
        box = Box(band.x, top, max(band.right - band.x, unit), strip.height)
        stroke = Stroke(band.tint.strong, BAR * unit, round=True)
        groups[band.first.stage.id] = Group(band.phase, "phase", (*words, Sketch(bar, None, stroke)), box)
    return groups

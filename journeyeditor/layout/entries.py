"""Lanes of short texts: what customer and company do, think and prepare."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.anchors import Reach, hanging
from journeyeditor.layout.cards import Card, anchored
from journeyeditor.layout.parts import RADIUS, markers_width, persona_markers
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph
from journeyeditor.model.order import in_order
from journeyeditor.model.records import Entry, Lane

POINT = 2.0
"""How far a chevron's point sticks out, in units."""
CHEVRONS = ("company_actions",)
PADDING = 2.0


def entries_of(sheet: Sheet, lane: Lane) -> list[tuple[Entry, Reach]]:
    """The lane's entries that have a place on the map, from the left, then in their order."""
    mine = in_order(entry for entry in hanging(sheet, Entry) if entry.lane == lane.id)
    places = {entry.id: number for number, entry in enumerate(mine)}
    found = [(record, where) for record, where in anchored(sheet, mine) if isinstance(record, Entry)]
    return sorted(found, key=lambda pair: (pair[1].first, pair[1].centre, places[pair[0].id]))


def entry_cards(sheet: Sheet, lane: Lane, entries: Sequence[tuple[Entry, Reach]]) -> list[Card]:
    """One chip for each of a lane's entries: chevrons for the company's actions, quiet cards for all else."""
    build = _chevron if lane.kind in CHEVRONS else chip
    return [build(sheet, lane, entry, where) for entry, where in entries]


def _texts(sheet: Sheet, lane: Lane, entry: Entry, room: float) -> list[Paragraph]:
    ink = sheet.theme.ink
    thought = lane.kind == "thoughts"
    parts = []
    if entry.title:
        parts.append(paragraph(entry.title, sheet.caption(bold=True), ink, room, balance=True))
    if entry.text:
        words = sheet.speech.quoted(entry.text) if thought else entry.text
        parts.append(paragraph(words, sheet.caption(italic=thought), ink, room, balance=True))
    return parts


def chip(sheet: Sheet, lane: Lane, entry: Entry, where: Reach) -> Card:
    """A quiet card."""
    unit = sheet.unit
    marks = markers_width(sheet, entry.personas)

    def texts(width: float) -> list[Paragraph]:
        return _texts(sheet, lane, entry, width - 2 * PADDING * unit - (marks + 1.2 * unit if marks else 0.0))

    def height(width: float) -> float:
        parts = texts(width)
        return sum(part.height for part in parts) + (2.6 + 0.5 * max(0, len(parts) - 1)) * unit

    def draw(box: Box) -> Sequence[Shape]:
        edge = Stroke(sheet.theme.hairline, 0.25 * unit)
        shapes: list[Shape] = [
            Sketch(rectangle(box.x, box.y, box.width, box.height, RADIUS * unit), sheet.theme.paper, edge)
        ]
        y = box.y + (box.height - height(box.width)) / 2 + 1.3 * unit
        for part in texts(box.width):
            shapes += part.at(box.x + PADDING * unit, y)
            y += part.height + 0.5 * unit
        shapes += persona_markers(sheet, entry.personas, box.right - 1.4 * unit, box.y + 2.4 * unit)
        return shapes

    return Card(entry, "entry", where, height, draw)


def _chevron(sheet: Sheet, lane: Lane, entry: Entry, where: Reach) -> Card:
    unit = sheet.unit
    unseen = sheet.columns[where.first].stage.blind_spot is not None

    def texts(width: float) -> list[Paragraph]:
        return _texts(sheet, lane, entry, width - (2 * POINT + 1.6) * unit)

    def height(width: float) -> float:
        parts = texts(width)
        return max(6.0 * unit, sum(part.height for part in parts) + (2.2 + 0.5 * max(0, len(parts) - 1)) * unit)

    def draw(box: Box) -> Sequence[Shape]:
        point = POINT * unit
        middle = box.y + box.height / 2
        corners = [
            (box.x, box.y), (box.right - point, box.y), (box.right, middle), (box.right - point, box.bottom),
            (box.x, box.bottom), (box.x + point, middle),
        ]  # fmt: skip
        pen = Stroke(sheet.theme.muted, 0.25 * unit, (1.5 * unit, 1.1 * unit)) if unseen else None
        shapes: list[Shape] = [
            Sketch(polyline(corners, closed=True), sheet.theme.paper if unseen else sheet.theme.grid, pen)
        ]
        parts = texts(box.width)
        y = middle - (sum(part.height for part in parts) + 0.5 * unit * max(0, len(parts) - 1)) / 2
        for part in parts:
            shapes += part.at(box.x + box.width / 2 + 0.3 * unit, y, "middle")
            y += part.height + 0.5 * unit
        return shapes

    return Card(entry, "entry", where, height, draw)

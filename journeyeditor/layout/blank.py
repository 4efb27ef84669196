"""The empty poster for the workshop: everything but what the group is to find, with room for sticky notes.

A cell is a stage in a lane and takes a whole number of squares, so that notes lie side by side without overlapping.
"""

from __future__ import annotations

import dataclasses
import itertools

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group, Shape, Sketch, Stroke
from journeyeditor.errors import Message, message
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import joined, polyline
from journeyeditor.layout.emotion.lane import emotion_row
from journeyeditor.layout.flows.loops import loop_row
from journeyeditor.layout.footer import footer_row
from journeyeditor.layout.header.row import header_row
from journeyeditor.layout.lanes import Lanes, lane_label, visible
from journeyeditor.layout.legend.row import legend_row
from journeyeditor.layout.lines import line_row
from journeyeditor.layout.page import Band, Page, needed
from journeyeditor.layout.paper import SIZES, Paper, find_paper
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import BODY, LABEL_WIDTH, Fit, Sheet
from journeyeditor.layout.stages.row import stage_row
from journeyeditor.layout.touchpoints.lane import touchpoint_row
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Channel, Flow, Head, Lane, Line, Persona, Stage, Touchpoint

NOTES = (76.0, 51.0, 38.0)
"""Sides of the sticky notes that can be bought, in mm, the usual one first."""
AIR = 4.0
"""A square is this much wider than its note."""
CURVE = 34.0
"""Least height of the emotion lane to draw in, in units."""
MARKS = ("moment_of_truth", "loyalty_critical", "blind_spot", "research", "assumption", "severity", "answers")


class Blank(msgspec.Struct, frozen=True):
    """An empty poster: its sheet and page, the note that a cell is made for (None = none fits), and what to say."""

    sheet: Sheet
    page: Page
    note: float | None
    notices: tuple[Message, ...]


def emptied(journey: Journey, *, touchpoints: bool = False) -> Journey:
    """The journey without what a workshop is to find; `touchpoints` keeps these and their flows."""
    kept: tuple[type, ...] = (Stage, Persona, Lane, Line, Channel)
    if touchpoints:
        kept = (*kept, Touchpoint, Flow)
    stages = {stage.id for stage in journey.stages()}
    records = [record for record in journey if isinstance(record, kept) and not isinstance(record, Head)]
    if not touchpoints:
        records += [flow for flow in journey.flows() if flow.source in stages and flow.target in stages]
    return Journey.of(journey.head, records, journey.images)


def blank(sheet: Sheet) -> Blank:
    """The empty poster of a sheet's journey, for the largest notes that the paper has room for."""
    for note in NOTES:
        found = _for_note(sheet, note)
        if found is not None:
            return Blank(*found, note, _said(sheet, note))
    plain = dataclasses.replace(sheet, fit=Fit(sheet.paper.least_type), widths=_even(sheet))
    return Blank(plain, _page(plain, 0.0), None, _said(sheet, None))


def _for_note(sheet: Sheet, note: float) -> tuple[Sheet, Page] | None:
    """The largest type at which cells for notes of this size have room; header and curve shrink for it."""
    square = note + AIR
    sizes = _sizes(sheet.paper)
    if _at(sheet, sizes[-1], square) is None:
        return None
    return next(found for size in sizes if (found := _at(sheet, size, square)) is not None)


def _at(sheet: Sheet, size: float, square: float) -> tuple[Sheet, Page] | None:
    widths = _widths(sheet, 0.8 * LABEL_WIDTH * size / BODY, square)
    rows = [row for row in visible(sheet) if isinstance(row, Lane)]
    if not widths or square * len(rows) > sheet.paper.printable[1]:
        return None
    tried = dataclasses.replace(sheet, fit=Fit(size), widths=widths)
    page = _page(tried, square)
    return (tried, page) if needed(tried, page, share=0.0) <= sheet.paper.printable[1] else None


def _sizes(paper: Paper) -> list[float]:
    """Body sizes from that of an ordinary poster down to the least readable one."""
    least = paper.least_type
    most = BODY * paper.diagonal / find_paper("A3").diagonal
    return [*(most - n for n in range(int(most - least) + 1)), least]


def _widths(sheet: Sheet, label: float, square: float) -> tuple[float, ...]:
    """Whole numbers of squares for every stage, more for those with more touchpoints; empty if they do not fit."""
    stages = sheet.journey.stages()
    room = sheet.right - sheet.left - label
    total = int(room // square)
    if not stages or total < len(stages):
        return ()
    cells = [total // len(stages)] * len(stages)
    wishes = sorted(range(len(stages)), key=lambda n: (-len(sheet.journey.touchpoints(stages[n].id)), n))
    for n in wishes[: total - sum(cells)]:
        cells[n] += 1
    return tuple(count * square for count in cells)


def _even(sheet: Sheet) -> tuple[float, ...]:
    """Stages of one width, where no notes fit."""
    whole = sheet.right - sheet.left
    label = min(LABEL_WIDTH * sheet.paper.least_type / BODY, 0.16 * whole)
    stages = sheet.journey.stages()
    return tuple((whole - label) / len(stages) for _ in stages)


def _page(sheet: Sheet, square: float) -> Page:
    rows = [_row(sheet, row, square) for row in visible(sheet)]
    loop = loop_row(sheet)
    above = (*([loop] if loop is not None else []), stage_row(sheet))
    marks = {f"persona:{persona.id}" for persona in sheet.personas} | set(MARKS)
    marks |= {f"channel:{key}" for key in BUILT_IN_CHANNELS}
    legend = legend_row(sheet, frozenset(marks))
    below = (*([legend] if legend is not None else []), footer_row(sheet))
    return Page(header_row(sheet), (Band(sheet, above, Lanes(tuple(rows))),), below)


def _row(sheet: Sheet, row: Lane | Line, square: float) -> Row:
    if isinstance(row, Line):
        return line_row(sheet, row)
    if row.kind == "emotions":
        curve = emotion_row(sheet, row)
        tall = max(CURVE * sheet.unit, 0.9 * square, curve.height)
        return Row(curve.name, tall, curve.draw, curve.stretch, curve.marks, curve.washed)
    if row.kind == "touchpoints" and any(column.slots for column in sheet.columns):
        return touchpoint_row(sheet, row)
    label = lane_label(sheet, row)
    natural = max(square, label.height) if square else max(label.height, 11.0 * sheet.unit)

    def draw(top: float, height: float) -> list[Group]:
        box = Box(sheet.left, top, sheet.right - sheet.left, height)
        shapes: tuple[Shape, ...] = label.at(sheet.left, top)
        return [Group(row.id, "lane", (*shapes, *_corners(sheet, top, square)), box)]

    return Row(row.id, natural, draw, 1.0 if square else 1.6)


def _corners(sheet: Sheet, top: float, square: float) -> list[Shape]:
    """Small crosses at the corners of every square, to lay notes against."""
    if not square:
        return []
    arm = 2.0
    xs = [column.x + n * square for column in sheet.columns for n in range(round(column.width / square))]
    ticks = []
    for x, y in itertools.product([*xs, sheet.right], (top, top + square)):
        left, right = max(x - arm, sheet.map_left), min(x + arm, sheet.right)
        ticks += [polyline([(left, y), (right, y)]), polyline([(x, y - arm / 2), (x, y + arm / 2)])]
    return [Sketch(joined(ticks), None, Stroke(sheet.theme.zero, 0.2))]


# -- what to say ------------------------------------------------------------------------------------------------------
def _said(sheet: Sheet, note: float | None) -> tuple[Message, ...]:
    """That the usual notes do not fit, which do, and on which paper the usual ones would."""
    if note == NOTES[0]:
        return ()
    if note is None:
        first = message("No sticky notes fit into the cells on {paper}: they are for writing.", paper=sheet.paper.name)
    else:
        first = message(
            "On {paper} the cells take notes of {small} mm; notes of {usual} mm have no room.",
            paper=sheet.paper.name,
            small=note,
            usual=NOTES[0],
        )
    return first, _way_out(sheet)


def _way_out(sheet: Sheet) -> Message:
    usual, own = NOTES[0], sheet.paper.orientation
    for orientation in (own, "portrait" if own == "landscape" else "landscape"):
        for name in sorted(SIZES, key=lambda known: SIZES[known][0] * SIZES[known][1]):
            paper = find_paper(name, orientation)
            if _for_note(dataclasses.replace(sheet, paper=paper), NOTES[0]) is not None:
                if orientation == "portrait":
                    return message("{paper} in portrait has room for notes of {usual} mm.", paper=name, usual=usual)
                return message("{paper} has room for notes of {usual} mm.", paper=name, usual=usual)
    return message("For notes of {usual} mm it takes {n} sheets of A0.", usual=usual, n=_sheets(sheet))


def _sheets(sheet: Sheet) -> int:
    """How many A0 sheets side by side and under one another have room for the usual notes."""
    for count in range(2, 50):
        for across in range(1, count + 1):
            if count % across == 0:
                paper = _joined(across, count // across)
                if _for_note(dataclasses.replace(sheet, paper=paper), NOTES[0]) is not None:
                    return count
    return 50


def _joined(across: int, down: int) -> Paper:
    one = find_paper("A0")
    width, height = one.printable
    return replace(one, width=one.width + (across - 1) * width, height=one.height + (down - 1) * height)

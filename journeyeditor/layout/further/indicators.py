"""The measures as small charts of one size, side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.drawing import Group, Shape, Sketch
from journeyeditor.drawing.icons import dot
from journeyeditor.drawing.shapes import Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.anchors import reach
from journeyeditor.layout.further.cells import Cell, Mark, Part, divided, height, markers_mark, shapes
from journeyeditor.layout.further.chart import chart
from journeyeditor.layout.further.flow import Block, Slot, flow
from journeyeditor.layout.further.frame import frame
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.plan import BETWEEN, where
from journeyeditor.layout.measures import is_met, reading, written
from journeyeditor.layout.parts import RADIUS
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Measure

LEAST_WIDTH, LEAST_HEIGHT, GAP = 76.0, 54.0, 6.0
"""Of a chart with its name, and between two, in units."""
BEST = 1.5
"""How many times wider than high a chart looks best."""
HIGHEST = 0.85
"""A chart is at most so many times as high as wide."""
PADDING = 3.0


@dataclass(frozen=True)
class Panels:
    """How many charts stand side by side, and the size of each, mm."""

    beside: int
    width: float
    height: float


def measure_pages(sheet: Sheet) -> Made | None:
    """The pages of measures; None without any."""
    found = _in_order(sheet)
    if not found:
        return None
    said = sheet.speech.plural("{n} measure over time", "{n} measures over time", len(found))
    around = frame(sheet, sheet.speech.term("lane", "measures"), said, marks=_marks(found))
    area = around.area
    panels = _panels(sheet, area, len(found))
    rows = [found[n : n + panels.beside] for n in range(0, len(found), panels.beside)]
    blocks = [_row(sheet, row, panels) for row in rows]
    return made(around, flow(blocks, lambda _: [Slot(area.x, area.y, area.height)]))


def _in_order(sheet: Sheet) -> list[Measure]:
    """The measures that are shown, from the left of the map; those without a place last."""
    shown = [measure for measure in sheet.journey.all(Measure) if sheet.concerns(measure.personas)]

    def place(measure: Measure) -> tuple[float, float, str, str]:
        at = reach(sheet, measure)
        return (
            (math.inf, 0.0, measure.name, measure.id) if at is None else (at.first, at.centre, measure.name, measure.id)
        )

    return sorted(shown, key=place)


def _marks(found: Sequence[Measure]) -> frozenset[str]:
    verdicts = {is_met(measure, value.value) for measure in found for value in measure.values}
    marks = {"target_met" for _ in verdicts & {True}} | {"target_missed" for _ in verdicts & {False}}
    return frozenset(marks | {f"persona:{key}" for measure in found for key in measure.personas})


def _panels(sheet: Sheet, area: Box, count: int) -> Panels:
    """The most pleasant grid that holds all on one page; else the fullest page."""
    gap = GAP * sheet.unit
    least = LEAST_WIDTH * sheet.unit, LEAST_HEIGHT * sheet.unit
    most = [
        max(1, int((room + gap) // (low + gap))) for room, low in zip((area.width, area.height), least, strict=True)
    ]
    best: tuple[float, Panels] | None = None
    for beside in range(1, most[0] + 1):
        rows = min(math.ceil(count / beside), most[1])
        wide, tall = (area.width + gap) / beside - gap, (area.height + gap) / rows - gap
        panels = Panels(beside, wide, min(tall, HIGHEST * wide))
        hidden = max(0, count - beside * rows)
        ragged = (beside * rows - count) / beside if not hidden else 0.0
        cost = 100.0 * hidden + abs(math.log(wide / panels.height / BEST)) + 0.4 * ragged
        if best is None or cost < best[0]:
            best = cost, panels
    assert best is not None  # noqa: S101 - there is at least one column
    return best[1]


def _row(sheet: Sheet, measures: Sequence[Measure], panels: Panels) -> Block:
    gap = GAP * sheet.unit

    def draw(x: float, top: float) -> list[Group]:
        groups: list[Group] = []
        for number, measure in enumerate(measures):
            box = Box(x + number * (panels.width + gap), top, panels.width, panels.height)
            groups += _panel(sheet, measure, box)
        return groups

    return Block(panels.height, draw, gap)


def _panel(sheet: Sheet, measure: Measure, box: Box) -> list[Group]:
    """The name and latest value over the chart, on a wash."""
    unit, theme = sheet.unit, sheet.theme
    inner = box.grown(-PADDING * unit)
    name, rest = divided(sheet, _name(sheet, measure, inner.width), 0.5 * inner.height)
    del rest
    ground = Sketch(rectangle(box.x, box.y, box.width, box.height, RADIUS * unit), theme.wash)
    text = shapes(sheet, name, inner.x, inner.y)
    used = height(sheet, name) + 1.6 * unit
    field = Box(inner.x, inner.y + used, inner.width, inner.height - used)
    return [
        Group(measure.id, "heading", (ground, *text), box),
        Group(
            measure.id, "figure", tuple(chart(sheet, measure, field).shapes()), field, description=_told(sheet, measure)
        ),
    ]


def _name(sheet: Sheet, measure: Measure, room: float) -> Cell:
    """Name, latest value with its unit, whether it meets the target, which way is better, and where it is taken."""
    theme, speech = sheet.theme, sheet.speech
    details = [speech.term("better", measure.better), where(sheet, measure)]
    parts: list[Part | None] = [
        paragraph(measure.name or speech.say("without a name"), sheet.body(bold=True), theme.ink, room),
        _latest(sheet, measure, room),
        paragraph(BETWEEN.join(part for part in details if part), sheet.caption(), theme.muted, room),
        markers_mark(sheet, measure.personas, sheet.caption()),
    ]
    return tuple(part for part in parts if part is not None and part.height > 0)


def _latest(sheet: Sheet, measure: Measure, room: float) -> Mark:
    """The latest value, large, its unit, and the target with the mark of whether it is met."""
    unit, theme, speech = sheet.unit, sheet.theme, sheet.speech
    said = reading(sheet, measure)
    value = paragraph(said.value, sheet.stage(), theme.ink, room)
    if not measure.values:
        value = paragraph(speech.say("no value yet"), sheet.body(), theme.muted, room)
    scale = paragraph(said.unit if measure.values else "", sheet.caption(), theme.muted, room)
    verdict = {True: speech.say("target met"), False: speech.say("target missed"), None: ""}[said.met]
    goal = paragraph(verdict, sheet.caption(), theme.ink, room)
    drop = 0.76 * (sheet.stage().em - sheet.caption().em)

    def draw(x: float, top: float) -> list[Shape]:
        found: list[Shape] = [*value.at(x, top), *scale.at(x + value.width + 1.2 * unit, top + drop)]
        left = x + room - goal.width
        if said.met is not None:
            pen = Stroke(theme.ink, 0.45 * unit)
            fill = theme.ink if said.met else theme.paper
            found.append(dot(left - 2.4 * unit, top + drop + 0.4 * sheet.caption().em, 2.1 * unit, fill, pen))
        return [*found, *goal.at(left, top + drop)]

    return Mark(room, value.height, draw, room)


def _told(sheet: Sheet, measure: Measure) -> str:
    """The chart in words."""
    say, speech = written(sheet, measure), sheet.speech
    values = sorted(measure.values, key=lambda value: value.date)
    parts = [f"{speech.date(value.date)} {say(value.value)}".strip() for value in values]
    name = measure.name or speech.say("without a name")
    return speech.say("{label}: {value}", label=name, value="; ".join(parts) or speech.say("no value yet"))

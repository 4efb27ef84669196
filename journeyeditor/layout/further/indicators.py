"""The measures as small charts of one size, side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from journeyeditor.drawing import Group, Shape
from journeyeditor.drawing.icons import dot
from journeyeditor.drawing.shapes import Stroke
from journeyeditor.geometry import Box
from journeyeditor.layout.anchors import reach
from journeyeditor.layout.further.cells import APART, Cell, Mark, Part, divided, height, markers_mark, shapes
from journeyeditor.layout.further.chart import Chart, chart
from journeyeditor.layout.further.flow import Block, Slot, flow
from journeyeditor.layout.further.frame import frame
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.plan import BETWEEN, where
from journeyeditor.layout.measures import is_met, reading, written
from journeyeditor.layout.parts import ground
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, joined, paragraph
from journeyeditor.model.records import Measure

LEAST_WIDTH, LEAST_HEIGHT, GAP = 76.0, 54.0, 6.0
"""Of a chart with its name, and between two, in units."""
BEST = 1.5
"""How many times wider than high a chart looks best."""
HIGHEST = 0.85
"""A chart is at most so many times as high as wide."""
PADDING = 3.0
"""Inside the edge of a chart's ground, in units."""
LEAST_CHART = 26.0
"""Height of the chart itself, in units."""


class Panels(msgspec.Struct, frozen=True):
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
    blocks: list[Block] = []
    for measures in (found[n : n + panels.beside] for n in range(0, len(found), panels.beside)):
        blocks += _blocks(sheet, measures, panels, area.height)
    return made(around, flow(blocks, lambda _: [Slot(area.x, area.y, area.height)]))


def _blocks(sheet: Sheet, measures: Sequence[Measure], panels: Panels, most: float) -> list[Block]:
    """A row of charts, higher than others where a name is long; one that fills a page stands before its chart."""
    inner = panels.width - 2 * PADDING * sheet.unit
    needed = LEAST_CHART * sheet.unit + max(
        _name(sheet, one, inner).height + _under(sheet, one, inner) for one in measures
    )
    if needed <= most:
        return [_row(sheet, measures, panels, max(panels.height, needed))]
    blocks: list[Block] = []
    for measure in measures:
        rest: Cell = (_name(sheet, measure, inner),)
        while rest:
            part, rest = divided(sheet, rest, most)
            blocks.append(_text(sheet, measure, part))
        blocks.append(_row(sheet, [msgspec.structs.replace(measure, name="")], panels, panels.height))
    return blocks


def _text(sheet: Sheet, measure: Measure, part: Cell) -> Block:
    def draw(x: float, top: float) -> list[Group]:
        return [Group(measure.id, "text", tuple(shapes(sheet, part, x, top)))]

    return Block(height(sheet, part), draw, APART * sheet.unit)


def _under(sheet: Sheet, measure: Measure, room: float) -> float:
    """What a panel takes besides its name and its chart, mm."""
    return height(sheet, _details(sheet, measure, room)) + (2 * PADDING + APART + 1.6) * sheet.unit


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


def _row(sheet: Sheet, measures: Sequence[Measure], panels: Panels, tall: float) -> Block:
    gap = GAP * sheet.unit

    def draw(x: float, top: float) -> list[Group]:
        groups: list[Group] = []
        for number, measure in enumerate(measures):
            box = Box(x + number * (panels.width + gap), top, panels.width, tall)
            groups += _panel(sheet, measure, box)
        return groups

    return Block(tall, draw, gap)


def _panel(sheet: Sheet, measure: Measure, box: Box) -> list[Group]:
    """The name and latest value over the chart, on a wash."""
    unit, theme = sheet.unit, sheet.theme
    inner = box.grown(-PADDING * unit)
    name = _name(sheet, measure, inner.width)
    below = _details(sheet, measure, inner.width)
    top = inner.y + name.height + APART * unit
    used = top + height(sheet, below) + 1.6 * unit - inner.y
    field = Box(inner.x, inner.y + used, inner.width, inner.height - used)
    drawn = chart(sheet, measure, field)
    return [
        Group(measure.id, "heading", (ground(sheet, box, theme.wash), *name.at(inner.x, inner.y)), box),
        Group(measure.id, "text", tuple(shapes(sheet, below, inner.x, top))),
        Group(measure.id, "figure", tuple(drawn.shapes()), field, description=_told(sheet, drawn)),
    ]


def _name(sheet: Sheet, measure: Measure, room: float) -> Paragraph:
    text = measure.name.strip() or sheet.speech.say("without a name")
    return paragraph(text, sheet.body(bold=True), sheet.theme.ink, room)


def _details(sheet: Sheet, measure: Measure, room: float) -> Cell:
    """Latest value with its unit, whether it meets the target, which way is better, and where it is taken."""
    theme, speech = sheet.theme, sheet.speech
    details = [speech.term("better", measure.better), where(sheet, measure)]
    parts: list[Part | None] = [
        *_latest(sheet, measure, room),
        paragraph(joined(details, BETWEEN, sheet.journey.head.language), sheet.caption(), theme.muted, room),
        markers_mark(sheet, measure.personas, sheet.caption()),
    ]
    return tuple(part for part in parts if part is not None and part.height > 0)


def _latest(sheet: Sheet, measure: Measure, room: float) -> list[Part]:
    """The latest value, large, its unit, and whether it meets the target: on one line where there is room."""
    unit, theme, speech = sheet.unit, sheet.theme, sheet.speech
    if not measure.values:
        return [paragraph(speech.say("no value yet"), sheet.body(), theme.muted, room)]
    said, plain = reading(sheet, measure), sheet.caption()
    value = paragraph(said.value, sheet.stage(), theme.ink, room)
    scale = paragraph(said.unit, plain, theme.muted, max(room - value.width - 1.2 * unit, 0.3 * room))
    verdict = _verdict(sheet, said.met)
    drop = value.above - plain.em * 0.76

    def draw(x: float, top: float) -> list[Shape]:
        return [*value.at(x, top), *scale.at(x + value.width + 1.2 * unit, top + drop)]

    used = value.width + 1.2 * unit + scale.width
    line = Mark(used, max(value.height, drop + scale.height), draw, used)
    if verdict is None:
        return [line]
    if used + verdict.width + 3 * unit > room:
        return [line, verdict]

    def both(x: float, top: float) -> list[Shape]:
        return [*draw(x, top), *verdict.at(x + room, top + drop, "end")]

    return [Mark(room, line.height, both, room)]


def _verdict(sheet: Sheet, met: bool | None) -> Mark | None:
    """The mark and the words for a target that is met or missed."""
    if met is None:
        return None
    unit, theme = sheet.unit, sheet.theme
    words = paragraph(
        sheet.speech.say("target met") if met else sheet.speech.say("target missed"), sheet.caption(), theme.ink, 1e3
    )
    pen = Stroke(theme.ink, 0.45 * unit)
    indent = 3.4 * unit

    def draw(x: float, top: float) -> list[Shape]:
        middle = top + 0.53 * words.above
        return [
            dot(x + 1.1 * unit, middle, 2.1 * unit, theme.ink if met else theme.paper, pen),
            *words.at(x + indent, top),
        ]

    return Mark(indent + words.width, words.height, draw, indent + words.width)


def _told(sheet: Sheet, drawn: Chart) -> str:
    """The chart in words."""
    measure, speech = drawn.measure, sheet.speech
    say = written(sheet, measure)
    values = [drawn.values[n] for n in drawn.notable]
    parts = [f"{speech.date(value.date)} {say(value.value)}".strip() for value in values]
    name = measure.name.strip() or speech.say("without a name")
    return speech.say("{label}: {value}", label=name, value="; ".join(parts) or speech.say("no value yet"))

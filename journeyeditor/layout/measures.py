"""The lane of measures: value, a small trend line, and the target as a dashed one. Ink only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Shape, Sketch, Stroke, Words
from journeyeditor.drawing.icons import dot
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.cards import Card, Found
from journeyeditor.layout.parts import RADIUS
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Measure

TOP, GAP, TREND_HEIGHT, LEAST_TREND, SHORTEST_TREND = 0.6, 1.0, 6.6, 12.0, 8.0
LOWERED = 0.6
"""How far below the middle of its value's figures a trend line has its own, in units: it keeps off the name above."""


class Reading(msgspec.Struct, frozen=True):
    """What is said of one measure: its latest value, its unit, its target."""

    value: str
    unit: str
    target: str
    met: bool | None


def _decimals(value: float) -> int:
    """How many places after the point a number was written with, two at most."""
    return next((places for places in (0, 1) if round(value, places) == round(value, 2)), 2)


def written(sheet: Sheet, measure: Measure) -> Callable[[float], str]:
    """How values of a measure are written: with as many places as it uses, signed where it may be negative."""
    digits = max((_decimals(value.value) for value in measure.values), default=0)
    signed = is_signed(measure)
    return lambda value: sheet.speech.number(value, digits, sign=signed)


def is_signed(measure: Measure) -> bool:
    """True if its values are written with their signs: where they may be negative."""
    return measure.minimum is not None and measure.minimum < 0


def is_met(measure: Measure, value: float) -> bool | None:
    """Whether a value reaches the target; None without one."""
    if measure.target is None:
        return None
    return value >= measure.target if measure.better == "higher" else value <= measure.target


def reading(sheet: Sheet, measure: Measure) -> Reading:
    """The latest value in words; "/ 10" for a scale that has a maximum and no unit."""
    number = sheet.speech.number
    values = sorted(measure.values, key=lambda value: value.date)
    signed = is_signed(measure)
    text = written(sheet, measure)(values[-1].value) if values else "–"
    unit = measure.unit
    if not unit and measure.maximum is not None and not signed:
        unit = f"/ {number(measure.maximum)}"
    target, met = "", None
    if measure.target is not None:
        with_unit = "%" if unit == "%" else ""
        shown = sheet.speech.percent(measure.target) if with_unit else number(measure.target, sign=signed)
        target = sheet.speech.say("target {value}", value=shown)
        met = is_met(measure, values[-1].value) if values else None
    return Reading(text, unit, target, met)


def measure_cards(sheet: Sheet, found: Sequence[Found]) -> list[Card]:
    """The measures on the map."""
    cards = []
    for finding in found:
        measure, where = finding
        assert isinstance(measure, Measure)  # noqa: S101 - `anchored` keeps the kind

        def height(width: float, measure: Measure = measure) -> float:
            return _height(sheet, measure, width)

        hatched = any(c.stage.blind_spot is not None for c in sheet.columns[where.first : where.last + 1])

        def draw(box: Box, measure: Measure = measure, hatched: bool = hatched) -> list[Shape]:
            # Thin ink on a hatch is hard to read, so it stands on a veil of paper.
            veil = rectangle(box.x, box.y, box.width, box.height, RADIUS * sheet.unit)
            return [*([Sketch(veil, sheet.theme.paper, opacity=0.85)] if hatched else []), *_draw(sheet, measure, box)]

        cards.append(Card(measure, "measure", where, height, draw))
    return cards


def _beside(sheet: Sheet, measure: Measure, width: float) -> float:
    """Room left for the trend line beside the value; negative if it has to go below."""
    said = reading(sheet, measure)
    wide = fonts.width(said.value, sheet.stage()) + 1.2 * sheet.unit + fonts.width(said.unit, sheet.caption())
    label = fonts.width(said.target, sheet.caption()) + GAP * sheet.unit if said.target else 0.0
    return width - wide - label - 3 * sheet.unit


def _height(sheet: Sheet, measure: Measure, width: float) -> float:
    unit = sheet.unit
    name = paragraph(measure.name, sheet.caption(), sheet.theme.ink, width - 2 * unit)
    below = _beside(sheet, measure, width) < LEAST_TREND * unit and bool(measure.values or measure.target is not None)
    value = max(fonts.line_height(sheet.stage()), TREND_HEIGHT * unit)
    trend = (TREND_HEIGHT + GAP) * unit + fonts.line_height(sheet.caption()) if below else 0.0
    if below and _under(sheet, measure, width) < SHORTEST_TREND * unit:
        trend += paragraph(reading(sheet, measure).target, sheet.caption(), sheet.theme.muted, width - 2 * unit).height
    return TOP * unit + name.height + GAP * unit + value + trend


def _draw(sheet: Sheet, measure: Measure, box: Box) -> list[Shape]:
    unit, theme = sheet.unit, sheet.theme
    said = reading(sheet, measure)
    name = paragraph(measure.name, sheet.caption(), theme.ink, box.width - 2 * unit)
    left = box.x + 1.0 * unit
    shapes: list[Shape] = [*name.at(left, box.y + TOP * unit)]
    value = fonts.shape(said.value, sheet.stage())
    base = box.y + TOP * unit + name.height + GAP * unit + fonts.ascent(sheet.stage()) + 0.6 * unit
    shapes.append(Words(left, base, value, theme.ink))
    if said.unit:
        shapes.append(
            Words(left + value.width + 1.2 * unit, base, fonts.shape(said.unit, sheet.caption()), theme.muted)
        )
    room = _beside(sheet, measure, box.width)
    middle = base - fonts.ascent(sheet.stage()) * 0.42 + LOWERED * unit
    if room >= LEAST_TREND * unit:
        x = left + value.width + 1.2 * unit + fonts.width(said.unit, sheet.caption()) + 2 * unit
        area = Box(x, middle - TREND_HEIGHT * unit / 2, room - unit, TREND_HEIGHT * unit)
        shapes += _trend(sheet, measure, said, area)
    elif measure.values or said.target:
        top = base + 1.6 * unit
        wide = _under(sheet, measure, box.width)
        if wide >= SHORTEST_TREND * unit:
            shapes += _trend(sheet, measure, said, Box(left, top, wide, TREND_HEIGHT * unit))
        else:
            # in a narrow column the line takes the whole width, and the target stands in words below it
            shapes += _trend(
                sheet, measure, said, Box(left, top, box.width - 3 * unit, TREND_HEIGHT * unit), named=False
            )
            words = paragraph(said.target, sheet.caption(), theme.muted, box.width - 2 * unit)
            shapes += words.at(left, top + (TREND_HEIGHT + 0.4) * unit)
    return shapes


def _under(sheet: Sheet, measure: Measure, width: float) -> float:
    """Width of a trend line that stands under its value, the target's words at its end."""
    target = reading(sheet, measure).target
    label = fonts.width(target, sheet.caption()) + GAP * sheet.unit if target else 0.0
    return width - 3 * sheet.unit - label


def _trend(sheet: Sheet, measure: Measure, said: Reading, area: Box, *, named: bool = True) -> list[Shape]:
    """The values over time in a box, the target dashed with its value at its end; last point full = met."""
    unit, theme = sheet.unit, sheet.theme
    values = sorted(measure.values, key=lambda value: value.date)
    every = [value.value for value in values] + ([measure.target] if measure.target is not None else [])
    if not every:
        return []
    low, high = min(every), max(every)
    inset = 1.0 * unit

    def y(value: float) -> float:
        part = 0.5 if high == low else (high - value) / (high - low)
        return area.y + inset + part * (area.height - 2 * inset)

    shapes: list[Shape] = []
    if measure.target is not None:
        level = y(measure.target)
        pen = Stroke(theme.muted, 0.25 * unit, (1.2 * unit, 0.9 * unit))
        shapes.append(Sketch(polyline([(area.x, level), (area.right, level)]), None, pen))
        if named:
            words = fonts.shape(said.target, sheet.caption())
            baseline = level + fonts.ascent(sheet.caption()) * 0.42
            shapes.append(Words(area.right + GAP * unit, baseline, words, theme.muted))
    if values:
        step = area.width * 0.9 / max(1, len(values) - 1)
        points = [(area.x + n * step, y(value.value)) for n, value in enumerate(values)]
        if len(points) > 1:
            shapes.append(Sketch(polyline(points), None, Stroke(theme.ink, 0.5 * unit, round=True)))
        x, last = points[-1]
        fill = theme.paper if said.met is False else theme.ink
        shapes.append(dot(x, last, 1.9 * unit, fill, Stroke(theme.ink, 0.45 * unit)))
    return shapes

"""One measure over time: values, target, dates, how many were asked."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Shape, Sketch, Stroke
from journeyeditor.drawing.icons import dot
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.further.axes import places, steps, thinned
from journeyeditor.layout.measures import is_met, is_signed, reading, written
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph
from journeyeditor.model.records import Measure, Value

DOT, LINE = 2.1, 0.6
"""Across a value's dot, and thickness of the line, in units."""
STEP_HEIGHT = 8.0
"""Between two steps of the scale at least, in units."""
DENSE = 3.0
"""Values that are nearer to one another than this, in units, have no dots but the last one's."""
MOST_LABELS = 40
"""With more values than this only the first, the last, the highest and the lowest have their figures."""


class Chart(msgspec.Struct, frozen=True):
    """A measure's values laid out in a box, mm."""

    sheet: Sheet
    measure: Measure
    values: tuple[Value, ...]
    field: Box
    scale: tuple[float, ...]
    """Round steps from the bottom up."""
    shares: tuple[float, ...]
    """Where each value lies from the field's left to its right, 0 to 1."""

    def x(self, number: int) -> float:
        """Of a value."""
        inset = 2.0 * self.sheet.unit
        return self.field.x + inset + self.shares[number] * (self.field.width - 2 * inset)

    def y(self, value: float) -> float:
        """Of an amount."""
        low, high = self.scale[0], self.scale[-1]
        return self.field.bottom - (value - low) / (high - low) * self.field.height

    @property
    def notable(self) -> list[int]:
        """Numbers of the values that are told in words: all, or of very many the ends, the highest and the lowest."""
        return sorted(self._order())

    def shapes(self) -> list[Shape]:
        """The chart from the ground up."""
        taken: list[Box] = []
        points = [(self.x(n), self.y(value.value)) for n, value in enumerate(self.values)]
        target = self._target(points, taken)
        return [*self._steps(), *target, *self._line(points), *self._amounts(points, taken), *self._dates()]

    def _steps(self) -> Iterator[Shape]:
        sheet, unit, theme = self.sheet, self.sheet.unit, self.sheet.theme
        for value in self.scale:
            y = self.y(value)
            ground = value == self.scale[0]
            pen = Stroke(theme.zero if ground else theme.grid, (0.3 if ground else 0.2) * unit)
            yield Sketch(polyline([(self.field.x, y), (self.field.right, y)]), None, pen)
            words = _step_words(sheet, self.measure, value)
            yield from words.at(self.field.x - 1.4 * unit, y - words.height / 2, "end")

    def _target(self, points: Sequence[tuple[float, float]], taken: list[Box]) -> list[Shape]:
        """The dashed line with its words at one end, over or under it, where the values leave most room."""
        sheet, unit, theme = self.sheet, self.sheet.unit, self.sheet.theme
        if self.measure.target is None:
            return []
        y = self.y(self.measure.target)
        pen = Stroke(theme.muted, 0.35 * unit, (1.8 * unit, 1.2 * unit))
        words = _rimmed(sheet, reading(sheet, self.measure).target, theme.muted, self.field.width)
        lefts = (self.field.x + 0.8 * unit, self.field.right - words.width - 0.8 * unit)
        tops = (y - words.height - 0.5 * unit, y + 0.7 * unit)
        boxes = [Box(x, top, words.width, words.height) for top in tops for x in lefts]
        box = min(boxes, key=lambda box: self._harm(points, box))
        taken.append(box)
        line = polyline([(self.field.x, y), (self.field.right, y)])
        return [Sketch(line, None, pen), *replace(words, room=words.width).at(box.x, box.y)]

    def _harm(self, points: Sequence[tuple[float, float]], box: Box) -> float:
        """How much a text in a box would cover: values, the line between them, and what lies beyond the field."""
        near = box.grown(DOT * self.sheet.unit)
        beyond = box.y < self.field.y - 4.6 * self.sheet.unit or box.bottom > self.field.bottom
        return sum(near.contains(*point) for point in points) + self._crossed(points, box) + 5.0 * beyond

    @property
    def _is_dotted(self) -> bool:
        """True if there is room for a dot on each value."""
        return len(self.values) * DENSE * self.sheet.unit <= self.field.width

    def _line(self, points: Sequence[tuple[float, float]]) -> Iterator[Shape]:
        """The line, and a dot for each value: full where it reaches the target, hollow where it does not."""
        unit, theme = self.sheet.unit, self.sheet.theme
        if len(points) > 1:
            yield Sketch(polyline(points), None, Stroke(theme.ink, LINE * unit, round=True))
        shown = range(0 if self._is_dotted else len(points) - 1, len(points))
        pen = Stroke(theme.ink, 0.45 * unit)
        for n in shown:
            met = is_met(self.measure, self.values[n].value)
            yield dot(*points[n], DOT * unit, theme.paper if met is False else theme.ink, pen)

    def _amounts(self, points: Sequence[tuple[float, float]], taken: list[Box]) -> Iterator[Shape]:
        """The values in figures where there is room: the last, the first, the highest, the lowest, then the others."""
        sheet, unit = self.sheet, self.sheet.unit
        say = written(sheet, self.measure)
        room = Box(self.field.x - 0.6 * unit, self.field.y - 4.6 * unit, self.field.width + 1.2 * unit, 0.0)
        room = replace(room, height=self.field.bottom - room.y)
        dots = [Box(x, y, 0, 0).grown(0.62 * DOT * unit) for x, y in points] if self._is_dotted else []
        for n in self._order():
            x, y = points[n]
            words = _rimmed(sheet, say(self.values[n].value), sheet.theme.ink, 1e3, bold=n == len(points) - 1)
            boxes = [Box(*place, words.width, words.height) for place in self._around(n, words, x, y)]
            free = [
                box
                for box in boxes
                if not any(box.meets(other, 1.1 * unit) for other in taken)
                and not any(box.meets(other, 0.3 * unit) for other in dots)
                and room.holds(box)
                and not self._crossed(points, box)
            ]
            if free:
                box = min(free, key=self._on_target)  # the first of equals
                taken.append(box)
                yield from words.at(box.x, box.y)

    def _on_target(self, box: Box) -> bool:
        """True if the target's line runs through a box."""
        return self.measure.target is not None and box.y < self.y(self.measure.target) < box.bottom

    def _around(self, n: int, words: Paragraph, x: float, y: float) -> list[tuple[float, float]]:
        """Places for a value's figures: on the side that the line leaves free, on the other, then beside it."""
        away = 2.0 * self.sheet.unit
        left = min(max(x - words.width / 2, self.field.x), self.field.right - words.width)
        tops = [y - words.height - away, y + away]
        if not self._is_peak(n):
            tops.reverse()
        beside = y - words.height / 2
        return [*((left, top) for top in tops), (x - words.width - away, beside), (x + away, beside)]

    def _crossed(self, points: Sequence[tuple[float, float]], box: Box) -> bool:
        """True if the line runs over a box."""
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            if x1 < box.x or x0 > box.right or max(y0, y1) < box.y or min(y0, y1) > box.bottom:
                continue
            for part in (n / 16 for n in range(17)):
                if box.contains(x0 + part * (x1 - x0), y0 + part * (y1 - y0)):
                    return True
        return False

    def _is_peak(self, n: int) -> bool:
        """Whether a value is not under the line between its neighbours, so that there is room above it."""
        amounts = [value.value for value in self.values[max(0, n - 1) : n + 2]]
        return self.values[n].value >= sum(amounts) / len(amounts)

    def _order(self) -> list[int]:
        if not self.values:
            return []
        amounts = [value.value for value in self.values]
        last = len(amounts) - 1
        order = [last, 0, amounts.index(max(amounts)), amounts.index(min(amounts))]
        if len(amounts) <= MOST_LABELS:
            order += range(len(amounts))
        return list(dict.fromkeys(order))

    def _dates(self) -> Iterator[Shape]:
        """Dates below the axis, as many as have room, and how many were asked then."""
        sheet, unit, theme = self.sheet, self.sheet.unit, self.sheet.theme
        style = sheet.caption()
        labels = []
        every = 1 + len(self.values) // MOST_LABELS
        for n in sorted({*range(0, len(self.values), every), *range(len(self.values))[-1:]}):
            value = self.values[n]
            said = "" if value.sample is None else sheet.speech.say("n = {count}", count=value.sample)
            when = paragraph(sheet.speech.date(value.date), style, theme.ink, 1e3)
            labels.append((n, when, paragraph(said, style, theme.muted, 1e3)))
        spans = []
        for n, date, asked in labels:
            wide = max(date.width, asked.width)
            left = min(max(self.x(n) - wide / 2, self.field.x - 4 * unit), self.field.right - wide)
            spans.append((left, left + wide))
        top = self.field.bottom + 1.4 * unit
        for k in thinned(spans, 2.0 * unit):
            n, date, asked = labels[k]
            middle = sum(spans[k]) / 2
            tick = polyline([(self.x(n), self.field.bottom), (self.x(n), self.field.bottom + 0.9 * unit)])
            yield Sketch(tick, None, Stroke(theme.zero, 0.3 * unit))
            yield from date.at(middle, top, "middle")
            yield from asked.at(middle, top + fonts.line_height(style), "middle")


def chart(sheet: Sheet, measure: Measure, box: Box) -> Chart:
    """The chart of a measure that fills a box."""
    unit, style = sheet.unit, sheet.caption()
    values = tuple(sorted(measure.values, key=lambda value: value.date))
    amounts = [value.value for value in values] + ([measure.target] if measure.target is not None else [])
    if not amounts:
        amounts = [
            measure.minimum or 0.0,
            measure.maximum if measure.maximum is not None else (measure.minimum or 0) + 1,
        ]
    asked = any(value.sample is not None for value in values)
    below = 1.4 * unit + fonts.line_height(style) * (2 if asked else 1)
    above = fonts.line_height(style) + 1.6 * unit
    tall = box.height - below - above
    most = max(2, min(6, int(tall // (STEP_HEIGHT * unit)) + 1))
    scale = steps(*_range(measure, amounts), most)
    left = max(_step_words(sheet, measure, value).width for value in scale) + 1.8 * unit
    field = Box(box.x + left, box.y + above, box.width - left - 0.5 * unit, tall)
    return Chart(sheet, measure, values, field, tuple(scale), tuple(places([value.date for value in values])))


def _range(measure: Measure, amounts: Sequence[float]) -> tuple[float, float]:
    """Where the scale begins and ends: a little under all amounts, so that none lies on the axis; not under the least
    that there can be. A single amount stands in the middle.
    """
    low, high = min(amounts), max(amounts)
    floor = min(low, measure.minimum if measure.minimum is not None else 0.0 if low >= 0 else -math.inf)
    if low < high:
        return max(low - 0.06 * (high - low), floor), high
    around = abs(low) / 4 or 0.5
    return max(low - around, floor), high + around


def _step_words(sheet: Sheet, measure: Measure, value: float) -> Paragraph:
    return paragraph(sheet.speech.number(value, sign=is_signed(measure)), sheet.caption(), sheet.theme.muted, 1e3)


def _rimmed(sheet: Sheet, text: str, colour: str, room: float, *, bold: bool = False) -> Paragraph:
    halo = Halo(sheet.theme.wash, 0.5 * sheet.unit)
    return paragraph(text, sheet.caption(bold=bold), colour, room, halo=halo)

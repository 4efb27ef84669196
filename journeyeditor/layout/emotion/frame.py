"""The frame of the emotion curve: where each value lies, how large its marks are, and its scale with faces."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import face
from journeyeditor.fonts import longest_word
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.label import INDENT
from journeyeditor.layout.persona_line import LINE, MARKER
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph

IDEAL = 75.8
"""Height of the lane in the drawn target, in units."""
LEAST_STEP, TOP, BOTTOM = 7.0, 9.0, 6.4
"""Least height of one step of emotion, and the room above +2 and below -2, in units."""
IDEAL_TOP = 13.4
FACE, FACE_INSET = 5.5, 5.1
"""Faces are so large, and their middle so far left of the map."""
RING, HALO = 7.0, 0.7
SHARE_OF_SLOT = 0.3
"""A marker is at most this part of the narrowest slot."""


class Marks(msgspec.Struct, frozen=True):
    """Sizes of the curve's marks in mm: marker, ring around a peak, line, white rim."""

    marker: float
    ring: float
    line: float
    halo: float


class Frame(msgspec.Struct, frozen=True):
    """A strip of the sheet with the emotions +2 at `high` and -2 at `low` (y in mm)."""

    box: Box
    high: float
    low: float
    marks: Marks

    @property
    def step(self) -> float:
        """Height of one step of emotion."""
        return (self.low - self.high) / 4

    @property
    def zero(self) -> float:
        """y of the zero line."""
        return (self.high + self.low) / 2

    def y(self, value: float) -> float:
        """Where an emotion lies."""
        return self.zero - value * self.step

    def carried(self, y: float, other: Frame) -> float:
        """The place in another frame that answers to y in this one: margins and steps are stretched apart."""
        here = (self.box.y, self.high, self.low, self.box.bottom)
        there = (other.box.y, other.high, other.low, other.box.bottom)
        for n in range(3):
            if y <= here[n + 1] or n == 2:
                length = here[n + 1] - here[n]
                part = (y - here[n]) / length if length > 0 else 0.5
                return there[n] + part * (there[n + 1] - there[n])
        return y


def marks_for(sheet: Sheet, personas: int) -> Marks:
    """The sizes that fit the narrowest slot and the number of lines."""
    unit = sheet.unit
    narrowest = min(sheet.slot_widths.values(), default=MARKER / SHARE_OF_SLOT * unit)
    crowd = 1.0 if personas <= 3 else 0.86 if personas <= 6 else 0.74
    marker = max(0.9 * unit, min(MARKER * unit * crowd, SHARE_OF_SLOT * narrowest))
    share = marker / (MARKER * unit)
    return Marks(marker, max(RING * share, 3.2) * unit, LINE * unit * max(0.4, share), HALO * unit * max(0.5, share))


def scale(sheet: Sheet, frame: Frame) -> list[Shape]:
    """Faces at the steps, words at +2, 0 and -2, the grid and the marked zero line."""
    unit, theme = sheet.unit, sheet.theme
    size = min(FACE * unit, 0.86 * frame.step)
    middle = sheet.map_left - FACE_INSET * unit
    left = sheet.left + INDENT * unit
    end = middle - size / 2 - 1.3 * unit
    style = sheet.caption()
    widest = max(longest_word(sheet.speech.feeling(value), style) for value in (2, 0, -2))
    below = widest > end - left
    shapes: list[Shape] = []
    for value in (2, 1, 0, -1, -2):
        y = frame.y(value)
        pen = Stroke(theme.zero, 0.45 * unit) if value == 0 else Stroke(theme.grid, 0.2 * unit)
        shapes.append(Sketch(polyline([(sheet.map_left, y), (sheet.right, y)]), None, pen))
        worded = value % 2 == 0
        if worded or not below or frame.step > size + style.em + 0.8 * unit:
            shapes.append(face(value, middle, y, size, theme.muted, 0.36 * unit))
        if worded:
            room = sheet.map_left - 1.2 * unit - left if below else end - left
            words = paragraph(sheet.speech.feeling(value), style, theme.muted, room, balance=True)
            x, top = (sheet.map_left - 1.2 * unit, y + size / 2 + 0.4 * unit) if below else (end, y - words.height / 2)
            shapes += words.at(x, min(top, frame.box.bottom - words.height), "end")
    return shapes


def beats(sheet: Sheet, frame: Frame, xs: Sequence[float]) -> list[Shape]:
    """A dotted hairline at each touchpoint, where there is room between them."""
    unit = sheet.unit
    if len(xs) > 1 and (max(xs) - min(xs)) / (len(xs) - 1) < 4 * unit:
        return []
    pen = Stroke(sheet.theme.hairline, 0.25 * unit, (0.01, 1.4 * unit), round=True)
    top, bottom = frame.box.y + 2 * unit, frame.box.bottom - 1.5 * unit
    return [Sketch(polyline([(x, top), (x, bottom)]), None, pen) for x in xs]

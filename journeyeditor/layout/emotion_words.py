"""Names at the ends of the lines, and words of feeling at their turning points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing import Halo, Shape, Sketch, Stroke
from journeyeditor.drawing.theme import readable
from journeyeditor.fonts import Style, ascent, descent
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.emotion_ground import RIM, WORD_AIR, Ground
from journeyeditor.layout.emotion_lines import Mark, Plot
from journeyeditor.layout.emotion_tracks import Track, turning_points
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph

NAME_ROOM, WORDS_ROOM = 46.0, 30.0
"""Widths at which long names and words of feeling are broken, in units."""
FAR = 5.0
"""A name farther from its marker than this (units) gets a hairline to it."""
MOST_WORDS = 300
"""So many words of feeling are tried; beyond it there is no room for any more."""


@dataclass(frozen=True)
class Placed:
    """A text on the curve's ground."""

    mark: Mark
    words: Paragraph
    box: Box
    leader: tuple[tuple[float, float], ...] = ()

    def shapes(self, sheet: Sheet) -> list[Shape]:
        """The words, centred in their box, and the hairline."""
        shapes: list[Shape] = []
        if self.leader:
            pen = Stroke(self.mark.track.look.colour, 0.3 * sheet.unit, round=True)
            shapes.append(Sketch(polyline(self.leader), None, pen))
        shapes += self.words.at(self.box.x + self.box.width / 2, self.box.y, "middle")
        return shapes


def _rimmed(sheet: Sheet, text: str, style: Style, track: Track, room: float) -> Paragraph:
    """Words in a persona's colour with a white rim, thinner where lines stand close above each other."""
    words = paragraph(text, style, readable(track.look.colour), room, balance=True)
    rim = RIM * sheet.unit
    if len(words.lines) > 1:
        rim = min(rim, 0.48 * (words.step - ascent(style) - descent(style)))
    return replace(words, halo=Halo(sheet.theme.paper, rim))


def place_names(sheet: Sheet, ground: Ground) -> list[Placed]:
    """The persona's name at the end of every line: above it if that is free, else near it."""
    placed = []
    for plot in sorted(ground.plots, key=lambda plot: (plot.marks[-1].y, plot.marks[-1].x)):
        mark = plot.marks[-1]
        words = _name(sheet, plot, len(ground.plots))
        places = list(_around_end(sheet, ground, mark, words))

        def reached(box: Box, mark: Mark = mark) -> bool:
            way = _hairline(sheet, mark, box)
            return not way or not ground.met(way[0], way[1], skip=0.5 * sheet.unit, texts=True)

        box = ground.best(places, WORD_AIR * sheet.unit, reached) or ground.least_harm(places)
        if box is not None:
            ground.take(box)
            placed.append(Placed(mark, words, box, _hairline(sheet, mark, box)))
            _take_line(sheet, ground, placed[-1].leader)
    return placed


def _take_line(sheet: Sheet, ground: Ground, line: Sequence[tuple[float, float]]) -> None:
    """Keeps later texts off a hairline."""
    if not line:
        return
    (x0, y0), (x1, y1) = line
    count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / sheet.unit))
    half = 0.5 * sheet.unit
    for n in range(count + 1):
        x, y = x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count
        ground.take(Box(x - half, y - half, 2 * half, 2 * half))


def _name(sheet: Sheet, plot: Plot, crowd: int) -> Paragraph:
    style = sheet.stage() if crowd <= 3 else sheet.body(bold=True)
    name = plot.track.persona.name or sheet.speech.say("Persona")
    room = min(NAME_ROOM * sheet.unit, sheet.right - sheet.map_left)
    return _rimmed(sheet, name, style, plot.track, room)


def _around_end(sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph) -> Iterator[tuple[float, Box]]:
    """Places for a name, and what each costs: above, below, beside, then farther and farther."""
    unit, bounds = sheet.unit, ground.bounds
    wide, high = words.width, words.height
    gap = 0.6 * mark.size + (WORD_AIR + 0.5) * unit
    centred = min(max(mark.x - wide / 2, bounds.x), bounds.right - wide - 0.6 * unit)
    lefts = [(0.0, centred), (4.0, mark.x + 0.6 * mark.size - wide), (6.0, mark.x - 0.6 * mark.size)]
    lefts += [(9.0 + 6 * n, mark.x - wide * (1.0 + n)) for n in range(3)]
    for price, left in lefts:
        if left + wide > bounds.right + 1e-6:
            continue
        for away in range(0, 60, 2):
            cost = price + away * (1.0 if away < FAR else 1.4)
            yield cost, Box(left, mark.y - gap - high - away * unit, wide, high)
            yield cost + 1.5, Box(left, mark.y + gap + away * unit, wide, high)
    for side in (mark.x + gap, mark.x - gap - wide):
        yield (0.8 if side > mark.x else 7.0), Box(side, mark.y - high / 2, wide, high)


def _hairline(sheet: Sheet, mark: Mark, box: Box) -> tuple[tuple[float, float], ...]:
    """From a marker to a name that could not stand next to it."""
    dx = max(box.x - mark.x, mark.x - box.right, 0.0)
    dy = max(box.y - mark.y, mark.y - box.bottom, 0.0)
    if math.hypot(dx, dy) < FAR * sheet.unit + 0.6 * mark.size:
        return ()
    x = min(max(mark.x, box.x), box.right)
    y = box.bottom + 0.5 * sheet.unit if box.bottom < mark.y else box.y - 0.5 * sheet.unit if box.y > mark.y else mark.y
    length = math.hypot(x - mark.x, y - mark.y)
    part = 0.75 * mark.size / length if length > 0 else 0.0
    return (mark.x + (x - mark.x) * part, mark.y + (y - mark.y) * part), (x, y)


def place_words(sheet: Sheet, ground: Ground, called: Sequence[str]) -> list[Placed]:
    """Words of feeling at turning points, the strongest feelings first; those `called` out already are left out."""
    wanted = [
        (run[n].value, high, marks[run[n].record.id])
        for plot in ground.plots
        for marks in [{mark.feeling.record.id: mark for mark in plot.marks}]
        for run in plot.track.runs
        for n, high in turning_points(run).items()
        if run[n].record.words.strip() and run[n].record.id not in called
    ]
    wanted.sort(key=lambda one: -abs(one[0]))
    placed = []
    style, unit = sheet.caption(italic=True), sheet.unit
    for _, high, mark in wanted[:MOST_WORDS]:
        words = _rimmed(sheet, mark.feeling.record.words.strip(), style, mark.track, WORDS_ROOM * unit)
        box = ground.best(_around_turn(sheet, mark, words, high=high), WORD_AIR * unit)
        if box is not None:
            ground.take(box)
            placed.append(Placed(mark, words, box))
    return placed


def _around_turn(sheet: Sheet, mark: Mark, words: Paragraph, *, high: bool) -> Iterator[tuple[float, Box]]:
    """Places for a word of feeling: above a high, below a low, a little aside, at last on the other side."""
    unit = sheet.unit
    wide, tall = words.width, words.height
    gap = 0.6 * mark.size + (WORD_AIR + 0.1) * unit
    for away in (0.0, 1.5, 3.0, 4.5):
        for aside in (0.0, 0.25, -0.25, 0.5, -0.5):
            left = mark.x - wide / 2 + aside * (wide + mark.size)
            above, below = mark.y - gap - tall - away * unit, mark.y + gap + away * unit
            cost = away + 5 * abs(aside)
            yield cost, Box(left, above if high else below, wide, tall)
            yield cost + 6.0, Box(left, below if high else above, wide, tall)
    for left in (mark.x + gap, mark.x - gap - wide):
        yield 4.5, Box(left, mark.y - tall / 2, wide, tall)

"""Names at the ends of the lines, and words of feeling at their turning points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing import Halo, Shape, Stroke
from journeyeditor.drawing.icons import marker
from journeyeditor.drawing.theme import readable
from journeyeditor.fonts import Style, ascent, descent
from journeyeditor.geometry import Box
from journeyeditor.layout.emotion_ground import RIM, WORD_AIR, Ground
from journeyeditor.layout.emotion_lines import Mark, Plot
from journeyeditor.layout.emotion_tracks import Track, turning_points
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph

NAME_ROOM, WORDS_ROOM = 46.0, 30.0
"""Widths at which long names and words of feeling are broken, in units."""
DISTANCES = (0, 2, 4)
"""A name may stand so far from its marker, in units."""
SIGN = 3.2
"""Marker before a name that stands farther off, in units."""
MOST_MARKS = 12
"""So many markers are tried from the end of a line backwards."""
MOST_WORDS = 300
"""So many words of feeling are tried; beyond it there is no room for any more."""


@dataclass(frozen=True)
class Placed:
    """A text on the curve's ground."""

    mark: Mark
    """What it stands beside."""
    end: Mark
    """What it belongs to: for a name the last marker of the line."""
    words: Paragraph
    box: Box
    marked: bool = False
    """True if the persona's marker stands before the words, because they are far from its line."""

    def shapes(self, sheet: Sheet) -> list[Shape]:
        """The words, centred in their box or behind the marker."""
        if not self.marked:
            return list(self.words.at(self.box.x + self.box.width / 2, self.box.y, "middle"))
        look, across = self.mark.track.look, SIGN * sheet.unit
        edge = Stroke(sheet.theme.paper, 0.5 * sheet.unit)
        sign = marker(
            look.marker, self.box.x + 0.6 * across, self.box.y + self.box.height / 2, across, look.colour, edge
        )
        return [sign, *self.words.at(self.box.right - self.words.width / 2, self.box.y, "middle")]


def _rimmed(sheet: Sheet, text: str, style: Style, track: Track, room: float) -> Paragraph:
    """Words in a persona's colour with a white rim, thinner where lines stand close above each other."""
    words = paragraph(text, style, readable(track.look.colour), room, balance=True)
    rim = RIM * sheet.unit
    if len(words.lines) > 1:
        rim = min(rim, 0.48 * (words.step - ascent(style) - descent(style)))
    return replace(words, halo=Halo(sheet.theme.paper, rim))


def place_names(sheet: Sheet, ground: Ground) -> list[Placed]:
    """The persona's name at the end of every line: above it if that is free, else near it, else along the line."""
    placed = []
    for plot in sorted(ground.plots, key=lambda plot: (plot.marks[-1].y, plot.marks[-1].x)):
        words = _name(sheet, plot, len(ground.plots))
        found = _name_place(sheet, ground, plot, words)
        if found is not None:
            ground.take(found.box)
            placed.append(found)
    return placed


def _name_place(sheet: Sheet, ground: Ground, plot: Plot, words: Paragraph) -> Placed | None:
    """Next to the last marker; else next to an earlier one; else farther off, behind a marker."""
    end, air = plot.marks[-1], WORD_AIR * sheet.unit
    box = ground.best(_around_end(sheet, ground, end, words), air)
    if box is not None:
        return Placed(end, end, words, box)
    for mark in plot.marks[-2 : -2 - MOST_MARKS : -1]:
        box = ground.best(_around_turn(sheet, mark, words, high=mark.feeling.value >= 0), air)
        if box is not None:
            return Placed(mark, end, words, box)
    wide = words.width + (SIGN * 1.2 + 1.4) * sheet.unit
    places = [
        (cost, Box(box.x, box.y, wide, box.height))
        for cost, box in _far_off(sheet, ground, end, Box(0, 0, wide, words.height))
    ]
    box = ground.best(places, air) or ground.least_harm(places)
    return None if box is None else Placed(end, end, words, box, marked=True)


def _far_off(sheet: Sheet, ground: Ground, end: Mark, size: Box) -> Iterator[tuple[float, Box]]:
    """Places all over the lane, the cheaper the nearer to the end of the line."""
    unit, bounds = sheet.unit, ground.bounds
    across = min(60, int((bounds.width - size.width) / (6 * unit)))
    down = min(60, int((bounds.height - size.height) / (1.5 * unit)))
    for n in range(max(0, across) + 1):
        for k in range(max(0, down) + 1):
            x = bounds.right - 0.6 * unit - size.width - n * 6 * unit
            y = bounds.y + 0.6 * unit + k * 1.5 * unit
            away = math.hypot(max(0.0, end.x - x - size.width), 1.5 * (y + size.height / 2 - end.y))
            yield away / unit, Box(x, y, size.width, size.height)


def _name(sheet: Sheet, plot: Plot, crowd: int) -> Paragraph:
    style = sheet.stage() if crowd <= 3 else sheet.body(bold=True)
    name = plot.track.persona.name or sheet.speech.say("Persona")
    room = min(NAME_ROOM * sheet.unit, sheet.right - sheet.map_left)
    return _rimmed(sheet, name, style, plot.track, room)


def _around_end(sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph) -> Iterator[tuple[float, Box]]:
    """Places for a name, and what each costs: above, below, beside; centred or to one side."""
    unit, bounds = sheet.unit, ground.bounds
    wide, high = words.width, words.height
    gap = 0.6 * mark.size + (WORD_AIR + 0.5) * unit
    centred = min(max(mark.x - wide / 2, bounds.x), bounds.right - wide - 0.6 * unit)
    lefts = ((0.0, centred), (4.0, mark.x + 0.6 * mark.size - wide), (6.0, mark.x - 0.6 * mark.size))
    for away in DISTANCES:
        for price, left in lefts:
            yield price + away, Box(left, mark.y - gap - high - away * unit, wide, high)
            yield price + away + 1.5, Box(left, mark.y + gap + away * unit, wide, high)
    for side in (mark.x + gap, mark.x - gap - wide):
        yield (0.8 if side > mark.x else 7.0), Box(side, mark.y - high / 2, wide, high)


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
            placed.append(Placed(mark, mark, words, box))
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

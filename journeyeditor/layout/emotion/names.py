"""The personas' names at the ends of their lines."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator

from journeyeditor import fonts
from journeyeditor.geometry import Box
from journeyeditor.layout.emotion.ground import WORD_AIR, Ground
from journeyeditor.layout.emotion.lines import Mark, Plot
from journeyeditor.layout.emotion.texts import SIGN, Placed, led, rimmed, take
from journeyeditor.layout.emotion.words import around_turn
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.short_names import named_within, short_name
from journeyeditor.layout.text import Paragraph
from journeyeditor.model.naming import persona_name

NAME_ROOM = 46.0
"""Width at which long names are broken, in units."""
MOST_LINES = 2
LONG = 22.0
"""A name wider than this (units) may also stand in two lines."""
DISTANCES = (0, 1, 2, 4)
"""A name may stand so far from its marker, in units, without a leader."""
RING = (30.0, 26.0)
"""A name with a leader stands at most so far to the side, and up or down, in units."""
MOST_MARKS = 12
"""So many markers are tried from the end of a line backwards."""
NEAR_MARKS = 5
"""A line that goes on in another band has its name at one of so many last markers rather than a leader to the last."""
BESIDE = 1.4
"""Further room at both sides of a name, in units: side by side with another text the two would read as one."""


def place_names(sheet: Sheet, ground: Ground) -> list[Placed]:
    """The persona's name at the end of every line: above it if that is free, else near it, else with a leader."""
    placed = []
    for plot in sorted(ground.plots, key=lambda plot: (plot.marks[-1].y, plot.marks[-1].x)):
        make = functools.partial(_shapes, sheet, plot, len(ground.plots))
        shapes = ground.once(("name", plot.track.persona.id), make)
        found = _place(sheet, ground, plot, shapes)
        if found is not None:
            take(ground, found, BESIDE * sheet.unit)
            placed.append(found)
    return placed


def _shapes(sheet: Sheet, plot: Plot, crowd: int) -> list[Paragraph]:
    """The name as it is best, and in two lines if it is long; one that is a whole sentence is smaller or shortened."""
    whole = short_name(sheet, plot.track.persona) or persona_name(plot.track.persona, sheet.speech)
    room = min(NAME_ROOM * sheet.unit, sheet.right - sheet.map_left)
    style = sheet.stage()
    if crowd > 3 or fonts.line_count(whole, style, room) > MOST_LINES:
        style = sheet.body(bold=True)
    name = named_within(whole, style, room, MOST_LINES)
    usual = rimmed(sheet, name, style, plot.track, room)
    if usual.width <= LONG * sheet.unit or " " not in name or len(usual.lines) == MOST_LINES:
        return [usual]
    narrow = max(fonts.longest_word(name, style), 0.55 * usual.width) + 1e-6
    return [usual, rimmed(sheet, name, style, plot.track, narrow)]


def _place(sheet: Sheet, ground: Ground, plot: Plot, shapes: list[Paragraph]) -> Placed | None:
    """Next to the last marker; else near it with a leader; else next to an earlier one; else farther off.

    Where the line goes on in another band its last markers are as good as the very last one.
    """
    end, air = plot.marks[-1], WORD_AIR * sheet.unit
    for mark in (end,) if plot.track.after is None else plot.marks[: -1 - NEAR_MARKS : -1]:
        for words in shapes:
            near = functools.partial(_around_end, sheet, ground, mark, words)
            box = ground.best_near((_around_end, mark, words), near, air)
            if box is not None:
                return Placed(mark, mark, words, box)
    for words in shapes:
        found = led(sheet, ground, end, words, RING)
        if found is not None:
            return Placed(end, end, words, found[0], leader=found[1])
    words = shapes[0]
    for mark in plot.marks[-2 : -2 - MOST_MARKS : -1]:
        turn = functools.partial(around_turn, sheet, mark, words, high=mark.feeling.value >= 0)
        box = ground.best_near((around_turn, mark, words), turn, air)
        if box is not None:
            return Placed(mark, end, words, box)
    wide = words.width + (SIGN * 1.2 + 1.4) * sheet.unit
    far = functools.partial(_far_off, sheet, ground, end, Box(0, 0, wide, words.height))
    box = ground.best_near(
        (_far_off, end, words), lambda: sorted(far(), key=lambda place: place[0]), air
    ) or ground.least_harm(far())
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


def _around_end(sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph) -> list[tuple[float, Box]]:
    """Places for a name, and what each costs, the cheapest first: above, below, beside; centred or to one side."""
    return sorted(_beside_end(sheet, ground, mark, words), key=lambda place: place[0])


def _beside_end(sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph) -> Iterator[tuple[float, Box]]:
    unit, bounds = sheet.unit, ground.bounds
    wide, high = words.width, words.height
    gap = 0.6 * mark.size + (WORD_AIR + 0.5) * unit
    centred = min(max(mark.x - wide / 2, bounds.x), bounds.right - wide - 0.6 * unit)
    lefts = ((0.0, centred), (4.0, mark.x + 0.6 * mark.size - wide), (6.0, mark.x - 0.6 * mark.size))
    for away in DISTANCES:
        for price, left in lefts:
            yield price + away, Box(left, mark.y - gap - high - away * unit, wide, high)
            yield price + away + 1.5, Box(left, mark.y + gap + away * unit, wide, high)
    side = mark.x + gap
    for down, price in ((0.0, 0.8), (-0.35, 1.6), (0.35, 1.6)):
        yield price, Box(side, mark.y - high / 2 + down * high, wide, high)

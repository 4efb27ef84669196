"""Texts on the curve's ground: a place near their point, or a little farther off with a thin line to it."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Halo, Shape, Sketch, Stroke
from journeyeditor.drawing.icons import marker
from journeyeditor.fonts import Style, ascent, descent
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.emotion.ground import RIM, WORD_AIR, Ground, Kept
from journeyeditor.layout.emotion.lines import Mark
from journeyeditor.layout.emotion.tracks import Track
from journeyeditor.layout.inks import readable
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph

SIGN = 3.2
"""Marker before a name that stands farther off, in units."""
LEADER = 0.25
"""Thickness of the line from a text to its point, in units."""
CROSSED, ALONG = 5.0, 0.9
"""What it costs a leader to cross a line, and what every unit of it costs."""
OTHER_SIDE = 9.0
"""What it costs to stand below a high or above a low."""
SLACK = 1e-6
"""Of two costs: sums in another order may differ by less."""

Way = tuple[tuple[float, float], tuple[float, float]]


class Placed(msgspec.Struct, frozen=True):
    """A text on the curve's ground."""

    mark: Mark
    """What it stands beside."""
    end: Mark
    """What it belongs to: for a name the last marker of the line."""
    words: Paragraph
    box: Box
    marked: bool = False
    """True if the persona's marker stands before the words, because they are far from its line."""
    leader: Way | None = None
    """From the point to the words, where they do not stand right beside it."""

    def shapes(self, sheet: Sheet) -> list[Shape]:
        """The words, centred in their box or behind the marker, and the leader."""
        look, across = self.mark.track.look, SIGN * sheet.unit
        shapes: list[Shape] = []
        if self.leader is not None:
            pen = Stroke(look.colour, LEADER * sheet.unit, round=True)
            shapes.append(Sketch(polyline(self.leader), None, pen))
        if not self.marked:
            return [*shapes, *self.words.at(self.box.x + self.box.width / 2, self.box.y, "middle")]
        edge = Stroke(sheet.theme.paper, 0.5 * sheet.unit)
        sign = marker(
            look.marker, self.box.x + 0.6 * across, self.box.y + self.box.height / 2, across, look.colour, edge
        )
        return [*shapes, sign, *self.words.at(self.box.right - self.words.width / 2, self.box.y, "middle")]


def rimmed(sheet: Sheet, text: str, style: Style, track: Track, room: float) -> Paragraph:
    """Words in a persona's colour with a white rim, thinner where lines stand close above each other."""
    words = paragraph(text, style, readable(track.look.colour), room, balance=True)
    rim = RIM * sheet.unit
    if len(words.lines) > 1:
        rim = min(rim, 0.48 * (words.step - ascent(style) - descent(style)))
    return replace(words, halo=Halo(sheet.theme.paper, rim))


# -- a little farther off ---------------------------------------------------------------------------------------------
Choice = tuple[float, int, Box, Way]
"""What a place costs, its number among all places, its box and its leader."""


def led(
    sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph, reach: tuple[float, float], high: bool | None = None
) -> tuple[Box, Way] | None:
    """The cheapest free place in a wider ring about a point, `reach` units to the sides and up and down, whose leader
    reaches the point without running over words or markers.

    A text that belongs above the point (`high`) or below it costs more on the other side.
    """
    # the mark and the words are kept with the choices, so that their ids stay theirs
    name = ("led", id(mark), id(words), reach, high)
    base = ground.base or ground
    choices, *_ = ground.once(name, lambda: (Kept(_choices(sheet, base, mark, words, reach, high)), mark, words))
    unit = sheet.unit
    best: tuple[float, Box, Way] | None = None
    for cost, _, box, way in choices:
        if best is not None and cost >= best[0]:
            break
        if not ground.is_clear(box, WORD_AIR * unit) or ground.met(*way, skip=1.5 * unit, texts=True):
            continue
        whole = cost + CROSSED * ground.met(*way, skip=1.8 * unit) + ground.discord(box)
        best = (whole, box, way) if best is None or whole < best[0] else best
    return None if best is None else best[1:]


def _choices(
    sheet: Sheet, base: Ground, mark: Mark, words: Paragraph, reach: tuple[float, float], high: bool | None
) -> Iterator[Choice]:
    """The places in the ring that are free before any text stands on the ground, the cheapest first.

    A row of places is looked at when it is its turn: what stands there costs as much at least as the row is away.
    """
    unit, wide, tall = sheet.unit, words.width, words.height
    air = WORD_AIR * unit
    rows: list[tuple[float, int, float, list[float]]] = []
    number = 0
    for y, xs in _rows(sheet, mark, words, reach):
        if len(xs) > 1:
            away = max(y - mark.y, mark.y - y - tall)
        else:  # beside the point, where a leader ends before the words
            away = max(xs[0] - mark.x, mark.x - xs[0] - wide) - 0.5 * unit
        other = high is not None and (y + tall / 2 < mark.y) != high
        least = (OTHER_SIDE / 2 if other else 0.0) + ALONG * max(away - mark.reach, 0.0) / unit
        rows.append((least, number, y, xs))
        number += len(xs)
    waiting: list[Choice] = []
    rows.sort()
    across, down = wide + 2 * air, tall + 2 * air
    # all rows of several places have them at the same x
    several = [(y - air, xs) for _, _, y, xs in rows if len(xs) > 1]
    looked = base.all.free_among([x - air for _, xs in several[:1] for x in xs], [y for y, _ in several], across, down)
    for least, first, y, xs in rows:
        while waiting and waiting[0][0] < least - SLACK:
            yield heapq.heappop(waiting)
        free = next(looked) if len(xs) > 1 else int(base.all.is_free(Box(xs[0] - air, y - air, across, down)))
        for n, x in enumerate(xs, first + 1) if free else ():
            if not free >> (n - first - 1) & 1:
                continue
            box = Box(x, y, wide, tall)
            if not base.bounds.holds(box) or base.truths_over(box, air):
                continue
            way = _way(sheet, mark, box)
            length = math.dist(*way)
            if length >= unit:
                other = high is not None and (box.middle[1] < mark.y) != high
                cost = (OTHER_SIDE / 2 if other else 0.0) + ALONG * length / unit
                heapq.heappush(waiting, (cost, n, box, way))
    while waiting:
        yield heapq.heappop(waiting)


def _rows(
    sheet: Sheet, mark: Mark, words: Paragraph, reach: tuple[float, float]
) -> Iterator[tuple[float, list[float]]]:
    """Upper edges around a point, each with left sides that are tried there."""
    unit, wide, high = sheet.unit, words.width, words.height
    aside, away = reach
    steps = range(1, int(aside / 2.5) + 1)
    sides = [0, *itertools.chain.from_iterable((k, -k) for k in steps)]
    for n in range(int(away / 1.5) + 1):
        gap = (3.5 + 1.5 * n) * unit
        xs = [mark.x - wide / 2 + k * 2.5 * unit for k in sides]
        yield mark.y - gap - high, xs
        yield mark.y + gap, xs
    for k in steps[1:]:
        for left in (mark.x + (2.5 * k) * unit, mark.x - 2.5 * k * unit - wide):
            for down in (0.0, -3.0, 3.0):
                yield mark.y - high / 2 + down * unit, [left]


def _way(sheet: Sheet, mark: Mark, box: Box) -> Way:
    """From the marker's edge to the nearest point of a box."""
    inset = min(0.8 * sheet.unit, box.width / 2)
    x = min(max(mark.x, box.x + inset), box.right - inset)
    y = min(max(mark.y, box.y), box.bottom)
    if box.y < y < box.bottom:  # beside the words the leader ends before them
        x = box.x - 0.5 * sheet.unit if mark.x < box.x else box.right + 0.5 * sheet.unit
    length = math.hypot(x - mark.x, y - mark.y)
    part = min(1.0, mark.reach / length) if length > 0 else 1.0
    return (mark.x + (x - mark.x) * part, mark.y + (y - mark.y) * part), (x, y)


def take(ground: Ground, placed: Placed, beside: float = 0.0) -> None:
    """The text and its leader stand here now, with so much more room at both sides of the text, mm."""
    ground.take(placed.box.grown(beside, 0.0))
    if placed.leader is not None:
        ground.take_line(*placed.leader)

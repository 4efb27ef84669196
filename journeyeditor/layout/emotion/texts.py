"""Texts on the curve's ground: a place near their point, or a little farther off with a thin line to it."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace

from journeyeditor.drawing import Halo, Shape, Sketch, Stroke
from journeyeditor.drawing.icons import marker
from journeyeditor.drawing.theme import readable
from journeyeditor.fonts import Style, ascent, descent
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.emotion.ground import RIM, WORD_AIR, Ground
from journeyeditor.layout.emotion.lines import Mark
from journeyeditor.layout.emotion.tracks import Track
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
SURE = 1e-6
"""What the least cost of many places is taken lower, so that no place is missed for rounding."""

Way = tuple[tuple[float, float], tuple[float, float]]


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
Found = tuple[float, float, int, Box, Way]
"""What a place costs with all that its leader meets, and without; its number among all places; box and leader."""


def led(
    sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph, reach: tuple[float, float], high: bool | None = None
) -> tuple[Box, Way] | None:
    """The cheapest free place in a wider ring about a point, `reach` units to the sides and up and down, whose leader
    reaches the point without running over words or markers.

    A text that belongs above the point (`high`) or below it costs more on the other side.
    """
    search = _Search(sheet, ground, mark, words, high)
    for bound, places in _rings(sheet, mark, words, reach):
        if search.best is not None and bound > search.best[0]:
            break
        for number, x, y in places:
            search.weigh(number, x, y)
    return None if search.best is None else search.best[3:]


def _rings(
    sheet: Sheet, mark: Mark, words: Paragraph, reach: tuple[float, float]
) -> list[tuple[float, list[tuple[int, float, float]]]]:
    """Upper left corners around a point with their numbers, in groups, each with the least that a place there costs."""
    unit, wide, high = sheet.unit, words.width, words.height
    aside, away = reach
    sides = [0, *itertools.chain.from_iterable((k, -k) for k in range(1, int(aside / 2.5) + 1))]
    rings = []
    number = 0
    for n in range(int(away / 1.5) + 1):
        gap = (3.5 + 1.5 * n) * unit
        for y in (mark.y - gap - high, mark.y + gap):
            places = [(number + m, mark.x - wide / 2 + k * 2.5 * unit, y) for m, k in enumerate(sides)]
            rings.append((ALONG * (gap - mark.reach) / unit - SURE, places))
            number += len(sides)
    for k in range(2, int(aside / 2.5) + 1):
        corners = [
            (x, mark.y - high / 2 + down * unit)
            for x in (mark.x + (2.5 * k) * unit, mark.x - 2.5 * k * unit - wide)
            for down in (0.0, -3.0, 3.0)
        ]
        places = [(number + m, x, y) for m, (x, y) in enumerate(corners)]
        rings.append((ALONG * ((2.5 * k - 0.5) * unit - mark.reach) / unit - SURE, places))
        number += len(corners)
    return sorted(rings, key=lambda ring: ring[0])


class _Search:
    """The cheapest of the places that were weighed; of equal ones that which costs less by itself, then the first."""

    def __init__(self, sheet: Sheet, ground: Ground, mark: Mark, words: Paragraph, high: bool | None) -> None:
        self.best: Found | None = None
        self._ground, self._mark, self._high = ground, mark, high
        self._unit, self._wide, self._tall = sheet.unit, words.width, words.height
        self._inset = min(0.8 * sheet.unit, words.width / 2)
        bounds, slack = ground.bounds, 1e-6
        self._edges = (bounds.x - slack, bounds.y - slack, bounds.right + slack, bounds.bottom + slack)

    def weigh(self, number: int, left: float, top: float) -> None:
        """Looks at the place with this upper left corner."""
        right, bottom = left + self._wide, top + self._tall
        edges = self._edges
        if left < edges[0] or top < edges[1] or right > edges[2] or bottom > edges[3]:
            return
        way = self._way(left, top, right, bottom)
        length = math.dist(*way)
        unit, mark = self._unit, self._mark
        cost = 0.0
        if self._high is not None and (top + self._tall / 2 < mark.y) != self._high:
            cost = OTHER_SIDE / 2
        cost += ALONG * length / unit
        best = self.best
        if length < unit or (best is not None and cost > best[0]):
            return
        box, ground = Box(left, top, self._wide, self._tall), self._ground
        if not ground.is_clear(box, WORD_AIR * unit) or ground.met(*way, skip=1.5 * unit, texts=True):
            return
        whole = cost + CROSSED * ground.met(*way, skip=1.8 * unit) + ground.discord(box)
        if best is None or (whole, cost, number) < best[:3]:
            self.best = (whole, cost, number, box, way)

    def _way(self, left: float, top: float, right: float, bottom: float) -> Way:
        """From the marker's edge to the nearest point of a box."""
        mark, inset = self._mark, self._inset
        x = min(max(mark.x, left + inset), right - inset)
        y = min(max(mark.y, top), bottom)
        if top < y < bottom:  # beside the words the leader ends before them
            x = left - 0.5 * self._unit if mark.x < left else right + 0.5 * self._unit
        length = math.hypot(x - mark.x, y - mark.y)
        part = min(1.0, mark.reach / length) if length > 0 else 1.0
        return (mark.x + (x - mark.x) * part, mark.y + (y - mark.y) * part), (x, y)


def take(ground: Ground, placed: Placed) -> None:
    """The text and its leader stand here now."""
    ground.take(placed.box)
    if placed.leader is not None:
        ground.take_line(*placed.leader)

"""Texts on the curve's ground: a place near their point, or a little farther off with a thin line to it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
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


def around(sheet: Sheet, mark: Mark, words: Paragraph, reach: tuple[float, float]) -> Iterator[tuple[float, Box]]:
    """Places in a wider ring about a point, `reach` units to the sides and up and down, with what each costs."""
    unit, wide, high = sheet.unit, words.width, words.height
    aside, away = reach
    for n in range(int(away / 1.5) + 1):
        for up in (True, False):
            y = mark.y - (3.5 + 1.5 * n) * unit - high if up else mark.y + (3.5 + 1.5 * n) * unit
            yield from ((0.0, Box(mark.x - wide / 2 + k * 2.5 * unit, y, wide, high)) for k in _sides(aside / 2.5))
    for k in range(2, int(aside / 2.5) + 1):
        for left in (mark.x + (2.5 * k) * unit, mark.x - 2.5 * k * unit - wide):
            yield from ((0.0, Box(left, mark.y - high / 2 + dy * unit, wide, high)) for dy in (0.0, -3.0, 3.0))


def _sides(count: float) -> Iterator[int]:
    yield 0
    for k in range(1, int(count) + 1):
        yield k
        yield -k


def led(sheet: Sheet, ground: Ground, mark: Mark, choices: Iterable[tuple[float, Box]]) -> tuple[Box, Way] | None:
    """The cheapest free place whose leader reaches the point without running over words or markers."""
    unit = sheet.unit
    ways = [(cost + ALONG * _length(way) / unit, box, way) for cost, box in choices for way in [_way(sheet, mark, box)]]
    best: tuple[float, Box, Way] | None = None
    for cost, box, way in sorted(ways, key=lambda one: one[0]):
        if best is not None and cost >= best[0]:
            break
        if _length(way) < unit or not ground.is_clear(box, WORD_AIR * unit):
            continue
        if ground.met(*way, skip=1.5 * unit, texts=True):
            continue
        whole = cost + CROSSED * ground.met(*way, skip=1.8 * unit) + ground.discord(box)
        best = (whole, box, way) if best is None or whole < best[0] else best
    return None if best is None else (best[1], best[2])


def _length(way: Way) -> float:
    return math.dist(*way)


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


def take(ground: Ground, placed: Placed) -> None:
    """The text and its leader stand here now."""
    ground.take(placed.box)
    if placed.leader is not None:
        ground.take_line(*placed.leader)

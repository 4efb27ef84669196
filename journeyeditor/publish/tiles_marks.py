"""The marks on a sheet that is a part of a poster: where to cut, where the next sheet is glued on, and names.

They all stand beside the part that is kept, in the strips that are cut off or covered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.drawing.icons import ICON_FIELD, icon_outlines
from journeyeditor.fonts import Style
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.geometry import Box, Outline
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.publish.tiles_plan import Tiling

INK, PAPER = "#1F2933", "#FFFFFF"
PEN = 0.2
DASH = (2.0, 1.2)
UNDERLAY = 0.6
"""A white line under the dashed one, so that it is seen on any colour."""
THIN = 2.6
"""A strip narrower than this holds no name: it stands in the sheet's margin then."""
WIDE = 8.0
"""Marks stand no farther than this from their seam."""
TALLEST = 5.0
"""Height of a name tag, mm."""
INDENT = 12.0
"""From the corner to the sheet's own name."""
TINIEST = 1.2
"""A tag lower than this could not be read and is left out."""

Side = Literal["left", "top", "right", "bottom"]
Point = tuple[float, float]


class Place(msgspec.Struct, frozen=True):
    """One sheet of a tiling: which one, and what of it is what. Boxes in mm of the sheet."""

    tiling: Tiling
    row: int
    column: int

    @property
    def name(self) -> str:
        """For example `1-2`."""
        return self.tiling.name(self.row, self.column)

    @property
    def piece(self) -> Box:
        """The part of the poster that stays visible, mm of the printed poster."""
        left, right = self.tiling.xs[self.column : self.column + 2]
        top, bottom = self.tiling.ys[self.row : self.row + 2]
        return Box(left, top, right - left, bottom - top)

    @property
    def origin(self) -> Point:
        """Where the poster's upper left corner comes to lie on the sheet; mostly far outside of it.

        What is shown stands in the middle of the sheet, moved by whole millimetres where there is room for that: so
        the same line of the poster falls on the same dots of the printer on all sheets.
        """
        shown, plan = self._shown(), self.tiling
        return (
            _whole((plan.width - shown.width) / 2 - shown.x, (plan.width - shown.width) / 2 - plan.margin),
            _whole((plan.height - shown.height) / 2 - shown.y, (plan.height - shown.height) / 2 - plan.margin),
        )

    @property
    def kept(self) -> Box:
        """The visible part on the sheet."""
        return self.piece.moved(*self.origin)

    @property
    def shown(self) -> Box:
        """The visible part and the strips around it, on the sheet."""
        return self._shown().moved(*self.origin)

    @property
    def printable(self) -> Box:
        """What the printer reaches."""
        return Box(0, 0, self.tiling.width, self.tiling.height).grown(-self.tiling.margin)

    def neighbour(self, side: Side) -> str:
        """The name of the sheet on that side; empty at the poster's edge."""
        step = {"left": (0, -1), "right": (0, 1), "top": (-1, 0), "bottom": (1, 0)}[side]
        row, column = self.row + step[0], self.column + step[1]
        inside = 0 <= row < self.tiling.rows and 0 <= column < self.tiling.columns
        return self.tiling.name(row, column) if inside else ""

    def _shown(self) -> Box:
        half, piece = self.tiling.overlap / 2, self.piece
        left, top = (half if self.neighbour(side) else 0.0 for side in ("left", "top"))
        right, bottom = (half if self.neighbour(side) else 0.0 for side in ("right", "bottom"))
        return Box(piece.x - left, piece.y - top, piece.width + left + right, piece.height + top + bottom)


def _whole(place: float, slack: float) -> float:
    """A place moved to a whole millimetre, or to a quarter of one, if it may be moved that far."""
    wishes = (round(place * steps) / steps for steps in (1, 4))
    return next((wish for wish in wishes if abs(wish - place) <= slack), place)


def marks(place: Place) -> tuple[Shape, ...]:
    """All marks of a sheet, mm of the sheet."""
    return tuple(
        shape
        for side in ("left", "top", "right", "bottom")
        for shape in (_seam(place, side) if place.neighbour(side) else _edge(place, side))
    )


def _edge(place: Place, side: Side) -> Iterator[Shape]:
    """A hairline just outside the poster's own edge."""
    yield Sketch(_along(place.kept.grown(PEN / 2), place.shown, side), None, Stroke(INK, PEN, opacity=0.5))


def _seam(place: Place, side: Side) -> Iterator[Shape]:
    if side in ("left", "top"):
        yield Sketch(_along(place.kept.grown(UNDERLAY / 2), place.printable, side), None, Stroke(PAPER, UNDERLAY))
        yield Sketch(_along(place.kept.grown(PEN / 2), place.printable, side), None, Stroke(INK, PEN, DASH))
        yield from _scissors(place, side)
    else:
        yield from _ticks(place, side)
        yield from _tag(_middle(place, side), place.neighbour(side), _thickness(place, side), side, own=False)
    yield from _tag(_beginning(place, side), place.name, _thickness(place, side), side, own=True)


def _along(box: Box, reach: Box, side: Side) -> Outline:
    """A line along a side of a box, as long as another box is."""
    if side in ("left", "right"):
        x = box.x if side == "left" else box.right
        return polyline([(x, reach.y), (x, reach.bottom)])
    y = box.y if side == "top" else box.bottom
    return polyline([(reach.x, y), (reach.right, y)])


def _ticks(place: Place, side: Side) -> Iterator[Shape]:
    """Short lines where a seam that will be covered begins and ends."""
    kept, outer = place.kept.grown(PEN / 2), place.printable
    if side == "right":
        ends = [((kept.right, outer.y), (kept.right, kept.y)), ((kept.right, kept.bottom), (kept.right, outer.bottom))]
    else:
        ends = [
            ((outer.x, kept.bottom), (kept.x, kept.bottom)),
            ((kept.right, kept.bottom), (outer.right, kept.bottom)),
        ]
    for tick in ends:
        yield Sketch(polyline(tick), None, Stroke(PAPER, UNDERLAY))
        yield Sketch(polyline(tick), None, Stroke(INK, PEN))


def _strip(place: Place, side: Side) -> Box:
    """The strip beside the kept part in which there is room for marks: as far as the printer reaches."""
    kept, outer = place.kept, place.printable
    beyond = {
        "left": kept.x - outer.x,
        "top": kept.y - outer.y,
        "right": outer.right - kept.right,
        "bottom": outer.bottom - kept.bottom,
    }[side]
    if beyond < THIN:  # as far as the paper goes: most printers reach farther than they promise
        beyond += place.tiling.margin - 1
    beyond = min(beyond, WIDE)
    if side == "left":
        return Box(kept.x - beyond, kept.y, beyond, kept.height)
    if side == "right":
        return Box(kept.right, kept.y, beyond, kept.height)
    if side == "top":
        return Box(kept.x, kept.y - beyond, kept.width, beyond)
    return Box(kept.x, kept.bottom, kept.width, beyond)


def _thickness(place: Place, side: Side) -> float:
    strip = _strip(place, side)
    return strip.width if side in ("left", "right") else strip.height


def _middle(place: Place, side: Side, part: float = 0.5) -> Point:
    strip = _strip(place, side)
    across = strip.middle
    if side in ("left", "right"):
        return across[0], strip.y + strip.height * part
    return strip.x + strip.width * part, across[1]


def _beginning(place: Place, side: Side) -> Point:
    strip = _strip(place, side)
    across = strip.middle
    if side in ("left", "right"):
        return across[0], strip.y + min(INDENT, strip.height / 4)
    return strip.x + min(INDENT, strip.width / 4), across[1]


def _scissors(place: Place, side: Side) -> Iterator[Shape]:
    size = min(TALLEST, _thickness(place, side) - 0.8)
    if size < TINIEST:
        return
    for part in (0.3, 0.7):
        x, y = _middle(place, side, part)
        yield Sketch(rectangle(x - size / 2, y - size / 2, size, size, size / 4), PAPER)
        yield scissors(x, y, 0.8 * size, upright=side == "left")


def scissors(x: float, y: float, size: float, *, upright: bool = False) -> Symbol:
    """A pair of scissors about (x, y), cutting to the right or, if `upright`, upwards."""
    outline = icon_outlines()["scissors"]
    if upright:
        outline = tuple((operator, _turned(numbers)) for operator, numbers in outline)
    scale = size / ICON_FIELD
    name = "scissors-upright" if upright else "scissors"
    return Symbol(name, outline, x - size / 2, y - size / 2, scale, None, Stroke(INK, 0.2 / scale, round=True))


def _turned(numbers: tuple[float, ...]) -> tuple[float, ...]:
    """A quarter of a turn to the left, within the icon's field."""
    pairs = zip(numbers[0::2], numbers[1::2], strict=True)
    return tuple(number for x, y in pairs for number in (y, ICON_FIELD - x))


def _tag(middle: Point, name: str, thickness: float, side: Side, *, own: bool) -> Iterator[Shape]:
    """A name in a strip. The sheet's own is dark; the one that is glued on beyond is light, with an arrow to it."""
    height = min(TALLEST, thickness - 0.6)
    if height < TINIEST:
        return
    upright = side in ("left", "right")
    room = thickness - 0.8 if upright else None
    yield from tag(*middle, name, height, own=own, arrow=None if own else side, room=room)


def tag(
    x: float, y: float, name: str, height: float, *, own: bool, arrow: Side | None = None, room: float | None = None
) -> Iterator[Shape]:
    """A name tag about (x, y), at most `room` mm wide; its arrow stands behind the name, or under it to the right."""
    pad, gap = 0.22 * height, 0.15 * height
    head = 0.0 if arrow is None else 0.45 * height
    below = arrow in ("left", "right")
    style = Style(0.72 * height / MM_PER_POINT, bold=True)
    line = fonts.shape(name, style)
    beside = 0.0 if below or not head else head + gap
    if room is not None and line.width + 2 * pad + beside > room:
        pad = 0.1 * height
        style = Style(style.size * min(1.0, (room - 2 * pad - beside) / line.width), bold=True)
        line = fonts.shape(name, style)
    wide = line.width + 2 * pad + beside
    tall = height + (head + gap if below else 0.0)
    box = Box(x - wide / 2, y - tall / 2, wide, tall)
    ground = Sketch(rectangle(box.x, box.y, box.width, box.height, 0.25 * height), INK if own else PAPER,
                    None if own else Stroke(INK, PEN))  # fmt: skip
    yield ground
    base = box.y + height / 2 + fonts.cap_height(style) / 2
    yield Words(box.x + (wide - beside - line.width) / 2, base, line, PAPER if own else INK)
    if arrow is not None:
        middle = (x, box.bottom - gap - head / 2) if below else (box.right - pad - head / 2, y)
        yield Sketch(_arrowhead(middle, head, arrow), INK)


def _arrowhead(middle: Point, size: float, side: Side) -> Outline:
    """A triangle that points to a side."""
    x, y = middle
    points = [(size / 2, 0.0), (-size / 2, -size / 2), (-size / 2, size / 2)]
    turns = {"right": (1, 0), "bottom": (0, 1), "left": (-1, 0), "top": (0, -1)}
    cos, sin = turns[side]
    return polyline([(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in points], closed=True)

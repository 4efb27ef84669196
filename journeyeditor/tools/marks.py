"""What a gesture shows over the map, as plain data in mm of the board.

The canvas paints it; nothing here is printed.
"""

from __future__ import annotations

import msgspec

from journeyeditor.errors import Message
from journeyeditor.geometry import Box
from journeyeditor.tools.events import ItemKind


class LandingBar(msgspec.Struct, frozen=True):
    """Where something will be put in: a bar with round ends. Upright between columns, lying between lanes."""

    x1: float
    y1: float
    x2: float
    y2: float


class LandingPlace(msgspec.Struct, frozen=True):
    """What will be there, as a dashed outline: a circle for a touchpoint, a card for a finding, a stage, a cell."""

    box: Box
    round: bool = False


class InHand(msgspec.Struct, frozen=True):
    """The thing itself on a white plate under the closed hand. `records` are those carried; empty for a new one."""

    x: float
    y: float
    item: ItemKind
    records: tuple[str, ...] = ()
    copies: bool = False
    """With a small plus: it will be copied."""
    detail: str = ""


class RubberBand(msgspec.Struct, frozen=True):
    """The marquee."""

    box: Box


class Connection(msgspec.Struct, frozen=True):
    """A line that is being drawn from a touchpoint or stage; `target` is the box of where it would end, if any."""

    x1: float
    y1: float
    x2: float
    y2: float
    target: Box | None = None


class PointInHand(msgspec.Struct, frozen=True):
    """A point of a persona's curve in the hand. `before` is the value it had, None where there was none.

    `old_line` are the points (x, y) of the curve as it was, in reading order, for the dashed line: the run through
    this point, from the gap before it to the gap behind it.
    """

    x: float
    y: float
    persona: str
    touchpoint: str
    value: float
    before: float | None
    top: float
    """y of +2."""
    bottom: float
    """y of -2."""
    old_line: tuple[tuple[float, float], ...] = ()


class Pencil(msgspec.Struct, frozen=True):
    """The stroke that is being drawn, for a persona."""

    points: tuple[tuple[float, float], ...]
    persona: str


class Glow(msgspec.Struct, frozen=True):
    """A place that takes what is in the hand: a card or cell that lights up."""

    box: Box


class EdgeInHand(msgspec.Struct, frozen=True):
    """A stage's edge that is being dragged, over the height of its column, and the factor it has now."""

    x: float
    top: float
    bottom: float
    room: float


Mark = LandingBar | LandingPlace | InHand | RubberBand | Connection | PointInHand | Pencil | Glow | EdgeInHand


class Hint(msgspec.Struct, frozen=True):
    """What the status bar says while a gesture lasts: what, then how, then how to leave."""

    what: Message
    how: Message | None = None
    leave: Message | None = None

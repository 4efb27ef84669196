"""Shapes, and groups of them by the record that they show."""

from __future__ import annotations

from typing import Literal

import msgspec

from journeyeditor.fonts import Line
from journeyeditor.geometry import Box, Outline


class Stroke(msgspec.Struct, frozen=True):
    """A pen. Colour `#rrggbb`; width and dash (on, off, …) in mm; ends and corners round or not."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    round: bool = False
    opacity: float = 1.0


class Sketch(msgspec.Struct, frozen=True):
    """An outline, filled, stroked or both. `fill` is `#rrggbb` or None.

    `opacity` is the fill's. `fade` lets it change down the sheet instead: two or more (y in mm, opacity) pairs from
    the top down, straight-line between them, the first and last opacity beyond.
    """

    outline: Outline
    fill: str | None = None
    stroke: Stroke | None = None
    opacity: float = 1.0
    fade: tuple[tuple[float, float], ...] = ()


class Symbol(msgspec.Struct, frozen=True):
    """A shape that recurs (an icon, a marker): drawn once in units of its own, used at many places.

    `outline` is in the symbol's units, `scale` turns them into mm, (x, y) is where its origin goes. `fill` and
    `stroke` as in `Sketch`; the stroke's width is in the symbol's units.
    """

    name: str
    outline: Outline
    x: float
    y: float
    scale: float
    fill: str | None = None
    stroke: Stroke | None = None


class Halo(msgspec.Struct, frozen=True):
    """A rim around letters, so that they stay readable on a busy ground."""

    colour: str
    width: float


class Words(msgspec.Struct, frozen=True):
    """A shaped line at (x, y): the left end of its baseline. Alignment has been done by who placed it."""

    x: float
    y: float
    line: Line
    colour: str
    halo: Halo | None = None


class Picture(msgspec.Struct, frozen=True):
    """An image of the journey's store, scaled without distortion, cut to `clip` where one is given.

    `fit` is `cover` (fills the box, what is beyond is cut off) or `contain` (all of it, in the middle of the box).
    """

    box: Box
    image: str
    clip: Outline | None = None
    description: str = ""
    fit: Literal["cover", "contain"] = "cover"
    grey: bool = False
    """Shown without its colours."""


class Inset(msgspec.Struct, frozen=True):
    """Another drawing, or a part of it, seen through a window. A painter writes it once, however often it is shown.

    `scale` is the size of its millimetres on this sheet, (x, y) is where its upper left corner goes, `box` (mm of this
    sheet) the window that cuts it. Of its groups only what they look like is shown: not their links.
    """

    drawing: Drawing
    x: float
    y: float
    scale: float
    box: Box


Shape = Sketch | Symbol | Words | Picture | Inset


class Group(msgspec.Struct, frozen=True):
    """What is drawn for one record, or for a part of the sheet (`role`: `header`, `legend` …).

    Groups stand in reading order. `box` is where a click finds the record; `link` a web address; `description` what a
    screen reader says of a picture; `clip` cuts the shapes; `screen_only` shapes are skipped on paper.
    """

    record: str
    role: str
    shapes: tuple[Shape, ...]
    box: Box | None = None
    link: str = ""
    description: str = ""
    clip: Outline | None = None
    screen_only: bool = False


class Drawing(msgspec.Struct, frozen=True):
    """One sheet: its size in mm and its groups, backgrounds first, then all else in reading order.

    Places are counted from the sheet's upper left corner. A sheet that is to be cut out of a larger paper has a
    `surround`: crop marks stand there, at places below zero or beyond the sheet's size.
    """

    width: float
    height: float
    groups: tuple[Group, ...]
    background: str = "#FFFFFF"
    bookmarks: tuple[tuple[str, float, float], ...] = msgspec.field(default=())
    """Title, x and y of each place that an outline of the document should lead to."""
    cuts: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    """Where the sheet is best cut into tiles: the x of lines between stages, and the y of gaps between lanes."""
    surround: float = 0.0
    """Paper around the sheet, on each side, that is printed and cut away."""
    bleed: float = 0.0
    """How far the background reaches into the surround, so that a cut beside its line leaves no white edge."""
    label: str = ""
    """What this page is called among others, for example `1-2`; empty = its number."""

"""How a poster is spread over sheets: how many, which way round, how large, and where it is cut."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.publish.tiles_seams import FUZZ, Rule, seams

Orientation = Literal["landscape", "portrait"]
Cuts = tuple[tuple[float, ...], tuple[float, ...]]

MOST_SHEETS = 300
LEAST_ROOM = 40.0
"""Of the poster, a sheet must show this much in each direction, mm, or nobody would glue it."""
EDGE = 3.0
"""Room beside the poster's outer edges, mm, for the marks that show where it ends; given up before a sheet is added."""
LEAST_SCALE = 0.01


class Sheet(Protocol):
    """A paper: its name and size in mm."""

    @property
    def name(self) -> str:
        """What people call it, for example `A4`."""

    @property
    def width(self) -> float:
        """As it lies."""

    @property
    def height(self) -> float:
        """As it lies."""


class Tiling(msgspec.Struct, frozen=True):
    """A poster on sheets. All lengths in mm of the paper, which is the poster's own at a `scale` of 1."""

    paper: str
    width: float
    height: float
    margin: float
    overlap: float
    scale: float
    xs: tuple[float, ...]
    """From the poster's left edge: that edge, the seams between columns, its right edge."""
    ys: tuple[float, ...]
    """The same from its top."""
    letter: str = ""
    """What the names of the sheets begin with where several posters are printed: `B` makes `B1-2`."""

    @property
    def columns(self) -> int:
        """How many sheets stand side by side."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """How many sheets stand under one another."""
        return len(self.ys) - 1

    @property
    def count(self) -> int:
        """All sheets, without the sheet map."""
        return self.columns * self.rows

    @property
    def orientation(self) -> Orientation:
        """Which way round the sheets are printed."""
        return "landscape" if self.width > self.height else "portrait"

    def name(self, row: int, column: int) -> str:
        """What a sheet is called, counted from nought here and from one on paper."""
        return f"{self.letter}{row + 1}-{column + 1}"

    def places(self) -> Iterator[tuple[int, int]]:
        """Row and column of each sheet, in the order in which they are glued."""
        return ((row, column) for row in range(self.rows) for column in range(self.columns))


def tiling(
    poster: tuple[float, float],
    sheet: Sheet,
    *,
    tile_margin: float = 5.0,
    overlap: float = 10.0,
    orientation: Orientation | None = None,
    sheets: tuple[int, int] | None = None,
    cuts: Cuts = ((), ()),
) -> Tiling:
    """How a poster of that size (mm) is spread over sheets.

    `tile_margin` is what the printer cannot reach, `overlap` what two neighbours both show. Without `orientation` the
    sheets lie as fewer are needed. `sheets` (columns, rows) scales the poster to exactly that many; else it keeps its
    size. `cuts` are places, mm of the poster, at which it is best cut. Raises BadInput for what cannot be done.
    """
    _check_lengths(tile_margin, overlap)
    ways: list[Orientation] = [orientation] if orientation else ["landscape", "portrait"]
    if not orientation and poster[1] > poster[0]:
        ways.reverse()
    grids = [_grid(poster, _turned(sheet, way), tile_margin, overlap, sheets) for way in ways]
    possible = [grid for grid in grids if isinstance(grid, _Grid)]
    if not possible:
        raise next(grid for grid in grids if isinstance(grid, BadInput))
    if sheets is not None:
        best = max(possible, key=lambda grid: grid.scale)
    else:
        best = min(possible, key=lambda grid: grid.columns * grid.rows)
    if best.columns * best.rows > MOST_SHEETS:
        raise BadInput(
            message(
                "The poster would need {count} sheets of {paper}.", count=best.columns * best.rows, paper=sheet.name
            ),
            message(
                "Choose a larger paper, or say with --sheets how many there may be, {most} at most.", most=MOST_SHEETS
            ),
        )
    return best.cut(poster, sheet.name, tile_margin, overlap, cuts)


class _Grid(msgspec.Struct, frozen=True):
    """Sheets of one orientation, before it is decided where they are cut."""

    width: float
    height: float
    columns: int
    rows: int
    scale: float
    across: Rule
    down: Rule

    def cut(self, poster: tuple[float, float], paper: str, margin: float, overlap: float, cuts: Cuts) -> Tiling:
        wide, tall = poster[0] * self.scale, poster[1] * self.scale
        xs = seams(wide, self.columns, self.across, [x * self.scale for x in cuts[0]])
        ys = seams(tall, self.rows, self.down, [y * self.scale for y in cuts[1]])
        edges = (0.0, *xs, wide), (0.0, *ys, tall)
        return Tiling(paper, self.width, self.height, margin, overlap, self.scale, *edges)


def _turned(sheet: Sheet, way: Orientation) -> tuple[float, float]:
    short, long = sorted((sheet.width, sheet.height))
    return (long, short) if way == "landscape" else (short, long)


def _grid(
    poster: tuple[float, float],
    paper: tuple[float, float],
    margin: float,
    overlap: float,
    sheets: tuple[int, int] | None,
) -> _Grid | BadInput:
    room = paper[0] - 2 * margin - overlap, paper[1] - 2 * margin - overlap
    if min(room) < LEAST_ROOM:
        return BadInput(
            message(
                "With margins of {margin} mm and an overlap of {overlap} mm, a sheet of {width} × {height} mm has no "
                "room for the poster.",
                margin=margin, overlap=overlap, width=paper[0], height=paper[1],
            ),
            message("Choose smaller ones, or a larger paper."),
        )  # fmt: skip
    if sheets is not None:
        return _scaled(poster, paper, room, overlap, sheets)
    (columns, across), (rows, down) = (_counted(side, long, overlap) for side, long in zip(poster, room, strict=True))
    return _Grid(*paper, columns, rows, 1.0, across, down)


def _counted(length: float, longest: float, overlap: float) -> tuple[int, Rule]:
    """How many sheets a length needs, with room for marks at its ends if that costs none."""
    bare, marked = Rule(longest, overlap / 2), Rule(longest, overlap / 2 - EDGE)
    count = bare.count(length)
    return count, marked if marked.count(length) == count else bare


def _scaled(
    poster: tuple[float, float],
    paper: tuple[float, float],
    room: tuple[float, float],
    overlap: float,
    sheets: tuple[int, int],
) -> _Grid | BadInput:
    """The poster as large as that many sheets can show it, in whole per cent."""
    if min(sheets) < 1 or sheets[0] * sheets[1] > MOST_SHEETS:
        return BadInput(
            message("{columns} × {rows} sheets cannot be made.", columns=sheets[0], rows=sheets[1]),
            message("Give two whole numbers such as 3x2: columns and rows, {most} sheets at most.", most=MOST_SHEETS),
        )
    rules = [Rule(longest, overlap / 2) for longest in room]
    scale = min(rule.reach(count) / side for rule, count, side in zip(rules, sheets, poster, strict=True))
    scale = math.floor(100 * scale + FUZZ) / 100
    pieces = [(side * scale - overlap) / count for side, count in zip(poster, sheets, strict=True) if count > 1]
    if scale < LEAST_SCALE or min(pieces, default=LEAST_ROOM) < max(overlap, LEAST_ROOM / 2):
        return BadInput(
            message(
                "{columns} × {rows} sheets are too long and narrow for this poster: it would be cut into strips.",
                columns=sheets[0],
                rows=sheets[1],
            ),
            message("Choose numbers of columns and rows that are closer to the poster's form."),
        )
    return _Grid(*paper, *sheets, scale, *rules)


def _check_lengths(margin: float, overlap: float) -> None:
    said: list[tuple[float, Message]] = [
        (margin, message("The margin of the sheets must be nought or more, in mm.")),
        (overlap, message("The overlap of the sheets must be nought or more, in mm.")),
    ]
    for length, problem in said:
        if not (math.isfinite(length) and length >= 0):
            raise BadInput(problem, message("Printers mostly need 5 mm; 10 mm are enough to glue."))

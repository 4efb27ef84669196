"""The whole sheet: rows measured, stretched to fill the paper, and placed.

A page holds one band of stages, or several under one another where a map is too long for its type.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.drawing import Drawing, Group
from journeyeditor.errors import Message
from journeyeditor.layout.answers import letter_groups, pin_groups, pins
from journeyeditor.layout.background import background
from journeyeditor.layout.flows.groups import flow_groups
from journeyeditor.layout.flows.loops import loop_row
from journeyeditor.layout.footer import footer_row
from journeyeditor.layout.header.row import header_row
from journeyeditor.layout.header.running import running_header_row
from journeyeditor.layout.lanes import Lanes, build
from journeyeditor.layout.legend.row import legend_row
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.stages.row import stage_row

EMOTION_SHARE = 0.26
"""Part of the printable height that the emotion lane should have at least; dense maps go below before type does."""
EMOTION_ENOUGH = 0.45
"""Part of the height above which other rows are stretched before the emotion lane grows further."""
LISTED_ONCE = 12
"""More personas than this are listed by the header alone, not by the legend too."""
BAND_GAP = 6.0
"""Between two bands, in units."""


@dataclass(frozen=True)
class Band:
    """A run of stages, measured: what stands above the lanes (loops, stage header), and the lanes."""

    sheet: Sheet
    above: tuple[Row, ...]
    lanes: Lanes

    @property
    def rows(self) -> tuple[Row, ...]:
        """From the top."""
        return (*self.above, *self.lanes.rows)

    @property
    def height(self) -> float:
        """What its rows need, mm."""
        return sum(row.height + row.gap * self.sheet.unit for row in self.rows)


@dataclass(frozen=True)
class Page:
    """A header, bands, and what stands below: legend and footer."""

    header: Row
    bands: tuple[Band, ...]
    below: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """From the top."""
        return (self.header, *(row for band in self.bands for row in band.rows), *self.below)

    def gaps(self, unit: float) -> list[float]:
        """The distance below each row but the last, mm."""
        gaps = [self.header.gap]
        for number, band in enumerate(self.bands):
            gaps += [row.gap for row in band.rows]
            if number + 1 < len(self.bands):
                gaps[-1] = BAND_GAP
        gaps += [row.gap for row in self.below]
        return [gap * unit for gap in gaps[:-1]]


def measure_band(sheet: Sheet) -> Band:
    """The rows of the stages that a sheet shows, with the heights that their content needs."""
    loop = loop_row(sheet)
    return Band(sheet, (*([loop] if loop is not None else []), stage_row(sheet)), build(sheet))


def assemble(sheet: Sheet, bands: Sequence[Band], page: int = 1, pages: int = 1) -> Page:
    """A page of some bands; the first one has the whole header, further ones a running title."""
    header = header_row(sheet) if page == 1 else running_header_row(sheet)
    marks = header.marks.union(*(row.marks for band in bands for row in band.rows))
    if not marks & {"research", "assumption"}:
        marks -= {"unmarked"}  # without marked ones beside them, plain circles need no explanation
    if page == 1 and len(sheet.personas) > LISTED_ONCE:
        marks = frozenset(mark for mark in marks if not mark.startswith("persona:"))  # the header lists them already
    legend = legend_row(sheet, marks)
    return Page(header, tuple(bands), (*([legend] if legend is not None else []), footer_row(sheet, page, pages)))


def measure(sheet: Sheet) -> Page:
    """A page that holds the whole map in one band."""
    return assemble(sheet, [measure_band(sheet)])


def needed(sheet: Sheet, page: Page, *, share: float = EMOTION_SHARE, roughly: bool = False) -> float:
    """The height that a page needs when the emotion lane has its share; `roughly`: at least, without trying long."""
    _, room = sheet.paper.printable
    share /= len(page.bands)
    total = sum(page.gaps(sheet.unit))
    for row in page.rows:
        height = row.bound if roughly else row.height
        total += max(height, share * room) if math.isinf(row.stretch) else height
    return total


def heights(sheet: Sheet, page: Page) -> tuple[list[float], float]:
    """Height of every row, and what each gap must grow by, so that the page is full."""
    rows = page.rows
    _, room = sheet.paper.printable
    room -= sum(page.gaps(sheet.unit))
    out = [row.height for row in rows]
    if (left := room - sum(out)) <= 0:
        return out, 0.0
    elastic = [n for n, row in enumerate(rows) if math.isinf(row.stretch)]
    for n in elastic:
        enough = max(EMOTION_ENOUGH * room / len(elastic) - out[n], 0.0)
        out[n] += min(enough, left / len(elastic))
    left = room - sum(out)
    firm = [n for n, row in enumerate(rows) if not math.isinf(row.stretch) and row.stretch > 1]
    give = sum(out[n] * (rows[n].stretch - 1) for n in firm)
    part = min(1.0, left / give) if give > 0 else 0.0
    for n in firm:
        out[n] += out[n] * (rows[n].stretch - 1) * part
    left = max(0.0, room - sum(out))
    for n in elastic:
        out[n] += left / len(elastic)
    return out, 0.0 if elastic else left / max(1, sum(gap > 0 for gap in page.gaps(1.0)))


Placed = tuple[Row, float, float]
"""A row, its top and its height."""


def place(sheet: Sheet, page: Page) -> Drawing:
    """The page as a drawing: groups with backgrounds first, a bookmark for every stage, and where it is well cut."""
    placed = placed_rows(sheet, page)
    rows = iter(placed)
    row, top, height = next(rows)
    head = row.draw(top, height)
    grounds: list[Group] = []
    groups: list[Group] = []
    bookmarks: list[tuple[str, float, float]] = []
    for band in page.bands:
        above = [next(rows) for _ in band.above]
        lanes = [next(rows) for _ in band.lanes.rows]
        grounds += background(band.sheet, lanes)
        groups += _band(band, above, lanes)
        bookmarks += [(column.stage.title, column.x, above[-1][1]) for column in band.sheet.columns]
    foot = [group for row, top, height in rows for group in row.draw(top, height)]
    paper, theme = sheet.paper, sheet.theme
    contents = (*grounds, *head, *groups, *foot)
    return Drawing(paper.width, paper.height, contents, theme.paper, tuple(bookmarks), _cuts(page, placed))


def notices(sheet: Sheet, page: Page) -> tuple[Message, ...]:
    """What the rows of a page had to leave out."""
    return tuple(
        itertools.chain.from_iterable(row.notices(top, height) for row, top, height in placed_rows(sheet, page))
    )


def _cuts(page: Page, placed: Sequence[Placed]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """x of the lines between stages, y between rows: a sheet that is cut there cuts through no card."""
    xs = {column.x for band in page.bands for column in band.sheet.columns[1:]}
    ys = [(above[1] + above[2] + below[1]) / 2 for above, below in itertools.pairwise(placed)]
    return tuple(sorted(xs)), tuple(ys)


def placed_rows(sheet: Sheet, page: Page) -> list[Placed]:
    """Every row of a page from the top, with its place."""
    tall, spare = heights(sheet, page)
    placed: list[Placed] = []
    y = sheet.paper.margins[1]
    for row, height, gap in zip(page.rows, tall, [*page.gaps(sheet.unit), 0.0], strict=True):
        placed.append((row, y, height))
        y += height + gap + (spare if gap else 0.0)
    return placed


def _band(band: Band, above: Sequence[Placed], lanes: Sequence[Placed]) -> list[Group]:
    """One band: its rows, the flows between lanes, and the links between pains and answers."""
    sheet = band.sheet
    groups = [group for row, top, height in (*above, *lanes) for group in row.draw(top, height)]
    flows = flow_groups(sheet, {row.name: (top, height) for row, top, height in lanes})
    good, _ = pins(sheet, band.lanes.pains, band.lanes.opportunities)
    links = [*pin_groups(sheet, good, groups), *letter_groups(sheet, band.lanes.letters or {}, groups)]
    return [*groups, *flows, *links]

"""The whole sheet: rows measured, and stretched to fill the paper. `drawn.draw_page` makes the drawing.

A page holds one band of stages, or several under one another where a map is too long for its type.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from journeyeditor.layout.flows.loops import loop_row
from journeyeditor.layout.flows.plan import causes, plan
from journeyeditor.layout.flows.routes import routes
from journeyeditor.layout.footer import footer_row
from journeyeditor.layout.header.row import header_row
from journeyeditor.layout.header.running import running_header_row
from journeyeditor.layout.lanes import Lanes, build
from journeyeditor.layout.legend.row import legend_row
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import BandFit, PageFit, Sheet
from journeyeditor.layout.stages.row import stage_row

EMOTION_SHARE = 0.26
"""Part of the printable height that the emotion lane should have at least; dense maps go below before type does."""
EMOTION_ENOUGH = 0.45
"""Part of the height above which other rows are stretched before the emotion lane grows further."""
LISTED_ONCE = 12
"""More personas than this are listed by the header alone, not by the legend too."""
BAND_GAP = 6.0
"""Between two bands, in units."""
NOTHING = 1e-6
"""What does not count as too much, mm."""


@dataclass(frozen=True)
class Band:
    """A run of stages, measured: what stands above the lanes (loops, stage header), and the lanes."""

    sheet: Sheet
    above: tuple[Row, ...]
    lanes: Lanes
    memory: Mapping[object, tuple[object, Any]] = field(default_factory=dict, compare=False, repr=False)
    """What was measured, for the next time; see `recall.Recall`."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """From the top."""
        return (*self.above, *self.lanes.rows)

    @functools.cached_property
    def stages(self) -> tuple[str, ...]:
        """Ids of its stages, in their order."""
        return tuple(column.stage.id for column in self.sheet.columns)

    def counted_anew(self, sheet: Sheet) -> Band:
        """The same band on a sheet that differs in nothing but the numbers of its stages."""
        for name in ("columns", "centres", "slot_widths"):
            if name in vars(self.sheet):
                vars(sheet)[name] = vars(self.sheet)[name]
        sheet.own.update((name, self.sheet.own[name]) for name in ("plan", "routes") if name in self.sheet.own)
        return dataclasses.replace(self, sheet=sheet)

    @property
    def height(self) -> float:
        """What its rows need, mm."""
        return sum(row.height + row.gap * self.sheet.unit for row in self.rows)


class Page(msgspec.Struct, frozen=True):
    """A header, bands, and what stands below: legend and footer."""

    header: Row
    bands: tuple[Band, ...]
    below: tuple[Row, ...]
    given: PageFit | None = None
    """The heights that its rows keep; None = they fill the page."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """From the top."""
        return (self.header, *(row for band in self.bands for row in band.rows), *self.below)

    @property
    def standing(self) -> tuple[Row, ...]:
        """The same rows, of which those with a scale stand as they were given to."""
        if self.given is None:
            return self.rows
        bands = zip(self.bands, self.given.bands, strict=True)
        return (self.header, *(_as_given(row, got) for band, got in bands for row in band.rows), *self.below)

    def gaps(self, unit: float) -> list[float]:
        """The distance below each row but the last, mm."""
        gaps = [self.header.gap]
        for number, band in enumerate(self.bands):
            gaps += [row.gap for row in band.rows]
            if number + 1 < len(self.bands):
                gaps[-1] = BAND_GAP
        gaps += [row.gap for row in self.below]
        return [gap * unit for gap in gaps[:-1]]


def measure_band(sheet: Sheet, past: Mapping[object, tuple[object, Any]] | None = None) -> Band:
    """The rows of the stages that a sheet shows, with the heights that their content needs.

    `past` is the memory of the same band as it was before: what has not changed since is not measured again.
    """
    known: Band | None = sheet.shared.get(("band", sheet.fit.body, sheet.window))
    if known is not None:
        return known
    sheet.recall.past = dict(past or {})
    ways, lanes_plan, loop = sheet.recall.again(
        "flows", causes(sheet), lambda: (routes(sheet), plan(sheet), loop_row(sheet))
    )
    sheet.own.update(routes=ways, plan=lanes_plan)
    first, after = sheet.window or (0, len(sheet.columns))
    stages = tuple(column.stage for column in sheet.columns)
    known_by = (sheet.grid, stages, first == 0, after == len(sheet.journey.stages()))
    header = sheet.recall.again("stages", known_by, lambda: stage_row(sheet))
    above = (*([loop] if loop is not None else []), header)
    lanes = build(sheet)
    return Band(sheet, above, lanes, sheet.recall.taken())


def assemble(sheet: Sheet, bands: Sequence[Band], page: int = 1, pages: int = 1, given: PageFit | None = None) -> Page:
    """A page of some bands; the first one has the whole header, further ones a running title."""
    head, recall = sheet.journey.head, sheet.recall
    if page == 1:
        header = recall.again("header", (head, sheet.personas), lambda: header_row(sheet))
    else:
        header = recall.again("running", head, lambda: running_header_row(sheet))
    marks = header.marks.union(*(row.marks for band in bands for row in band.rows))
    if not marks & {"research", "assumption"}:
        marks -= {"unmarked"}  # without marked ones beside them, plain circles need no explanation
    if page == 1 and len(sheet.personas) > LISTED_ONCE:
        marks = frozenset(mark for mark in marks if not mark.startswith("persona:"))  # the header lists them already
    legend = recall.again(("legend", page), marks, lambda: legend_row(sheet, marks))
    footer = recall.again(("footer", page), (head, pages), lambda: footer_row(sheet, page, pages))
    return Page(header, tuple(bands), (*([legend] if legend is not None else []), footer), given)


def measure(sheet: Sheet) -> Page:
    """A page that holds the whole map in one band."""
    return assemble(sheet, [measure_band(sheet)])


def needed(sheet: Sheet, page: Page, *, share: float = EMOTION_SHARE, roughly: bool = False) -> float:
    """The height that a page needs when the emotion lane has its share; `roughly`: at least, without trying long."""
    _, room = sheet.paper.printable
    share /= len(page.bands)
    total = sum(page.gaps(sheet.unit))
    for row in page.rows:
        if math.isinf(row.stretch):
            # where its share is enough in any case its height need not be found out
            total += max(row.bound if roughly or row.enough <= share * room else row.height, share * room)
        else:
            total += row.bound if roughly else row.height
    return total


def heights(sheet: Sheet, page: Page) -> tuple[list[float], float]:
    """Height of every row, and what each gap must grow by, so that the page is full."""
    if page.given is not None:
        return _kept(sheet, page, page.given)
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


# -- heights that are kept --------------------------------------------------------------------------------------------
def _as_given(row: Row, got: BandFit) -> Row:
    """The row as it stands in a band: with the scale where it was, if it has one."""
    stand = got.stands.get(row.name)
    return row if stand is None or row.kept is None else row.kept(stand)


def _kept(sheet: Sheet, page: Page, given: PageFit) -> tuple[list[float], float]:
    """The heights that were given; a row that needs more gets it, first from the emotion lanes of its own band."""
    rows, gaps = page.rows, page.gaps(sheet.unit)
    out = [_larger(page.header, given.frame)]
    for band, got in zip(page.bands, given.bands, strict=True):
        out += _kept_in_band(band, got)
    out += [_larger(row, given.frame) for row in page.below]
    wide = sum(gap > 0 for gap in gaps)
    over = sum(out) + sum(gaps) + given.spare * wide - sheet.paper.printable[1]
    over = min(over, _grown(sheet, page, given, out))
    if over <= NOTHING:
        return out, given.spare
    known = [got.heights.get(row.name) for band, got in zip(page.bands, given.bands, strict=True) for row in band.rows]
    known = [None, *known, *(None for _ in page.below)]
    elastic = {n: _room(row, known[n], out[n]) for n, row in enumerate(rows) if math.isinf(row.stretch)}
    give = sum(elastic.values())
    part = min(1.0, over / give) if give > 0 else 0.0
    for n, room in elastic.items():
        out[n] -= part * room
    return out, max(0.0, given.spare - (over - part * give) / max(1, wide))


def _grown(sheet: Sheet, page: Page, given: PageFit, out: Sequence[float]) -> float:
    """How much more the rows need than they were given: a page that was too full from the start may stay so."""
    fits = [given.frame, *(got.heights for got in given.bands)]
    groups = [(page.header, *page.below), *(band.rows for band in page.bands)]
    new = sum(row.gap for rows, got in zip(groups, fits, strict=True) for row in rows if row.name not in got)
    return sum(out) + new * sheet.unit - sum(sum(got.values()) for got in fits)


def _larger(row: Row, given: Mapping[str, float]) -> float:
    """The height that a row was given, or what it needs where that is more; an emotion lane makes do with it."""
    kept = given.get(row.name)
    if kept is not None and (math.isinf(row.stretch) or row.enough <= kept + NOTHING or row.height <= kept + NOTHING):
        return kept
    return row.height


def _room(row: Row, given: float | None, height: float) -> float:
    """What an emotion lane can give to other rows. What it shows has no part in that where its height was given: else
    it would move under the hand that draws."""
    return max(0.0, height - (row.height if given is None else row.bound))


def _kept_in_band(band: Band, got: BandFit) -> list[float]:
    rows = band.rows
    out = [_larger(row, got.heights) for row in rows]
    new = sum(row.gap for row in rows if row.name not in got.heights) * band.sheet.unit
    over = sum(out) + new - sum(got.heights.values())
    if over > NOTHING:
        for n, row in enumerate(rows):
            if math.isinf(row.stretch):
                less = min(over, _room(row, got.heights.get(row.name), out[n]))
                out[n] -= less
                over -= less
    return out

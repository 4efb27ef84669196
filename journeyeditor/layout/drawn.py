"""A measured page becomes a drawing. What has not changed since it was drawn last is taken over as it is."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group
from journeyeditor.errors import Message
from journeyeditor.layout.answers import letter_groups, pin_groups
from journeyeditor.layout.background import background
from journeyeditor.layout.flows.groups import flow_groups
from journeyeditor.layout.mirror import mirrored, runs_leftward
from journeyeditor.layout.page import Band, Page, heights
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet

Placed = tuple[Row, float, float]
"""A row, its top and its height."""


class DrawnBand(msgspec.Struct, frozen=True):
    """A band on its page: its rows with their places and groups, and what lies under, between and over them."""

    band: Band
    above: tuple[Placed, ...]
    lanes: tuple[Placed, ...]
    rows: tuple[tuple[Group, ...], ...]
    ground: tuple[Group, ...]
    links: tuple[Group, ...]


class DrawnPage(msgspec.Struct, frozen=True):
    """A page with its groups, as they are read; `drawing` is what is shown, mirrored where that must be."""

    placed: tuple[Placed, ...]
    head: tuple[Group, ...]
    bands: tuple[DrawnBand, ...]
    foot: tuple[Group, ...]
    plain: Drawing
    drawing: Drawing


def notices(sheet: Sheet, page: Page) -> tuple[Message, ...]:
    """What the rows of a page had to leave out."""
    return tuple(
        itertools.chain.from_iterable(row.notices(top, height) for row, top, height in placed_rows(sheet, page))
    )


def placed_rows(sheet: Sheet, page: Page) -> list[Placed]:
    """Every row of a page from the top, with its place."""
    tall, spare = heights(sheet, page)
    placed: list[Placed] = []
    y = sheet.paper.margins[1]
    for row, height, gap in zip(page.standing, tall, [*page.gaps(sheet.unit), 0.0], strict=True):
        placed.append((row, y, height))
        y += height + gap + (spare if gap else 0.0)
    return placed


def placed_bands(page: Page, placed: Sequence[Placed]) -> Iterator[tuple[Band, tuple[Placed, ...], tuple[Placed, ...]]]:
    """The bands of a page, each with what is placed above its lanes and with its lanes."""
    rows = iter(placed[1:])
    for band in page.bands:
        above = tuple(itertools.islice(rows, len(band.above)))
        yield band, above, tuple(itertools.islice(rows, len(band.lanes.rows)))


def draw_page(sheet: Sheet, page: Page, past: DrawnPage | None = None) -> DrawnPage:
    """The page drawn: backgrounds first, then all else as it is read; a bookmark for every stage, and where it is cut.

    `past` is the same page as it was before: groups that look the same are those very objects.
    """
    placed = placed_rows(sheet, page)
    old = past if past is not None else NOTHING_DRAWN
    head = _again(old.placed[:1], placed[:1], old.head)
    before: list[DrawnBand | None] = [*old.bands, *[None] * len(page.bands)]
    bands = tuple(
        _drawn_band(band, above, lanes, was)
        for (band, above, lanes), was in zip(placed_bands(page, placed), before, strict=False)
    )
    below = placed[len(placed) - len(page.below) :]
    foot = _again(old.placed[len(old.placed) - len(below) :], below, old.foot)
    contents = [group for band in bands for group in band.ground]
    contents += head
    for band in bands:
        contents += itertools.chain.from_iterable(band.rows)
        contents += band.links
    contents += foot
    marks = tuple(
        (column.stage.title, column.x, band.above[-1][1]) for band in bands for column in band.band.sheet.columns
    )
    paper, theme = sheet.paper, sheet.theme
    plain = Drawing(paper.width, paper.height, tuple(contents), theme.paper, marks, _cuts(page, placed))
    shown = _mirrored(plain, old) if runs_leftward(sheet.journey.head.language) else plain
    return DrawnPage(tuple(placed), head, bands, foot, plain, shown)


NOTHING_DRAWN = DrawnPage((), (), (), (), Drawing(0, 0, ()), Drawing(0, 0, ()))


def _again(old: Sequence[Placed], now: Sequence[Placed], groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups of the header or of the foot; those of before if they are the very same rows at the same places."""
    if len(old) == len(now) and all(map(_same, old, now)):
        return groups
    return steady([group for row, top, height in now for group in row.draw(top, height)], groups)


def _same(one: Placed, other: Placed) -> bool:
    return one[0] is other[0] and one[1:] == other[1:]


def _drawn_band(band: Band, above: tuple[Placed, ...], lanes: tuple[Placed, ...], old: DrawnBand | None) -> DrawnBand:
    """One band: its ground, its rows, the flows between lanes, and the links between pains and answers."""
    now = (*above, *lanes)
    was = (*old.above, *old.lanes) if old is not None else ()
    if old is not None and old.band is band and len(was) == len(now) and all(map(_same, was, now)):
        return old
    known = {placed[0].name: (placed, groups) for placed, groups in zip(was, old.rows if old else (), strict=True)}
    rows = []
    for placed in now:
        row, top, height = placed
        before = known.get(row.name)
        if before is not None and _same(before[0], placed):
            rows.append(before[1])
        else:
            rows.append(steady(row.draw(top, height), before[1] if before is not None else ()))
    sheet = band.sheet
    groups = list(itertools.chain.from_iterable(rows))
    flows = flow_groups(sheet, {row.name: (top, height) for row, top, height in lanes})
    links = [*flows, *pin_groups(sheet, band.lanes.pins, groups), *letter_groups(sheet, band.lanes.letters, groups)]
    ground = steady(background(sheet, lanes), old.ground if old is not None else ())
    return DrawnBand(band, above, lanes, tuple(rows), ground, steady(links, old.links if old is not None else ()))


def steady(groups: Sequence[Group], before: Sequence[Group]) -> tuple[Group, ...]:
    """The groups; those that are just as before are the very objects of before, so that comparing is quick."""
    if not before:
        return tuple(groups)
    known: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in reversed(before):
        known[group.record, group.role].append(group)
    found = []
    for group in groups:
        old = known[group.record, group.role]
        found.append(old[-1] if old and old[-1] == group else group)
        if old:
            old.pop()
    return tuple(found)


def _mirrored(plain: Drawing, old: DrawnPage) -> Drawing:
    """The drawing with left and right exchanged; groups that were there before are not turned again."""
    twins = {id(group): twin for group, twin in zip(old.plain.groups, old.drawing.groups, strict=True)}
    turned = mirrored(replace(plain, groups=tuple(group for group in plain.groups if id(group) not in twins)))
    fresh = iter(turned.groups)
    groups = tuple(twin if (twin := twins.get(id(group))) is not None else next(fresh) for group in plain.groups)
    return replace(turned, groups=groups)


def _cuts(page: Page, placed: Sequence[Placed]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """x of the lines between stages, y between rows: a sheet that is cut there cuts through no card."""
    xs = {column.x for band in page.bands for column in band.sheet.columns[1:]}
    ys = [(above[1] + above[2] + below[1]) / 2 for above, below in itertools.pairwise(placed)]
    return tuple(sorted(xs)), tuple(ys)

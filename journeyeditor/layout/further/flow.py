"""A kernel: blocks that stand under one another in columns, over as many pages as they need. Knows no journey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group

SLACK = 1e-6
HALVINGS = 24


class Block(msgspec.Struct, frozen=True):
    """Something that is never cut: how high it is, and how it is drawn with its upper left corner at a place. mm.

    `gap` is the distance to what stands below it. A block that `keeps` is followed by the next one in the same column.
    `head` stands above the first block of every column that has it. A `fresh` block begins a column.
    """

    height: float
    draw: Callable[[float, float], list[Group]]
    gap: float = 0.0
    keeps: bool = False
    head: Block | None = None
    fresh: bool = False
    owner: object = None
    """What it was made for, so that it can be found again."""


class Slot(msgspec.Struct, frozen=True):
    """A column of a page, to be filled with blocks."""

    x: float
    top: float
    height: float


class Placed(msgspec.Struct, frozen=True):
    """A block at its place; `again` if it is a head that has been shown before."""

    block: Block
    x: float
    top: float
    again: bool = False

    def groups(self) -> list[Group]:
        """What it draws. A head that is shown again is no part of what is read aloud."""
        found = self.block.draw(self.x, self.top)
        return [replace(group, role="artifact") for group in found] if self.again else found


Page = tuple[Placed, ...]
Slots = Callable[[int], Sequence[Slot]]
"""Number of a page, from 0 -> its columns in reading order. From the second page on they are alike."""


def flow(blocks: Sequence[Block], slots: Slots) -> tuple[Page, ...]:
    """The blocks on pages, each page filled before the next begins; columns of the last page are equally high.

    A block that is higher than every column is placed all the same: whoever makes blocks cuts them to what there is.
    """
    runs = _runs(blocks)
    pages: list[Page] = []
    shown: set[int] = set()
    while runs:
        columns = slots(len(pages))
        filled, rest = _filled(runs, columns)
        if not rest:
            filled = _even(runs, columns) or filled
        if not filled and (pages or list(columns) == list(slots(1))):
            filled, rest = _forced(runs, columns)
        pages.append(tuple(_marked(filled, shown)))
        runs = rest
    return tuple(pages)


def heads_first(blocks: Sequence[Block], slots: Slots) -> tuple[Page, ...]:
    """As `flow`, but blocks that would like a `fresh` column get it only where that takes no more pages."""
    wished = flow(blocks, slots)
    if not any(block.fresh for block in blocks):
        return wished
    plain = flow([replace(block, fresh=False) for block in blocks], slots)
    return wished if len(wished) <= len(plain) else plain


Run = tuple[Block, ...]


def _runs(blocks: Sequence[Block]) -> list[Run]:
    """Blocks that stay together."""
    runs: list[list[Block]] = []
    joined = False
    for block in blocks:
        if joined:
            runs[-1].append(block)
        else:
            runs.append([block])
        joined = block.keeps
    return [tuple(run) for run in runs]


def _filled(runs: Sequence[Run], columns: Sequence[Slot]) -> tuple[list[Placed], list[Run]]:
    """What fits into the columns of one page, and what is left."""
    left = list(runs)
    placed: list[Placed] = []
    for column in columns:
        y, head, empty = column.top, None, True
        while left:
            run = left[0]
            if run[0].fresh and not empty:
                break
            added, below = _stacked(run, column.x, y, head)
            if added[-1].top + added[-1].block.height > column.top + column.height + SLACK:
                if empty and len(run) > 1 and _fits(run[:1], column):
                    left[:1] = [run[:1], run[1:]]  # too high to stay together: better parted than cut
                    continue
                break
            placed += added
            y, head, empty = below, run[-1].head, False
            del left[0]
    return placed, left


def _fits(run: Run, column: Slot) -> bool:
    added, _ = _stacked(run, column.x, column.top, None)
    return added[-1].top + added[-1].block.height <= column.top + column.height + SLACK


def _stacked(run: Run, x: float, y: float, head: Block | None) -> tuple[list[Placed], float]:
    """A run from y on, each head before the first block that has it; and where the next one may begin."""
    added = []
    for block in run:
        if block.head is not None and block.head is not head:
            added.append(Placed(block.head, x, y))
            y += block.head.height + block.head.gap
        head = block.head
        added.append(Placed(block, x, y))
        y += block.height + block.gap
    return added, y


def _forced(runs: Sequence[Run], columns: Sequence[Slot]) -> tuple[list[Placed], list[Run]]:
    """A block that is higher than any column, alone."""
    run = runs[0]
    added, _ = _stacked(run[:1], columns[0].x, columns[0].top, None)
    return added, [*([run[1:]] if len(run) > 1 else []), *runs[1:]]


def _even(runs: Sequence[Run], columns: Sequence[Slot]) -> list[Placed] | None:
    """All that is left in columns that are about equally high; what begins a fresh column is evened out for itself."""
    whole = _lowest(runs, columns) if len(columns) > 1 else None
    starts = [n for n, run in enumerate(runs) if n and run[0].fresh]
    if whole is None or not starts:
        return whole
    placed: list[Placed] = []
    for first, after in pairwise([0, *starts, len(runs)]):
        part = runs[first:after]
        own = {id(block) for run in part for block in run}
        lefts = {one.x for one in whole if id(one.block) in own}
        placed += _lowest(part, [column for column in columns if column.x in lefts]) or []
    return placed if len(placed) == len(whole) else whole


def _lowest(runs: Sequence[Run], columns: Sequence[Slot]) -> list[Placed] | None:
    """The runs in columns cut as low as they can be; None where they have no room at all."""
    low, high = 0.0, max(column.height for column in columns)
    best: list[Placed] | None = None
    for n in range(HALVINGS):
        middle = (low + high) / 2 if n else high
        placed, rest = _filled(runs, [replace(c, height=min(c.height, middle)) for c in columns])
        if rest:
            low = middle
        else:
            best, high = placed, middle
    return best


def _marked(placed: Sequence[Placed], shown: set[int]) -> list[Placed]:
    """Heads that have been shown on this or an earlier page are marked so."""
    heads = {id(one.block.head) for one in placed if one.block.head is not None}
    marked = []
    for one in placed:
        key = id(one.block)
        marked.append(replace(one, again=True) if key in shown else one)
        if key in heads:
            shown.add(key)
    return marked

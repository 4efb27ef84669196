"""Finding groups by place: a grid over the sheet, each cell knowing the groups that reach into it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from journeyeditor.drawing.bounds import group_box
from journeyeditor.drawing.shapes import Drawing, Group
from journeyeditor.geometry import Box

CELL = 20.0
"""Side of a cell, mm: about a card."""
MOST_CELLS = 10_000
"""A group that would fill more cells than this is looked at each time instead of being entered."""

Cell = tuple[int, int]


class Index:
    """Answers where a click lands and what a part of the sheet shows. Built once for a drawing, never changed."""

    def __init__(self, drawing: Drawing, cell: float = CELL, ink: Callable[[Group], Box | None] = group_box) -> None:
        """`ink` says where a group draws, for who has worked it out already."""
        self._groups = drawing.groups
        self._hits = _Grid(((n, group.box) for n, group in enumerate(drawing.groups)), cell)
        self._inks = _Grid(((n, ink(group)) for n, group in enumerate(drawing.groups)), cell)

    def at(self, x: float, y: float) -> Group | None:
        """The topmost group whose `box` holds the point (mm), or None on bare paper."""
        return next(self.all_at(x, y), None)

    def all_at(self, x: float, y: float) -> Iterator[Group]:
        """All groups whose `box` holds the point, the topmost first."""
        found = self._hits.meeting(Box(x, y, 0, 0))
        return (self._groups[n] for n in reversed(found))

    def touching(self, area: Box) -> tuple[Group, ...]:
        """The groups whose `box` reaches into the area, in painting order."""
        return tuple(self._groups[n] for n in self._hits.meeting(area))

    def drawn_in(self, area: Box) -> tuple[Group, ...]:
        """The groups that have ink in the area, in painting order: what must be painted again there."""
        return tuple(self._groups[n] for n in self._inks.meeting(area))


class _Grid:
    """Numbers of boxes by cell."""

    def __init__(self, boxes: Iterable[tuple[int, Box | None]], cell: float) -> None:
        self._cell = cell
        self.boxes: dict[int, Box] = {}
        self._cells: dict[Cell, list[int]] = defaultdict(list)
        self._large: list[int] = []
        for number, box in boxes:
            if box is None:
                continue
            self.boxes[number] = box
            if self._count(box) > MOST_CELLS:
                self._large.append(number)
            else:
                for key in self._reached(box):
                    self._cells[key].append(number)

    def meeting(self, area: Box) -> list[int]:
        """The numbers of the boxes that touch the area, ascending."""
        if self._count(area) > MOST_CELLS:
            near: Iterable[int] = self.boxes
        else:
            near = {n for key in self._reached(area) for n in self._cells.get(key, ())}.union(self._large)
        return sorted(n for n in near if _touch(self.boxes[n], area))

    def _count(self, box: Box) -> float:
        return (box.width / self._cell + 1) * (box.height / self._cell + 1)

    def _reached(self, box: Box) -> Iterator[Cell]:
        for column in range(math.floor(box.x / self._cell), math.floor(box.right / self._cell) + 1):
            for row in range(math.floor(box.y / self._cell), math.floor(box.bottom / self._cell) + 1):
                yield column, row


def _touch(one: Box, other: Box) -> bool:
    """True if the two share a point; edges count."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom

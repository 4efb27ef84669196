"""One page of a board: drawn, planned and searched when that is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import eq
from typing import overload

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group
from journeyeditor.drawing.index import Index
from journeyeditor.layout.ground_plan import BandPlan, LateScales

Plans = tuple[BandPlan, ...]


class Leaf(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A page whose size (mm) is known before it is drawn. A page that stays the same is the same leaf."""

    width: float
    height: float
    draw: Callable[[], Drawing]
    plan: Callable[[], Plans]
    stages: frozenset[str] | None = None
    """Ids of those that lie on it, if they are known before it is planned."""

    @classmethod
    def of(cls, drawing: Drawing, plans: Plans = ()) -> Leaf:
        """A page that is drawn already."""
        return cls(drawing.width, drawing.height, lambda: drawing, lambda: plans)

    @cached_property
    def drawing(self) -> Drawing:
        """What is on it, in places of its own."""
        return self.draw()

    @property
    def is_drawn(self) -> bool:
        """Whether asking for its drawing costs nothing."""
        return "drawing" in self.__dict__

    @cached_property
    def plans(self) -> Plans:
        """Its bands, in places of its own."""
        return self.plan()

    @cached_property
    def index(self) -> Index:
        """Its groups by place."""
        return Index(self.drawing)

    @cached_property
    def by_record(self) -> Mapping[str, Sequence[Group]]:
        """The groups of each record that can be clicked."""
        found: dict[str, list[Group]] = defaultdict(list)
        for group in self.drawing.groups:
            if group.box is not None:
                found[group.record].append(group)
        return dict(found)

    def bands(self, top: float) -> Plans:
        """Its bands, in places of a board on which it begins at a height."""
        known: tuple[float, Plans] | None = self.__dict__.get("placed")
        if known is None or known[0] != top:
            known = self.__dict__["placed"] = (top, tuple(_shifted(plan, top) for plan in self.plans))
        return known[1]


class Drawings(Sequence[Drawing]):
    """The drawings of some pages; each is made when it is asked for."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves

    def __len__(self) -> int:
        return len(self._leaves)

    @overload
    def __getitem__(self, number: int) -> Drawing: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Drawing]: ...

    def __getitem__(self, number: int | slice) -> Drawing | Sequence[Drawing]:
        if isinstance(number, slice):
            return Drawings(self._leaves[number])
        return self._leaves[number].drawing

    def __iter__(self) -> Iterator[Drawing]:
        return (leaf.drawing for leaf in self._leaves)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return len(self)


def _shifted(plan: BandPlan, by: float) -> BandPlan:
    if not by:
        return plan
    return replace(
        plan,
        header=(plan.header[0] + by, plan.header[1] + by),
        strips=tuple(replace(one, top=one.top + by, bottom=one.bottom + by) for one in plan.strips),
        scales=LateScales(lambda: tuple(replace(one, top=one.top + by, bottom=one.bottom + by) for one in plan.scales)),
    )

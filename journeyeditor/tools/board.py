"""The pages of a poster below one another, as one plane: what lies where, for gestures and keys."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from journeyeditor.drawing import Drawing, Group
from journeyeditor.drawing.index import Index
from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import BandPlan, EmotionScale, SlotPlace, StagePlace, Strip

GAP = 24.0
"""Between two pages, mm."""


@dataclass(frozen=True, eq=False)
class Pages:
    """Pages below one another. Places are in mm from the upper left corner of the first page."""

    pages: tuple[Drawing, ...]

    @cached_property
    def _indexes(self) -> dict[int, Index]:
        return {}

    @property
    def width(self) -> float:
        """That of the widest page."""
        return max((page.width for page in self.pages), default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first page to the bottom of the last."""
        return sum(page.height for page in self.pages) + GAP * max(0, len(self.pages) - 1)

    def top(self, page: int) -> float:
        """Where a page begins."""
        return self._tops[page] if page < len(self._tops) else sum(one.height + GAP for one in self.pages[:page])

    @cached_property
    def _tops(self) -> tuple[float, ...]:
        return tuple(accumulate((page.height + GAP for page in self.pages), initial=0.0))[: len(self.pages)]

    def page_at(self, y: float) -> int:
        """The page at a height; the nearest one above for a place between two, the last one below them all."""
        return max(0, bisect_right(self._tops, y) - 1)

    def page_box(self, page: int) -> Box:
        """A page as it lies on the board."""
        return Box(0.0, self.top(page), self.pages[page].width, self.pages[page].height)

    def index(self, page: int) -> Index:
        """The groups of a page by place; made when it is first asked for."""
        if page not in self._indexes:
            self._indexes[page] = Index(self.pages[page])
        return self._indexes[page]

    # -- groups -----------------------------------------------------------------------------------------------------
    def all_at(self, x: float, y: float) -> Iterator[Group]:
        """The groups at a point, the topmost first."""
        if self.pages:
            page = self.page_at(y)
            yield from self.index(page).all_at(x, y - self.top(page))

    def inside(self, area: Box) -> tuple[Group, ...]:
        """The groups that lie wholly in an area."""
        found: list[Group] = []
        for page in range(len(self.pages)):
            found += self.index(page).inside(replace(area, y=area.y - self.top(page)))
        return tuple(found)

    def boxes(self, record: str, *roles: str) -> list[Box]:
        """Where a record can be clicked, on all pages; only groups of these roles, if any are given."""
        return [
            replace(group.box, y=group.box.y + self.top(page))
            for page, group in self.groups(record)
            if group.box is not None and (not roles or group.role in roles)
        ]

    def groups(self, record: str) -> Sequence[tuple[int, Group]]:
        """What shows a record and can be clicked, with the page that it is on; in places of that page."""
        return self._by_record.get(record, ())

    @cached_property
    def _by_record(self) -> Mapping[str, Sequence[tuple[int, Group]]]:
        """The groups of each record that can be clicked, with their pages; looked up once for a board."""
        found: dict[str, list[tuple[int, Group]]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            for group in page.groups:
                if group.box is not None:
                    found[group.record].append((number, group))
        return found


@dataclass(frozen=True, eq=False)
class Board(Pages):
    """Pages and their bands."""

    plans: tuple[BandPlan, ...]
    """In places of their own page."""

    def bands(self) -> Sequence[BandPlan]:
        """All bands in reading order, in places of the board."""
        return self._bands

    @cached_property
    def _bands(self) -> tuple[BandPlan, ...]:
        return tuple(_shifted(plan, self.top(plan.page)) for plan in self.plans)

    @cached_property
    def _slots(self) -> Mapping[str, tuple[BandPlan, SlotPlace]]:
        return {slot.touchpoint: (band, slot) for band in self._bands for stage in band.stages for slot in stage.slots}

    @cached_property
    def _stages(self) -> Mapping[str, tuple[BandPlan, StagePlace]]:
        return {stage.stage: (band, stage) for band in self._bands for stage in band.stages}

    def band_at(self, y: float) -> BandPlan | None:
        """The band at a height, or the nearest one; None on a board without any."""
        place = bisect_right(self._bands, y, key=lambda band: band.header[0])
        near = self._bands[max(0, place - 1) : place + 1]
        return min(near, key=lambda band: max(band.header[0] - y, y - band.bottom, 0.0), default=None)

    def stage_at(self, x: float, y: float) -> StagePlace | None:
        """The stage whose column is at a point, or None beside them."""
        band = self.band_at(y)
        return None if band is None else next((one for one in band.stages if one.left <= x <= one.right), None)

    def strip_at(self, y: float) -> Strip | None:
        """The lane or line at a height, or None between them."""
        band = self.band_at(y)
        return None if band is None else next((one for one in band.strips if one.top <= y <= one.bottom), None)

    def slot(self, touchpoint: str) -> tuple[BandPlan, SlotPlace] | None:
        """Where a touchpoint stands."""
        return self._slots.get(touchpoint)

    def stage(self, key: str) -> tuple[BandPlan, StagePlace] | None:
        """Where a stage stands."""
        return self._stages.get(key)

    def scale_at(self, y: float) -> EmotionScale | None:
        """The emotion scale whose strip is at a height."""
        band, strip = self.band_at(y), self.strip_at(y)
        if band is None or strip is None:
            return None
        return next((scale for scale in band.scales if scale.lane == strip.record), None)


def _shifted(plan: BandPlan, by: float) -> BandPlan:
    if not by:
        return plan
    return replace(
        plan,
        header=(plan.header[0] + by, plan.header[1] + by),
        strips=tuple(replace(one, top=one.top + by, bottom=one.bottom + by) for one in plan.strips),
        scales=tuple(replace(one, top=one.top + by, bottom=one.bottom + by) for one in plan.scales),
    )

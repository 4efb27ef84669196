"""The pages of a poster below one another, as one plane: what lies where, for gestures and keys.

A page is drawn when something on it is asked for. On a long map that matters: whoever knows where a record stands, or
at which height the hand is, gets an answer from that page alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group
from journeyeditor.drawing.index import Index
from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import BandPlan, EmotionScale, SlotPlace, StagePlace, Strip
from journeyeditor.tools.landing import band_at
from journeyeditor.tools.leaf import Drawings, Leaf

GAP = 24.0
"""Between two pages, mm."""
Where = Callable[[str], Collection[str] | None]
"""In which stages (ids) a record can be shown; None = it may be anywhere."""


def _anywhere(_record: str) -> None:
    return None


class Pages(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Pages below one another. Places are in mm from the upper left corner of the first page."""

    leaves: tuple[Leaf, ...] = ()
    where: Where = _anywhere

    @property
    def pages(self) -> Sequence[Drawing]:
        """Their drawings, in places of each page; each is made when it is asked for."""
        return Drawings(self.leaves)

    @cached_property
    def width(self) -> float:
        """That of the widest page."""
        return max((leaf.width for leaf in self.leaves), default=0.0)

    @cached_property
    def height(self) -> float:
        """From the top of the first page to the bottom of the last."""
        return sum(leaf.height for leaf in self.leaves) + GAP * max(0, len(self.leaves) - 1)

    def top(self, page: int) -> float:
        """Where a page begins."""
        return self._tops[page] if page < len(self._tops) else sum(leaf.height + GAP for leaf in self.leaves[:page])

    @cached_property
    def _tops(self) -> tuple[float, ...]:
        return tuple(accumulate((leaf.height + GAP for leaf in self.leaves), initial=0.0))[: len(self.leaves)]

    def page_at(self, y: float) -> int:
        """The page at a height; the nearest one above for a place between two, the last one below them all."""
        return max(0, bisect_right(self._tops, y) - 1)

    def page_box(self, page: int) -> Box:
        """A page as it lies on the board."""
        return Box(0.0, self.top(page), self.leaves[page].width, self.leaves[page].height)

    def pages_in(self, top: float, bottom: float) -> range:
        """The numbers of the pages between two heights."""
        return range(self.page_at(top), min(self.page_at(bottom) + 1, len(self.leaves)))

    def index(self, page: int) -> Index:
        """The groups of a page by place; made when it is first asked for."""
        return self.leaves[page].index

    # -- groups -----------------------------------------------------------------------------------------------------
    def all_at(self, x: float, y: float) -> Iterator[Group]:
        """The groups at a point, the topmost first."""
        if self.leaves:
            page = self.page_at(y)
            yield from self.index(page).all_at(x, y - self.top(page))

    def touching(self, area: Box) -> Iterator[tuple[int, Group]]:
        """The groups whose box reaches into an area, with the page that they are on."""
        for page in self.pages_in(area.y, area.bottom):
            found = self.index(page).touching(replace(area, y=area.y - self.top(page)))
            yield from ((page, group) for group in found)

    def boxes(self, record: str, *roles: str) -> list[Box]:
        """Where a record can be clicked, on all pages; only groups of these roles, if any are given."""
        return [
            replace(group.box, y=group.box.y + self.top(page))
            for page, group in self.groups(record)
            if group.box is not None and (not roles or group.role in roles)
        ]

    def groups(self, record: str) -> Sequence[tuple[int, Group]]:
        """What shows a record and can be clicked, with the page that it is on; in places of that page."""
        known = self._known.get(record)
        if known is None:
            known = self._found(record, self._pages_of(record))
            if not known:  # it may have gone elsewhere since the board was laid out
                known = self._found(record, [page for page, leaf in enumerate(self.leaves) if leaf.is_drawn])
            self._known[record] = known
        return known

    def _found(self, record: str, pages: Collection[int]) -> Sequence[tuple[int, Group]]:
        return [(page, group) for page in pages for group in self.leaves[page].by_record.get(record, ())]

    @cached_property
    def _known(self) -> dict[str, Sequence[tuple[int, Group]]]:
        return {}

    def _pages_of(self, record: str) -> Collection[int]:
        """The pages on which a record can be."""
        stages = self.where(record)
        found = None if stages is None else {page for stage in stages for page in self._pages_of_stages.get(stage, ())}
        return sorted(found) if found else range(len(self.leaves))

    def _stages_on(self, page: int) -> Collection[str]:
        """The stages on a page; it need not be planned where that is known."""
        leaf = self.leaves[page]
        return leaf.stages if leaf.stages is not None else {one.stage for plan in leaf.plans for one in plan.stages}

    def pages_beside(self, stages: Collection[str]) -> Sequence[int]:
        """The pages on which there are other stages than these."""
        known = frozenset(stages)
        return [page for page in range(len(self.leaves)) if not known.issuperset(self._stages_on(page))]

    def count_before(self, stages: Collection[str], y: float) -> int:
        """How many of some stages stand on the pages before those of `bands_about` a height."""
        known = frozenset(stages)
        return sum(len(known.intersection(self._stages_on(page))) for page in range(self._about(y).start))

    def _about(self, y: float) -> range:
        """The page at a height and its neighbours."""
        page = self.page_at(y)
        return range(max(0, page - 1), min(page + 2, len(self.leaves)))

    @cached_property
    def _pages_of_stages(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for page, leaf in enumerate(self.leaves):
            if leaf.stages is None:
                return {}
            for stage in leaf.stages:
                found[stage].append(page)
        return found


class Board(Pages, frozen=True, eq=False, dict=True):
    """Pages and their bands."""

    @classmethod
    def of(cls, drawings: Sequence[Drawing], plans: Sequence[BandPlan] = ()) -> Board:
        """A board of pages that are drawn already. The plans are in places of their own page."""
        own = [tuple(plan for plan in plans if plan.page == page) for page in range(len(drawings))]
        return cls(tuple(Leaf.of(drawing, found) for drawing, found in zip(drawings, own, strict=True)))

    @property
    def plans(self) -> tuple[BandPlan, ...]:
        """All bands, in places of their own page."""
        return tuple(plan for leaf in self.leaves for plan in leaf.plans)

    @property
    def leftward(self) -> bool:
        """Whether the map is read from right to left."""
        return bool(self.leaves) and any(plan.leftward for plan in self.leaves[0].plans)

    def bands(self) -> Sequence[BandPlan]:
        """All bands in reading order, in places of the board; on a long map this takes a while for the first time."""
        return self._bands

    @cached_property
    def _bands(self) -> tuple[BandPlan, ...]:
        return tuple(band for page in range(len(self.leaves)) for band in self.bands_on(page))

    def bands_on(self, page: int) -> Sequence[BandPlan]:
        """The bands of a page, in places of the board."""
        return self.leaves[page].bands(self.top(page))

    def bands_about(self, y: float) -> Sequence[BandPlan]:
        """The bands of the page at a height and of its neighbours, in places of the board."""
        return [band for number in self._about(y) for band in self.bands_on(number)]

    def bands_of(self, record: str) -> Iterator[BandPlan]:
        """The bands of the pages on which a record can be, in places of the board."""
        return (band for page in self._pages_of(record) for band in self.bands_on(page))

    def band_at(self, y: float) -> BandPlan | None:
        """The band at a height, or the nearest one; None on a board without any."""
        return band_at(self.bands_about(y), y)

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
        slots = ((band, slot) for band in self.bands_of(touchpoint) for stage in band.stages for slot in stage.slots)
        return next((found for found in slots if found[1].touchpoint == touchpoint), None)

    def stage(self, key: str) -> tuple[BandPlan, StagePlace] | None:
        """Where a stage stands."""
        stages = ((band, stage) for band in self.bands_of(key) for stage in band.stages)
        return next((found for found in stages if found[1].stage == key), None)

    def scale_at(self, y: float) -> EmotionScale | None:
        """The emotion scale whose strip is at a height."""
        band, strip = self.band_at(y), self.strip_at(y)
        if band is None or strip is None:
            return None
        return next((scale for scale in band.scales if scale.lane == strip.record), None)

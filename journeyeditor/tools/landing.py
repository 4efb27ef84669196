"""Where something lands: data in, places out. Everything is counted among those that stay, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import msgspec

from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import BandPlan, SlotPlace, StagePlace
from journeyeditor.tools.marks import LandingBar


class Gap(msgspec.Struct, frozen=True):
    """Room between two that stay: before the one at `at`; the bar is drawn there, mm of the board."""

    at: int
    bar: LandingBar


class SlotGap(msgspec.Struct, frozen=True):
    """Room between two touchpoints of a stage."""

    stage: str
    at: int
    bar: LandingBar


class Stretch(msgspec.Struct, frozen=True):
    """Where something lies along the direction of reading, from `start` to `end`."""

    key: str
    start: float
    end: float


def position(staying: Sequence[str], seen: Sequence[Stretch], place: float, empty: int = 0) -> int:
    """Before which of those that stay a place lies.

    `seen` is all that is drawn, ascending, on the map as it was when they were gripped: those that stay, and those in
    the hand where they were. Others keep to the one before them. `empty` is the answer where none of those that stay is
    drawn. Over the place of what is in the hand nothing changes; beyond it, what is in the hand is shown where the hand
    is, so far as others are not wider.
    """
    carried = [one for one in seen if one.key not in staying]
    width = sum(one.end - one.start for one in carried)
    middle = sum(one.start + one.end for one in carried) / (2 * len(carried)) if carried else None
    last = None
    for one in seen:
        if one.key in staying:
            if place < _border(one, middle, width):
                return staying.index(one.key)
            last = one.key
    return empty if last is None else staying.index(last) + 1


def _border(one: Stretch, middle: float | None, width: float) -> float:
    """Beyond which place in a neighbour the hand is behind it."""
    wide = one.end - one.start
    if middle is None:
        return one.start + wide / 2
    entered = max(0.0, (wide - width) / 2)  # a wide neighbour is passed where both ways are equally far from the hand
    return one.start + entered if (one.start + one.end) / 2 > middle else one.end - entered


def _stretch(band: BandPlan, key: str, left: float, right: float) -> Stretch:
    return Stretch(key, -right, -left) if band.leftward else Stretch(key, left, right)


def band_at(bands: Sequence[BandPlan], y: float) -> BandPlan | None:
    """The band at a height, or the nearest one; the first of those that are equally near."""
    return min(bands, key=lambda band: max(band.header[0] - y, y - band.bottom, 0.0), default=None)


def stage_at(band: BandPlan, x: float) -> StagePlace | None:
    """The stage whose column is at a place, or the nearest one; None in a band without any."""
    return min(band.stages, key=lambda stage: max(stage.left - x, x - stage.right, 0.0), default=None)


def slot_at(stage: StagePlace, x: float) -> SlotPlace | None:
    """The slot at a place in a stage, or the nearest one; None in a stage without any."""
    return min(stage.slots, key=lambda slot: abs(slot.x - x), default=None)


def near(band: BandPlan, left: float, right: float) -> float:
    """The side on which something begins, in the direction of reading."""
    return right if band.leftward else left


def far(band: BandPlan, left: float, right: float) -> float:
    """The side on which something ends, in the direction of reading."""
    return left if band.leftward else right


def stage_gap(
    bands: Sequence[BandPlan], staying: Sequence[str], x: float, y: float, earlier_pages: int = 0
) -> Gap | None:
    """Where stages would land; None on a map without any. `bands` are those about the hand; `earlier_pages` is how many
    stages that stay are on the pages before them.
    """
    band = band_at(bands, y)
    if band is None or not band.stages:
        return None
    sign = -1.0 if band.leftward else 1.0
    seen = [_stretch(band, one.stage, one.left, one.right) for one in band.stages]
    earlier = bands[: list(bands).index(band)]
    before = earlier_pages + sum(one.stage in staying for other in earlier for one in other.stages)
    at = position(staying, seen, sign * x, before)
    return Gap(at, stage_bar(band, staying[:at]))


def stage_bar(band: BandPlan, before: Collection[str]) -> LandingBar:
    """The bar in the header behind the last of some stages, or where the band begins."""
    first = band.stages[0]
    place = near(band, first.left, first.right)
    for stage in band.stages:
        if stage.stage in before:
            place = far(band, stage.left, stage.right)
    return LandingBar(place, band.header[0], place, band.header[1])


def slot_gap(bands: Sequence[BandPlan], staying: Callable[[str], Sequence[str]], x: float, y: float) -> SlotGap | None:
    """Where touchpoints would land; `staying` tells those of a stage that stay. The bar is as high as the map."""
    band = band_at(bands, y)
    stage = stage_at(band, x) if band is not None else None
    if band is None or stage is None:
        return None
    sign = -1.0 if band.leftward else 1.0
    here = staying(stage.stage)
    seen = [_stretch(band, one.touchpoint, one.x - one.width / 2, one.x + one.width / 2) for one in stage.slots]
    at = position(here, seen, sign * x)
    return SlotGap(stage.stage, at, slot_bar(band, stage, here[:at], band.header[1], band.bottom))


def slot_bar(band: BandPlan, stage: StagePlace, before: Collection[str], top: float, bottom: float) -> LandingBar:
    """The bar behind the last of some touchpoints, or where their stage begins."""
    place = near(band, stage.left, stage.right)
    for slot in stage.slots:
        if slot.touchpoint in before:
            place = far(band, slot.x - slot.width / 2, slot.x + slot.width / 2)
    place = max(stage.left, min(stage.right, place))
    return LandingBar(place, top, place, bottom)


def lane_height(band: BandPlan, wanted: Sequence[str | None]) -> tuple[float, float]:
    """Top and bottom of the first of some lanes that is there; of the stages' row if none is."""
    strips = {strip.record: strip for strip in band.strips}
    chosen = next((strips[key] for key in wanted if key in strips), None)
    return (chosen.top, chosen.bottom) if chosen is not None else band.header


def row_gap(bands: Sequence[BandPlan], staying: Sequence[str], y: float) -> Gap | None:
    """Where lanes and lines would land; None on a map without any row."""
    band = band_at(bands, y)
    if band is None:
        return None
    at = position(staying, [Stretch(one.record, one.top, one.bottom) for one in band.strips], y)
    return Gap(at, row_bar(band, staying[:at]))


def row_bar(band: BandPlan, before: Collection[str]) -> LandingBar:
    """The lying bar under the last of some lanes and lines, or where the first one begins."""
    above = [strip for strip in band.strips if strip.record in before]
    place = above[-1].bottom if above else (band.strips[0].top if band.strips else band.header[1])
    ends = [*band.labels, *(x for stage in band.stages for x in (stage.left, stage.right))]
    return LandingBar(min(ends), place, max(ends), place)


def card_gap(
    boxes: Sequence[tuple[str, Box]], staying: Sequence[str], x: float, y: float, leftward: bool
) -> Gap | None:
    """Where a card of a list that runs in lines would land, for example a persona in the header; None without any."""
    shown = [(key, box) for key, box in boxes if key in staying]
    if not shown:
        return None
    sign = -1.0 if leftward else 1.0
    y = max(y, shown[0][1].y)
    at: int | None = None
    for key, box in shown:
        below = y < box.y
        beside = y <= box.bottom and sign * x < sign * box.middle[0]
        if below or beside:
            at = staying.index(key)
            break
    if at is None:
        last, box = shown[-1]
        side = box.x if leftward else box.right
        return Gap(staying.index(last) + 1, LandingBar(side, box.y, side, box.bottom))
    box = dict(shown)[staying[at]]
    side = box.right if leftward else box.x
    return Gap(at, LandingBar(side, box.y, side, box.bottom))

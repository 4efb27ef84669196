"""From placed rows to the plan of a band: where its stages, strips and scales lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from journeyeditor.layout.drawn import Placed, placed_bands, placed_rows
from journeyeditor.layout.ground_plan import BandPlan, EmotionScale, LateScales, SlotPlace, StagePlace, Strip
from journeyeditor.layout.mirror import runs_leftward
from journeyeditor.layout.page import Band, Page
from journeyeditor.layout.sheet import Sheet


def page_plans(sheet: Sheet, page: Page, number: int) -> tuple[BandPlan, ...]:
    """The plans of a page's bands, as its drawing has them; `number` is the page's, from 0."""
    placed = placed_rows(sheet, page)
    return tuple(band_plan(band, number, above, lanes) for band, above, lanes in placed_bands(page, placed))


def band_plan(band: Band, number: int, above: Sequence[Placed], lanes: Iterable[Placed]) -> BandPlan:
    """The plan of a band whose rows have their places; mirrored where the journey is read from right to left."""
    sheet = band.sheet
    _, top, height = above[-1]
    placed = tuple(lanes)
    strips = tuple(Strip(row.name, upper, upper + tall) for row, upper, tall in placed)
    stages = tuple(
        StagePlace(
            column.stage.id,
            column.x,
            column.right,
            tuple(SlotPlace(slot.touchpoint.id, slot.x, slot.width) for slot in column.slots),
        )
        for column in sheet.columns
    )
    labels = (sheet.left, sheet.map_left)
    plan = BandPlan(number, (top, top + height), labels, stages, strips, LateScales(partial(_scales, placed)))
    return _mirrored(plan, sheet.paper.width) if runs_leftward(sheet.journey.head.language) else plan


def _scales(placed: Sequence[Placed]) -> tuple[EmotionScale, ...]:
    """Those of the rows that have one."""
    return tuple(EmotionScale(row.name, *row.scale(top, tall)) for row, top, tall in placed if row.scale is not None)


def _mirrored(plan: BandPlan, wide: float) -> BandPlan:
    """Left and right exchanged, as in the drawing."""
    stages = tuple(
        StagePlace(
            stage.stage,
            wide - stage.right,
            wide - stage.left,
            tuple(SlotPlace(slot.touchpoint, wide - slot.x, slot.width) for slot in stage.slots),
        )
        for stage in plan.stages
    )
    return replace(plan, labels=(wide - plan.labels[1], wide - plan.labels[0]), stages=stages, leftward=True)

"""Landing places as data: always valid, drawn inside the band, and none for what lies there already."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import BandPlan, SlotPlace, StagePlace, Strip
from journeyeditor.tools.landing import Stretch, card_gap, position, row_gap, slot_gap, stage_gap

PLACES = st.floats(-50, 900, allow_nan=False)


@st.composite
def bands(draw: st.DrawFn) -> list[BandPlan]:
    """One to three bands below one another, some empty stages, read to the right or to the left."""
    leftward = draw(st.booleans())
    made: list[BandPlan] = []
    top, number, touchpoint = 20.0, 0, 0
    for page in range(draw(st.integers(1, 3))):
        stages: list[StagePlace] = []
        edge = 40.0
        for _ in range(draw(st.integers(1, 4))):
            slots: list[SlotPlace] = []
            left = edge
            for _ in range(draw(st.integers(0, 3))):
                width = draw(st.floats(5, 40))
                slots.append(SlotPlace(f"t{touchpoint}", edge + width / 2, width))
                edge, touchpoint = edge + width, touchpoint + 1
            edge = max(edge, left + 10)
            stages.append(StagePlace(f"s{number}", left, edge, tuple(slots)))
            number += 1
        strips = tuple(Strip(f"l{n}", top + 12 + 20 * n, top + 30 + 20 * n) for n in range(draw(st.integers(0, 4))))
        plan = BandPlan(page, (top, top + 10), (10, 40), tuple(stages), strips)
        made.append(_mirrored(plan) if leftward else plan)
        top = plan.bottom + 30
    return made


def _mirrored(plan: BandPlan, width: float = 800.0) -> BandPlan:
    stages = tuple(
        StagePlace(
            one.stage, width - one.right, width - one.left,
            tuple(SlotPlace(slot.touchpoint, width - slot.x, slot.width) for slot in one.slots),
        )
        for one in plan.stages
    )  # fmt: skip
    return BandPlan(plan.page, plan.header, (width - 40, width - 10), stages, plan.strips, leftward=True)


def _stages(plans: list[BandPlan]) -> list[str]:
    return [one.stage for plan in plans for one in plan.stages]


@given(bands(), st.data(), PLACES, PLACES)
def test_stages_land_between_two_that_stay(plans: list[BandPlan], data: st.DataObject, x: float, y: float) -> None:
    known = _stages(plans)
    moving = data.draw(st.sets(st.sampled_from(known)))
    staying = [key for key in known if key not in moving]
    gap = stage_gap(plans, staying, x, y)
    assert gap is not None
    assert 0 <= gap.at <= len(staying)
    assert gap.bar.x1 == gap.bar.x2
    band = next(plan for plan in plans if plan.header == (gap.bar.y1, gap.bar.y2))
    assert min(one.left for one in band.stages) <= gap.bar.x1 <= max(one.right for one in band.stages)


@given(bands(), st.data())
def test_a_stage_let_go_where_it_is_stays_there(plans: list[BandPlan], data: st.DataObject) -> None:
    known = _stages(plans)
    plan = data.draw(st.sampled_from(plans))
    stage = data.draw(st.sampled_from(plan.stages))
    staying = [key for key in known if key != stage.stage]
    x = stage.left + data.draw(st.floats(0.01, 0.99)) * (stage.right - stage.left)
    gap = stage_gap(plans, staying, x, sum(plan.header) / 2)
    assert gap is not None
    assert [*staying[: gap.at], stage.stage, *staying[gap.at :]] == known


@given(bands(), st.data(), PLACES, PLACES)
def test_touchpoints_land_in_a_stage(plans: list[BandPlan], data: st.DataObject, x: float, y: float) -> None:
    columns = {one.stage: [slot.touchpoint for slot in one.slots] for plan in plans for one in plan.stages}
    known = [key for column in columns.values() for key in column]
    moving = data.draw(st.sets(st.sampled_from(known))) if known else set()
    staying = {stage: [key for key in column if key not in moving] for stage, column in columns.items()}
    gap = slot_gap(plans, staying.__getitem__, x, y)
    assert gap is not None
    assert 0 <= gap.at <= len(staying[gap.stage])
    plan, stage = next((plan, one) for plan in plans for one in plan.stages if one.stage == gap.stage)
    assert stage.left <= gap.bar.x1 == gap.bar.x2 <= stage.right
    assert plan.header[0] <= gap.bar.y1 <= gap.bar.y2 <= plan.bottom


@given(bands(), st.data())
def test_a_touchpoint_let_go_where_it_is_stays_there(plans: list[BandPlan], data: st.DataObject) -> None:
    slots = [(plan, stage, slot) for plan in plans for stage in plan.stages for slot in stage.slots]
    if not slots:
        return
    plan, stage, slot = data.draw(st.sampled_from(slots))
    column = [one.touchpoint for one in stage.slots]
    staying = [key for key in column if key != slot.touchpoint]
    x = slot.x + data.draw(st.floats(-0.49, 0.49)) * slot.width
    gap = slot_gap(plans, {stage.stage: staying}.__getitem__, x, sum(plan.header) / 2)
    assert gap is not None
    assert gap.stage == stage.stage
    assert [*staying[: gap.at], slot.touchpoint, *staying[gap.at :]] == column


@given(bands(), st.data(), PLACES)
def test_rows_land_between_two_that_stay(plans: list[BandPlan], data: st.DataObject, y: float) -> None:
    known = [strip.record for strip in plans[0].strips]
    moving = data.draw(st.sets(st.sampled_from(known))) if known else set()
    staying = [*(key for key in known if key not in moving), "hidden"]
    gap = row_gap(plans, staying, y)
    assert gap is not None
    assert 0 <= gap.at <= len(staying)
    assert gap.bar.y1 == gap.bar.y2
    assert any(plan.header[0] <= gap.bar.y1 <= plan.bottom for plan in plans)


def test_what_is_hidden_keeps_to_the_one_before_it() -> None:
    staying, seen = ["a", "hidden", "b"], [Stretch("a", 0, 10), Stretch("b", 10, 20)]
    assert [position(staying, seen, place) for place in (4, 6, 14, 16)] == [0, 2, 2, 3]


@given(st.lists(st.floats(5, 80), min_size=2, max_size=5), st.data())
def test_a_still_hand_never_makes_the_map_tremble(widths: list[float], data: st.DataObject) -> None:
    """Where something landed, there it lands again on the map that shows it there."""
    names = [f"s{n}" for n in range(len(widths))]
    wide = dict(zip(names, widths, strict=True))
    moving = data.draw(st.sampled_from(names))
    staying = [name for name in names if name != moving]
    place = data.draw(st.floats(0, sum(widths)))
    order = names
    for _ in names:
        at = position(staying, lined_up(order, wide), place)
        order = [*staying[:at], moving, *staying[at:]]
    assert position(staying, lined_up(order, wide), place) == at


@given(st.lists(st.floats(5, 80), min_size=2, max_size=5), st.data())
def test_a_hand_that_comes_back_puts_things_back(widths: list[float], data: st.DataObject) -> None:
    names = [f"s{n}" for n in range(len(widths))]
    wide = dict.fromkeys(names, widths[0])
    moving = data.draw(st.sampled_from(names))
    staying = [name for name in names if name != moving]
    start = next(one for one in lined_up(names, wide) if one.key == moving)
    order = names
    away = data.draw(st.floats(0, sum(wide.values())))
    for place in (away, away, (start.start + start.end) / 2):
        at = position(staying, lined_up(order, wide), place)
        order = [*staying[:at], moving, *staying[at:]]
    assert order == names


def lined_up(order: list[str], wide: dict[str, float]) -> list[Stretch]:
    edges = list(itertools.accumulate((wide[name] for name in order), initial=0.0))
    return [Stretch(name, *ends) for name, ends in zip(order, itertools.pairwise(edges), strict=True)]


def test_a_map_without_stages_has_no_landing_place() -> None:
    assert stage_gap([], [], 10, 10) is None
    assert slot_gap([], {}.__getitem__, 10, 10) is None
    assert row_gap([], [], 10) is None
    assert card_gap([], [], 10, 10, leftward=False) is None


def test_portraits_are_read_line_by_line() -> None:
    boxes = [("a", Box(0, 0, 40, 20)), ("b", Box(50, 0, 40, 20)), ("c", Box(0, 30, 40, 20))]
    staying = ["a", "b", "c"]
    places = {(-5, 5): 0, (30, 5): 1, (80, 5): 2, (5, 35): 2, (35, 35): 3, (30, -10): 1}
    found = {place: card_gap(boxes, staying, *place, leftward=False) for place in places}
    assert {place: gap.at for place, gap in found.items() if gap is not None} == places

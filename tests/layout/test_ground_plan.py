"""Where stages, lanes and scales lie is told rightly: a gesture that asks the plan meets what is drawn."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.journeys import generated
from journeyeditor.drawing import Drawing, Group
from journeyeditor.errors import message
from journeyeditor.layout import find_paper
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.layout.live import Live
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion


def replaced_head(journey: Journey, **fields: Any) -> Change:
    return Change(message("test"), {journey.head.id: (journey.head, replaced(journey.head, **fields))})


def groups(drawing: Drawing, role: str) -> dict[str, Group]:
    return {group.record: group for group in drawing.groups if group.role == role}


def check(journey: Journey, live: Live) -> None:
    """Every touchpoint's circle and every emotion's marker lies where the plan says."""
    told = [stage.stage for plan in live.plans for stage in plan.stages]
    assert told == [stage.id for stage in journey.stages()]
    for plan in live.plans:
        drawing = live.laid.drawings[plan.page]
        check_columns(plan, drawing)
        check_strips(journey, plan, drawing)


def check_columns(plan: BandPlan, drawing: Drawing) -> None:
    circles, headers = groups(drawing, "touchpoint"), groups(drawing, "stage")
    for stage in plan.stages:
        box = headers[stage.stage].box
        assert box is not None
        assert stage.left - 0.1 <= box.x < box.right <= stage.right + 0.1
        assert plan.header[0] <= box.y < box.bottom <= plan.header[1] + 1e-6
        for slot in stage.slots:
            circle = circles[slot.touchpoint].shapes[0]
            xs = [x for _, numbers in circle.outline for x in numbers[::2]]  # type: ignore[union-attr]
            assert (min(xs) + max(xs)) / 2 == pytest.approx(slot.x, abs=0.01)
            assert stage.left < slot.x < stage.right
    lefts = [stage.left for stage in plan.stages]
    assert lefts == sorted(lefts, reverse=plan.leftward)


def check_strips(journey: Journey, plan: BandPlan, drawing: Drawing) -> None:
    tops = [strip.top for strip in plan.strips]
    assert tops == sorted(tops)
    assert [strip.record for strip in plan.strips] == [row.id for row in journey.rows()]
    for strip in plan.strips:
        labels = [group.box for group in drawing.groups if group.record == strip.record and group.role == "lane"]
        assert any(box and abs(box.y - strip.top) < 1e-6 and abs(box.bottom - strip.bottom) < 1e-6 for box in labels)
    (scale,) = plan.scales
    strip = next(strip for strip in plan.strips if strip.record == scale.lane)
    assert strip.top < scale.top < scale.bottom < strip.bottom
    slots = {slot.touchpoint for stage in plan.stages for slot in stage.slots}
    markers = groups(drawing, "emotion")
    seen = 0
    for emotion in journey.all(Emotion):
        if emotion.touchpoint in slots:
            box = markers[emotion.id].box
            assert box is not None
            assert box.y + box.height / 2 == pytest.approx(scale.y(emotion.value), abs=0.01)
            assert scale.value(scale.y(emotion.value)) == pytest.approx(emotion.value)
            seen += 1
    assert seen or not slots


@pytest.mark.parametrize(("count", "paper", "bands"), [(12, "A3", 1), (60, "A3", 3), (100, "A1", 2)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_plan_tells_where_everything_is_drawn(count: int, paper: str, bands: int, language: str) -> None:
    journey = generated(count, per_stage=4, personas=1)
    journey.apply(replaced_head(journey, language=language))
    live = Live(journey, find_paper(paper, "portrait" if paper == "A1" else "landscape"))
    assert len(live.plans) >= bands
    assert all(plan.leftward == (language == "ar") for plan in live.plans)
    check(journey, live)

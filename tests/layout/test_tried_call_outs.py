"""Call-outs on a map that is fuller than its paper, while something is tried: they cover nothing, and come again."""

from __future__ import annotations

from benchmarks.journeys import generated
from journeyeditor.drawing import Drawing, Group, Sketch, Words
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.edits.stages import move_stages
from journeyeditor.geometry import Box
from journeyeditor.layout import find_paper
from journeyeditor.layout.live import Live


def call_outs(drawing: Drawing) -> list[Box]:
    """The tinted boxes of the call-outs, the largest thing in each group."""
    found = []
    for group in drawing.groups:
        if group.role == "callout":
            boxes = [shape_box(shape) for shape in group.shapes if isinstance(shape, Sketch) and shape.fill is not None]
            found.append(max((box for box in boxes if box is not None), key=lambda box: box.width * box.height))
    return found


def points(drawing: Drawing) -> list[Box]:
    """Where feelings are on the curves."""
    return [group.box for group in drawing.groups if group.role == "emotion" and group.box is not None]


def words(drawing: Drawing) -> list[Box]:
    """Words of feeling and names beside the curves."""
    groups: list[Group] = [group for group in drawing.groups if group.role in {"emotion", "persona"}]
    return [
        Box(shape.x, shape.y - 1.0, shape.line.width, 1.0)
        for group in groups
        for shape in group.shapes
        if isinstance(shape, Words)
    ]


def covers_nothing(live: Live) -> None:
    for number in range(live.count):
        drawing = live.page(number)
        for box in call_outs(drawing):
            assert not [point for point in points(drawing) if box.meets(point, -0.2)]
            assert not [word for word in words(drawing) if box.meets(word, -0.2)]


def test_what_is_tried_and_taken_back_leaves_the_call_outs_as_they_were() -> None:
    journey = generated(72, per_stage=12, personas=2)
    live = Live(journey, find_paper("A3"))
    first, *others = [stage.id for stage in journey.stages()]
    before = [call_outs(live.page(number)) for number in range(live.count)]
    assert sum(map(len, before)) == 2
    live.begin_trial()
    for at in range(1, len(others)):
        wish = move_stages(journey, [first], at)
        journey.apply(wish)
        live.follow(wish)
        covers_nothing(live)
        journey.apply(wish.inverse())
        live.follow(wish.inverse())
        assert [call_outs(live.page(number)) for number in range(live.count)] == before


def test_where_a_band_is_too_full_a_call_out_is_left_out_until_the_type_is_chosen_again() -> None:
    journey = generated(120, per_stage=12, personas=2)
    live = Live(journey, find_paper("A3"))
    before = sum(len(call_outs(live.page(number))) for number in range(live.count))
    first, *others = [stage.id for stage in journey.stages()]
    for at in (*range(1, len(others)), 0):
        wish = move_stages(journey, [first], at)
        journey.apply(wish)
        live.follow(wish)
        covers_nothing(live)
    assert sum(len(call_outs(live.page(number))) for number in range(live.count)) < before
    live.refit()
    assert sum(len(call_outs(live.page(number))) for number in range(live.count)) == before

"""The grid over the sheet finds exactly what looking at every group finds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing import Drawing, Group, Index, Sketch, group_box
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle

lengths = st.floats(0, 400, allow_nan=False)
places = st.floats(-100, 900, allow_nan=False)
boxes = st.builds(Box, places, places, lengths, lengths)
drawings = st.lists(st.none() | boxes, max_size=30).map(
    lambda found: Drawing(
        800,
        600,
        tuple(
            Group(
                f"r{n}",
                "card",
                () if box is None else (Sketch(rectangle(box.x, box.y, box.width, box.height), "#000000"),),
                box,
            )
            for n, box in enumerate(found)
        ),
    )
)


def touches(one: Box, other: Box) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


@given(drawings, places, places, st.sampled_from([3.0, 20.0, 500.0]))
def test_a_click_finds_the_topmost_group_there(drawing: Drawing, x: float, y: float, cell: float) -> None:
    found = Index(drawing, cell).at(x, y)
    slow = [group for group in drawing.groups if group.box and group.box.contains(x, y)]
    assert found is (slow[-1] if slow else None)


@given(drawings, boxes)
def test_a_rubber_band_meets_what_reaches_into_it(drawing: Drawing, area: Box) -> None:
    slow = tuple(group for group in drawing.groups if group.box and touches(group.box, area))
    assert Index(drawing).touching(area) == slow


@given(drawings, boxes)
def test_what_has_ink_in_an_area_is_painted_again(drawing: Drawing, area: Box) -> None:
    slow = tuple(group for group in drawing.groups if (box := group_box(group)) and touches(box, area))
    assert Index(drawing).drawn_in(area) == slow


def test_the_middle_of_a_card_finds_the_card_and_not_its_lane() -> None:
    lane = Group("lane", "lane", (), Box(0, 0, 400, 100))
    card = Group("card", "card", (), Box(50, 20, 40, 20))
    index = Index(Drawing(400, 100, (lane, card)))
    assert index.at(70, 30) is card
    assert index.at(10, 10) is lane
    assert index.at(10, 300) is None
    assert [group.record for group in index.all_at(70, 30)] == ["card", "lane"]


@pytest.mark.parametrize("side", [1e9, 1e300])
def test_a_group_without_end_does_not_fill_the_memory(side: float) -> None:
    vast = Group("vast", "lane", (), Box(-side / 2, -side / 2, side, side))
    assert Index(Drawing(400, 100, (vast,))).at(70, 30) is vast
    assert Index(Drawing(400, 100, (vast,))).drawn_in(Box(0, 0, math.inf, math.inf)) == ()

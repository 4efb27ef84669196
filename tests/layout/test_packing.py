"""The kernel that puts boxes side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.layout.packing import Limits, Place, bottom, near, stack

LIMITS = Limits(narrowest=30, widest=54, gap=2)


def text_height(area: float, width: float) -> float:
    """A box of text: the narrower, the higher."""
    return 5 + area / width


@given(
    st.lists(st.floats(10, 4000), min_size=1, max_size=14),
    st.floats(0, 300),
    st.floats(12, 400),
    st.lists(st.floats(0, 700), min_size=14, max_size=14),
)
def test_no_two_boxes_meet_and_none_leaves_its_span(
    areas: list[float], left: float, wide: float, centres: list[float]
) -> None:
    things = list(enumerate(areas))
    places = stack(
        things,
        (left, left + wide),
        lambda thing: centres[thing[0]],
        lambda thing, width: text_height(thing[1], width),
        LIMITS,
    )
    assert [place.thing for place in sorted(places, key=lambda p: (p.top, p.x))] == things
    for place in places:
        assert left - 1e-6 <= place.x
        assert place.x + place.width <= left + wide + 1e-6
        assert place.height >= text_height(place.thing[1], place.width) - 1e-6
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            apart = one.x + one.width + 2 <= other.x + 1e-6 or other.x + other.width + 2 <= one.x + 1e-6
            below = one.top + one.height + 2 <= other.top + 1e-6 or other.top + other.height + 2 <= one.top + 1e-6
            assert apart or below


def test_a_single_box_stands_under_its_touchpoint() -> None:
    (place,) = stack(["card"], (0, 200), lambda _: 150, lambda _, width: 600 / width, LIMITS)
    assert place.x + place.width / 2 == pytest.approx(150)


def test_boxes_keep_their_order_when_their_centres_do_not() -> None:
    xs = near(["a", "b", "c"], [90, 10, 50], (0, 100), 20, 2)
    assert xs == sorted(xs)
    assert xs[0] >= 0
    assert xs[-1] + 20 <= 100


def test_nothing_takes_no_room() -> None:
    places: list[Place[str]] = stack([], (0, 100), lambda _: 0, lambda _, __: 0, LIMITS)
    assert places == []
    assert bottom(places) == 0


@given(
    st.lists(st.floats(10, 4000), min_size=1, max_size=10),
    st.floats(40, 400),
    st.lists(st.floats(0, 400), min_size=10, max_size=10),
    st.floats(0, 1),
)
def test_what_cannot_be_lower_need_not_be_tried(
    areas: list[float], wide: float, centres: list[float], share: float
) -> None:
    things = list(enumerate(areas))
    heights = dict(things)

    def height(thing: tuple[int, float], width: float) -> float:
        return text_height(thing[1], width)

    def bound(thing: tuple[int, float]) -> float:
        return share * text_height(heights[thing[0]], LIMITS.widest)

    def centre(thing: tuple[int, float]) -> float:
        return centres[thing[0]]

    every = stack(things, (0, wide), centre, height, LIMITS)
    assert stack(things, (0, wide), centre, height, LIMITS, bound=bound) == every

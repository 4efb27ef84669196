"""Building up, and finding free places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.geometry.skyline import Skyline, places, spaced

inside = st.floats(0, 100, allow_nan=False)
walls = st.lists(st.tuples(inside, st.floats(0, 10)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=8)


@given(st.lists(st.tuples(inside, inside, st.floats(0, 50)), max_size=12))
def test_what_is_put_on_top_lies_above_all_below(blocks: list[tuple[float, float, float]]) -> None:
    sky = Skyline(0, 100, 0.5)
    placed: list[tuple[float, float, float, float]] = []
    for a, b, tall in blocks:
        left, right = min(a, b), max(a, b)
        bottom = sky.height(left, right)
        for other_left, other_right, _, other_top in placed:
            if left < other_right and other_left < right:
                assert bottom >= other_top - 1e-9
        sky.raise_to(left, right, bottom + tall)
        placed.append((left, right, bottom, bottom + tall))
    assert sky.top == max([0.0, *(top for *_, top in placed)])


@given(inside, st.floats(0.1, 60), walls)
def test_a_free_place_meets_no_wall_and_lies_in_the_room(
    wanted: float, width: float, around: list[tuple[float, float]]
) -> None:
    for x in places(wanted, width, (0, 100), around):
        assert x - width / 2 >= -1e-6
        assert x + width / 2 <= 100 + 1e-6
        for start, end in around:
            assert x + width / 2 <= start + 1e-6 or x - width / 2 >= end - 1e-6


def test_the_nearest_place_comes_first() -> None:
    assert places(50, 10, (0, 100), []) == [50]
    assert places(50, 10, (0, 100), [(48, 52)]) == [43, 57]
    assert places(50, 10, (0, 8), []) == []


@given(st.lists(inside, max_size=8), st.floats(0, 20))
def test_spaced_numbers_keep_their_gap_if_there_is_room(wanted: list[float], gap: float) -> None:
    found = spaced(sorted(wanted), gap, (0, 100))
    assert len(found) == len(wanted)
    assert all(-1e-6 <= x <= 100 + 1e-6 for x in found)
    if (len(wanted) - 1) * gap <= 100:
        assert all(b - a >= gap - 1e-6 for a, b in pairwise(found))


def test_numbers_far_enough_apart_stay_where_they_are() -> None:
    assert spaced([10, 20, 40], 5, (0, 100)) == pytest.approx([10, 20, 40])

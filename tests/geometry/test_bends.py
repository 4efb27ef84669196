"""Lines with soft corners."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.geometry.bends import arch, arrowhead, rounded
from journeyeditor.geometry.outline import extent

numbers = st.floats(-200, 200, allow_nan=False)
points = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=8)


@given(points, st.floats(0, 50), st.booleans())
def test_a_rounded_line_stays_within_its_corners(
    corners: list[tuple[float, float]], radius: float, closed: bool
) -> None:
    outline = rounded(corners, radius, closed=closed)
    if outline:
        left, top, right, bottom = extent(outline)
        assert left >= min(x for x, _ in corners) - 1e-6
        assert right <= max(x for x, _ in corners) + 1e-6
        assert top >= min(y for _, y in corners) - 1e-6
        assert bottom <= max(y for _, y in corners) + 1e-6
        assert all(math.isfinite(value) for _, numbers in outline for value in numbers)


def test_a_right_angle_becomes_a_quarter_of_a_circle() -> None:
    outline = rounded([(0, 0), (10, 0), (10, 10)], 3)
    (_, start), (_, (x1, y1, x2, y2, *end)) = outline[1], outline[2]
    assert start == pytest.approx((7, 0))
    assert end == pytest.approx([10, 3])
    middle = ((start[0] + 3 * x1 + 3 * x2 + end[0]) / 8, (start[1] + 3 * y1 + 3 * y2 + end[1]) / 8)
    assert math.dist(middle, (7, 3)) == pytest.approx(3, rel=1e-3)


def test_an_open_line_keeps_its_ends() -> None:
    outline = rounded([(0, 0), (10, 0), (10, 10)], 3)
    assert outline[0] == ("M", (0, 0))
    assert outline[-1] == ("L", (10, 10))


@given(numbers, numbers, st.floats(0.1, 100), st.floats(0.1, 100), st.floats(0.1, 30), st.booleans())
def test_a_bow_touches_its_level_and_never_goes_above(
    x: float, y: float, span: float, rise: float, reach: float, leftward: bool
) -> None:
    end = (x - span if leftward else x + span, y)
    outline = arch((x, y), end, y - rise, reach)
    left, top, right, bottom = extent(outline)
    assert top == pytest.approx(y - rise, abs=1e-6)
    assert bottom == pytest.approx(y, abs=1e-6)
    assert (left, right) == pytest.approx((min(x, end[0]), max(x, end[0])), abs=1e-6)


def test_an_arrowhead_points_where_it_should() -> None:
    tip, one, other = arrowhead(5, 5, 0, 1, 2, 1)
    assert tip == (5, 5)
    assert {one, other} == {(4, 3), (6, 3)}

"""The smooth line of the emotion curve: through every point, and never beyond one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.geometry import Box
from journeyeditor.geometry.cells import Grid, traced
from journeyeditor.geometry.clearing import Clearing
from journeyeditor.geometry.curve import Curve, slopes

steps = st.floats(0.01, 500)
values = st.floats(-2, 2)


@st.composite
def curves(draw: st.DrawFn, least: int = 2, most: int = 12) -> Curve:
    ys = draw(st.lists(values, min_size=least, max_size=most))
    widths = draw(st.lists(steps, min_size=len(ys), max_size=len(ys)))
    return Curve(tuple(zip(itertools.accumulate(widths), ys, strict=True)))


@given(curves(), st.floats(0, 1))
def test_it_never_goes_beyond_its_neighbours(curve: Curve, part: float) -> None:
    for (x0, y0), (x1, y1) in itertools.pairwise(curve.points):
        y = curve.at(x0 + part * (x1 - x0))
        assert min(y0, y1) - 1e-9 <= y <= max(y0, y1) + 1e-9


@given(curves())
def test_between_two_points_it_only_rises_or_only_falls(curve: Curve) -> None:
    for (x0, y0), (x1, y1) in itertools.pairwise(curve.points):
        ys = [curve.at(x0 + n / 20 * (x1 - x0)) for n in range(21)]
        direction = 1 if y1 >= y0 else -1
        assert all(direction * (two - one) >= -1e-9 for one, two in itertools.pairwise(ys))


@given(curves())
def test_it_runs_through_every_point(curve: Curve) -> None:
    for x, y in curve.points:
        assert curve.at(x) == pytest.approx(y, abs=1e-9)


@given(curves(least=3))
def test_it_lies_flat_at_highs_and_lows(curve: Curve) -> None:
    for n in range(1, len(curve.points) - 1):
        (_, before), (_, here), (_, after) = curve.points[n - 1 : n + 2]
        if (here - before) * (after - here) <= 0:
            assert curve.slopes[n] == 0


@given(curves())
def test_what_is_drawn_is_what_is_measured(curve: Curve) -> None:
    segments = curve.outline()
    for (x0, y0), (op, numbers) in zip(curve.points, segments[1:], strict=False):
        assert op == "C"
        xa, ya, xb, yb, x1, y1 = numbers
        for t in (0.25, 0.5, 0.8):
            u = 1 - t
            x = u**3 * x0 + 3 * u * u * t * xa + 3 * u * t * t * xb + t**3 * x1
            y = u**3 * y0 + 3 * u * u * t * ya + 3 * u * t * t * yb + t**3 * y1
            assert curve.at(x) == pytest.approx(y, abs=1e-6)


def test_two_points_make_a_straight_line() -> None:
    curve = Curve(((0.0, 1.0), (10.0, -1.0)))
    assert [round(curve.at(x), 9) for x in (-5, 0, 2.5, 5, 10, 15)] == [1, 1, 0.5, 0, -1, -1]


def test_one_point_has_no_slope() -> None:
    assert slopes([(3.0, 4.0)]) == (0.0,)


def test_the_area_goes_back_along_the_level() -> None:
    area = Curve(((0.0, 1.0), (10.0, 2.0))).area(5.0)
    assert area[0] == ("M", (0.0, 5.0))
    assert area[-2:] == (("L", (10.0, 5.0)), ("Z", ()))


def gaps(clearing: Clearing, left: float, right: float, height: float) -> list[tuple[float, float]]:
    return list(clearing.gaps_between(*clearing.columns.across(left, right), height))


boxes = st.builds(Box, st.floats(0, 90), st.floats(0, 40), st.floats(0.5, 30), st.floats(0.5, 20))


@given(st.lists(boxes, max_size=6), boxes)
def test_free_ground_meets_no_obstacle(obstacles: list[Box], asked: Box) -> None:
    clearing = Clearing(Box(0, 0, 120, 60), 1.0)
    for obstacle in obstacles:
        clearing.block(obstacle)
    if clearing.is_free(asked):
        assert not any(asked.meets(obstacle, -1e-6) for obstacle in obstacles)


@given(st.lists(boxes, max_size=6), st.floats(0, 90), st.floats(1, 30), st.floats(1, 20))
def test_gaps_are_free_and_high_enough(obstacles: list[Box], left: float, width: float, height: float) -> None:
    clearing = Clearing(Box(0, 0, 120, 60), 1.0)
    for obstacle in obstacles:
        clearing.block(obstacle)
    for top, bottom in gaps(clearing, left, left + width, height):
        assert bottom - top >= height
        assert clearing.is_free(Box(left, top, width, bottom - top))


@given(curves(), st.floats(0.1, 3))
def test_the_ground_around_a_line_is_taken(curve: Curve, half: float) -> None:
    clearing = Clearing(Box(0, -10, curve.right + 10, 20), 1.0)
    clearing.block_curve(curve, half)
    for n in range(41):
        x = curve.left + n / 40 * (curve.right - curve.left)
        y = curve.at(x)
        assert not clearing.is_free(Box(x, y - 0.9 * half, 0.001, 1.8 * half))


def test_an_empty_ground_is_one_gap() -> None:
    clearing = Clearing(Box(10, 20, 100, 50), 1.0)
    assert gaps(clearing, 30, 40, 10) == [(20, 70)]
    assert clearing.covered(Box(30, 30, 10, 10)) == 0
    assert not clearing.is_free(Box(5, 30, 10, 10))


@given(curves(), st.floats(0.1, 3), st.floats(0.3, 4))
def test_a_line_takes_in_every_column_what_it_reaches_there(curve: Curve, half: float, pitch: float) -> None:
    grid = Grid(-3.0, -10.0, pitch, 0.4 * pitch, 40, 60)
    first, stop = grid.across(curve.left - half, curve.right + half)
    for again in range(2):  # the second time it is remembered
        found = traced(grid, curve, half, first, min(stop, 40))
        for n, bits in enumerate(found, first):
            left, right = grid.x + n * pitch - half, grid.x + (n + 1) * pitch + half
            reach = [curve.at(left), curve.at(right), *(y for x, y in curve.points if left <= x <= right)]
            low, high = min(reach), max(reach)
            least = grid.down(low - half + 1e-6, high + half - 1e-6)
            assert least & bits == least, (n, again)
            assert bits & ~grid.down(low - half - 1e-6, high + half + 1e-6) == 0, (n, again)


@given(st.lists(boxes, max_size=6), st.floats(0, 90), st.floats(1, 30), st.floats(1, 20), st.floats(0.1, 0.9))
def test_what_has_no_gap_in_a_part_has_none_in_the_whole(
    obstacles: list[Box], left: float, width: float, height: float, part: float
) -> None:
    clearing = Clearing(Box(0, 0, 120, 60), 1.0)
    for obstacle in obstacles:
        clearing.block(obstacle)
    inner = clearing.has_gap(left + 0.5 * part * width, left + (1 - 0.5 * part) * width, height)
    found = gaps(clearing, left, left + width, height)
    assert inner or not found
    assert clearing.has_gap(left, left + width, height) or not found

"""Hatching keeps inside its shape and covers it evenly."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.geometry import Box
from journeyeditor.geometry.hatch import MOST_LINES, hatch
from journeyeditor.geometry.outline import Outline, Point

lengths = st.floats(1, 400, allow_nan=False)
places = st.floats(-500, 500, allow_nan=False)


def lines(outline: Outline) -> list[tuple[Point, Point]]:
    return [((a[1][0], a[1][1]), (b[1][0], b[1][1])) for a, b in zip(outline[::2], outline[1::2], strict=True)]


@given(places, places, lengths, lengths, st.floats(0.5, 20))
def test_every_line_rises_at_45_degrees_inside_its_box(
    x: float, y: float, width: float, height: float, pitch: float
) -> None:
    box = Box(x, y, width, height).grown(1e-6)
    for start, end in lines(hatch(Box(x, y, width, height), pitch)):
        assert box.contains(*start)
        assert box.contains(*end)
        assert end[0] - start[0] == pytest.approx(start[1] - end[1], abs=1e-6)


def test_lines_are_a_pitch_apart_and_cover_the_whole_box() -> None:
    found = lines(hatch(Box(10, 20, 80, 30), 2.6))
    levels = sorted((start[0] + start[1]) / math.sqrt(2) for start, _ in found)
    assert all(b - a == pytest.approx(2.6) for a, b in pairwise(levels))
    assert levels[0] - 30 / math.sqrt(2) < 2.6
    assert 140 / math.sqrt(2) - levels[-1] < 2.6


def test_lines_of_neighbours_meet() -> None:
    left, right = hatch(Box(0, 0, 50, 40), 3), hatch(Box(50, 0, 50, 40), 3)
    ends = {round(end[1], 6) for _, end in lines(left) if end[0] == pytest.approx(50)}
    starts = {round(start[1], 6) for start, _ in lines(right) if start[0] == pytest.approx(50)}
    assert ends
    assert ends == starts


def test_a_notch_stays_free() -> None:
    chevron = [(0, 0), (50, 0), (60, 10), (50, 20), (0, 20), (10, 10)]
    found = lines(hatch(chevron, 1))
    assert len(found) > 40
    for (x0, y0), (x1, y1) in found:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        assert x >= 10 - abs(y - 10) - 1e-6
        assert x <= 60 - abs(y - 10) + 1e-6


@pytest.mark.parametrize("pitch", [0.0, -1.0, float("nan")])
def test_no_pitch_gives_no_lines(pitch: float) -> None:
    assert hatch(Box(0, 0, 10, 10), pitch) == ()


def test_a_very_fine_pitch_does_not_hang() -> None:
    assert len(lines(hatch(Box(0, 0, 1000, 1000), 1e-9))) <= MOST_LINES + 1

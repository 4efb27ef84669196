"""How a poster is spread over sheets."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.errors import BadInput
from journeyeditor.layout.paper import find_paper
from journeyeditor.publish.tiles_marks import Place
from journeyeditor.publish.tiles_plan import Tiling, tiling

A0 = (1189.0, 841.0)
A4 = find_paper("A4")


def test_a0_takes_25_sheets_of_a4_landscape_and_21_portrait() -> None:
    assert tiling(A0, A4, orientation="landscape").count == 25
    assert tiling(A0, A4, orientation="portrait").count == 21


def test_the_sheets_lie_as_fewer_are_needed() -> None:
    assert tiling(A0, A4).orientation == "portrait"
    assert tiling((841, 1189), A4).orientation == "landscape"


def test_where_both_need_as_many_they_lie_as_the_poster_does() -> None:
    assert tiling((500, 300), find_paper("A2")).orientation == "landscape"
    assert tiling((300, 500), find_paper("A2")).orientation == "portrait"


def test_the_poster_keeps_its_size() -> None:
    plan = tiling(A0, A4)
    assert (plan.scale, plan.xs[0], plan.xs[-1], plan.ys[0], plan.ys[-1]) == (1, 0, 1189, 0, 841)


def test_sheets_are_named_by_row_and_column() -> None:
    plan = tiling(A0, find_paper("A3"), orientation="landscape")
    assert [plan.name(*place) for place in plan.places()] == [
        f"{row}-{column}" for row in range(1, plan.rows + 1) for column in range(1, plan.columns + 1)
    ]


def test_cuts_are_moved_to_stage_lines_and_between_lanes() -> None:
    stages, lanes = (120.0, 250.0, 480.0, 640.0, 720.0, 930.0, 1100.0), (170.0, 340.0, 520.0, 690.0)
    plan = tiling(A0, A4, orientation="landscape", cuts=(stages, lanes))
    assert plan.xs[1:-1] == (250, 480, 720, 930)
    assert plan.ys[1:-1] == lanes
    assert plan.count == 25


@pytest.mark.parametrize("cuts", [((150.0, 580.0), (400.0,)), ((1.0, 2.0, 3.0), (840.0,))])
def test_better_cuts_never_cost_a_sheet(cuts: tuple[tuple[float, ...], tuple[float, ...]]) -> None:
    assert tiling(A0, A4, cuts=cuts).count == tiling(A0, A4).count


def test_a_number_of_sheets_scales_the_poster_to_exactly_these() -> None:
    plan = tiling(A0, A4, sheets=(3, 2))
    assert (plan.columns, plan.rows) == (3, 2)
    assert plan.scale == 0.48
    assert plan.xs[-1] == pytest.approx(1189 * 0.48)


def test_a_number_of_sheets_may_make_the_poster_larger() -> None:
    plan = tiling((297, 210), A4, sheets=(2, 2))
    assert plan.scale == 1.85
    assert plan.count == 4


def test_cuts_are_scaled_with_the_poster() -> None:
    plan = tiling(A0, A4, sheets=(3, 2), cuts=((400.0, 790.0), ()))
    assert plan.xs[1:-1] == pytest.approx((400 * 0.48, 790 * 0.48))


@given(
    st.floats(90, 3000),
    st.floats(90, 3000),
    st.sampled_from(["A5", "A4", "A3", "Letter", "Tabloid"]),
    st.floats(0, 12),
    st.floats(0, 25),
    st.lists(st.floats(0, 3000), max_size=8),
)
def test_every_part_of_the_poster_is_printed_where_the_printer_reaches(
    width: float, height: float, paper: str, margin: float, overlap: float, good: list[float]
) -> None:
    try:
        plan = tiling(
            (width, height), find_paper(paper), tile_margin=margin, overlap=overlap, cuts=(tuple(good), tuple(good))
        )
    except BadInput:
        assert width * height > 30 * 148 * 210
        return
    for edges, whole in ((plan.xs, width), (plan.ys, height)):
        assert (edges[0], edges[-1]) == (0, whole)
        assert all(before < after for before, after in pairwise(edges))
    for row, column in plan.places():
        place = Place(plan, row, column)
        assert place.printable.holds(place.shown, 1e-3)
        assert place.shown.holds(place.kept)
        for side, beyond in (
            ("left", place.kept.x - place.shown.x),
            ("bottom", place.shown.bottom - place.kept.bottom),
        ):
            assert beyond == pytest.approx(overlap / 2 if place.neighbour(side) else 0, abs=1e-9)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"tile_margin": 90}, "no room for the poster"),
        ({"overlap": 180}, "no room for the poster"),
        ({"tile_margin": -1}, "margin of the sheets"),
        ({"tile_margin": math.nan}, "margin of the sheets"),
        ({"overlap": -0.5}, "overlap of the sheets"),
        ({"overlap": math.inf}, "overlap of the sheets"),
        ({"sheets": (0, 2)}, "0 × 2 sheets cannot be made"),
        ({"sheets": (100, 100)}, "100 × 100 sheets cannot be made"),
        ({"sheets": (100, 1)}, "strips"),
        ({"sheets": (1, 100)}, "strips"),
    ],
)
def test_what_cannot_be_done_is_answered_with_a_sentence(wish: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words) as caught:
        tiling(A0, A4, **wish)  # type: ignore[arg-type]
    if "tile_margin" not in wish and "overlap" not in wish:
        assert caught.value.advice is not None


def test_thousands_of_sheets_are_refused() -> None:
    with pytest.raises(BadInput, match=r"would need \d{3,} sheets of A5"):
        tiling((5000, 5000), find_paper("A5"))


def test_one_sheet_is_enough_for_a_small_poster() -> None:
    plan: Tiling = tiling((190, 130), A4)
    assert (plan.count, plan.name(0, 0)) == (1, "1-1")

"""The kernels of the pages after the poster: blocks in columns, sections, parts of cells, scales and dates."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing import Group
from journeyeditor.geometry import Box
from journeyeditor.layout.further.axes import moment, places, steps, thinned
from journeyeditor.layout.further.cells import divided, height
from journeyeditor.layout.further.flow import Block, Page, Slot, flow, heads_first
from journeyeditor.layout.further.stack import Stream, bottom, stacked
from journeyeditor.layout.text import paragraph
from tests.layout.maps import Sample, sheet_of

AREA = Box(10, 20, 100, 50)
SHEET = sheet_of(Sample())


def block(height: float, name: str = "", **more: object) -> Block:
    def draw(x: float, top: float) -> list[Group]:
        return [Group(name, "item", (), Box(x, top, 10, height))]

    return Block(height, draw, **more)  # type: ignore[arg-type]


def columns(count: int = 1, first: float = 50) -> object:
    def slots(page: int) -> list[Slot]:
        return [Slot(10 + 40 * n, 20, 50 if page else first) for n in range(count)]

    return slots


def names(page: Page) -> list[str]:
    return [group.record for placed in page for group in placed.groups()]


heights = st.lists(st.floats(1, 50), max_size=30)


# -- blocks in columns ------------------------------------------------------------------------------------------------
@given(heights, st.integers(1, 3), st.floats(0, 4), st.floats(5, 50))
def test_every_block_is_placed_once_in_order_inside_a_column(
    tall: list[float], count: int, gap: float, first: float
) -> None:
    blocks = [block(high, f"{n}", gap=gap) for n, high in enumerate(tall)]
    slots = columns(count, first)
    pages = flow(blocks, slots)  # type: ignore[arg-type]
    assert [name for page in pages for name in names(page)] == [f"{n}" for n in range(len(tall))]
    for number, page in enumerate(pages):
        for slot in slots(number):  # type: ignore[operator]
            y = slot.top
            for placed in (one for one in page if one.x == slot.x):
                assert placed.top >= y - 1e-6
                y = placed.top + placed.block.height
                assert y <= slot.top + slot.height + 1e-6


@given(heights)
def test_no_page_ends_where_the_next_block_would_have_had_room(tall: list[float]) -> None:
    pages = flow([block(high) for high in tall], columns())  # type: ignore[arg-type]
    for page, following in itertools.pairwise(pages):
        assert bottom(page, AREA) + following[0].block.height > AREA.bottom


@given(heights, st.integers(2, 4))
def test_columns_of_the_last_page_are_about_equally_high(tall: list[float], count: int) -> None:
    pages = flow([block(high) for high in tall], columns(count))  # type: ignore[arg-type]
    for page in pages[-1:]:
        ends = [max((p.top + p.block.height for p in page if p.x == x), default=20.0) for x in {p.x for p in page}]
        assert max(ends) - 20 <= sum(tall[-len(page) :]) / count + max(tall) + 1e-6


def test_a_heading_stays_with_what_it_names() -> None:
    blocks = [block(30, "a"), block(10, "heading", keeps=True), block(20, "b")]
    first, second = flow(blocks, columns())  # type: ignore[arg-type]
    assert (names(first), names(second)) == (["a"], ["heading", "b"])


def test_a_heading_is_parted_from_what_fills_a_page_alone() -> None:
    blocks = [block(10, "heading", keeps=True), block(50, "b")]
    assert [names(page) for page in flow(blocks, columns())] == [["heading"], ["b"]]  # type: ignore[arg-type]


def test_a_head_is_repeated_on_each_page_and_read_once() -> None:
    head = block(10, "head")
    pages = flow([block(20, f"{n}", head=head) for n in range(5)], columns())  # type: ignore[arg-type]
    assert [names(page) for page in pages] == [["head", "0", "1"], ["head", "2", "3"], ["head", "4"]]
    roles = [group.role for page in pages for one in page[:1] for group in one.groups()]
    assert roles == ["item", "artifact", "artifact"]


def test_what_is_higher_than_a_page_is_placed_all_the_same() -> None:
    blocks = [block(10, "a"), block(80, "b"), block(10, "c")]
    assert [names(page) for page in flow(blocks, columns())] == [["a"], ["b"], ["c"]]  # type: ignore[arg-type]


def test_a_fresh_column_is_begun_only_where_it_takes_no_more_pages() -> None:
    few = [block(10, "a"), block(10, "b", fresh=True)]
    assert [placed.x for placed in heads_first(few, columns(2))[0]] == [10, 50]  # type: ignore[arg-type]
    full = [block(40, "a"), block(10, "b", fresh=True)]
    assert len(heads_first(full, columns(1))) == 1  # type: ignore[arg-type]


@given(st.lists(heights, min_size=1, max_size=3), heights)
def test_sections_follow_one_another(strips: list[list[float]], after: list[float]) -> None:
    first = [Stream(10 + 40 * n, tuple(block(high, "a") for high in tall)) for n, tall in enumerate(strips)]
    pages = stacked([first, [Stream(10, tuple(block(high, "b") for high in after))]], AREA, 3.0)
    assert sum(len(page) for page in pages) == sum(map(len, strips)) + len(after)
    last = max((n for n, page in enumerate(pages) if "a" in names(page)), default=0)
    for number, page in enumerate(pages):
        lower = [placed for placed in page if names((placed,)) == ["b"]]
        upper = [placed for placed in page if names((placed,)) == ["a"]]
        assert not lower or number >= last
        if lower and upper:
            assert min(one.top for one in lower) >= max(one.top + one.block.height for one in upper) + 3.0 - 1e-6


# -- cells ------------------------------------------------------------------------------------------------------------
@given(st.lists(st.text("abc de", max_size=80), min_size=1, max_size=4), st.floats(2, 40))
def test_a_cell_that_is_divided_keeps_every_line(texts: list[str], room: float) -> None:
    cell = tuple(paragraph(text, SHEET.body(), "#000000", 20) for text in texts if text.strip())
    lines = [line.text for part in cell for line in part.lines]
    kept: list[str] = []
    while cell:
        one, cell = divided(SHEET, cell, room)  # type: ignore[assignment]
        assert height(SHEET, one) <= max(room, paragraph("a", SHEET.body(), "", 20).height) + 1e-6
        kept += [line.text for part in one for line in part.lines]  # type: ignore[union-attr]
    assert kept == lines


# -- scales and dates -------------------------------------------------------------------------------------------------
@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15), st.integers(2, 8))
def test_a_scale_holds_all_in_few_round_steps(one: float, other: float, most: int) -> None:
    low, high = min(one, other), max(one, other)
    scale = steps(low, high, most)
    slack = 1e-6 * max(abs(low), abs(high), 1e-6)
    assert scale == sorted(scale)
    assert all(math.isfinite(value) for value in scale)
    assert 2 <= len(scale) <= most + 1
    assert scale[0] <= low + slack + (scale[1] - scale[0]) * 1e-6
    assert scale[-1] >= high - slack - (scale[1] - scale[0]) * 1e-6


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 100, [0, 25, 50, 75, 100]), (8.1, 9.0, [8, 8.5, 9]), (5, 5, [5, 7.5, 10]), (0, 0, [0, 0.5, 1])],
)
def test_steps_are_those_that_people_count_in(low: float, high: float, expected: list[float]) -> None:
    assert steps(low, high, 5 if high == 100 else 3) == pytest.approx(expected)


def test_dates_lie_in_time() -> None:
    dates = ["2023", "2024-01", "2024-02-10", "2024-02-11", "2025"]
    moments = [moment(date) for date in dates]
    assert moments == sorted(moments)  # type: ignore[type-var]
    assert moment("") is None
    assert moment("2023-02-31") is None
    shares = places(["2026-01", "2026-02", "2026-12"])
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares[1] < 0.2


def test_values_without_a_date_stand_evenly() -> None:
    assert places(["", "2026-01", "2026-12"]) == [0, 0.5, 1]
    assert places(["2026"]) == [0.5]
    assert places([]) == []


@given(st.lists(st.floats(0, 100), max_size=30), st.floats(1, 20))
def test_labels_that_are_left_never_meet(middles: list[float], wide: float) -> None:
    spans = [(x - wide / 2, x + wide / 2) for x in sorted(middles)]
    chosen = thinned(spans, 1.0)
    assert all(spans[a][1] + 1.0 <= spans[b][0] for a, b in itertools.pairwise(chosen))
    assert not spans or chosen[-1] == len(spans) - 1

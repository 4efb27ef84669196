"""Boxes hold the ink."""

import pytest

from journeyeditor.drawing import (
    Drawing,
    Group,
    Picture,
    Sketch,
    Stroke,
    Symbol,
    Words,
    group_box,
    shape_box,
)
from journeyeditor.drawing.shapes import Halo
from journeyeditor.fonts import Line, Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, polyline, rectangle
from tests.drawing.checks import drawing_box

STYLE = Style(9)


def test_a_round_pen_adds_half_its_width_on_each_side() -> None:
    line = Sketch(polyline([(10, 10), (30, 10)]), None, Stroke("#000000", 2, round=True))
    assert shape_box(line) == Box(9, 9, 22, 2)


def test_a_sharp_corner_may_reach_further_than_half_the_pen() -> None:
    box = shape_box(Sketch(polyline([(0, 0), (10, 1), (0, 2)]), None, Stroke("#000000", 2)))
    assert box is not None
    assert box.right >= 13


def test_a_symbol_lies_where_it_is_put_in_its_size() -> None:
    symbol = Symbol("dot", circle(0, 0, 1), 50, 60, 3, "#000000")
    box = shape_box(symbol)
    assert box is not None
    assert (box.x, box.y, box.width, box.height) == pytest.approx((47, 57, 6, 6))


def test_words_reach_from_tall_letters_to_the_foot_of_g() -> None:
    line = shape("Étage", STYLE)
    box = shape_box(Words(10, 20, line, "#000000"))
    assert box is not None
    assert box.x == 10
    assert box.width == line.width
    assert box.y < 20 - 0.7 * STYLE.em
    assert box.bottom > 20 + 0.2 * STYLE.em


def test_a_halo_widens_the_words() -> None:
    line = shape("Étage", STYLE)
    plain, rimmed = (shape_box(Words(10, 20, line, "#000000", halo)) for halo in (None, Halo("#FFFFFF", 0.5)))
    assert plain is not None
    assert rimmed == plain.grown(0.5)


def test_a_group_ends_at_its_clip() -> None:
    shapes = (Sketch(rectangle(0, 0, 100, 100), "#000000"), Picture(Box(80, 80, 50, 50), "hash"))
    assert group_box(Group("r", "lane", shapes)) == Box(0, 0, 130, 130)
    assert group_box(Group("r", "lane", shapes, clip=rectangle(10, 10, 20, 20))) == Box(10, 10, 20, 20)
    assert group_box(Group("r", "lane", shapes, clip=rectangle(310, 10, 20, 20))) is None


def test_what_is_for_the_screen_only_takes_no_room_on_paper() -> None:
    card = Group("r", "card", (Sketch(rectangle(0, 0, 10, 10), "#000000"),))
    hint = Group("r", "hint", (Sketch(rectangle(50, 0, 10, 10), "#000000"),), screen_only=True)
    assert drawing_box(Drawing(100, 100, (card, hint))) == Box(0, 0, 10, 10)
    assert drawing_box(Drawing(100, 100, (hint,))) is None


@pytest.mark.parametrize(
    "empty", [Sketch(()), Symbol("none", (), 0, 0, 1), Words(0, 0, Line("", 0, (), STYLE), "#000000")]
)
def test_a_shape_without_ink_has_no_box(empty: Sketch | Symbol | Words) -> None:
    assert shape_box(empty) is None
    assert group_box(Group("r", "card", (empty,))) is None

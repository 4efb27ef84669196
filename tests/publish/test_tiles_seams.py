"""Where a length is cut into pieces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.publish.tiles_seams import Rule, seams

LONGEST = st.floats(40, 1200)
MORE = st.floats(-3, 20)


def pieces(length: float, rule: Rule, good: tuple[float, ...] = ()) -> list[float]:
    """How long the pieces are, as one rule holds for all of them."""
    count = rule.count(length)
    edges = [rule.more, *seams(length, count, rule, good), length - rule.more]
    return [after - before for before, after in pairwise(edges)]


@given(st.floats(45, 5000), LONGEST, MORE, st.lists(st.floats(0, 5000), max_size=25))
def test_no_piece_is_longer_than_it_may_be_and_none_goes_backwards(
    length: float, longest: float, more: float, good: list[float]
) -> None:
    rule = Rule(longest, more)
    found = pieces(length, rule, tuple(good))
    assert max(found) <= longest + 1e-3
    if len(found) > 1:
        assert min(found) > 0


@given(st.floats(45, 5000), LONGEST, MORE)
def test_there_are_as_few_pieces_as_can_be(length: float, longest: float, more: float) -> None:
    rule = Rule(longest, more)
    count = rule.count(length)
    assert rule.reach(count) >= length - 1e-3
    if count > 1:
        assert rule.reach(count - 1) < length


def test_a_length_that_just_fits_is_not_cut_once_more() -> None:
    assert Rule(277, 5).count(3 * 277 + 10) == 3
    assert Rule(277, 5).count(3 * 277 + 10.001) == 4


def test_without_good_places_the_pieces_are_even_and_end_on_whole_millimetres() -> None:
    assert seams(1000, 4, Rule(300, 5)) == (252, 500, 748)


def test_seams_lie_at_good_places_where_pieces_allow_it() -> None:
    assert seams(1000, 4, Rule(300, 5), (240, 520, 760)) == (240, 520, 760)


def test_a_good_place_that_no_seam_can_reach_is_passed_over() -> None:
    found = seams(1000, 4, Rule(300, 5), (520, 900))
    assert 520 in found
    assert 900 not in found


def test_the_better_of_two_good_places_is_the_one_that_leaves_the_pieces_even() -> None:
    assert seams(600, 2, Rule(400, 0), (210, 305, 390)) == (305,)


def test_what_is_not_cut_has_no_seam() -> None:
    assert seams(100, 1, Rule(300, 5), (50,)) == ()


@given(st.lists(st.floats(10, 990), min_size=1, max_size=12))
def test_more_good_places_never_leave_fewer_seams_at_one(good: list[float]) -> None:
    rule = Rule(300, 5)

    def hits(places: list[float]) -> int:
        return len(set(seams(1000, 4, rule, places)) & set(places))

    assert hits(good) >= hits(good[:-1])


@pytest.mark.parametrize("count", [5, 8])
def test_more_pieces_than_needed_may_be_asked_for(count: int) -> None:
    found = [0.0, *seams(1000, count, Rule(300, 5)), 1000.0]
    assert len(found) == count + 1
    assert all(0 < after - before <= 305 for before, after in pairwise(found))

"""What changed between two drawings is found by group."""

from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing import Drawing, Group, Sketch, difference
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle


def card(record: str, x: float, colour: str = "#FFFFFF") -> Group:
    return Group(record, "card", (Sketch(rectangle(x, 0, 10, 10), colour),), Box(x, 0, 10, 10))


def sheet(*groups: Group) -> Drawing:
    return Drawing(200, 100, groups)


def test_equal_drawings_have_no_difference() -> None:
    assert not difference(sheet(card("a", 0), card("b", 20)), sheet(card("a", 0), card("b", 20)))


def test_a_moved_card_is_the_only_change_and_both_places_are_painted() -> None:
    found = difference(sheet(card("a", 0), card("b", 20)), sheet(card("a", 0), card("b", 50)))
    assert found.changed == ((card("b", 20), card("b", 50)),)
    assert (found.added, found.removed, found.whole) == ((), (), False)
    assert set(found.areas()) == {Box(20, 0, 10, 10), Box(50, 0, 10, 10)}


def test_cards_come_and_go() -> None:
    found = difference(sheet(card("a", 0), card("b", 20)), sheet(card("b", 20), card("c", 50)))
    assert found.added == (card("c", 50),)
    assert found.removed == (card("a", 0),)
    assert not found.changed


def test_several_groups_of_one_record_are_told_apart() -> None:
    found = difference(sheet(card("a", 0), card("a", 20)), sheet(card("a", 0), card("a", 30)))
    assert found.changed == ((card("a", 20), card("a", 30)),)


def test_another_order_or_another_paper_concerns_the_whole_sheet() -> None:
    one = sheet(card("a", 0), card("b", 5))
    assert difference(one, sheet(card("b", 5), card("a", 0))).whole
    assert difference(one, Drawing(300, 100, one.groups)).whole
    assert difference(one, Drawing(200, 100, one.groups, "#FAFAFA")).whole


groups = st.builds(card, st.sampled_from("abcd"), st.integers(0, 3).map(float), st.sampled_from(["#FFFFFF", "#000000"]))
sheets = st.lists(groups, max_size=8).map(lambda found: sheet(*found))


@given(sheets, sheets)
def test_there_is_no_difference_exactly_when_the_drawings_are_equal(one: Drawing, other: Drawing) -> None:
    assert bool(difference(one, other)) == (one != other)


@given(sheets, sheets)
def test_the_way_back_is_the_difference_turned_round(one: Drawing, other: Drawing) -> None:
    there, back = difference(one, other), difference(other, one)
    assert there.added == back.removed
    assert there.removed == back.added
    assert {(after, before) for before, after in there.changed} == set(back.changed)

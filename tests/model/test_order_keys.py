"""Places in a list: there is always room, also between equal keys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.model.order import LONGEST_KEY, in_order, keys_between, place_between
from journeyeditor.model.records import Stage

KEYS = st.sampled_from(["a0", "a0", "a1", "a0V", "Zz", "b00", "zz", "a", "", "a00", "!?", "a1" + "V" * 150, "z" * 27])


def listed(keys: list[str]) -> list[Stage]:
    return in_order(Stage(id=f"{number:02}", order=key) for number, key in enumerate(keys))


@settings(deadline=None, max_examples=300)
@given(keys=st.lists(KEYS, max_size=6), position=st.integers(-1, 7), count=st.integers(0, 3))
def test_newcomers_land_where_they_were_put_and_nobody_else_moves(keys: list[str], position: int, count: int) -> None:
    siblings = listed(keys)
    placement = place_between(siblings, position, count)
    assert len(placement.keys) == count
    stay = [Stage(id=one.id, order=placement.rekeyed.get(one.id, one.order)) for one in siblings]
    new = [Stage(id=f"new{number}", order=key) for number, key in enumerate(placement.keys)]
    place = max(0, min(position, len(siblings)))
    wanted = [one.id for one in [*siblings[:place], *new, *siblings[place:]]]
    assert [one.id for one in in_order([*stay, *new])] == wanted
    assert all(placement.rekeyed[one.id] != one.order for one in siblings if one.id in placement.rekeyed)


def test_siblings_with_room_keep_their_keys() -> None:
    placement = place_between(listed(["a0", "a1", "a2"]), 1)
    assert placement.rekeyed == {}
    assert "a0" < placement.keys[0] < "a1"


def test_between_equal_keys_only_the_equal_ones_make_room() -> None:
    placement = place_between(listed(["a0", "a1", "a1", "a1", "a2"]), 2)
    assert set(placement.rekeyed) == {"02", "03"}


def test_keys_stay_short_however_often_something_is_put_at_one_spot() -> None:
    siblings = listed(["a0", "a1"])
    for number in range(600):
        placement = place_between(siblings, 1)
        moved = [Stage(id=one.id, order=placement.rekeyed.get(one.id, one.order)) for one in siblings]
        siblings = in_order([*moved, Stage(id=f"n{number}", order=placement.keys[0])])
        assert siblings[1].id == f"n{number}"
    assert max(len(one.order) for one in siblings) <= LONGEST_KEY


def test_there_is_no_key_where_there_is_no_room() -> None:
    assert "a0" < keys_between("a0", "a1", 1)[0] < "a1"
    assert keys_between(None, None, 0) == []
    for low, high in (("a1", "a0"), ("a0", "a0"), ("", None)):
        with pytest.raises(ValueError, match="no key lies between"):
            keys_between(low, high, 1)

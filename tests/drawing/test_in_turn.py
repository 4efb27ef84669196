"""Drawings that are made when they are asked for."""

import pytest

from journeyeditor.drawing import Drawing
from journeyeditor.drawing.in_turn import InTurn


def test_a_page_is_made_when_it_is_asked_for_and_not_before() -> None:
    made: list[int] = []

    def make(number: int) -> Drawing:
        made.append(number)
        return Drawing(100 + number, 100, ())

    pages = InTurn(3, make)
    assert (len(pages), made) == (3, [])
    assert [page.width for page in pages] == [100, 101, 102]
    assert pages[-1].width == 102
    assert [page.width for page in pages[:2]] == [100, 101]
    assert made == [0, 1, 2, 2, 0, 1]
    with pytest.raises(IndexError):
        pages[3]

"""A row whose height takes long to find out is measured when it is asked for, once."""

from __future__ import annotations

from journeyeditor.drawing import Group
from journeyeditor.layout.row import LateRow, Row


def draw(top: float, height: float) -> list[Group]:
    assert top <= height
    return []


def test_its_height_is_worked_out_once_and_only_when_asked_for() -> None:
    asked: list[int] = []

    def measure() -> float:
        asked.append(1)
        return 40.0

    row = LateRow("emotions", 30.0, measure, draw, stretch=2.0, marks=frozenset({"gap"}))
    assert (row.bound, row.name, row.stretch, row.cramped) == (30.0, "emotions", 2.0, False)
    assert row.marks == {"gap"}
    assert not asked
    assert (row.height, row.height, len(asked)) == (40.0, 40.0, 1)


def test_an_ordinary_row_needs_what_it_needs() -> None:
    assert Row("legend", 12.0, draw).bound == 12.0

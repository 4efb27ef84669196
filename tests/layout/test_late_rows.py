"""A row whose height takes long to find out is measured when it is asked for, once."""

from __future__ import annotations

from journeyeditor.assets import resource
from journeyeditor.drawing import Group
from journeyeditor.files import load
from journeyeditor.layout import find_paper
from journeyeditor.layout.emotion.lane import emotion_row
from journeyeditor.layout.poster import bare_sheet
from journeyeditor.layout.row import LateRow, Row
from journeyeditor.model.records import Lane


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


def test_what_is_enough_is_known_before_the_height() -> None:
    def measure() -> float:
        raise AssertionError("the height is not asked for")

    row = LateRow("emotions", 30.0, measure, draw, enough=50.0)
    assert (row.bound, row.enough) == (30.0, 50.0)
    assert Row("legend", 12.0, draw).enough == 12.0


def test_a_curve_never_needs_more_than_what_is_enough() -> None:
    for name in ("example-new-hip.en", "example-renovation.fr", "loyalty-6.en"):
        journey = load(resource("templates", f"{name}.journey")).journey
        for paper in ("A4", "A3", "A1"):
            sheet = bare_sheet(journey, find_paper(paper), "calm", None, ())
            for lane in (row for row in journey.rows() if isinstance(row, Lane) and row.kind == "emotions"):
                row = emotion_row(sheet, lane)
                assert row.bound <= row.height <= row.enough

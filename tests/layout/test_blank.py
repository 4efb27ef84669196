"""The empty poster that a workshop sticks its notes on."""

from __future__ import annotations

import pytest

from journeyeditor import files
from journeyeditor.assets import resource
from journeyeditor.layout import Laid, blank_poster, find_paper
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane, Pain, Stage, Touchpoint
from tests.drawing.checks import beyond_sheet, overlapping_words, word_boxes

FIVE = ["loyalty-6", "funnel-9", "classic-5", "buying-cycle-5", "ambassador-4", "blank", "service-blueprint"]


def journey(name: str) -> Journey:
    return files.load(resource("templates", f"{name}.en.journey")).journey


def cells(laid: Laid, source: Journey) -> list[tuple[float, float]]:
    """Width and height of every cell: stage header × lane."""
    (drawing,) = laid.drawings
    lanes = {lane.id: lane for lane in source.all(Lane) if lane.kind not in {"emotions", "touchpoints"}}
    tall = [group.box.height for group in drawing.groups if group.record in lanes and group.box is not None]
    starts = sorted({round(x, 3) for _, x, _ in drawing.bookmarks})
    ends = [*starts[1:], laid.paper.width - laid.paper.margins[2]]
    return [(end - start, high) for start, end in zip(starts, ends, strict=True) for high in tall]


@pytest.mark.parametrize("name", FIVE)
def test_cells_take_whole_squares_for_notes_at_a0(name: str) -> None:
    source = journey(name)
    laid = blank_poster(source, find_paper("A0"))
    said = " ".join(notice.english() for notice in laid.notices)
    note = 76 if not said else 51 if "of 51 mm" in said else 38
    square = note + 4
    found = cells(laid, source)
    assert found
    for width, height in found:
        assert width / square == pytest.approx(round(width / square), abs=1e-4)
        assert height >= square - 1e-6


@pytest.mark.parametrize("name", FIVE)
@pytest.mark.parametrize("paper", ["A0", "A3"])
@pytest.mark.parametrize("kept", [False, True])
def test_nothing_overlaps_and_all_is_on_the_sheet(name: str, paper: str, kept: bool) -> None:
    laid = blank_poster(journey(name), find_paper(paper), touchpoints=kept)
    (drawing,) = laid.drawings
    assert overlapping_words(drawing, 0.3 * laid.body_type / 9) == []
    assert beyond_sheet(drawing, 1.0) == ()


def test_stages_lanes_and_personas_are_printed_and_findings_are_not() -> None:
    source = journey("loyalty-6")
    (drawing,) = blank_poster(source, find_paper("A0")).drawings
    records = {group.record for group in drawing.groups}
    text = "".join(words.text for words in word_boxes(drawing))
    assert {stage.id for stage in source.all(Stage)} <= records
    assert {lane.id for lane in source.all(Lane)} - records <= {
        lane.id for lane in source.all(Lane) if lane.kind == "emotions"
    }
    assert all(persona.name in text for persona in source.personas())
    assert not records & {touchpoint.id for touchpoint in source.all(Touchpoint)}
    assert not records & {pain.id for pain in source.all(Pain)}


def test_touchpoints_are_kept_if_asked() -> None:
    source = journey("loyalty-6")
    (drawing,) = blank_poster(source, find_paper("A0"), touchpoints=True).drawings
    records = {group.record for group in drawing.groups}
    assert {touchpoint.id for touchpoint in source.all(Touchpoint)} <= records


def test_it_says_what_does_not_fit_and_where_it_would() -> None:
    laid = blank_poster(journey("loyalty-6"), find_paper("A3"))
    said = " ".join(notice.english() for notice in laid.notices)
    assert "A3" in said
    assert "has room for notes of 76 mm" in said

"""The pages of an export: their order, their names, and what there is to say about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.drawing import Inset, Words
from journeyeditor.errors import BadInput
from journeyeditor.files import load
from journeyeditor.model.journey import Journey
from journeyeditor.publish import Options, Tile
from journeyeditor.publish.outcome import no_step
from journeyeditor.publish.pages import Leaves, _letters, leaves
from journeyeditor.publish.scale import with_scale
from journeyeditor.words import speak

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"


@pytest.fixture(scope="module")
def journey() -> Journey:
    return load(TEMPLATES / "example-renovation.fr.journey").journey


def made(journey: Journey, **options: object) -> Leaves:
    return leaves(journey, Options(**options), no_step)  # type: ignore[arg-type]


def words_of(leaf_drawing: object) -> list[str]:
    groups = leaf_drawing.groups  # type: ignore[attr-defined]
    return [shape.line.text for group in groups for shape in group.shapes if isinstance(shape, Words)]


def test_names_of_all_pages_are_different(journey: Journey) -> None:
    further = ("actions", "personas", "priorities", "parking-lot", "measures")
    for options in (
        {"each_persona": True, "further": further},
        {"each_persona": True, "further": further, "tile": Tile("A5")},
        {"tile": Tile("A4", sheets=(3, 2)), "further": ("actions",)},
    ):
        names = [page.suffix for page in made(journey, **options).pages]
        assert len(names) == len(set(names))


def test_a_poster_of_one_persona_is_found_in_the_outline(journey: Journey) -> None:
    pages = made(journey, each_persona=True).pages
    assert [page.drawing.bookmarks[0][0] for page in pages] == ["Sonia Aubry", "Thomas Vidal", "Monique Perrin"]
    sheets = made(journey, each_persona=True, tile=Tile("A4")).pages
    maps = [page for page in sheets if "Plan des feuilles" in page.drawing.label]
    names = ("Sonia Aubry", "Thomas Vidal", "Monique Perrin")
    expected = [f"{name} · Plan des feuilles {letter}" for name, letter in zip(names, "ABC", strict=True)]
    assert [page.drawing.bookmarks[0][0] for page in maps] == expected


def test_no_two_sheets_of_paper_have_one_name(journey: Journey) -> None:
    labels = [page.drawing.label for page in made(journey, each_persona=True, tile=Tile("A4")).pages]
    assert len(labels) == len(set(labels))
    assert [_letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_further_pages_are_counted_with_the_posters_but_not_with_sheets(journey: Journey) -> None:
    last = made(journey, each_persona=True, further=("actions",)).pages[-1]
    assert any("page 4" in text for text in words_of(last.drawing))
    last = made(journey, tile=Tile("A4"), further=("actions",)).pages[-1]
    assert not any("page 8" in text for text in words_of(last.drawing))


def test_what_several_posters_have_to_say_is_said_once(journey: Journey) -> None:
    notices = made(journey, each_persona=True, blank=True, paper="A3").notices
    told = [notice.english() for notice in notices]
    assert told
    assert len(told) == len(set(told))


def test_colours_are_gone_on_every_page(journey: Journey) -> None:
    pages = made(journey, tile=Tile("A4"), further=("actions",), grey=True).pages
    insets = {id(s.drawing) for page in pages for group in page.drawing.groups for s in group.shapes
              if isinstance(s, Inset)}  # fmt: skip
    assert len(insets) == 1  # the poster is kept once, however many sheets show it
    colours = {s.colour for page in pages for group in page.drawing.groups for s in group.shapes
               if isinstance(s, Words)}  # fmt: skip
    assert all(colour[1:3] == colour[3:5] == colour[5:] for colour in colours)


def test_the_scale_is_put_right_and_the_ruler_gone(journey: Journey) -> None:
    drawing = made(journey).pages[0].drawing
    scaled = with_scale(drawing, "A3", 0.5, speak("fr"))
    assert "A3, échelle 50\u00a0%" in words_of(scaled)
    (before,) = (group for group in drawing.groups if group.role == "scale")
    (after,) = (group for group in scaled.groups if group.role == "scale")
    assert len(before.shapes) > 5
    assert len(after.shapes) == 1
    assert with_scale(drawing, "A3", 1, speak("fr")) is drawing


def test_what_cannot_be_is_said(journey: Journey) -> None:
    with pytest.raises(BadInput, match="no kind of page"):
        made(journey, further=("lunch",))
    with pytest.raises(BadInput, match="no paper"):
        made(journey, tile=Tile("A99"))
    with pytest.raises(BadInput, match="bleed"):
        made(journey, bleed=float("nan"))


def test_sheets_can_be_without_their_marks_and_without_the_map_of_them(journey: Journey) -> None:
    whole = made(journey, tile=Tile("A4", sheets=(2, 2)))
    bare = made(journey, tile=Tile("A4", sheets=(2, 2), marks=False, sheet_map=False))
    assert [page.drawing.label for page in whole.pages] == ["Plan des feuilles", "1-1", "1-2", "2-1", "2-2"]
    assert [page.drawing.label for page in bare.pages] == ["1-1", "1-2", "2-1", "2-2"]
    assert [page.suffix for page in bare.pages] == ["-1-1", "-1-2", "-2-1", "-2-2"]
    for with_marks, without in zip(whole.pages[1:], bare.pages, strict=True):
        assert [group.role for group in with_marks.drawing.groups] == ["tile", "tile_marks"]
        assert [group.role for group in without.drawing.groups] == ["tile"]
    assert whole.tilings == bare.tilings
    assert [plan.count for plan in whole.tilings] == [4]
    assert made(journey).tilings == ()

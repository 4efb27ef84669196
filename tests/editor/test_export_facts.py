"""What is told of an export before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from journeyeditor.editor.export_facts import MOST_NOTICES, facts_of, warnings_of
from journeyeditor.editor.exporting import Wish, options, wish_of
from journeyeditor.errors import JourneyError, message
from journeyeditor.files import load
from journeyeditor.model.journey import Journey
from journeyeditor.publish import Published, export
from journeyeditor.words import speak

MAP = Path(__file__).resolve().parents[2] / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture(scope="module")
def journey() -> Journey:
    return load(MAP).journey


def made(journey: Journey, wish: Wish) -> Published:
    return export(journey, wish.kind, options(wish))


def told(journey: Journey, wish: Wish, pages: int = 1) -> dict[str, tuple[str, str]]:
    return {one.name: (one.value, one.more) for one in facts_of(wish, made(journey, wish), pages, speak("en"))}


def test_of_a_poster_its_size_scale_pages_and_how_far_it_is_read(journey: Journey) -> None:
    facts = told(journey, wish_of(journey))
    assert facts["Poster"] == ("420 × 297 mm", "A3")
    assert facts["Scale"] == ("100%", "of A3, nothing cut")
    assert facts["Pages"] == ("1", "")
    points, away = facts["Smallest type"]
    assert points.endswith(" pt")
    assert away.startswith("readable at ")


def test_of_sheets_how_many_there_are_and_how_large_they_are_together(journey: Journey) -> None:
    facts = told(journey, replace(wish_of(journey), tiles=True, sheets=(2, 2)), pages=5)
    assert facts["Sheets"] == ("5", "A4 landscape, with the sheet map")
    assert facts["Poster"][0] != "420 × 297 mm"
    assert "Pages" not in facts


def test_of_data_how_large_it_is(journey: Journey) -> None:
    facts = told(journey, replace(wish_of(journey), format="data", data="csv"))
    assert facts["Files"] == ("1", "")
    assert facts["Size"][0].endswith(" kB")


def test_warnings_are_sentences_each_said_once_and_not_without_end(journey: Journey) -> None:
    problem = JourneyError(message("This cannot be."), message("Try another."))
    assert warnings_of(None, problem, speak("en")) == ["This cannot be. Try another."]
    assert warnings_of(None, None, speak("en")) == []
    left_out = made(journey, replace(wish_of(journey), format="data", data="mermaid"))
    said = warnings_of(left_out, None, speak("en"))
    assert said
    assert len(said) == len(set(said)) <= MOST_NOTICES + 1

"""A journey becomes bytes: what is not asked for comes from the journey's own poster settings."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PIL import Image

from journeyeditor.errors import BadInput, message
from journeyeditor.files import load
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Persona, Poster
from journeyeditor.publish import KINDS, Options, export, kind_of, preview
from journeyeditor.publish.options import ENDINGS
from journeyeditor.publish.preview import PREVIEW_WIDTH

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"


@pytest.fixture
def journey() -> Journey:
    """A whole shipped map, on a sheet of its own choice."""
    made = load(TEMPLATES / "ambassador-4.fr.journey").journey
    poster = Poster(paper="A4", orientation="portrait", margin=9.0, personas=(made.personas()[0].id,))
    head = msgspec.structs.replace(made.head, poster=poster)
    made.apply(Change(message("x"), {head.id: (made.head, head)}))
    return made


def test_the_journeys_own_settings_are_followed(journey: Journey) -> None:
    facts = export(journey, "pdf").facts
    assert facts is not None
    assert (facts.paper, facts.width, facts.height) == ("A4", 210, 297)
    assert facts.smallest_type > 3


def test_what_is_asked_for_comes_first(journey: Journey) -> None:
    facts = export(journey, "svg", Options(paper="A3", orientation="landscape")).facts
    assert facts is not None
    assert (facts.width, facts.height) == (420, 297)
    auto = export(journey, "svg", Options(paper="auto", orientation="landscape"))
    assert auto.notices == ()


def test_only_the_chosen_personas_are_told_of(journey: Journey) -> None:
    first, second = (persona.name for persona in journey.personas()[:2])
    chosen = export(journey, "markdown").data.decode()
    assert f"### {first}" in chosen
    assert f"### {second}" not in chosen
    assert f"### {second}" in export(journey, "markdown", Options(personas=())).data.decode()


def test_a_pdf_says_what_it_is(journey: Journey) -> None:
    document = pypdfium2.PdfDocument(export(journey, "pdf").data)
    told = document.get_metadata_dict()
    document.close()
    assert told["Title"] == journey.head.title
    assert "Parcours client" in told["Keywords"]
    assert all(persona.name in told["Keywords"] for persona in journey.all(Persona))


def test_steps_are_told_to_whoever_waits(journey: Journey) -> None:
    told: list[str] = []
    export(journey, "png", Options(dpi=30), lambda step: told.append(step.english()))
    assert told == ["Laying out the poster", "Writing the PNG"]


def test_the_preview_is_small_and_never_in_the_way(journey: Journey) -> None:
    data = preview(journey)
    assert data is not None
    with Image.open(io.BytesIO(data)) as picture:
        assert abs(picture.width - PREVIEW_WIDTH) <= 1
    head = msgspec.structs.replace(journey.head, poster=Poster(paper="nonsense"))
    journey.apply(Change(message("x"), {head.id: (journey.head, head)}))
    assert preview(journey) is None
    with pytest.raises(BadInput):
        export(journey, "pdf")


def test_kinds_by_their_endings() -> None:
    assert [kind_of(f"x.{ending}") for ending in ("PDF", "svg", "png", "journey.json", "md", "markdown", "doc")] == [
        "pdf", "svg", "png", "json", "markdown", "markdown", None,
    ]  # fmt: skip
    assert set(KINDS) == set(ENDINGS.values())

"""Whose journey is exported: personas by name, and each by themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from journeyeditor.cli.people import find_personas
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head, Persona
from journeyeditor.publish.people import file_name
from journeyeditor.words import speak
from tests.cli.running import Cli

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return Path(shutil.copy(TEMPLATES / "example-renovation.fr.journey", tmp_path / "house.journey"))


def people(*names: str) -> Journey:
    records = [Persona(id=f"persona_{n}", order=f"a{n}", name=name) for n, name in enumerate(names)]
    return Journey.of(Head(id="journey_1"), records)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Inès", "persona_0"),
        ("INES", "persona_0"),
        ("inè", "persona_0"),
        ("Ann", "persona_1"),  # a whole name comes before one that only begins so
        ("anna", "persona_2"),
        ("persona_3", "persona_3"),
        ("Persona 4", "persona_3"),
        ("佐", "persona_4"),
    ],
)
def test_a_persona_is_found_as_people_write_names(wanted: str, found: str) -> None:
    journey = people("Inès B.", "Ann", "Anna", "", "佐藤")
    assert find_personas(journey, [wanted], speak("en")) == (found,)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("Ann", "“Ann” may be several personas: Anna (persona_0), Anneke (persona_1)."),
        ("Zoë", "There is no persona “Zoë”."),
        ("", "There is no persona “”."),
        ("nna", "There is no persona “nna”."),
    ],
)
def test_a_name_that_means_nobody_or_two_is_answered(wanted: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        find_personas(people("Anna", "Anneke"), [wanted], speak("en"))
    assert caught.value.problem.english() == sentence
    assert caught.value.advice is not None
    assert wanted == "Ann" or caught.value.advice.english() == "Use Anna, Anneke."


def test_a_map_without_personas(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "t.mmd").write_text("journey\nsection S\nStep: 3")
    assert "The map has no personas. Leave --persona out." in cli("export", "t.mmd", "p.pdf", "--persona", "x").err
    ended = cli("export", "t.mmd", "p.pdf", "--each-persona")
    assert ended.status == 2
    assert "There is no persona, so there is no poster of one." in ended.err


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nadia", "nadia"),
        ("  Anne-Sophie  d’Été ", "anne-sophie-d-ete"),
        ("Straße/../..\\etc", "straße-etc"),
        ("नादिया", "नादिया"),
        ("نادية", "نادية"),
        ("佐藤 花子", "佐藤-花子"),
        ("***", ""),
        ("CON:", "con"),
        ("Ω" * 100, "ω" * 30),
    ],
)
def test_names_in_file_names(name: str, expected: str) -> None:
    assert file_name(name) == expected


@pytest.mark.parametrize(
    ("kind", "other"),
    [("svg", "Sonia Aubry"), ("md", "### Sonia Aubry"), ("csv", "Sonia Aubry"), ("mmd", "Sonia Aubry")],
)
def test_a_chosen_persona_is_alone_in_the_file(cli: Cli, house: Path, tmp_path: Path, kind: str, other: str) -> None:
    assert cli("export", house, f"one.{kind}", "--persona", "thomas").status == 0
    told = (tmp_path / f"one.{kind}").read_text("utf-8")
    assert "Thomas" in told
    assert other not in told
    cli("export", house, f"all.{kind}")
    assert other in (tmp_path / f"all.{kind}").read_text("utf-8")


def test_each_persona_is_a_page_of_one_pdf(cli: Cli, house: Path, tmp_path: Path) -> None:
    ended = cli("export", house, "people.pdf", "--each-persona")
    assert ended.text.startswith("Written: people.pdf (3 pages A3, ")
    document = pypdfium2.PdfDocument((tmp_path / "people.pdf").read_bytes())
    told = [page.get_textpage().get_text_range() for page in document]
    names = ("Sonia Aubry", "Thomas Vidal", "Monique Perrin")
    assert [[name in text for name in names] for text in told] == [
        [True, False, False], [False, True, False], [False, False, True],
    ]  # fmt: skip
    assert [document.get_page_label(page) for page in range(3)] == list(names)
    outline = [mark.get_title() for mark in document.get_toc()]
    assert [title for title in outline if title in names] == list(names)
    document.close()


def test_each_persona_is_a_file_of_its_own(cli: Cli, house: Path, tmp_path: Path) -> None:
    for ending in ("svg", "mmd", "md", "csv"):
        assert cli("export", house, f"out.{ending}", "--each-persona").status == 0
        assert sorted(path.name for path in tmp_path.glob(f"*.{ending}")) == [
            f"out-{name}.{ending}" for name in ("01-sonia-aubry", "02-thomas-vidal", "03-monique-perrin")
        ]


def test_one_paper_holds_the_posters_of_all(cli: Cli, house: Path, tmp_path: Path) -> None:
    cli("export", house, "auto.pdf", "--each-persona", "--paper", "auto")
    document = pypdfium2.PdfDocument((tmp_path / "auto.pdf").read_bytes())
    assert len({page.get_size() for page in document}) == 1
    document.close()

"""What there is to begin from, and a new journey made of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeyeditor.errors import message
from journeyeditor.files import load, save
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.records import Channel, Emotion, Persona
from journeyeditor.model.rules import broken_rules
from journeyeditor.publish import renewed, templates
from tests.cli.running import Cli

FOLDER = "home/xdg_data_home/journeyeditor/templates"


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cli: Cli) -> Path:
    """Two templates in two languages stand in for the shipped ones."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name, title in (("loyalty-6.fr", "Fidélité"), ("loyalty-6.en", "Loyalty"), ("blank.en", "")):
        (tmp_path / "t.mmd").write_text(f"journey\ntitle {title}\nsection S\nTea: 4: Me, Cat\n")
        assert cli("import", "t.mmd", "-o", folder / f"{name}.journey", "--lang", name[-2:]).status == 0
    monkeypatch.setattr(templates, "shipped_folder", lambda: folder)
    return folder


def test_templates_are_listed_with_languages_title_and_purpose(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    told = cli("templates").text
    assert "loyalty-6  (en, fr)\n    Loyalty\n    Six stages around the purchase" in told
    assert FOLDER.rsplit("/", 1)[0] in told
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "loyalty-6  (en, fr)\n    Fidélité\n    Six étapes" in cli("templates").text
    plain = {entry["name"]: entry for entry in json.loads(cli("templates", "--json").out)}
    assert plain["loyalty-6"]["languages"] == ["en", "fr"]
    assert plain["loyalty-6"]["titles"] == {"fr": "Fidélité", "en": "Loyalty"}


def test_templates_of_the_users_own_come_first_and_a_damaged_one_is_named(
    cli: Cli, tmp_path: Path, shipped: Path
) -> None:
    own = tmp_path / FOLDER
    own.mkdir(parents=True)
    (own / "mine.journey").write_bytes((shipped / "loyalty-6.fr.journey").read_bytes())
    (own / "broken.journey").write_bytes(b"PK")
    ended = cli("templates")
    assert ended.text.startswith("mine  (fr)\n")
    assert f"{own / 'broken.journey'}: " in ended.err
    assert cli("new", "x.journey", "--template", "mine").status == 0


def test_a_new_journey_has_ids_of_its_own(cli: Cli, tmp_path: Path, shipped: Path) -> None:
    assert cli("new", "a.journey", "--template", "loyalty-6", "--lang", "fr", "--title", " V\x07élo\udce9 ").status == 0
    made, source = load(tmp_path / "a.journey").journey, load(shipped / "loyalty-6.fr.journey").journey
    assert (made.head.title, made.head.language) == ("Vélo", "fr")
    assert not {record.id for record in made} & {record.id for record in source}
    assert broken_rules(made) == []
    assert [t.title for t in made.touchpoints()] == [t.title for t in source.touchpoints()]
    assert sorted(e.value for e in made.all(Emotion)) == sorted(e.value for e in source.all(Emotion))


def test_the_users_language_is_preferred_then_english(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("new", "a.journey", "--template", "loyalty-6")
    assert load(tmp_path / "a.journey").journey.head.title == "Loyalty"
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    cli("new", "b.journey", "--template", "loyalty-6")
    assert load(tmp_path / "b.journey").journey.head.title == "Fidélité"
    assert cli("new", "c.journey").status == 0


def test_an_empty_copy_keeps_the_frame_and_no_names(cli: Cli, tmp_path: Path) -> None:
    cli("new", "a.journey", "--template", "loyalty-6", "--empty")
    made = load(tmp_path / "a.journey").journey
    assert [persona.name for persona in made.personas()] == ["Persona 1", "Persona 2"]
    assert [persona.style for persona in made.personas()] == [1, 2]
    assert made.all(Emotion) == []
    assert [t.title for t in made.touchpoints()] == ["Tea"]


def test_any_journey_file_is_a_template(cli: Cli, tmp_path: Path, shipped: Path) -> None:
    journey = load(shipped / "loyalty-6.en.journey").journey
    own = Channel(id="channel_own", title="Fax", icon="document")
    (step,) = journey.touchpoints()
    journey.apply(Change(message("x"), {own.id: (None, own), step.id: (step, replaced(step, channel=own.id))}))
    save(journey, tmp_path / "last.journey.json")
    assert cli("new", "next.journey", "--template", "last.journey.json", "--lang", "de").status == 0
    made = load(tmp_path / "next.journey").journey
    assert made.head.language == "de"
    assert made.channel(made.touchpoints()[0].channel) == own
    assert all(isinstance(record, Persona) for record in made.personas())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("x.journey", "--template", "nothing"), "There is no template “nothing”. Choose one of blank, loyalty-6, or"),
        (("x.journey", "--template", "no/such.journey"), "no/such.journey: There is no such file."),
        (("x.journey", "--template", "loyalty-6", "--lang", "de"), "in the language “de”. It can be had in: en, fr."),
        (("x.pdf", "--template", "blank"), "x.pdf: This name has no ending that says what to write. Use .journey"),
        (("x.json", "--to", "journey"), "does not go with --to journey. Use .journey."),
    ],
)
def test_what_cannot_be_made_is_said(cli: Cli, arguments: tuple[str, ...], sentence: str) -> None:
    ended = cli("new", *arguments)
    assert (ended.status, sentence in ended.err) == (2, True), ended.err
    assert not Path(arguments[0]).exists()


def test_renewing_twice_never_gives_the_same_ids(shipped: Path) -> None:
    source = load(shipped / "loyalty-6.en.journey").journey
    first, second = (renewed(source) for _ in range(2))
    assert not {r.id for r in first} & {r.id for r in second}


def test_the_slots_of_an_empty_copy_are_told_apart_in_its_language(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "t.mmd").write_text("journey\nsection S\nTea: 4: A, B, C\n")
    cli("import", "t.mmd", "-o", "three.journey", "--lang", "en")
    cli("new", "a.journey", "--template", "three.journey", "--empty", "--lang", "fr")
    made = load(tmp_path / "a.journey").journey.personas()
    assert [persona.name for persona in made] == ["Persona 1", "Persona 2", "Persona 3"]
    assert [persona.style for persona in made] == [1, 2, 3]

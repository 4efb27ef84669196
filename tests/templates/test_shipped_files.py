"""What is shipped is what the sources say, opens without a remark, and has one structure in all languages."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from journeyeditor import files
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import SECTIONS, Quote, Record

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "templates"
FIVE = ("ambassador-4", "buying-cycle-5", "classic-5", "funnel-9", "loyalty-6")
IN_BOTH_LANGUAGES = (*FIVE, "blank", "service-blueprint")
EXAMPLES = ("example-new-hip.en", "example-renovation.fr")


def contents(data: bytes) -> dict[str, bytes]:
    """The parts of a journey's zip, unpacked: how hard they are pressed depends on the machine."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != "preview.png"}


def test_everything_that_is_promised_is_there() -> None:
    names = {path.stem for path in SHIPPED.glob("*.journey")}
    assert names == {f"{name}.{language}" for name in IN_BOTH_LANGUAGES for language in ("fr", "en")} | set(EXAMPLES)


def test_shipped_files_are_what_the_sources_build(builder: ModuleType) -> None:
    for name, journey in builder.built().items():
        shipped = (SHIPPED / f"{name}.journey").read_bytes()
        assert contents(shipped) == contents(files.to_bytes(journey)), (
            f"{name}: run python packaging/build_templates.py"
        )


def test_building_twice_gives_the_same_bytes(builder: ModuleType) -> None:
    source = builder.SOURCES / "loyalty-6.toml"
    assert files.to_bytes(builder.build(source, "fr")) == files.to_bytes(builder.build(source, "fr"))


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.journey")), ids=lambda path: path.stem)
def test_a_shipped_file_opens_without_a_remark(path: Path) -> None:
    loaded = files.load(path)
    assert loaded.notes == ()
    assert not loaded.read_only
    assert loaded.journey.head.language == {"fr": "fr", "en": "en-GB"}[path.stem.rpartition(".")[2]]


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.journey")), ids=lambda path: path.stem)
def test_a_shipped_file_is_small(path: Path) -> None:
    assert path.stat().st_size < 250_000


def structure(journey: Journey) -> dict[str, dict[str, object]]:
    """Every record without the words that a language changes."""
    found: dict[str, dict[str, object]] = {}
    for record in journey:
        fields = {name: getattr(record, name) for name in record.__struct_fields__}
        found[record.id] = {name: outline(value) for name, value in fields.items() if name != "language"}
    return found


def outline(value: object) -> object:
    """Whether there is a text, not which; everything that is not a text as it is."""
    if isinstance(value, str):
        return bool(value)
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return len(value)
    return value


@pytest.mark.parametrize("name", IN_BOTH_LANGUAGES)
def test_both_languages_have_the_same_structure(shipped: dict[str, Journey], name: str) -> None:
    french, english = shipped[f"{name}.fr"], shipped[f"{name}.en"]
    assert structure(french) == structure(english)
    for kind in SECTIONS.values():
        assert [record.id for record in french.all(kind)] == [record.id for record in english.all(kind)]


REFERENCES = ("stage", "channel", "first", "last", "lane", "source", "target", "persona", "touchpoint", "pain", "image")
SHARED = ("order", "kind", "phase", "maturity", "evidence", "status", "due", "date", "portrait", "opportunity")


def shared(record: Record, name: str) -> dict[str, object]:
    """The fields of a record that must not differ between languages (a quote's date, an anchor, a due date…)."""
    fields = [field for field in (*REFERENCES, *SHARED) if field in record.__struct_fields__]
    if isinstance(record, Quote):
        fields.remove("source")  # who said it, not where a flow begins
    return {"of": name} | {field: getattr(record, field) for field in fields}


@pytest.mark.parametrize("name", IN_BOTH_LANGUAGES)
def test_both_languages_share_places_dates_and_pictures(shipped: dict[str, Journey], name: str) -> None:
    french, english = shipped[f"{name}.fr"], shipped[f"{name}.en"]
    for record in french:
        twin = english.get(record.id)
        assert twin is not None
        assert shared(record, name) == shared(twin, name)


@pytest.mark.parametrize("name", IN_BOTH_LANGUAGES)
def test_french_and_english_are_different_texts(shipped: dict[str, Journey], name: str) -> None:
    french, english = shipped[f"{name}.fr"], shipped[f"{name}.en"]
    assert french.head.title != english.head.title
    stages = zip(french.stages(), english.stages(), strict=True)
    same = [one.title for one, other in stages if one.title == other.title]
    assert set(same) <= {"Engagement"}


def test_no_two_shipped_journeys_share_an_id_but_the_languages_of_one(shipped: dict[str, Journey]) -> None:
    owner: dict[str, str] = {}
    for name, journey in shipped.items():
        for record in journey:
            template = name.rpartition(".")[0]
            assert owner.setdefault(record.id, template) == template


def test_the_builder_refuses_what_it_does_not_know(builder: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "wrong.toml"
    head = 'languages = ["en"]\nrows = ["pains"]\n[journey]\ntitle = "x"\n'
    for wrong in ("[[pain]]\n", '[[pains]]\nat = "nowhere"\n', "[[pains]]\nseverity = 9\n", "[[gains]]\nforce = 1\n"):
        source.write_text(head + wrong, encoding="utf-8")
        with pytest.raises(builder.SourceError):
            builder.build(source, "en")


def test_the_builder_sets_type_as_a_compositor_does(builder: ModuleType) -> None:
    typeset = builder.typeset
    assert typeset("L'idée : « Non ! », 12 000 € ?", "fr") == (
        "L\u2019idée\u00a0: «\u00a0Non\u202f!\u00a0», 12\u202f000\u00a0€\u202f?"
    )
    assert typeset("Don't wait: 5 %", "en") == "Don\u2019t wait: 5 %"

"""The catalogues are whole, in step with the code, and well set."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import io
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from journeyeditor.files import load
from journeyeditor.publish import export
from journeyeditor.words import Words

SAYING = ("message", "counted", "say", "_say", "plural")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_of_the_program_is_in_french(tool: ModuleType) -> None:
    assert tool.faults(tool.updated("fr")) == []


def test_no_sentence_is_kept_that_the_program_no_longer_says(tool: ModuleType) -> None:
    said = {tool._key(entry) for entry in tool.extracted()}
    kept = {tool._key(entry) for entry in tool.stored("fr") if entry.id}
    assert kept <= said


def test_the_compiled_catalogue_is_that_of_the_source(tool: ModuleType) -> None:
    fresh = gettext.GNUTranslations(io.BytesIO(tool.compiled(tool.stored("fr"))))
    committed = gettext.GNUTranslations(io.BytesIO(tool.catalogue_path("fr", "mo").read_bytes()))
    strip = {"": None}
    assert {**fresh._catalog, **strip} == {**committed._catalog, **strip}


def test_the_check_finds_a_missing_text_and_a_wrong_gap(tool: ModuleType) -> None:
    catalogue = tool.Catalog(locale="fr")
    catalogue.add("{n} file", "")
    catalogue.add("{name} is here", "{nom} est là")
    catalogue.add(("{n} pain", "{n} pains"), ("{n} irritant", "{n} irritants"))
    assert len(tool.faults(catalogue)) == 2


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call in the package that says a sentence."""
    for path in sorted((ROOT / "journeyeditor").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in SAYING and (name != "say" or path.parent.name != "paint"):  # there it speaks to a PDF
                    yield path, node, name


def test_every_sentence_can_be_collected(tool: ModuleType) -> None:
    """A text that is put together is no message id."""
    collected = {form for entry in tool.extracted() for form in tool._forms(entry.id)}
    lost = []
    for path, call, name in calls():
        first = call.args[0] if call.args else None
        constant = isinstance(first, ast.Constant) and isinstance(first.value, str)
        if constant and first.value and first.value not in collected:
            lost.append(f"{path.name}:{call.lineno}: {first.value}")
        elif not constant and name in ("message", "counted") and path.name != "errors.py":
            lost.append(f"{path.name}:{call.lineno}: no plain text")
    assert lost == []


def test_french_is_set_as_french(tool: ModuleType) -> None:
    wrong = []
    for entry in tool.stored("fr"):
        if not entry.id:
            continue
        for text in tool._forms(entry.string):
            plain = re.sub(r"https?://\S+|\{[^}]*\}", "x", text)
            if re.search(r"[^\s] [:;!?»]|« |[A-Za-zé]'[a-zé]| %(?![(sdr])", plain):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("name", ["loyalty-6.fr", "service-blueprint.fr", "example-renovation.fr"])
def test_all_that_a_poster_asks_for_has_been_collected(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What reaches `say` through a variable is found only by listening."""
    asked: set[str] = set()
    translated = Words._translated

    def listening(words: Words, text: str) -> str:
        asked.add(text)
        return translated(words, text)

    monkeypatch.setattr(Words, "_translated", listening)
    journey = load(ROOT / "resources" / "templates" / f"{name}.journey").journey
    for kind in ("svg", "markdown"):
        export(journey, kind)
    collected = {form for entry in tool.extracted() for form in tool._forms(entry.id)}
    assert len(asked) > 20
    assert asked - collected == set()

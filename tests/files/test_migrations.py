"""Files of older versions are opened: step by step, each step a named function on plain data."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from journeyeditor import files
from journeyeditor.errors import BadInput
from journeyeditor.files import decode, encode, form, migrations, saving
from journeyeditor.files.migrations import Document, Step, migrated
from journeyeditor.model.rules import broken_rules
from tests.files.test_foreign import assert_within

OLD = Path(__file__).parent / "old"

FROZEN = {
    "version-1.journey": "1e61a16ccf31b3fb8e3a8975eb915c90d0bce77723160b25a227f2a86d10891f",
    "version-1.journey.json": "9f2368073a6b0d4bd1325d76e7137fab42e6c96119cc457ad0f4499d5262dce6",
}
"""SHA-256 of the files of every version that was ever released. They never change again."""


def test_the_steps_lead_to_the_current_version_without_a_gap() -> None:
    assert [step.to for step in migrations.STEPS] == list(range(2, form.FORMAT_VERSION + 1))
    assert form.READABLE_FROM <= form.FORMAT_VERSION


@pytest.mark.parametrize("name", FROZEN)
def test_a_file_of_every_version_is_opened_for_ever(name: str) -> None:
    path = OLD / name
    assert hashlib.sha256(path.read_bytes()).hexdigest() == FROZEN[name]
    loaded = files.load(path)
    assert loaded.notes == ()
    assert not loaded.read_only
    assert broken_rules(loaded.journey, loaded.journey.images) == []
    assert len(loaded.journey.images) == 3


def test_a_file_of_every_version_is_kept() -> None:
    versions = range(1, form.FORMAT_VERSION + 1)
    assert {f"version-{n}{suffix}" for n in versions for suffix in (".journey", ".journey.json")} == set(FROZEN)
    assert {path.name for path in OLD.iterdir()} == set(FROZEN)


@pytest.mark.parametrize("name", [name for name in FROZEN if name.startswith(f"version-{form.FORMAT_VERSION}.")])
def test_nothing_in_the_current_versions_file_is_lost_by_saving_it_again(name: str) -> None:
    journey = files.load(OLD / name).journey
    again = json.loads(files.to_bytes(journey, bare=True))
    before = json.loads((OLD / f"version-{form.FORMAT_VERSION}.journey.json").read_bytes())
    assert_within(before, again)
    assert set(before["images"]) == set(again["images"])


# -- a step of the future --------------------------------------------------------------------------------------------
def chapters_are_stages(document: Document) -> Document:
    """Version 2 (made up): stages were called chapters."""
    document["stages"] = document.pop("chapters")
    return document


def emotions_count_from_minus_two(document: Document) -> Document:
    """Version 3 (made up): emotions were 1 to 5."""
    for emotion in document["emotions"]:
        emotion["value"] -= 3
    return document


@pytest.fixture
def future(monkeypatch: pytest.MonkeyPatch) -> None:
    """This program, two versions later."""
    monkeypatch.setattr(migrations, "STEPS", (Step(2, chapters_are_stages), Step(3, emotions_count_from_minus_two)))
    for room in (decode, encode, saving, form):
        monkeypatch.setattr(room, "FORMAT_VERSION", 3)


def old_document(version: int) -> dict[str, Any]:
    return {
        "format": "journeyeditor",
        "format_version": version,
        "readable_from": 1,
        "journey": {"id": "j"},
        ("chapters" if version == 1 else "stages"): [{"id": "s", "order": "a0", "title": "Buy", "future": 1}],
        "touchpoints": [{"id": "t", "order": "a0", "stage": "s"}],
        "personas": [{"id": "p", "order": "a0"}],
        "emotions": [{"id": "e", "persona": "p", "touchpoint": "t", "value": 5 if version < 3 else 2}],
        "images": {},
    }


@pytest.mark.usefixtures("future")
@pytest.mark.parametrize("version", [1, 2, 3])
def test_older_files_are_opened_as_what_they_meant(version: int) -> None:
    loaded = files.load(json.dumps(old_document(version)).encode())
    assert loaded.format_version == version
    assert loaded.notes == ()
    assert [stage.title for stage in loaded.journey.stages()] == ["Buy"]
    assert loaded.journey.stages()[0].extra == {"future": 1}
    assert loaded.journey.emotions("p")["t"].value == 2
    assert json.loads(files.to_bytes(loaded.journey, bare=True))["format_version"] == 3


@pytest.mark.usefixtures("future")
def test_an_older_file_that_is_not_built_like_one_is_refused() -> None:
    document = old_document(1)
    del document["chapters"]
    with pytest.raises(BadInput, match="says that it is of version 1, but is not built like that"):
        files.load(json.dumps(document).encode())


@pytest.mark.usefixtures("future")
def test_only_the_steps_that_are_needed_are_taken() -> None:
    assert migrated({"emotions": []}, 2) == {"emotions": [], "format_version": 3}
    assert migrated({"anything": 1}, 3) == {"anything": 1}

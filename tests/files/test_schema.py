"""The published JSON Schema is current, right, and what our files and everything we ship obey."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from journeyeditor import files
from journeyeditor.assets import resources
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import SECTIONS
from tests.files.anything import journeys
from tests.files.building import rich
from tests.files.test_faults import PERSONA, STAGE, TOUCHPOINT

PUBLISHED = Path(__file__).parents[2] / "docs" / "journey.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(files.schema())
SHIPPED = sorted(path for path in resources().rglob("*") if path.name.endswith((".journey", ".journey.json")))


def test_the_published_schema_is_current() -> None:
    """If not: `python -m journeyeditor schema > docs/journey.schema.json`."""
    assert PUBLISHED.read_text(encoding="utf-8") == files.schema_text()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(files.schema())


def test_a_journey_with_everything_in_it_obeys_the_schema() -> None:
    VALIDATOR.validate(json.loads(files.to_bytes(rich(), bare=True)))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(journey=journeys())
def test_what_we_write_obeys_the_schema_but_for_words_of_the_future(journey: Journey) -> None:
    for error in VALIDATOR.iter_errors(json.loads(files.to_bytes(journey, bare=True))):
        assert error.instance == "a word of the future", error.message


def json_of(path: Path) -> Any:
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("journey.json")
    return json.loads(data)


@pytest.mark.parametrize("path", SHIPPED, ids=[path.name for path in SHIPPED])
def test_every_shipped_journey_obeys_the_schema_and_opens_without_a_remark(path: Path) -> None:
    VALIDATOR.validate(json_of(path))
    loaded = files.load(path)
    assert loaded.notes == ()
    bare = path.name.endswith(".json")
    again = json.loads(files.to_bytes(loaded.journey, bare=bare)) if bare else None
    assert again is None or again == json_of(path)


def minimal(**sections: Any) -> dict[str, Any]:
    return {"format": "journeyeditor", "format_version": 1, "journey": {"id": "j"}, **sections}


def test_the_least_file_obeys_the_schema_and_opens() -> None:
    least = minimal(stages=[STAGE], touchpoints=[TOUCHPOINT], personas=[PERSONA])
    VALIDATOR.validate(least)
    assert files.load(json.dumps(least).encode()).notes == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "journeyeditor", "format_version": 1},
        {**minimal(), "format": "other"},
        {**minimal(), "format_version": True},
        {**minimal(), "format_version": 0},
        minimal(stages={"id": "s"}),
        minimal(stages=[{"id": "s"}]),
        minimal(stages=[{**STAGE, "room": 0.5}]),
        minimal(stages=[{**STAGE, "phase": "whenever"}]),
        minimal(stages=[{**STAGE, "order": "a-"}]),
        minimal(pains=[{"id": "x", "severity": 6}]),
        minimal(pains=[{"id": "x", "severity": 2.5}]),
        minimal(quotes=[{"id": "x", "date": "1.2.2026"}]),
        minimal(emotions=[{"id": "x", "persona": "p", "touchpoint": "t", "value": 1}]),
        minimal(emotions=[{"id": "emotion:p:t", "persona": "p", "touchpoint": "t", "value": 2.1}]),
        minimal(journey={"id": "j", "poster": {"accent": "red"}}),
        minimal(images={"x": {"type": "png", "base64": ""}}),
        minimal(images={"0" * 64: {"type": "gif", "base64": ""}}),
    ],
)
def test_what_is_wrong_is_wrong_by_the_schema_too(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(wrong)


def test_unknown_keys_are_allowed_everywhere() -> None:
    stage = {**STAGE, "mood": 1, "journey": {"path": "a", "mood": 1}}
    VALIDATOR.validate(minimal(stages=[stage], weather=[]))


def test_our_own_drawers_for_unknown_keys_are_no_keys_of_the_file() -> None:
    definitions = files.schema()["$defs"]
    assert {kind.__name__ for kind in SECTIONS.values()} | {"Head"} <= set(definitions)
    for definition in definitions.values():
        assert not {"extra", "foreign"} & set(definition["properties"])
        assert definition["description"]
    assert b'"extra"' not in files.to_bytes(rich(), bare=True)

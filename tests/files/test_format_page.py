"""The page about the file is complete and its example is a journey."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema

from journeyeditor import files
from journeyeditor.drawing.themes import THEMES
from journeyeditor.files import limits
from journeyeditor.files.shape import shape_of
from journeyeditor.layout.paper import SIZES
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.records import SECTIONS, Closer, Head, Origin, Poster, Value
from journeyeditor.publish.options import AUTO

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")


def test_the_example_opens_without_a_remark_and_obeys_the_schema() -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    loaded = files.load(example.encode("utf-8"))
    assert loaded.notes == ()
    assert loaded.journey.head.title == "Buying a bicycle"
    assert len(loaded.journey) == 18
    jsonschema.Draft202012Validator(files.schema()).validate(json.loads(example))
    kept = json.loads(files.to_bytes(loaded.journey, bare=True))
    assert [touchpoint["title"] for touchpoint in kept["touchpoints"]] == ["Compare", "Ask a friend", "Test ride"]


def test_every_record_field_and_word_is_on_the_page() -> None:
    words = set(re.findall(r"[a-z0-9_#:]+", " ".join(re.findall(r"`([^`]*)`", PAGE)), re.IGNORECASE))
    for kind in (Head, *SECTIONS.values(), Closer, Origin, Poster, Value):
        shape = shape_of(kind)
        missing = {*shape.fields, *(word for some in shape.words.values() for word in some)} - words
        assert not missing, f"{kind.__name__}: {missing}"
    assert set(SECTIONS) <= words
    assert set(BUILT_IN_CHANNELS) <= words


def test_the_papers_and_themes_on_the_page_are_those_of_the_program() -> None:
    (told,) = re.findall(r"^`poster`: (.*?)\n\n", PAGE, re.DOTALL | re.MULTILINE)
    paper, theme = re.findall(r"`paper` \((.*?)\),", told, re.DOTALL) + re.findall(r"`theme` \((.*?)\)", told)
    assert re.findall(r"`([^`]+)`", paper)[1:] == [*SIZES, "600x420mm", AUTO]
    assert re.findall(r"`([^`]+)`", theme) == list(THEMES)


def test_the_limits_and_versions_on_the_page_are_those_of_the_program() -> None:
    assert f"| file | {limits.FILE_BYTES // limits.MEGABYTE} MB |" in PAGE
    assert f"| {limits.JSON_BYTES // limits.MEGABYTE} MB, {limits.RECORDS:,} records |" in PAGE
    assert (
        f"| pictures | {limits.IMAGES:,}; each {limits.IMAGE_BYTES // limits.MEGABYTE} MB and 40 million dots |" in PAGE
    )
    assert f"up to {limits.DEPTH} levels" in PAGE
    assert files.MIMETYPE in PAGE
    assert re.findall(r"^\| (\d+) \| [\d.]+ \|", PAGE, re.MULTILINE)[-1] == str(files.FORMAT_VERSION)

"""New journeys from old ones: for every shipped template."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from journeyeditor.exchange.markdown import to_markdown
from journeyeditor.files import load
from journeyeditor.model.blank import blank
from journeyeditor.model.records import (
    Anchored,
    Channel,
    Emotion,
    Flow,
    Lane,
    Persona,
    Stage,
    Touchpoint,
)
from journeyeditor.model.rules import broken_rules
from journeyeditor.publish import emptied, library, renewed

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "resources" / "templates").glob("*.journey"))
each = pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)


@each
def test_a_renewed_map_says_the_same_under_other_ids(path: Path) -> None:
    old = load(path).journey
    new = renewed(old)
    assert broken_rules(new, new.images) == []
    shared = {record.id for record in new} & {record.id for record in old}
    assert shared == {channel.id for channel in old.all(Channel)}
    # Whatever has no order of its own is told in the order of the ids, which are others now.
    assert sorted(to_markdown(new).splitlines()) == sorted(to_markdown(old).splitlines())
    assert len(new) == len(old)


@each
def test_an_emptied_map_is_the_frame_alone(path: Path) -> None:
    old = load(path).journey
    bare = emptied(old)
    assert broken_rules(bare) == []
    assert not any(isinstance(record, Anchored | Emotion) for record in bare)
    for kind in (Stage, Lane):
        assert bare.all(kind) == old.all(kind)
    assert [t.title for t in bare.touchpoints()] == [t.title for t in old.touchpoints()]
    assert [(f.source, f.target, f.label) for f in bare.all(Flow)] == [
        (f.source, f.target, f.label) for f in old.all(Flow)
    ]
    told = msgspec.json.encode(list(bare)).decode()
    slots = [persona.name for persona in bare.personas()]
    assert slots == [f"Persona {number}" for number in range(1, len(old.personas()) + 1)]
    for persona in old.all(Persona):
        assert persona.name not in told or persona.name in {*slots, *(t.title for t in old.all(Touchpoint))}
    assert bare.head.owner == bare.head.facilitator == bare.head.date == ""


def test_every_shipped_template_is_in_the_library_with_what_it_is_for(tmp_path: Path) -> None:
    found = library(own=tmp_path)
    assert found.problems == ()
    assert len(found.templates) == len(SHIPPED)
    assert all(template.title for template in found.templates)
    assert not any(isinstance(template.purpose, str) for template in found.templates)


@pytest.mark.parametrize(
    ("own", "asked", "language"),
    [
        ("en-GB", None, "en-GB"),
        ("en-GB", "en", "en-GB"),
        ("en-GB", "en-US", "en-US"),
        ("en-GB", "fr", "fr"),
        ("en", "en-GB", "en-GB"),
    ],
)
def test_it_is_in_the_language_that_was_asked_for_and_keeps_the_variety_of_its_own(
    own: str, asked: str | None, language: str
) -> None:
    assert renewed(blank("A way", own), language=asked).head.language == language

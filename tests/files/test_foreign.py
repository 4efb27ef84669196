"""What only a newer program knows survives; what only a newer program may change is not changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from journeyeditor import files
from journeyeditor.errors import CannotWrite, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Stage
from tests.files.building import picture, rich


def document(**changes: Any) -> dict[str, Any]:
    """A file as a newer program may have written it."""
    return {
        "format": "journeyeditor",
        "format_version": 1,
        "readable_from": 1,
        "journey": {
            "id": "j",
            "title": "Map",
            "mood": {"colour": "warm"},
            "state": "in_between",
            "phase_titles": {"before": "Avant", "long_after": "Bien après"},
            "poster": {"paper": "A1", "bleed": 3.5, "orientation": "diagonal"},
            "based_on": {"id": "j0", "hash": "x", "when": "2027"},
        },
        "stages": [{"id": "s", "order": "a0", "title": "Buy", "phase": "long_after", "weather": [1, 2.5, None, True]}],
        "touchpoints": [
            {
                "id": "t",
                "order": "a0",
                "stage": "s",
                "extra": {"a": 1},
                "journey": {"path": "b.journey", "preview": "x"},
                "started_by": "robot",
            },
            {"id": "t2", "order": "a1", "stage": "s", "extra": {}},
        ],
        "personas": [{"id": "p", "order": "a0", "maturity": "alumnus", "foreign": "yes"}],
        "lanes": [{"id": "l", "order": "a0", "kind": "smells", "title": "What it smells of"}],
        "lines": [
            {"id": "line1", "order": "a1", "kind": "visibility"},
            {"id": "line2", "order": "a2", "kind": "hearing", "title": "Line of hearing"},
        ],
        "entries": [{"id": "e", "lane": "l", "order": "a0", "text": "Coffee"}],
        "measures": [{"id": "m", "values": [{"date": "2026", "value": 3.0, "margin": 0.5}], "better": "nearer"}],
        "opportunities": [{"id": "o", "status": "parked"}],
        "comments": [{"id": "c", "on": "t", "text": "Is it?"}],
        "weather": {"tomorrow": None},
        **changes,
    }


def loaded(plain: dict[str, Any]) -> files.Loaded:
    return files.load(json.dumps(plain).encode())


def saved(journey: Journey) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(files.to_bytes(journey, bare=True))
    return result


def assert_within(part: Any, whole: Any, place: str = "$") -> None:
    """Everything in `part` is in `whole`, which may say more."""
    if isinstance(part, dict):
        for key, value in part.items():
            assert key in whole, f"{place}.{key} is lost"
            assert_within(value, whole[key], f"{place}.{key}")
    elif isinstance(part, list):
        assert len(part) == len(whole), place
        for index, value in enumerate(part):
            assert_within(value, whole[index], f"{place}[{index}]")
    else:
        assert part == whole, place


def test_unknown_keys_sections_and_words_come_back_as_they_were() -> None:
    assert_within(document(), saved(loaded(document()).journey))


def test_what_is_unknown_is_told_where_it_cannot_be_shown() -> None:
    notes = [note.english() for note in loaded(document()).notes]
    assert notes == [
        "lines[1] (“Line of hearing”) is of a kind that only a newer version knows; it is kept but not shown."
    ]


def test_an_unknown_word_leaves_its_field_at_the_default() -> None:
    journey = loaded(document()).journey
    assert journey.head.state == "as_is"
    assert journey.head.poster.orientation == "landscape"
    assert journey.stages()[0].phase is None
    assert journey.rows()[0].kind == "free"


def replace(journey: Journey, key: str, **fields: Any) -> None:
    before = journey.get(key)
    assert before is not None
    after: AnyRecord = msgspec.structs.replace(before, **fields)
    journey.apply(Change(message("Edit"), {key: (before, after)}))


def test_an_unknown_word_gives_way_to_what_the_user_chose_since() -> None:
    journey = loaded(document()).journey
    replace(journey, "s", phase="during")
    replace(journey, "l", kind="thoughts")
    replace(journey, "o", text="Something else was edited")
    plain = saved(journey)
    assert plain["stages"][0]["phase"] == "during"
    assert plain["stages"][0]["weather"] == [1, 2.5, None, True]
    assert plain["lanes"][0]["kind"] == "thoughts"
    assert plain["opportunities"][0]["status"] == "parked"
    again = loaded(plain).journey
    assert again.stages()[0].phase == "during"


def test_unknown_keys_stay_with_their_part_when_a_neighbour_changes() -> None:
    journey = loaded(document()).journey
    replace(journey, "j", poster=msgspec.structs.replace(journey.head.poster, paper="A0"))
    assert saved(journey)["journey"]["poster"]["bleed"] == 3.5
    assert saved(journey)["journey"]["poster"]["orientation"] == "diagonal"


def test_a_picture_that_only_a_newer_program_refers_to_is_kept() -> None:
    journey = rich()
    key = journey.images.add(picture(size=(7, 7)))
    stage = journey.stages()[0]
    replace(journey, stage.id, extra={"backdrop": {"image": key}})
    for bare in (False, True):
        assert key in files.from_bytes(files.to_bytes(journey, bare=bare)).images


# -- versions --------------------------------------------------------------------------------------------------------
def test_a_newer_file_that_older_programs_may_edit_is_opened_and_keeps_its_version(tmp_path: Path) -> None:
    newer = document(format_version=7, readable_from=1)
    found = loaded(newer)
    assert not found.read_only
    assert found.format_version == 7
    assert_within(newer, saved(found.journey))
    files.save(found.journey, tmp_path / "map.journey")
    assert files.load(tmp_path / "map.journey").format_version == 7


def test_a_file_that_only_newer_programs_may_edit_is_opened_to_look_at() -> None:
    found = loaded(document(format_version=7, readable_from=6))
    assert found.read_only
    assert found.notes[0].english() == (
        "This file was written by a newer version of Journey Editor. "
        "It can be looked at and printed here, but not changed."
    )
    assert found.journey.stages()[0].title == "Buy"


def test_readable_from_is_as_new_as_the_version_where_it_is_not_said() -> None:
    plain = document(format_version=7)
    del plain["readable_from"]
    assert loaded(plain).read_only


def test_what_a_read_only_file_says_in_a_new_way_is_left_out_with_a_note() -> None:
    plain = document(
        format_version=7,
        readable_from=7,
        pains=[
            {"id": "x", "severity": "terrible", "text": "Ouch"},
            {"id": "y", "text": "Ow"},
            {"id": "t", "text": "!"},
        ],
    )
    found = loaded(plain)
    assert [pain.id for pain in found.journey if pain.id in {"x", "y"}] == ["y"]
    said = [note.english() for note in found.notes]
    assert any("pains[0].severity (“Ouch”)" in sentence for sentence in said)
    assert any("have the same id, t" in sentence for sentence in said)


@pytest.mark.parametrize("name", ["map.journey", "map.journey.json"])
def test_a_read_only_file_is_not_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(json.dumps(document(format_version=7, readable_from=7)).encode())
    before = path.read_bytes()
    found = files.load(path)
    for journey in (found.journey, rich()):
        with pytest.raises(CannotWrite, match="written by a newer version") as refused:
            files.save(journey, path)
        assert refused.value.advice is not None
    assert path.read_bytes() == before


def test_a_copy_of_a_read_only_file_is_a_file_of_ours(tmp_path: Path) -> None:
    found = loaded(document(format_version=7, readable_from=7))
    files.save(found.journey, tmp_path / "copy.journey")
    copy = files.load(tmp_path / "copy.journey")
    assert not copy.read_only
    assert copy.format_version == files.FORMAT_VERSION
    assert copy.journey.stages() == found.journey.stages()
    assert isinstance(copy.journey.stages()[0], Stage)

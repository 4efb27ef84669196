"""Earlier versions: whoever saves over a good file of their own gets it back."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.errors import BadInput
from journeyeditor.files import from_bytes, load, save
from journeyeditor.files.generations import MOST, Generations
from journeyeditor.files.keeping_versions import VersionKeeper
from tests.files.building import picture

ROOT = Path(__file__).resolve().parents[2]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture
def kept(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "versions")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.journey"
    path.write_bytes(MAP.read_bytes())
    return path


def titled(path: Path, kept: Generations, *titles: str) -> None:
    """Saves a map once for each title of its first stage."""
    journey = load(path).journey
    for title in titles:
        journey.apply(rename(journey, journey.stages()[0].id, title))
        saved = save(journey, path)
        kept.keep(path, saved.data)


def first_stage(data: bytes) -> str:
    return from_bytes(data).stages()[0].title


def test_the_last_twenty_are_kept_and_come_back_byte_for_byte(mine: Path, kept: Generations) -> None:
    titled(mine, kept, *(f"Title {number}" for number in range(25)))
    versions = kept.versions(mine)
    assert len(versions) == MOST == 20
    assert [first_stage(kept.read(mine, one)) for one in versions] == [f"Title {n}" for n in range(24, 4, -1)]
    assert kept.read(mine, versions[0]) == mine.read_bytes()
    assert (versions[0].size, versions[0].stages) == (mine.stat().st_size, 4)
    assert versions[0].touchpoints == len(load(mine).journey.touchpoints())
    assert versions[0].title == load(mine).journey.head.title


def test_the_same_version_twice_is_one_and_a_picture_is_there_once(mine: Path, kept: Generations) -> None:
    journey = load(mine).journey
    photo = picture("JPEG", (300, 300)) + os.urandom(200_000)
    touchpoint = journey.touchpoints()[0].id
    journey.apply(describe(journey, touchpoint, image=journey.images.add(photo)))
    kept.keep(mine, save(journey, mine).data)
    kept.keep(mine, mine.read_bytes())
    assert len(kept.versions(mine)) == 1
    titled(mine, kept, "A", "B", "C", "D", "E")
    assert len(kept.versions(mine)) == 6
    assert sum(one.stat().st_size for one in kept.folder.rglob("*") if one.is_file()) < 2 * len(photo)
    assert all(len(kept.read(mine, one)) > len(photo) for one in kept.versions(mine))


def test_what_no_version_needs_any_more_goes(mine: Path, kept: Generations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyeditor.files.generations.YOUNG", -1.0)
    titled(mine, kept, *(f"Title {number}" for number in range(24)))
    texts = {one.parts["journey.json"] for one in kept.versions(mine)}
    parts = {one.name for one in kept.folder.rglob("parts/*")}
    assert texts <= parts
    assert len(parts) == len({hash_ for one in kept.versions(mine) for hash_ in one.parts.values()})


def test_a_damaged_version_is_a_sentence_and_the_others_still_work(mine: Path, kept: Generations) -> None:
    titled(mine, kept, "One", "Two", "Three", "Four", "Five")
    versions = kept.versions(mine)
    part = next(kept.folder.rglob(versions[1].parts["journey.json"]))
    part.write_bytes(part.read_bytes()[:100])
    gone = next(kept.folder.rglob(versions[2].parts["journey.json"]))
    gone.unlink()
    note = next(kept.folder.rglob(versions[3].key))
    note.write_bytes(b'{"hash": ')
    again = kept.versions(mine)
    assert len(again) == 5
    for number in (1, 2, 3):
        with pytest.raises(BadInput, match="damaged"):
            kept.read(mine, again[number])
    assert [first_stage(kept.read(mine, again[number])) for number in (0, 4)] == ["Five", "One"]
    titled(mine, kept, "Six")
    assert first_stage(kept.read(mine, kept.versions(mine)[0])) == "Six"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"\xff\xd8\xff no picture", b"{}", b"[" * 100_000])
def test_what_was_no_journey_is_kept_as_it_was(mine: Path, kept: Generations, data: bytes) -> None:
    kept.keep(mine, data)
    (version,) = kept.versions(mine)
    assert kept.read(mine, version) == data


def test_the_bare_form_is_kept_too(tmp_path: Path, kept: Generations) -> None:
    path = tmp_path / "mine.journey.json"
    saved = save(load(MAP).journey, path)
    kept.keep(path, saved.data)
    (version,) = kept.versions(path)
    assert kept.read(path, version) == path.read_bytes()
    assert version.stages == 4


def test_another_name_and_a_copy_have_lists_of_their_own(mine: Path, kept: Generations, tmp_path: Path) -> None:
    titled(mine, kept, "One", "Two")
    copy = tmp_path / "copy.journey"
    copy.write_bytes(mine.read_bytes())
    journey = load(copy).journey.head.id
    assert kept.versions(copy, journey) == []
    titled(copy, kept, "Three")
    assert len(kept.versions(copy, journey)) == 1
    assert len(kept.versions(mine, journey)) == 2


def test_a_file_that_was_given_another_name_keeps_its_list(mine: Path, kept: Generations, tmp_path: Path) -> None:
    titled(mine, kept, "One", "Two")
    journey = load(mine).journey.head.id
    other = mine.rename(tmp_path / "better name.journey")
    versions = kept.versions(other, journey)
    assert [first_stage(kept.read(other, one, journey)) for one in versions] == ["Two", "One"]
    titled(other, kept, "Three")
    assert len(kept.versions(other)) == 3
    assert kept.versions(mine) == []


def test_a_disk_that_is_not_plugged_in_keeps_its_own(tmp_path: Path, kept: Generations) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    there, here = stick / "mine.journey", tmp_path / "mine.journey"
    for path in (there, here):
        path.write_bytes(MAP.read_bytes())
    titled(there, kept, "One")
    stick.rename(tmp_path / "away")
    assert kept.versions(here, load(here).journey.head.id) == []


def test_an_own_good_file_that_was_saved_over_comes_back(tmp_path: Path, kept: Generations) -> None:
    """Written by whatever program: the first save over it keeps it too."""
    good, other = tmp_path / "good.journey", load(MAP).journey
    good.write_bytes((ROOT / "resources" / "templates" / "loyalty-6.en.journey").read_bytes())
    before = good.read_bytes()
    keeper = VersionKeeper()
    keeper.keep(save(other, good), kept.folder)
    keeper.wait()
    newest, first = kept.versions(good)
    assert kept.read(good, first) == before
    assert kept.read(good, newest) == good.read_bytes()
    assert first.saved <= newest.saved
    assert keeper.trouble == ""


def test_a_version_that_cannot_be_kept_costs_the_save_nothing(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "versions").write_text("no folder")
    keeper = VersionKeeper()
    saved = save(load(mine).journey, mine)
    keeper.keep(saved, tmp_path / "versions")
    keeper.wait()
    assert keeper.trouble
    assert load(mine).hash == saved.hash
    keeper.keep(saved, tmp_path / "elsewhere")
    keeper.wait()
    assert keeper.trouble == ""
    assert Generations(tmp_path / "elsewhere").versions(mine)


def test_a_full_disk_keeps_what_is_there(mine: Path, kept: Generations, monkeypatch: pytest.MonkeyPatch) -> None:
    titled(mine, kept, "One")
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: os.terminal_size((0, 0)) and type("U", (), {"free": 10}))
    with pytest.raises(OSError, match="space"):
        titled(mine, kept, "Two")
    assert [first_stage(kept.read(mine, one)) for one in kept.versions(mine)] == ["One"]


def test_whoever_saves_does_not_wait(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of the versions hangs: the save is done all the same."""
    hangs = threading.Event()
    monkeypatch.setattr(Generations, "keep", lambda *_: hangs.wait(10))
    journey = load(mine).journey
    keeper = VersionKeeper()
    for title in ("One", "Two"):
        journey.apply(add_stage(journey, title=title))
        keeper.keep(save(journey, mine), tmp_path / "versions")
    assert [one.title for one in load(mine).journey.stages()][-2:] == ["One", "Two"]
    hangs.set()
    keeper.wait()

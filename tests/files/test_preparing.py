"""Several files are written in two steps: all of them lie whole on the disk before the first one is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journeyeditor.errors import CannotWrite
from journeyeditor.files import write_all
from journeyeditor.files.safely import prepare


def test_nothing_is_replaced_until_it_is_said(tmp_path: Path) -> None:
    place = tmp_path / "poster.svg"
    place.write_text("old")
    prepared = prepare(place, b"new")
    assert place.read_text() == "old"
    assert prepared.put_in_place() == ()
    assert place.read_text() == "new"
    assert list(tmp_path.iterdir()) == [place]


def test_what_is_discarded_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "poster.svg"
    place.write_text("old")
    prepare(place, b"new").discard()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_two_of_one_folder_do_not_sweep_each_other_away(tmp_path: Path) -> None:
    both = [prepare(tmp_path / name, name.encode()) for name in ("a.svg", "b.svg")]
    for prepared in both:
        prepared.put_in_place()
    assert [(tmp_path / name).read_text() for name in ("a.svg", "b.svg")] == ["a.svg", "b.svg"]


def test_a_place_that_cannot_be_written_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        prepare(tmp_path, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_gone_when_it_counts_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "poster.svg"
    prepared = prepare(place, b"new")
    place.mkdir()
    with pytest.raises(CannotWrite):
        prepared.put_in_place()
    assert [path.name for path in tmp_path.iterdir()] == ["poster.svg"]


def test_of_several_files_none_is_replaced_until_all_are_whole(tmp_path: Path) -> None:
    first, folder = tmp_path / "a.svg", tmp_path / "b.svg"
    first.write_text("old")
    folder.mkdir()
    about: list[Path] = []

    @contextmanager
    def telling(place: Path) -> Iterator[None]:
        about.append(place)
        yield

    with pytest.raises(CannotWrite):
        write_all({first: b"new", folder: b"new"}, telling)
    assert about == [first, folder], "the sentence is about the last one"
    assert first.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [first, folder]
    folder.rmdir()
    assert write_all({first: b"new", folder: b"too"}) == {first: (), folder: ()}
    assert (first.read_text(), folder.read_text()) == ("new", "too")
    assert sorted(tmp_path.iterdir()) == [first, folder]

"""Earlier versions in plain words, and the document that is made of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.versions import go_back, told_difference
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.errors import CannotWrite
from journeyeditor.files import load
from journeyeditor.files.locks import InUse, holder_of, lock_place, take
from journeyeditor.words import speak

ENGLISH = speak("en")
TEMPLATE = resource("templates", "ambassador-4.en.journey")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.journey"
    path.write_bytes(TEMPLATE.read_bytes())
    return path


def test_what_differs_is_told_by_kind_the_steps_first() -> None:
    earlier, editor = load(TEMPLATE).journey, Editor(Document.open(TEMPLATE))
    assert told_difference(earlier, editor.journey, ENGLISH) == []
    touchpoints = editor.journey.touchpoints()
    editor.do(lambda journey: add_stage(journey, title="New"))
    for one in touchpoints[:2]:
        editor.do(lambda journey, key=one.id: rename(journey, key, "Other"))
    editor.do(lambda journey: describe(journey, journey.head.id, owner="Zoë"))
    editor.do(lambda journey: delete(journey, [touchpoints[-1].id]))
    added, removed, changed = told_difference(earlier, editor.journey, ENGLISH)
    assert added == "Added since: 1 stage"
    assert removed.startswith("Removed since: 1 touchpoint")
    assert changed.startswith("Changed since: the journey’s own facts")
    assert "2 touchpoints" in changed


def test_going_back_is_one_step(mine: Path) -> None:
    earlier, editor = load(mine).journey, Editor(Document.open(mine))
    title = editor.journey.stages()[0].title
    editor.do(lambda journey: rename(journey, journey.stages()[0].id, "One"))
    editor.do(lambda journey: add_stage(journey, title="Two"))
    assert go_back(editor, earlier)
    assert editor.journey.stages()[0].title == title
    assert told_difference(earlier, editor.journey, ENGLISH) == []
    editor.undo()
    assert [editor.journey.stages()[0].title, editor.journey.stages()[-1].title] == ["One", "Two"]


def test_a_copy_has_no_file_and_leaves_the_other_alone(mine: Path) -> None:
    document = Document.open(mine)
    copy = document.copy(load(mine))
    assert (copy.path, copy.copy_of, copy.is_saved) == (None, mine, True)
    copy.history.do(rename(copy.journey, copy.journey.stages()[0].id, "Only here"))
    assert document.journey.stages()[0].title != "Only here"


# -- path and lock ----------------------------------------------------------------------------------------------------
def test_save_as_takes_path_hash_and_lock_along(mine: Path, tmp_path: Path) -> None:
    document, before = Document.open(mine), mine.read_bytes()
    document.take_lock()
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "In the new file"))
    other = tmp_path / "other.journey"
    document.save(other, locking="yes")
    assert mine.read_bytes() == before
    assert holder_of(mine) is None
    assert holder_of(other) is not None
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "Again"))
    document.save(locking="yes")
    assert mine.read_bytes() == before
    assert load(other).hash == document.hash
    assert load(other).journey.stages()[0].title == "Again"
    document.release_lock()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine.journey", "other.journey"]


def test_a_save_as_that_fails_leaves_path_and_locks_as_they_were(mine: Path, tmp_path: Path, monkeypatch) -> None:
    document = Document.open(mine)
    document.take_lock()
    monkeypatch.setattr("journeyeditor.editor.document.save", refuse)
    with pytest.raises(CannotWrite):
        document.save(tmp_path / "other.journey", locking="yes")
    assert document.path == mine
    assert document.lock is not None
    assert document.lock.is_mine
    assert [one.name for one in tmp_path.glob(".*")] == [lock_place(mine).name]


def refuse(*_: object, **__: object) -> None:
    from journeyeditor.errors import message  # noqa: PLC0415

    raise CannotWrite(message("The disk is full."))


def test_a_file_that_somebody_has_open_is_not_saved_over(mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.journey"
    other.write_bytes(b"theirs")
    held = take(other)
    document = Document.open(mine)
    document.take_lock()
    with pytest.raises(InUse):
        document.save(other, locking="yes")
    assert other.read_bytes() == b"theirs"
    assert (document.path, document.lock is not None and document.lock.is_mine) == (mine, True)
    assert held is not None
    assert held.is_mine


def test_what_was_opened_beside_another_is_edited_freely_and_saved_elsewhere(mine: Path, tmp_path: Path) -> None:
    document, before = Document.open(mine), mine.read_bytes()
    document.open_elsewhere = True
    editor = Editor(document)
    editor.do(lambda journey: rename(journey, journey.stages()[0].id, "Mine"))
    with pytest.raises(CannotWrite, match="Somebody else"):
        document.save()
    assert mine.read_bytes() == before
    assert not document.is_saved
    document.save(tmp_path / "other.journey", locking="yes")
    assert not document.open_elsewhere
    document.save(locking="yes")


def test_what_is_shipped_is_locked_by_nobody() -> None:
    document = Document.open(TEMPLATE)
    document.take_lock()
    assert document.lock is None
    assert not lock_place(TEMPLATE).exists()

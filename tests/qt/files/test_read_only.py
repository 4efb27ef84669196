"""A file that the system lets nobody write over is told to be so, before work goes into it."""

from pathlib import Path

import pytest

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.edits.describing import rename
from journeyeditor.qt.files import opening, saving


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "locked.journey"
    path.write_bytes(resource("templates", "blank.en.journey").read_bytes())
    path.chmod(0o444)
    return path


def test_title_and_banner_say_that_the_file_is_read_only(program, locked):
    window = opening.open_path(program.new_window(), locked)
    window.show()
    assert window.windowTitle() == "locked.journey (read-only)[*]"
    assert "read-only" in window.work.banner.accessibleName()


def test_it_can_be_edited_and_is_saved_under_another_name_at_once(program, locked, proposed):
    window = opening.open_path(program.new_window(), locked)
    head = window.editor.journey.head.id
    window.editor.do(lambda journey: rename(journey, head, "Mine"))
    before = locked.read_bytes()
    assert saving.save(window)
    assert proposed == [str(locked.with_name("locked (mine).journey"))]
    assert locked.read_bytes() == before
    assert window.windowTitle() == "locked (mine).journey[*]"


def test_a_newer_file_and_one_that_is_open_elsewhere_are_named_so_too(program, tmp_path):
    path = tmp_path / "map.journey"
    path.write_bytes(resource("templates", "blank.en.journey").read_bytes())
    document = Document.open(path)
    document.open_elsewhere = True
    assert program.new_window(document).windowTitle() == "map.journey (read-only)[*]"


def test_what_is_shipped_is_not_called_read_only():
    assert not Document.open(resource("templates", "blank.en.journey")).must_move

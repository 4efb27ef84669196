"""A key that is pressed while something is dragged: nothing half done is saved, kept or left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands.stepping import undo
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.recording import Recording
from journeyeditor.edits.describing import rename
from journeyeditor.files import load
from journeyeditor.files.recovery import leftovers, recovered
from journeyeditor.model.journey import Journey
from journeyeditor.tools.events import Carry, Move, Press, Release
from journeyeditor.tools.pencil import Pencilling
from journeyeditor.tools.pointing import Pointing
from tests.edits.samples import contents, full


@pytest.fixture
def desk() -> Iterator[EditorDesk]:
    editor = Editor(Document(full()))
    yield EditorDesk(editor)
    editor.close()


def box(desk: EditorDesk, key: str) -> tuple[float, float]:
    return desk.board.boxes(key)[0].middle


def order(journey: Journey) -> list[str]:
    return [one.id for one in journey.touchpoints()]


def drag(desk: EditorDesk, key: str, to: str) -> None:
    """A touchpoint is dragged onto the place of another one, and not let go."""
    x, y = box(desk, key)
    desk.handle(Press(x, y))
    desk.handle(Move(x + 4, y))
    desk.handle(Move(*box(desk, to)))
    assert desk.is_trying


def test_what_is_only_tried_is_not_in_the_file(desk: EditorDesk, tmp_path: Path) -> None:
    document, before = desk.editor.document, contents(desk.journey)
    drag(desk, "t0", "t1")
    assert contents(desk.journey) != before
    document.save(tmp_path / "map.journey")
    assert contents(load(tmp_path / "map.journey").journey) == before
    assert document.is_saved
    desk.handle(Release(*box(desk, "t1")))
    assert contents(desk.journey) != before
    assert not document.is_saved, "the drag went on, and is not in the file"


@pytest.mark.parametrize("tool", [Pointing, Pencilling])
def test_another_tool_ends_a_drag(desk: EditorDesk, tool: Callable[[], Pointing]) -> None:
    before = contents(desk.journey)
    drag(desk, "t0", "t1")
    desk.take(tool())
    assert (contents(desk.journey), desk.is_trying, desk.marks, desk.hint) == (before, False, (), None)
    desk.handle(Release(*box(desk, "t1")))
    assert contents(desk.journey) == before
    assert isinstance(desk.editor.tool, tool)


def test_another_tool_leaves_what_is_selected(desk: EditorDesk) -> None:
    desk.select(["t0"])
    desk.take(Pencilling())
    assert desk.selection == ("t0",)


def test_a_drag_goes_on_after_undo(desk: EditorDesk) -> None:
    desk.editor.do(lambda journey: rename(journey, "t5", "Another name"))
    before = order(desk.journey)
    drag(desk, "t0", "t1")
    undo(desk.editor)
    assert (desk.is_trying, order(desk.journey)) == (False, before)
    desk.handle(Release(*box(desk, "t1")))
    assert order(desk.journey) != before
    assert desk.editor.history.names[-1].english() == "Move touchpoint"
    assert len(desk.editor.history.names) == 1


def test_a_new_thing_goes_on_after_undo(desk: EditorDesk) -> None:
    opened: list[tuple[str, str]] = []
    desk.texts.listen(opened.append)
    desk.editor.do(lambda journey: rename(journey, "t5", "Another name"))
    before = set(contents(desk.journey))
    desk.handle(Carry(*box(desk, "t1"), "pain"))
    undo(desk.editor)
    desk.handle(Release(*box(desk, "t1")))
    (new,) = set(contents(desk.journey)) - before
    assert opened == [(new, "")]


def test_what_only_a_newer_program_may_edit_says_so_in_the_hand(desk: EditorDesk) -> None:
    desk.editor.document.read_only = True
    before = contents(desk.journey)
    x, y = box(desk, "t0")
    desk.handle(Press(x, y))
    desk.handle(Move(*box(desk, "t1")))
    assert desk.hint is not None
    assert desk.hint.what.english() == "Only a newer version of the program may edit this file."
    desk.handle(Release(*box(desk, "t1")))
    assert contents(desk.journey) == before


def test_a_program_that_is_ended_while_something_is_dragged_loses_nothing(desk: EditorDesk, tmp_path: Path) -> None:
    recording = Recording(desk.editor.document, tmp_path)
    desk.editor.do(lambda journey: rename(journey, "t5", "Another name"))
    before = contents(desk.journey)
    drag(desk, "t0", "t1")
    recording.close(keep=True)
    (found,) = leftovers(tmp_path)
    assert contents(recovered(found).journey) == before

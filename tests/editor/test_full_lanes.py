"""A lane whose channels another one takes already: said in a sentence, and nothing is made."""

from __future__ import annotations

from pathlib import Path

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands import adding, moving
from journeyeditor.editor.grid import Cell
from journeyeditor.edits.lanes import add_lane
from journeyeditor.model.records import Lane

ROOT = Path(__file__).resolve().parents[2]


def full_lane(editor: Editor) -> Lane:
    """A second lane of touchpoints, all of whose channels the first one takes."""
    editor.do(lambda journey: add_lane(journey, "touchpoints"))
    return [one for one in editor.journey.all(Lane) if one.kind == "touchpoints"][-1]


def test_a_lane_that_can_take_no_touchpoint_says_so() -> None:
    editor = Editor(Document.open(ROOT / "resources" / "templates" / "ambassador-4.en.journey"))
    lane = full_lane(editor)
    told: list[object] = []
    editor.told.listen(told.append)
    before = len(editor.journey.touchpoints())
    editor.cursor.go(Cell(lane.id, editor.journey.touchpoints()[0].id))
    adding.next_touchpoint(editor)
    assert len(told) == 1
    assert len(editor.journey.touchpoints()) == before


def test_a_touchpoint_that_cannot_be_moved_into_a_lane_stays_and_it_is_said() -> None:
    editor = Editor(Document.open(ROOT / "resources" / "templates" / "ambassador-4.en.journey"))
    full_lane(editor)
    touchpoint = editor.journey.touchpoints()[0]
    lane = editor.journey.lane_of(touchpoint)
    told: list[object] = []
    editor.told.listen(told.append)
    editor.select([touchpoint.id])
    moving.move_down(editor)
    assert told
    assert editor.journey.lane_of(touchpoint) == lane
    assert editor.journey.get(touchpoint.id) == touchpoint

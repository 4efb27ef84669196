"""A lane whose channels another one takes already: said in a sentence, and nothing is made."""

from __future__ import annotations

from pathlib import Path

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands import adding
from journeyeditor.editor.grid import Cell
from journeyeditor.edits.lanes import add_lane
from journeyeditor.model.records import Lane

ROOT = Path(__file__).resolve().parents[2]


def test_a_lane_that_can_take_no_touchpoint_says_so() -> None:
    editor = Editor(Document.open(ROOT / "resources" / "templates" / "ambassador-4.en.journey"))
    editor.do(lambda journey: add_lane(journey, "touchpoints"))
    lane = [one for one in editor.journey.all(Lane) if one.kind == "touchpoints"][-1]
    told: list[object] = []
    editor.told.listen(told.append)
    before = len(editor.journey.touchpoints())
    editor.cursor.go(Cell(lane.id, editor.journey.touchpoints()[0].id))
    adding.next_touchpoint(editor)
    assert len(told) == 1
    assert len(editor.journey.touchpoints()) == before

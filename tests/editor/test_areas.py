"""Which stage and which part of the board a selection means."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.areas import meant_stage, selected_stage, selection_area

MAP = Path(__file__).resolve().parents[2] / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(MAP))


def test_without_a_selection_the_cursor_tells_the_stage_and_else_it_is_the_first(editor: Editor) -> None:
    first, second = (stage.id for stage in editor.journey.stages()[:2])
    assert (selected_stage(editor), selection_area(editor)) == (None, None)
    assert meant_stage(editor) == first
    editor.cursor.show(second)
    editor.select([])
    assert meant_stage(editor) == second


def test_what_is_selected_last_means_its_stage_and_all_of_it_has_one_area(editor: Editor) -> None:
    one, other = editor.journey.touchpoints()[0], editor.journey.touchpoints()[-1]
    editor.select([one.id, other.id])
    assert selected_stage(editor) == meant_stage(editor) == other.stage
    area = selection_area(editor)
    assert area is not None
    for key in (one.id, other.id):
        for box in editor.board.boxes(key):
            assert area.x <= box.x
            assert area.y <= box.y
            assert box.right <= area.right
            assert box.bottom <= area.bottom

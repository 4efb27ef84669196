"""A click on an empty cell is where keys and pasting go on."""

from __future__ import annotations

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands.adding import add_pain
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.model.records import Lane, Pain
from journeyeditor.tools.events import Modifiers, Press, Release
from tests.tools.fake_desk import template


def click(desk: EditorDesk, x: float, y: float) -> None:
    desk.handle(Press(x, y, Modifiers()))
    desk.handle(Release(x, y, Modifiers()))


def test_after_a_click_on_an_empty_cell_keys_mean_that_cell() -> None:
    editor = Editor(Document(template("blank.en")))
    stage = editor.journey.stages()[2].id
    desk = EditorDesk(editor)
    lane = next(one for one in editor.journey if isinstance(one, Lane) and one.kind == "pains")
    band, place = editor.board.stage(stage) or (None, None)
    assert band is not None
    assert place is not None
    strip = next(one for one in band.strips if one.record == lane.id)
    click(desk, (place.left + place.right) / 2, (strip.top + strip.bottom) / 2)
    assert editor.selection == ()
    cell = editor.cursor.cell
    assert cell is not None
    assert (cell.row, cell.column, cell.record) == (lane.id, stage, "")
    add_pain(editor)
    assert [one.first for one in editor.journey.all(Pain)] == [stage]
    editor.close()


def test_a_click_beside_the_cells_changes_nothing() -> None:
    editor = Editor(Document(template("blank.en")))
    desk = EditorDesk(editor)
    editor.cursor.show(editor.journey.stages()[1].id)
    before = editor.cursor.cell
    click(desk, 1, 1)
    assert editor.selection == ()
    assert editor.cursor.cell == before
    editor.close()

"""A flow that is connected by keys is shown from its start to the cursor."""

from __future__ import annotations

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.tools.marks import Connection, Glow
from tests.editor.keys import Keys
from tests.edits.samples import small


def test_the_line_follows_the_cursor_and_goes_with_escape() -> None:
    keys = Keys(small(), laid_out=True)
    desk = EditorDesk(keys.editor)
    keys.editor.cursor.show("advert")
    assert desk.marks == ()
    keys.press("C")
    assert isinstance(desk.marks[0], Glow)
    assert desk.hint is not None
    assert desk.hint.what.english() == "A flow from “Advert”"
    keys.press("Right")
    (line,) = desk.marks
    assert isinstance(line, Connection)
    assert line.x1 < line.x2
    keys.press("Esc")
    assert (desk.marks, desk.hint) == ((), None)
    keys.press("Left", "C", "Right", "C")
    assert (desk.marks, desk.hint) == ((), None)

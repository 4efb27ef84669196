"""A flow that is connected by keys is shown from its start to the cursor."""

from __future__ import annotations

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.tools.events import Escape
from journeyeditor.tools.marks import Connection, Glow
from tests.editor.keys import Keys
from tests.edits.samples import small


def test_the_line_follows_the_cursor_and_goes_with_escape() -> None:
    keys = Keys(small(), laid_out=True)
    desk = EditorDesk(keys.editor)
    keys.editor.cursor.show("advert")
    assert desk.marks == ()
    keys.press("K")
    assert isinstance(desk.marks[0], Glow)
    assert desk.hint is not None
    assert desk.hint.what.english() == "A flow from “Advert”"
    keys.press("Right")
    (line,) = desk.marks
    assert isinstance(line, Connection)
    assert line.x1 < line.x2
    keys.press("Esc")
    assert (desk.marks, desk.hint) == ((), None)
    keys.press("Left", "K", "Right", "K")
    assert (desk.marks, desk.hint) == ((), None)


def test_escape_on_the_map_lets_go_of_what_keys_began_one_after_the_other() -> None:
    keys = Keys(small(), laid_out=True)
    desk = EditorDesk(keys.editor)
    keys.editor.cursor.show("advert")
    keys.press("P")
    keys.write("Loud")
    keys.press("Enter", "K")
    desk.handle(Escape())
    assert keys.editor.connecting == ""
    assert keys.editor.selection != ("advert",)
    desk.handle(Escape())
    assert keys.editor.selection == ("advert",)
    desk.handle(Escape())
    assert keys.editor.selection == ()

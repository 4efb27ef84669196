"""The line that is shown while a flow is connected by keys, from where it begins to where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.editor.cursor import cell_box
from journeyeditor.editor.naming import spoken_title
from journeyeditor.editor.pointed import step_under
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.tools.marks import Connection, Glow, Hint, Mark

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor


def joining_marks(editor: Editor) -> tuple[tuple[Mark, ...], Hint | None]:
    """The line and the hint while a flow is being connected; nothing otherwise."""
    start = editor.connecting
    if start not in editor.journey:
        return (), None
    hint = Hint(
        message("A flow from “{step}”", step=spoken_title(editor, start)),
        message("Go to its end and connect there"),
        message("Esc lets it be"),
    )
    source, end = _box_of(editor, start), step_under(editor)
    target = _box_of(editor, end) if end is not None and end != start else None
    if source is None or target is None:
        return (() if source is None else (Glow(source),)), hint
    return (Connection(*_middle(source), *_middle(target), target),), hint


def _box_of(editor: Editor, step: str) -> Box | None:
    cell = editor.cursor.grid.cell_of(step)
    return cell_box(editor, cell) if cell is not None else None


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2

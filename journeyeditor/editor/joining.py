"""The line that is shown while a flow is connected or led elsewhere by keys, from its one end to the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from journeyeditor.editor.cursor import cell_box
from journeyeditor.editor.naming import spoken_title
from journeyeditor.editor.pointed import step_under
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.model.records import Flow
from journeyeditor.tools.marks import Connection, Glow, Hint, Mark

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor


class Leading(msgspec.Struct, frozen=True):
    """A flow whose start or end is led elsewhere by keys."""

    flow: str
    at_start: bool


def led(editor: Editor) -> Leading | None:
    """The flow that is led elsewhere, as long as it and the step at its other end are there."""
    leading = editor.leading
    if leading is None or editor.connecting not in editor.journey:
        return None
    return leading if isinstance(editor.journey.get(leading.flow), Flow) else None


def joining_marks(editor: Editor) -> tuple[tuple[Mark, ...], Hint | None]:
    """The line and the hint while a flow is being connected or led elsewhere; nothing otherwise."""
    anchor, leading = editor.connecting, led(editor)
    if anchor not in editor.journey or (editor.leading is not None and leading is None):
        return (), None
    hint = _hint(editor, leading)
    fixed, step = _box_of(editor, anchor), step_under(editor)
    free = _box_of(editor, step) if step is not None and step != anchor else None
    if fixed is None or free is None:
        return (() if fixed is None else (Glow(fixed),)), hint
    ends = (free, fixed) if leading is not None and leading.at_start else (fixed, free)
    return (Connection(*ends[0].middle, *ends[1].middle, free),), hint


def _hint(editor: Editor, leading: Leading | None) -> Hint:
    name = spoken_title(editor, editor.connecting)
    leave = message("Esc lets it be")
    if leading is None:
        return Hint(message("A flow from “{step}”", step=name), message("Go to its end and connect there"), leave)
    if leading.at_start:
        return Hint(message("A flow to “{step}”", step=name), message("Go to its new start and press Enter"), leave)
    return Hint(message("A flow from “{step}”", step=name), message("Go to its new end and press Enter"), leave)


def _box_of(editor: Editor, step: str) -> Box | None:
    cell = editor.cursor.grid.cell_of(step)
    return cell_box(editor, cell) if cell is not None else None

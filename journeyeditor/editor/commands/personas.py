"""What can be done with one persona: that of a chip in the bar, or the active one."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, hide
from journeyeditor.edits.personas import add_persona, copy_persona, move_personas
from journeyeditor.model.change import Change
from journeyeditor.model.records import Persona


def add(editor: Editor) -> str | None:
    """Somebody new, who is active and selected then."""
    return _new(editor, editor.do(add_persona))


def copy(editor: Editor, key: str) -> str | None:
    """A second persona who feels the same."""
    return _new(editor, editor.do(lambda journey: copy_persona(journey, key)))


def remove(editor: Editor, key: str) -> None:
    """Deletes a persona; undo brings all of it back."""
    editor.do(lambda journey: delete(journey, [key]))


def show_or_hide(editor: Editor, key: str) -> None:
    """Hides a persona, or shows her again."""
    persona = editor.journey.get(key)
    if isinstance(persona, Persona):
        editor.do(lambda journey: hide(journey, [key], hidden=not persona.hidden))


def restyle(editor: Editor, key: str, style: int) -> None:
    """Another colour, marker and dash."""
    editor.do(lambda journey: describe(journey, key, style=style))


def set_portrait(editor: Editor, key: str, picture: bytes | None) -> None:
    """Another portrait (PNG or JPEG), or none."""
    if picture is None:
        editor.do(lambda journey: describe(journey, key, portrait=None))
        return
    digest = editor.journey.images.add(picture)
    editor.do(lambda journey: describe(journey, key, portrait=digest))


def move(editor: Editor, key: str, at: int) -> None:
    """Puts a persona before the one at `at` among the others; nothing if she stands there."""
    personas = [one.id for one in editor.journey.personas()]
    if key in personas and personas.index(key) != max(0, min(at, len(personas) - 1)):
        editor.do(lambda journey: move_personas(journey, [key], max(0, at)))


def move_by(editor: Editor, key: str, by: int) -> None:
    """Puts a persona so many places to the right (to the left if negative); beyond the ends nothing happens."""
    personas = [one.id for one in editor.journey.personas()]
    if key in personas:
        move(editor, key, max(0, personas.index(key) + by))


def _new(editor: Editor, change: Change | None) -> str | None:
    if change is None:
        return None
    new = next((record.id for record in change.added() if isinstance(record, Persona)), None)
    if new is not None:
        editor.activate(new)
        editor.select([new])
    return new

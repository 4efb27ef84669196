"""Who is spoken of: the active persona, and who is shown."""

from __future__ import annotations

from collections.abc import Callable

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.pointed import chosen, tell
from journeyeditor.edits.describing import hide
from journeyeditor.errors import message
from journeyeditor.model.naming import NAMELESS
from journeyeditor.model.records import Lane, Persona


def next_persona(editor: Editor) -> object:
    """Makes the next persona active; everyone after the last."""
    return _turn(editor, 1)


def previous_persona(editor: Editor) -> object:
    """Makes the persona before active; everyone before the first."""
    return _turn(editor, -1)


def everyone(editor: Editor) -> object:
    """Means everyone: new findings are for all, digits ask whose feeling it is."""
    return _activate(editor, None)


def persona_number(editor: Editor, number: int) -> object:
    """Makes the persona of a number (from 1, as in the personas bar) active."""
    people = editor.journey.personas()
    return _activate(editor, people[number - 1].id) if 0 < number <= len(people) else None


def _numbered(number: int) -> Callable[[Editor], object]:
    def activate(editor: Editor) -> object:
        return persona_number(editor, number)

    activate.__name__ = f"persona_{number}"
    activate.__doc__ = f"Makes persona {number} active."
    return activate


persona_1, persona_2, persona_3 = _numbered(1), _numbered(2), _numbered(3)
persona_4, persona_5, persona_6 = _numbered(4), _numbered(5), _numbered(6)
persona_7, persona_8, persona_9 = _numbered(7), _numbered(8), _numbered(9)


def hide_or_show(editor: Editor) -> object:
    """Hides the personas and lanes that are selected, or shows them if all are hidden; else the active persona."""
    people, lanes = chosen(editor, Persona), chosen(editor, Lane)
    some: list[Persona | Lane] = [*people, *lanes]
    active = editor.journey.get(editor.persona or "")
    if not some and isinstance(active, Persona):
        some = [active]
    if not some:
        return tell(editor, message("Whom or what?"), message("Choose a persona, or go to the head of a lane."))
    hiding = not all(one.hidden for one in some)
    keys = [one.id for one in some]
    change = editor.do(lambda journey: hide(journey, keys, hiding))
    now = editor.journey.get(editor.persona or "")
    if hiding and isinstance(now, Persona) and now.hidden:
        shown = [one.id for one in editor.journey.personas() if not one.hidden]
        _activate(editor, shown[0] if shown else None)
    if editor.cursor.cell is not None:
        editor.cursor.go(editor.cursor.cell)
    return change


def show_all(editor: Editor) -> object:
    """Shows all personas and lanes that are hidden."""
    keys = [one.id for one in editor.journey.personas() if one.hidden]
    keys += [one.id for one in editor.journey.all(Lane) if one.hidden]
    return editor.do(lambda journey: hide(journey, keys, hidden=False)) if keys else None


def _turn(editor: Editor, by: int) -> object:
    people: list[str | None] = [one.id for one in editor.journey.personas() if not one.hidden]
    ring = [*people, None]
    place = ring.index(editor.persona) if editor.persona in ring else len(ring) - 1
    return _activate(editor, ring[(place + by) % len(ring)])


def _activate(editor: Editor, persona: str | None) -> str:
    """Makes a persona active, and says who it is."""
    editor.activate(persona)
    record = editor.journey.get(editor.persona or "")
    if isinstance(record, Persona):
        name = record.name.strip() or editor.speech.say(NAMELESS)
        said = editor.speech.say(message("{persona} is active", persona=name))
    else:
        said = editor.speech.say(message("Everyone is meant"))
    editor.announce.tell(said)
    return said

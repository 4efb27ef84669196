"""Personas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.editor.commands import people
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.personas import copy_persona, move_personas
from journeyeditor.errors import message
from journeyeditor.model.records import Persona
from journeyeditor.qt.actions.action import Action, on_map, with_map
from journeyeditor.qt.actions.commanding import command

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def somebody(window: MainWindow) -> bool:
    """A persona is active."""
    return on_map(window) and window.editor.persona is not None


def _edit(window: MainWindow) -> None:
    """The active persona is selected, so that the inspector shows every field."""
    key = window.editor.persona
    if key is None or window.work is None:
        return
    window.editor.select((key,))
    window.work.show_inspector()


def _copy(window: MainWindow) -> None:
    key = window.editor.persona
    if key is not None:
        change = window.editor.do(lambda journey: copy_persona(journey, key))
        new = [one.id for one in change.added() if isinstance(one, Persona)] if change is not None else []
        if new:
            window.editor.activate(new[0])


def _delete(window: MainWindow) -> None:
    key = window.editor.persona
    if key is not None:
        window.editor.do(lambda journey: delete(journey, (key,)))


def _move(window: MainWindow, by: int) -> None:
    key = window.editor.persona
    order = [one.id for one in window.editor.journey.personas()]
    if key in order:
        at = max(0, min(len(order) - 1, order.index(key) + by))
        window.editor.do(lambda journey: move_personas(journey, (key,), at))


PEOPLE: tuple[Action, ...] = (
    command("everyone", message("Everyone"), people.everyone,
            message("Mean everyone: new findings are for all, digits ask whose feeling it is"), ("A",),
            on=lambda window: with_map(window) and window.editor.persona is None),
    command("next-persona", message("Next persona"), people.next_persona, message("Make the next persona active"),
            ("Ctrl+Down",)),
    command("previous-persona", message("Previous persona"), people.previous_persona,
            message("Make the persona before active"), ("Ctrl+Up",)),
    Action("edit-persona", message("Edit persona"), _edit, message("Show every field of the active persona"),
           ("Ctrl+Shift+P",), somebody),
    Action("copy-persona", message("Copy persona"), _copy,
           message("A second persona who feels the same, to be changed"), ("Alt+Shift+D",), somebody),
    Action("persona-earlier", message("Move persona to the left"), lambda window: _move(window, -1),
           message("Put the active persona before the one at the left"), ("Alt+Shift+Left",), somebody),
    Action("persona-later", message("Move persona to the right"), lambda window: _move(window, 1),
           message("Put the active persona behind the one at the right"), ("Alt+Shift+Right",), somebody),
    Action("delete-persona", message("Delete persona"), _delete,
           message("Take away the active persona with all that they feel"), ("Alt+Shift+Del",), somebody),
    command("hide-show", message("Hide or show"), people.hide_or_show,
            message("Hide the persona or lane, or show it again"), ("H",)),
    command("show-all", message("Show all that is hidden"), people.show_all,
            message("Show all personas and lanes again"), ("Shift+H",)),
    *(
        command(f"persona-{number}", message("Persona {number}", number=number),
                getattr(people, f"persona_{number}"),
                message("Make persona {number} of the bar active", number=number), (f"Alt+{number}",))
        for number in range(1, 10)
    ),
)  # fmt: skip

"""Personas."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from journeyeditor.editor.commands import people, personas
from journeyeditor.editor.editor import Editor
from journeyeditor.errors import message
from journeyeditor.qt.actions.action import Action, Deed, on_map, with_map
from journeyeditor.qt.actions.commanding import command
from journeyeditor.qt.window.deeds import work_of

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def somebody(window: MainWindow) -> bool:
    """A persona is active."""
    return on_map(window) and window.editor.persona is not None


def _edit(window: MainWindow) -> None:
    """The active persona is selected, so that the inspector shows every field."""
    key = window.editor.persona
    if key is not None:
        window.editor.select((key,))
        work_of(window).show_inspector()


def _with_active(do: Callable[[Editor, str], object]) -> Deed:
    """What is done with the active persona."""

    def deed(window: MainWindow) -> None:
        key = window.editor.persona
        if key is not None:
            do(window.editor, key)

    return deed


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
    Action("copy-persona", message("Copy persona"), _with_active(personas.copy),
           message("A second persona who feels the same, to be changed"), ("Alt+Shift+D",), somebody),
    Action("persona-earlier", message("Move persona to the left"),
           _with_active(functools.partial(personas.move_by, by=-1)),
           message("Put the active persona before the one at the left"), ("Alt+Shift+Left",), somebody),
    Action("persona-later", message("Move persona to the right"),
           _with_active(functools.partial(personas.move_by, by=1)),
           message("Put the active persona behind the one at the right"), ("Alt+Shift+Right",), somebody),
    Action("delete-persona", message("Delete persona"), _with_active(personas.remove),
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

"""The tools in the hand."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from journeyeditor.errors import message
from journeyeditor.qt.actions.action import Action, on_map
from journeyeditor.tools.desk import home_of

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

TOOLS = {"tool-select": ("pointing", "Pointing"), "tool-curve": ("pencil", "Pencilling"),
         "tool-connect": ("connecting", "Connecting")}  # fmt: skip
"""Modules of `journeyeditor.tools` by action; other states of a tool lie in the same module or go back to it."""


def _take(name: str, window: MainWindow) -> None:
    module, tool = TOOLS[name]
    window.canvas.desk.take(getattr(importlib.import_module(f"journeyeditor.tools.{module}"), tool)())
    window.canvas.setFocus()


def _in_hand(name: str, window: MainWindow) -> bool:
    home = home_of(window.editor.tool)
    return type(home).__name__ == TOOLS[name][1] or (name == "tool-select" and not _is_other(home))


def _is_other(tool: object) -> bool:
    return type(tool).__name__ in ("Pencilling", "Connecting", "Stroke")


TOOL: tuple[Action, ...] = (
    Action(
        "tool-select",
        message("Select and move"),
        functools.partial(_take, "tool-select"),
        message("Select and move things by hand"),
        ("V",),
        on_map,
        icon="mouse-pointer-2",
        on=functools.partial(_in_hand, "tool-select"),
        map_only=True,
    ),
    Action(
        "tool-curve",
        message("Draw the curve"),
        functools.partial(_take, "tool-curve"),
        message("Draw the active persona’s curve in one stroke"),
        ("C",),
        on_map,
        icon="spline",
        on=functools.partial(_in_hand, "tool-curve"),
        map_only=True,
    ),
    Action(
        "tool-connect",
        message("Connect"),
        functools.partial(_take, "tool-connect"),
        message("Draw a flow from one touchpoint to another"),
        ("L",),
        on_map,
        icon="route",
        on=functools.partial(_in_hand, "tool-connect"),
        map_only=True,
    ),
)

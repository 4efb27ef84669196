"""The tools in the hand."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from journeyeditor.errors import Message, message
from journeyeditor.qt.actions.action import Action, on_map
from journeyeditor.tools.desk import home_of

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

TOOLS = {"tool-select": ("pointing", "Pointing"), "tool-curve": ("pencil", "Pencilling"),
         "tool-connect": ("connecting", "Connecting")}  # fmt: skip
"""Modules of `journeyeditor.tools` by action, and the class that the hand takes; loaded when they are taken."""
HELD = {"Pencilling": "tool-curve", "Stroke": "tool-curve", "Connecting": "tool-connect"}
"""Whose state this is; all others are those of selecting and moving."""


def _take(name: str, window: MainWindow) -> None:
    module, tool = TOOLS[name]
    window.canvas.desk.take(getattr(importlib.import_module(f"journeyeditor.tools.{module}"), tool)())
    window.canvas.setFocus()


def _in_hand(name: str, window: MainWindow) -> bool:
    return HELD.get(type(home_of(window.editor.tool)).__name__, "tool-select") == name


def _tool(name: str, text: Message, tip: Message, key: str, icon: str) -> Action:
    take, in_hand = functools.partial(_take, name), functools.partial(_in_hand, name)
    return Action(name, text, take, tip, (key,), on_map, icon=icon, on=in_hand, map_only=True)


TOOL: tuple[Action, ...] = (
    _tool("tool-select", message("Select and move"), message("Select and move things by hand"), "V", "mouse-pointer-2"),
    _tool("tool-curve", message("Draw the curve"), message("Draw the active persona’s curve in one stroke"), "C",
          "spline"),
    _tool("tool-connect", message("Connect"), message("Draw a flow from one touchpoint to another"), "L", "route"),
)  # fmt: skip

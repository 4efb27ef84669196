"""Every action of the program, in the order of the menus."""

from __future__ import annotations

from journeyeditor.qt.actions.action import Action
from journeyeditor.qt.actions.edit_actions import EDIT
from journeyeditor.qt.actions.file_actions import FILE
from journeyeditor.qt.actions.tool_actions import TOOL
from journeyeditor.qt.actions.view_actions import VIEW

TABLE: tuple[Action, ...] = (*FILE, *EDIT, *VIEW, *TOOL)
BY_ID: dict[str, Action] = {action.id: action for action in TABLE}

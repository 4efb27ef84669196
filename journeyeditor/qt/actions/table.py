"""Every action of the program, in the order of the menus."""

from __future__ import annotations

from journeyeditor.qt.actions.action import Action
from journeyeditor.qt.actions.edit_actions import EDIT
from journeyeditor.qt.actions.file_actions import FILE
from journeyeditor.qt.actions.help_actions import HELP
from journeyeditor.qt.actions.insert_actions import ADD, CHANGE, FEEL, LANE, LINE
from journeyeditor.qt.actions.journey_actions import JOURNEY
from journeyeditor.qt.actions.people_actions import PEOPLE
from journeyeditor.qt.actions.tool_actions import TOOL
from journeyeditor.qt.actions.view_actions import VIEW
from journeyeditor.qt.actions.walking_actions import EXTEND, MOVE, WALK

TABLE: tuple[Action, ...] = (
    *FILE, *EDIT, *EXTEND, *VIEW, *TOOL, *WALK, *ADD, *LANE, *LINE, *CHANGE, *MOVE, *FEEL, *JOURNEY, *PEOPLE, *HELP,
)  # fmt: skip
BY_ID: dict[str, Action] = {action.id: action for action in TABLE}

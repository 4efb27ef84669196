"""Icons in menus: for few items, those that people find by their sign; a switch shows its check mark instead."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from journeyeditor.qt.actions.action import Action

MENU_ICONS: Mapping[str, str] = {
    "new": "file-plus",
    "versions": "history",
    "settings": "settings",
    "cut": "scissors",
    "copy": "copy",
    "paste": "clipboard-paste",
    "duplicate": "copy-plus",
    "delete": "trash-2",
    "edit-text": "pencil-line",
    "replace": "replace",
    "add-stage": "square-plus",
    "add-touchpoint": "circle-plus",
    "add-pain": "frown",
    "add-gain": "smile",
    "add-opportunity": "lightbulb",
    "add-quote": "quote",
    "add-measure": "gauge",
    "add-note": "sticky-note",
    "add-lane": "rows-3",
    "add-persona": "user-plus",
    "connect-here": "route",
    "split-stage": "split",
    "priorities": "grid-2x2",
    "delete-persona": "trash-2",
    "shortcuts": "keyboard",
    "about": "info",
}
"""Beside those that have an icon for the toolbar. The names are files of `resources/icons/ui`."""


def has_menu_icon(action: Action, system: str = sys.platform) -> bool:
    """Whether an action shows its icon in menus; on macOS none does."""
    return system != "darwin" and action.on is None and bool(action.icon or MENU_ICONS.get(action.id))

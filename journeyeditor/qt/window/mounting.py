"""The parts of a window, by name. A part is loaded when it is first shown, so that the first picture comes early."""

from __future__ import annotations

import importlib
from typing import Any

PARTS: dict[str, tuple[str, str]] = {
    "canvas": ("canvas.canvas", "Canvas"),
    "palette": ("palette.panel", "PalettePanel"),
    "parking lot": ("palette.parking_lot", "ParkingLot"),
    "personas": ("personas.bar", "PersonasBar"),
    "inspector": ("inspector.panel", "InspectorPanel"),
    "start": ("start.page", "StartPage"),
    "export": ("export.dialog", "ExportDialog"),
    "table": ("table.view", "TableView"),
    "compare": ("compare.view", "CompareView"),
    "priorities": ("priorities.dialog", "PrioritiesDialog"),
    "find": ("find.bar", "FindBar"),
    "history": ("history.panel", "HistoryPanel"),
    "health": ("health.list", "HealthList"),
    "presentation": ("presentation.show", "Presentation"),
}
"""Module below `journeyeditor.qt`, and class."""


def mount(part: str, *arguments: object) -> Any:
    """A new widget of a part, made with these arguments."""
    module, name = PARTS[part]
    return getattr(importlib.import_module(f"journeyeditor.qt.{module}"), name)(*arguments)

"""The short name of a persona, as it stands on the map: at the end of a line, and where somebody enters."""

from __future__ import annotations

from journeyeditor.layout.sheet import Sheet
from journeyeditor.model import naming
from journeyeditor.model.records import Persona


def short_name(sheet: Sheet, persona: Persona) -> str:
    """What tells a persona from the others on the sheet."""
    return naming.short_name(persona, sheet.personas, sheet.journey.head.language)

"""The short name of a persona, as it stands on the map: at the end of a line, and where somebody enters."""

from __future__ import annotations

from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Persona


def short_name(sheet: Sheet, persona: Persona) -> str:
    """The first name where a persona has one ("Camille Roussel"), else the whole name ("Busy parent")."""
    parts = persona.name.split()
    is_person = 2 <= len(parts) <= 3 and all(part[0].isupper() for part in parts) and parts[0].isalpha()
    # German writes every noun with a capital, so "Eilige Pendlerin" cannot be told from a first and a last name
    if not is_person or len(parts[0]) < 4 or sheet.journey.head.language.lower().startswith("de"):
        return " ".join(parts)
    others = [other.name.split() for other in sheet.personas if other.id != persona.id]
    # "Returning Customer" beside "New Customer": what they share is a kind of people, and what differs no first name
    alike = any(other and (other[0] == parts[0] or other[-1] == parts[-1]) for other in others)
    return " ".join(parts) if alike else parts[0]

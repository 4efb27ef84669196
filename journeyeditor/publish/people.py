"""Whose journey is exported, and what the file of one persona is called."""

from __future__ import annotations

import unicodedata

from journeyeditor.errors import BadInput, message
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Persona
from journeyeditor.publish.options import Options

LONGEST_NAME = 60
"""Bytes that a name may take in the name of a file."""


def chosen(journey: Journey, options: Options) -> tuple[str, ...]:
    """Ids of the personas that were asked for, or that the poster's settings name; empty = all that are not hidden."""
    return journey.head.poster.personas if options.personas is None else options.personas


def travellers(journey: Journey, options: Options) -> list[Persona]:
    """The personas that get a poster each, in their order. Raises BadInput where there is nobody."""
    ids = chosen(journey, options)
    found = [one for one in journey.personas() if (one.id in ids if ids else not one.hidden)]
    if not found:
        raise BadInput(
            message("There is no persona, so there is no poster of one."),
            message("Leave --each-persona out, or name who travels in the map."),
            "--each-persona",
        )
    return found


def suffix(number: int, persona: Persona) -> str:
    """What stands in the name of a persona's file: `-01-nadia`."""
    name = file_name(persona.name)
    return f"-{number:02}" + (f"-{name}" if name else "")


def file_name(text: str) -> str:
    """A text as a part of a file's name: lower case, words joined by hyphens, Latin letters without accents."""
    kept: list[str] = []
    base = ""
    for sign in unicodedata.normalize("NFD", text.lower()):
        if unicodedata.combining(sign) and base.isascii():
            continue
        base = base if unicodedata.category(sign).startswith("M") else sign
        kept.append(sign if unicodedata.category(sign)[0] in "LNM" else " ")
    joined = "-".join(unicodedata.normalize("NFC", "".join(kept)).split())
    return joined.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").strip("-")

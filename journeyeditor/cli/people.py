"""Personas by the names that a person types."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from journeyeditor.errors import BadInput, message
from journeyeditor.model.journey import Journey
from journeyeditor.publish.options import about
from journeyeditor.words import Words


def find_personas(journey: Journey, names: Sequence[str], words: Words) -> tuple[str, ...]:
    """Ids of the personas that are meant: by name or id, whatever the capitals and accents, or by how a name begins.

    Raises BadInput for a name that means nobody or more than one.
    """
    labels = _labels(journey, words)
    with about("--persona"):
        return tuple(dict.fromkeys(_find(name, labels) for name in names))


def _labels(journey: Journey, words: Words) -> dict[str, str]:
    """Id of each persona -> what they are called: name, else role, else number. Hidden ones may be meant too."""
    return {
        one.id: _line(one.name) or _line(one.role) or words.say("Persona {number}", number=number)
        for number, one in enumerate(journey.personas(), start=1)
    }


def _find(name: str, labels: dict[str, str]) -> str:
    wanted = _line(name)
    ways: list[Callable[[str, str], bool]] = [
        lambda key, label: wanted in (key, label),
        lambda _, label: label.casefold() == wanted.casefold(),
        lambda _, label: _folded(label) == _folded(wanted),
        lambda _, label: bool(wanted) and _folded(label).startswith(_folded(wanted)),
    ]
    for way in ways:
        found = [key for key, label in labels.items() if way(key, label)]
        if len(found) == 1:
            return found[0]
        if found:
            alike = ", ".join(f"{labels[key]} ({key})" for key in found)
            raise BadInput(
                message("“{name}” may be several personas: {names}.", name=name, names=alike),
                message("Write more of the name, or what stands in brackets."),
            )
    if not labels:
        raise BadInput(message("The map has no personas."), message("Leave --persona out."))
    raise BadInput(
        message("There is no persona “{name}”.", name=name),
        message("Use {names}.", names=", ".join(labels.values())),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    """A name without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))

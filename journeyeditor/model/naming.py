"""What a record without a name of its own is called: one place, so that poster, window, files and voice say the same.

A name of blanks alone is no name. What a person wrote is given back as it is, but for the blanks around it.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeyeditor.model.records import Channel, Lane, Persona
from journeyeditor.words import Words


def persona_name(persona: Persona, words: Words) -> str:
    """A persona's name, else "Persona"."""
    return persona.name.strip() or words.say("Persona")


def short_name(persona: Persona, people: Iterable[Persona], language: str) -> str:
    """The first name where a persona has one ("Camille Roussel") that tells it from the other people, else the whole
    name ("Busy parent", "Persona 1"). `language` is the journey's.
    """
    parts = persona.name.split()
    is_person = 2 <= len(parts) <= 3 and all(part[0].isupper() for part in parts) and parts[0].isalpha()
    # German writes every noun with a capital, so "Eilige Pendlerin" cannot be told from a first and a last name
    if not is_person or len(parts[0]) < 4 or language.lower().startswith("de"):
        return " ".join(parts)
    others = [other.name.split() for other in people if other.id != persona.id]
    # "Returning Customer" beside "New Customer": what they share is a kind of people, and what differs no first name
    alike = any(other and (other[0] == parts[0] or other[-1] == parts[-1]) for other in others)
    return " ".join(parts) if alike else parts[0]


def channel_name(channel: Channel, words: Words) -> str:
    """A channel's own title, else the standard word of its icon."""
    return (channel.title or "").strip() or words.term("channel", channel.icon)


def lane_name(lane: Lane, words: Words) -> str:
    """A lane's own title, else the standard word of its kind."""
    return (lane.title or "").strip() or words.term("lane", lane.kind)

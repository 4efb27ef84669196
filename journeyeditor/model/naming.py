"""What a record without a name of its own is called: one place, so that poster, window, files and voice say the same.

A name of blanks alone is no name. What a person wrote is given back as it is, but for the blanks around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeyeditor.errors import Message, counted, message
from journeyeditor.model.records import (
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.words import Words

NAMELESS = message("Unnamed persona")
"""For a persona without a name among others, where "Persona" would not say which one is meant."""
UNTITLED = message("without a title")

COUNTED: Mapping[type[Record], Message] = {
    Stage: counted("{n} stage", "{n} stages", 0),
    Touchpoint: counted("{n} touchpoint", "{n} touchpoints", 0),
    Persona: counted("{n} persona", "{n} personas", 0),
    Lane: counted("{n} lane", "{n} lanes", 0),
    Line: counted("{n} line", "{n} lines", 0),
    Entry: counted("{n} text", "{n} texts", 0),
    Pain: counted("{n} pain point", "{n} pain points", 0),
    Gain: counted("{n} gain", "{n} gains", 0),
    Quote: counted("{n} quote", "{n} quotes", 0),
    Opportunity: counted("{n} opportunity", "{n} opportunities", 0),
    Measure: counted("{n} measure", "{n} measures", 0),
    Note: counted("{n} note", "{n} notes", 0),
    Flow: counted("{n} flow", "{n} flows", 0),
    Emotion: counted("{n} emotion", "{n} emotions", 0),
}
"""So many of a kind: `COUNTED[Stage].counting(3)`. Stages before touchpoints before all that hangs on them."""


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

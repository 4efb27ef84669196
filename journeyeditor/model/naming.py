"""What a record without a name of its own is called: one place, so that poster, window, files and voice say the same.

A name of blanks alone is no name. What a person wrote is given back as it is, but for the blanks around it.
"""

from __future__ import annotations

from journeyeditor.model.records import Channel, Lane, Persona
from journeyeditor.words import Words


def persona_name(persona: Persona, words: Words) -> str:
    """A persona's name, else "Persona"."""
    return persona.name.strip() or words.say("Persona")


def channel_name(channel: Channel, words: Words) -> str:
    """A channel's own title, else the standard word of its icon."""
    return (channel.title or "").strip() or words.term("channel", channel.icon)


def lane_name(lane: Lane, words: Words) -> str:
    """A lane's own title, else the standard word of its kind."""
    return (lane.title or "").strip() or words.term("lane", lane.kind)

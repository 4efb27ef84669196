"""The parts that spoken sentences are put together of, in the language of one editor's interface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeyeditor.errors import counted, message
from journeyeditor.model.naming import NAMELESS, UNTITLED, channel_name, lane_name
from journeyeditor.model.records import Anchored, Emotion, Lane, Persona, Stage, Touchpoint

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor

LONGEST = 200
"""Characters of a text that are read aloud."""


class Voice:
    """Puts the parts of a sentence together, in the language of one editor."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.journey = editor.journey
        self.say = editor.speech.say

    def words(self, text: str | None) -> str:
        """A text on one line; never nothing."""
        line = " ".join((text or "").split())
        if not line:
            return self.say(UNTITLED)
        return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"

    def persona(self, key: str) -> str:
        """What a persona is called; empty for anything else."""
        record = self.journey.get(key)
        if not isinstance(record, Persona):
            return ""
        return " ".join(record.name.split()) or self.say(NAMELESS)

    def lane(self, lane: Lane) -> str:
        """What a lane is called."""
        return lane_name(lane, self.editor.speech)

    def channel(self, key: str | None) -> str:
        """What a channel is called; empty for none."""
        channel = self.journey.channel(key)
        if channel is None:
            return ""
        return channel_name(channel, self.editor.speech)

    def number(self, value: float) -> str:
        """A value with its sign."""
        return self.editor.speech.signed(value)

    def step(self, key: str | None) -> str:
        """What a stage or touchpoint is called."""
        record = self.journey.get(key) if key is not None else None
        return self.words(record.title) if isinstance(record, Stage | Touchpoint) else ""

    def place(self, record: Anchored) -> str:
        """Where a finding hangs."""
        if record.first is None:
            return self.say(message("in the parking lot"))
        first, last = self.step(record.first), self.step(record.last)
        if record.first == record.last:
            return self.say(message("at {step}", step=first))
        return self.say(message("from {first} to {last}", first=first, last=last))

    def people(self, keys: Sequence[str]) -> str:
        """For whom something is; empty for everyone."""
        names = [name for key in keys if (name := self.persona(key))]
        return self.say(message("for {personas}", personas=self.editor.speech.list(names))) if names else ""

    def feelings(self, touchpoint: str) -> list[str]:
        """What the active persona feels at a touchpoint; what everyone shown feels, in that mode."""
        shown = [one for one in self.journey.personas() if not one.hidden]
        whose = [one for one in shown if self.editor.persona in {None, one.id}]
        felt = [self.journey.emotions(one.id).get(touchpoint) for one in whose]
        return [self.felt(one) for one in felt if one is not None]

    def felt(self, emotion: Emotion) -> str:
        """What a persona feels."""
        return self.say(
            message("{persona} feels {value}", persona=self.persona(emotion.persona), value=self.number(emotion.value))
        )

    def joined(self, first: str, *parts: str) -> str:
        """Parts of a sentence that are weighed apart."""
        return "; ".join(part for part in (first, *parts) if part)

    def listed(self, *parts: str) -> str:
        """Parts of a sentence that belong together."""
        return ", ".join(part for part in parts if part)

    def finding(self, title: str, record: Anchored, more: str = "", votes: int = 0) -> str:
        """The sentence of a finding."""
        voted = self.say(counted("{n} vote", "{n} votes", votes)) if votes else ""
        return self.joined(self.listed(title, self.place(record), self.people(record.personas)), more, voted)

    def at(self, key: str) -> str:
        """At which step something is."""
        return self.say(message("at {step}", step=self.step(key)))

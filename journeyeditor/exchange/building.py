"""Builds the journey of an import, whatever the format: stages with their touchpoints, personas, feelings, findings.

An importer adds what it reads in the order of its file; ids, order keys, styles and lanes are made here.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.exchange.language import guessed_language
from journeyeditor.exchange.report import Report
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    AnyRecord,
    Channel,
    Emotion,
    Finding,
    Gain,
    Head,
    Lane,
    LaneKind,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
    emotion_id,
)

MOST_STAGES, MOST_TOUCHPOINTS, MOST_PERSONAS = 1_000, 10_000, 500
"""Far beyond any workshop, and still drawn in a bearable time: an importer refuses what is above with a sentence."""
STYLES = 12
USUAL_LANGUAGE = "en"
EXACT = 9
"""Digits after the point of a feeling: what is less is the dust of counting on another scale."""
LANES: tuple[tuple[LaneKind, type[Record]], ...] = (
    ("touchpoints", Touchpoint),
    ("emotions", Emotion),
    ("gains", Gain),
    ("pains", Pain),
    ("opportunities", Opportunity),
    ("quotes", Quote),
)
"""The rows of an imported map from the top, and what each shows; only the first is there when it is empty."""


class TouchpointDraft(msgspec.Struct):
    """A touchpoint whose fields may still be filled."""

    id: str
    title: str
    description: str = ""
    channel: str | None = None


class StageDraft(msgspec.Struct):
    """A stage that may still get touchpoints."""

    id: str
    title: str
    description: str = ""
    touchpoints: list[TouchpointDraft] = msgspec.field(default_factory=list)


class Building:
    """A journey in the making. Texts must be clean."""

    def __init__(self) -> None:
        self.stages: list[StageDraft] = []
        self._personas: dict[str, Persona] = {}
        self._channels: list[Channel] = []
        self._emotions: dict[str, Emotion] = {}
        self._findings: list[Finding] = []

    def stage(self, title: str) -> StageDraft:
        """A new stage, the last so far."""
        stage = StageDraft(new_id("stage"), title)
        self.stages.append(stage)
        return stage

    def touchpoint(self, stage: StageDraft, title: str) -> TouchpointDraft:
        """A new touchpoint, the last of its stage so far."""
        touchpoint = TouchpointDraft(new_id("touchpoint"), title)
        stage.touchpoints.append(touchpoint)
        return touchpoint

    def persona(self, key: str, name: str | None = None) -> str:
        """The id of the persona whom the file knows by `key`, made at the first call; called `name`, or as the key."""
        if key not in self._personas:
            number = len(self._personas)
            called = key if name is None else name
            self._personas[key] = Persona(id=new_id("persona"), order="a0", name=called, style=number % STYLES + 1)
        return self._personas[key].id

    @property
    def persona_count(self) -> int:
        """How many personas there are so far."""
        return len(self._personas)

    def channel(self, title: str, icon: str) -> str:
        """The id of a new channel of the journey's own."""
        self._channels.append(Channel(id=new_id("channel"), title=title, icon=icon))
        return self._channels[-1].id

    def feel(self, persona: str, touchpoint: str, value: float, words: str = "") -> None:
        """What a persona (id) feels at a touchpoint (id), from -2 to +2."""
        key = emotion_id(persona, touchpoint)
        self._emotions[key] = Emotion(id=key, persona=persona, touchpoint=touchpoint, value=value, words=words)

    def emotion(self, persona: str, touchpoint: str) -> Emotion | None:
        """What a persona feels at a touchpoint so far."""
        return self._emotions.get(emotion_id(persona, touchpoint))

    def finding(self, finding: Finding) -> None:
        """One more pain, gain, opportunity, quote …"""
        self._findings.append(finding)

    def journey(
        self, label: Message, *, title: str = "", scenario: str = "", language: str = USUAL_LANGUAGE
    ) -> Journey:
        """The whole."""
        journey = Journey(Head(id=new_id("journey"), title=title, scenario=scenario, language=language))
        records = [*self._people(), *self._channels, *self._steps(), *self._emotions.values(), *self._findings]
        records += _lanes(records)
        journey.apply(Change(label, {record.id: (None, record) for record in records}))
        return journey

    def _people(self) -> Iterator[Persona]:
        for persona, order in zip(self._personas.values(), _keys(len(self._personas)), strict=True):
            yield Persona(id=persona.id, order=order, name=persona.name, style=persona.style)

    def _steps(self) -> Iterator[AnyRecord]:
        for stage, order in zip(self.stages, _keys(len(self.stages)), strict=True):
            yield Stage(id=stage.id, order=order, title=stage.title, description=stage.description)
            for step, place in zip(stage.touchpoints, _keys(len(stage.touchpoints)), strict=True):
                yield Touchpoint(
                    id=step.id,
                    stage=stage.id,
                    order=place,
                    title=step.title,
                    description=step.description,
                    channel=step.channel,
                )


def _keys(count: int) -> list[str]:
    return keys_between(None, None, count)


def _lanes(records: list[AnyRecord]) -> list[Lane]:
    """The row of touchpoints, and one for each kind of thing that came in. A curve needs somebody who feels it."""
    found = {type(record) for record in records}
    kinds = [
        kind
        for kind, shown in LANES
        if shown in found or shown is Touchpoint or (shown is Emotion and Persona in found)
    ]
    return [Lane(id=new_id("lane"), order=key, kind=kind) for kind, key in zip(kinds, _keys(len(kinds)), strict=True)]


def language_of(texts: list[str], report: Report, hint: str | None = None) -> str:
    """The language that the texts of a file seem to be in, with a notice where it is not the usual one.

    `hint` is what else in the file speaks for a language, where the texts are too few to say.
    """
    guess = guessed_language("\n".join(texts)) or hint
    if guess is None:
        return USUAL_LANGUAGE
    report.guessed(
        message("The texts seem to be in the language “{language}”.", language=guess),
        otherwise=message("Choose another with --lang."),
    )
    return guess

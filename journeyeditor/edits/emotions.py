"""What a persona feels at a touchpoint."""

from __future__ import annotations

import re
from collections.abc import Mapping

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import NUMBER, number_of
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    HIGHEST_EMOTION,
    LOWEST_EMOTION,
    Emotion,
    Persona,
    Touchpoint,
    emotion_id,
)

FEELING = re.compile(rf"\s*({NUMBER})(?![0-9])[\s:;,]*(.*)", re.DOTALL)


def feeling_of(text: str) -> tuple[float, str]:
    """What was typed for a feeling, `-1.5 lost`: its value and its words. Raises BadInput for anything else."""
    found = FEELING.fullmatch(text)
    value = number_of(found[1]) if found is not None else None
    if found is None or value is None or not LOWEST_EMOTION <= value <= HIGHEST_EMOTION:
        raise BadInput(
            message("“{text}” is no feeling from -2 to 2.", text=text[:60]),
            message("Write a number from −2 to +2, and words after it if you like."),
        )
    return value, found[2].strip()


def set_emotion(journey: Journey, persona: str, touchpoint: str, value: float, words: str | None = None) -> Change:
    """A feeling from -2 to 2 (any number between); `words` None keeps what was said of it."""
    draft = Draft(journey)
    put_emotion(draft, persona, touchpoint, value, words)
    return draft.change(message("Set emotion"))


def set_emotions(journey: Journey, persona: str, values: Mapping[str, float]) -> Change:
    """Feelings of one persona at several touchpoints at once, by touchpoint id; what was said of them stays."""
    draft = Draft(journey)
    for touchpoint, value in values.items():
        put_emotion(draft, persona, touchpoint, value)
    return draft.change(message("Draw emotion curve"))


def put_emotion(draft: Draft, persona: str, touchpoint: str, value: float, words: str | None = None) -> None:
    """Drafts a feeling."""
    draft.need(persona, Persona)
    draft.need(touchpoint, Touchpoint)
    key = emotion_id(persona, touchpoint)
    if draft.get(key) is None:
        draft.put(Emotion(id=key, persona=persona, touchpoint=touchpoint, value=0.0))
    draft.set(key, {"value": value} if words is None else {"value": value, "words": words})


def clear_emotion(journey: Journey, persona: str, touchpoint: str) -> Change:
    """Takes a feeling away: a gap in the curve."""
    draft = Draft(journey)
    key = emotion_id(persona, touchpoint)
    if draft.get(key) is not None:
        draft.drop([key])
    return draft.change(message("Clear emotion"))

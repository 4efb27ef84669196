"""What records are called in a sentence: on one line, not too long, and never nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from journeyeditor.errors import Message, message
from journeyeditor.insight.survey import Survey
from journeyeditor.model.records import AnyRecord, Lane, Persona, Touchpoint
from journeyeditor.words import TERMS

LONGEST = 60
"""Characters of a title in a sentence."""
MOST_NAMES = 4
"""How many personas are named; of more, the first few stand for all."""


def one_line(text: str) -> str:
    """A text on one line, cut after a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    short = textwrap.shorten(line, LONGEST, placeholder="…")
    return short if len(short) > LONGEST // 2 else f"{line[: LONGEST - 1]}…"


def title(record: AnyRecord | None) -> str | Message:
    """The title, name or text of a record."""
    texts = (getattr(record, field, None) or "" for field in ("title", "name", "text", "label"))
    found = next((line for text in texts if (line := one_line(text))), "")
    if found:
        return found
    if isinstance(record, Lane):
        return TERMS["lane"][record.kind]
    return message("without a title")


def step_title(survey: Survey, key: str) -> str | Message:
    """The title of a stage or touchpoint; of touchpoints that share one, with the stage."""
    record = survey.journey.get(key)
    name = title(record)
    if isinstance(record, Touchpoint) and record.title in survey.places.shared_titles:
        stage = title(survey.places.stage_of(record))
        return message("{touchpoint} ({stage})", touchpoint=name, stage=stage)
    return name


def persona_name(survey: Survey, persona: Persona) -> str | Message:
    """What a persona is called: name, else role, else number."""
    number = survey.people.numbers[persona.id]
    return one_line(persona.name) or one_line(persona.role) or message("Persona {number}", number=number)


def names(survey: Survey, personas: Iterable[Persona]) -> str | Message:
    """Several personas as one gap: their names, or how the first is called where none has a name."""
    some = list(personas)
    known = [name for one in some if isinstance(name := persona_name(survey, one), str)]
    if not known:
        return persona_name(survey, some[0])
    return ", ".join(known[:MOST_NAMES]) + (", …" if len(known) > MOST_NAMES or len(known) < len(some) else "")

"""Mermaid `journey` diagrams in: a section becomes a stage, a task a touchpoint, an actor a persona.

The score 1 to 5 becomes an emotion from -2 to +2. The readers beside this file: `mermaid_blocks` finds the diagram,
`mermaid_parse` its statements, `mermaid_task` one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journeyeditor.errors import message
from journeyeditor.exchange.language import guessed_language
from journeyeditor.exchange.mermaid_blocks import journey_block
from journeyeditor.exchange.mermaid_parse import Diagram, parse
from journeyeditor.exchange.mermaid_task import shortened
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.text import decoded
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import AnyRecord, Emotion, Head, Lane, Persona, Stage, Touchpoint, emotion_id
from journeyeditor.model.text import clean

STYLES = 12
SAMPLE = 65_536
LOOKS = re.compile(r"^[\s>]*(?:journey(?:\s|$)|(?:`{3,}|~{3,}|:{3,})\s*\{?\.?mermaid\b)", re.IGNORECASE | re.MULTILINE)
MIDDLE_SCORE = 3.0


@dataclass(frozen=True, slots=True)
class Imported:
    """A journey that came in, and what had to be guessed, changed or dropped for it."""

    journey: Journey
    report: Report


def read_mermaid(data: bytes, *, name: str = "", block: int | None = None, language: str | None = None) -> Imported:
    """The journey in the bytes of a `.mmd` or Markdown file.

    `name` is the title where the diagram has none (the file's name), `block` chooses among several journeys (from 1),
    `language` is what the texts are in. Raises BadInput for a file without a journey.
    """
    report = Report("mermaid")
    text = decoded(data, report)
    diagram = parse(journey_block(text, block, report), report)
    title = _title(diagram, clean(name).strip(), report)
    journey = Journey(
        Head(
            id=new_id("journey"),
            title=title,
            scenario=diagram.description,
            language=language or _language(diagram, report),
        )
    )
    if diagram.description:
        report.guessed(message("The description for screen readers (accDescr) became the scenario."))
    if len(diagram.actors) > STYLES:
        report.guessed(
            message("The diagram names {count} actors, and each became a persona.", count=len(diagram.actors))
        )
    records = list(_records(diagram))
    journey.apply(Change(message("Import from Mermaid"), {record.id: (None, record) for record in records}))
    return Imported(journey, report)


def looks_like_mermaid(data: bytes) -> bool:
    """Whether bytes of unknown origin are worth reading as a diagram: a journey's first word, or a Mermaid fence."""
    sample = data[:SAMPLE].lstrip(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    return LOOKS.search(sample) is not None


def _title(diagram: Diagram, name: str, report: Report) -> str:
    said = diagram.accessible_title
    if diagram.title is None and (said or name):
        report.guessed(
            message("The diagram has no title; “{title}” was taken.", title=shortened(said or name)),
        )
        return said or name
    if said and said != diagram.title:
        report.dropped(message("The title for screen readers, “{title}”, was left out.", title=shortened(said)))
    return diagram.title or ""


def _language(diagram: Diagram, report: Report) -> str:
    texts = [diagram.title or "", diagram.description]
    for section in diagram.sections:
        texts += [section.name, *(task.name for task in section.tasks)]
    guess = guessed_language("\n".join(texts))
    if guess is None:
        return "en"
    report.guessed(
        message("The texts seem to be in the language “{language}”. Choose another with --lang.", language=guess)
    )
    return guess


def _records(diagram: Diagram) -> Iterator[AnyRecord]:
    """Every record of the map, parents before what hangs on them."""
    people: dict[str, str] = {}
    for number, (name, order) in enumerate(
        zip(diagram.actors, keys_between(None, None, len(diagram.actors)), strict=True)
    ):
        persona = Persona(id=new_id("persona"), order=order, name=name, style=number % STYLES + 1)
        people[name] = persona.id
        yield persona
    yield from _lanes(feelings=bool(people))
    for section, order in zip(diagram.sections, keys_between(None, None, len(diagram.sections)), strict=True):
        stage = Stage(id=new_id("stage"), order=order, title=section.name)
        yield stage
        for task, place in zip(section.tasks, keys_between(None, None, len(section.tasks)), strict=True):
            touchpoint = Touchpoint(id=new_id("touchpoint"), stage=stage.id, order=place, title=task.name)
            yield touchpoint
            if task.score is not None:
                yield from (_emotion(people[actor], touchpoint.id, task.score) for actor in task.actors)


def _lanes(*, feelings: bool) -> Iterator[Lane]:
    """The rows that a diagram can fill: touchpoints and, where somebody is named, the curve."""
    above, below = keys_between(None, None, 2)
    yield Lane(id=new_id("lane"), order=above, kind="touchpoints")
    if feelings:
        yield Lane(id=new_id("lane"), order=below, kind="emotions")


def _emotion(persona: str, touchpoint: str, score: float) -> Emotion:
    return Emotion(
        id=emotion_id(persona, touchpoint), persona=persona, touchpoint=touchpoint, value=score - MIDDLE_SCORE
    )

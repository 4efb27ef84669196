"""Mermaid `journey` diagrams in: a section becomes a stage, a task a touchpoint, an actor a persona.

The score 1 to 5 becomes an emotion from -2 to +2. The readers beside this file: `mermaid_blocks` finds the diagram,
`mermaid_parse` its statements, `mermaid_task` one step.
"""

from __future__ import annotations

import re

from journeyeditor.errors import message
from journeyeditor.exchange.building import EXACT, STYLES, Building, language_of
from journeyeditor.exchange.mermaid_blocks import journey_block
from journeyeditor.exchange.mermaid_parse import Diagram, parse
from journeyeditor.exchange.mermaid_task import shortened
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.text import decoded
from journeyeditor.model.text import clean

__all__ = ["Imported", "looks_like_mermaid", "read_mermaid"]

SAMPLE = 65_536
LOOKS = re.compile(r"^[\s>]*(?:journey(?:\s|$)|(?:`{3,}|~{3,}|:{3,})\s*\{?\.?mermaid\b)", re.IGNORECASE | re.MULTILINE)
MIDDLE_SCORE = 3.0


def read_mermaid(data: bytes, *, name: str = "", block: int | None = None, language: str | None = None) -> Imported:
    """The journey in the bytes of a `.mmd` or Markdown file.

    `name` is the title where the diagram has none (the file's name), `block` chooses among several journeys (from 1),
    `language` is what the texts are in. Raises BadInput for a file without a journey.
    """
    report = Report("mermaid")
    text = decoded(data, report)
    diagram = parse(journey_block(text, block, report), report)
    title = _title(diagram, clean(name).strip(), report)
    chosen = language or language_of(_texts(diagram), report)
    if diagram.description:
        report.guessed(message("The description for screen readers (accDescr) became the scenario."))
    if len(diagram.actors) > STYLES:
        report.guessed(
            message("The diagram names {count} actors, and each became a persona.", count=len(diagram.actors))
        )
    label = message("Import from Mermaid")
    journey = _built(diagram).journey(label, title=title, scenario=diagram.description, language=chosen)
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


def _built(diagram: Diagram) -> Building:
    """The map of a diagram. Actors come first, in the order in which they first appear."""
    building = Building()
    for actor in diagram.actors:
        building.persona(actor)
    for section in diagram.sections:
        stage = building.stage(section.name)
        for task in section.tasks:
            touchpoint = building.touchpoint(stage, task.name)
            if task.score is not None:
                for actor in task.actors:
                    building.feel(building.persona(actor), touchpoint.id, round(task.score - MIDDLE_SCORE, EXACT))
    return building


def _texts(diagram: Diagram) -> list[str]:
    texts = [diagram.title or "", diagram.description]
    for section in diagram.sections:
        texts += [section.name, *(task.name for task in section.tasks)]
    return texts

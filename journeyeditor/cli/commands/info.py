"""`journeyeditor info`: what is in a journey."""

from __future__ import annotations

import argparse
import json
from typing import Any

from journeyeditor.cli.console import Console
from journeyeditor.cli.source import Source, reading_of
from journeyeditor.exchange.left_out import WHOLE
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import SECTIONS, Persona
from journeyeditor.words import Words


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Tells about one journey."""
    with console.working() as progress:
        source = reading_of(chosen, console, progress)
    if chosen.json:
        text = json.dumps(_plain(source, console.words), indent=2, ensure_ascii=False)
        console.write_data(f"{text}\n".encode())
    else:
        console.write("\n".join(_lines(source, console.words)) + "\n")
    return 0


def _counts(journey: Journey) -> dict[str, int]:
    return {section: len(journey.all(kind)) for section, kind in SECTIONS.items()}


def _persona(persona: Persona, journey: Journey) -> dict[str, Any]:
    return {
        "name": persona.name,
        "role": persona.role,
        "maturity": persona.maturity,
        "hidden": persona.hidden,
        "emotions": len(journey.emotions(persona.id)),
    }


def _plain(source: Source, words: Words) -> dict[str, Any]:
    journey, head = source.journey, source.journey.head
    return {
        "file": source.name,
        "title": head.title,
        "state": head.state,
        "version": head.version,
        "date": head.date,
        "language": head.language,
        "languages": [head.language],
        "format_version": source.format_version,
        "read_only": source.read_only,
        "counts": _counts(journey),
        "personas": [_persona(persona, journey) for persona in journey.personas()],
        "images": len(journey.images),
        "report": source.report.to_plain(words.say) if source.report is not None else None,
    }


def _lines(source: Source, words: Words) -> list[str]:
    journey, head, say = source.journey, source.journey.head, words.say
    told = [" ".join(head.title.split()) or say("Untitled journey")]
    facts = [words.term("state", head.state), say("language {language}", language=head.language)]
    if source.format_version is not None:
        facts.append(say("format version {version}", version=source.format_version))
    if source.read_only:
        facts.append(say("read-only"))
    told.append("  " + " · ".join(facts))
    for section, count in _counts(journey).items():
        if count or section in ("stages", "touchpoints", "personas"):
            told.append("  " + say(WHOLE[SECTIONS[section]].counting(count)))
    personas = journey.personas()
    if personas:
        told.append(say("Personas"))
    told += [f"  {_told(persona, words)}" for persona in personas]
    return told


def _told(persona: Persona, words: Words) -> str:
    maturity = words.term("maturity", persona.maturity) if persona.maturity else ""
    hidden = words.say("hidden") if persona.hidden else ""
    parts = [" ".join(text.split()) for text in (persona.name, persona.role, maturity, hidden)]
    return " · ".join(part for part in parts if part) or words.say("without a name")

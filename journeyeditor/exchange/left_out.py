"""What of a journey another format cannot hold: counted from the records, so that nothing is forgotten in a report.

A format says which fields of which records it holds; all the rest that is filled is told, one line per kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from journeyeditor.errors import Message, counted, message
from journeyeditor.exchange.building import LANES, STYLES
from journeyeditor.exchange.report import Report
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import COUNTED
from journeyeditor.model.records import (
    SECTIONS,
    Answers,
    Channel,
    Emotion,
    Entry,
    Head,
    Lane,
    Persona,
    Record,
    Stage,
    Touchpoint,
)

Held = Mapping[type[Record], Collection[str]]
"""Kinds of record that a format holds, and those of their fields that it holds."""

STRUCTURE = frozenset(
    {"id", "extra", "order", "stage", "persona", "touchpoint", "first", "last", "personas", "foreign"}
)
"""Fields that say where a record stands. A format that holds the record holds them, or tells itself what it changes."""

WHOLE: dict[type[Record], Message] = {
    **COUNTED,
    Channel: counted("{n} channel of its own", "{n} channels of its own", 0),
    Entry: counted("{n} entry in the lanes", "{n} entries in the lanes", 0),
    Answers: counted("{n} answer to a pain point", "{n} answers to pain points", 0),
}
"""So many of each kind but the head, each of which may be left out as a whole."""

DESCRIPTION = counted("{n} description", "{n} descriptions", 0)
GOAL = counted("{n} goal", "{n} goals", 0)
CLOSER = counted("{n} link to a closer map", "{n} links to closer maps", 0)
DETAILS: dict[type[Record], dict[str, Message]] = {
    Head: {
        "title": message("title"),
        "scenario": message("scenario"),
        "goal": message("goal"),
        "state": message("state (as-is or to-be)"),
        "owner": message("owner"),
        "facilitator": message("facilitator"),
        "date": message("date"),
        "next_review": message("next review"),
        "version": message("version"),
        "language": message("language"),
        "phase_titles": message("names of the phases"),
        "based_on": message("journey it was made from"),
        "poster": message("poster settings"),
    },
    Stage: {
        "title": counted("{n} title", "{n} titles", 0),
        "goal": GOAL,
        "description": DESCRIPTION,
        "phase": counted("{n} phase", "{n} phases", 0),
        "duration": counted("{n} duration", "{n} durations", 0),
        "loyalty_critical": counted("{n} mark as loyalty-critical", "{n} marks as loyalty-critical", 0),
        "blind_spot": counted("{n} mark as a blind spot", "{n} marks as blind spots", 0),
        "room": counted("{n} width", "{n} widths", 0),
        "journey": CLOSER,
    },
    Touchpoint: {
        "title": counted("{n} title", "{n} titles", 0),
        "description": DESCRIPTION,
        "channel": counted("{n} channel", "{n} channels", 0),
        "started_by": counted("{n} mark of who starts it", "{n} marks of who starts it", 0),
        "image": counted("{n} picture", "{n} pictures", 0),
        "links": counted("{n} link", "{n} links", 0),
        "moment_of_truth": counted("{n} moment of truth", "{n} moments of truth", 0),
        "evidence": counted("{n} level of evidence", "{n} levels of evidence", 0),
        "ends_here": counted("{n} end of the way", "{n} ends of the way", 0),
        "journey": CLOSER,
    },
    Channel: {
        "title": counted("{n} title", "{n} titles", 0),
        "icon": counted("{n} icon", "{n} icons", 0),
    },
    Persona: {
        "name": counted("{n} name", "{n} names", 0),
        "role": counted("{n} role", "{n} roles", 0),
        "maturity": counted("{n} maturity", "{n} maturities", 0),
        "style": counted("{n} colour", "{n} colours", 0),
        "portrait": counted("{n} portrait", "{n} portraits", 0),
        "quote": counted("{n} quote", "{n} quotes", 0),
        "bio": counted("{n} biography", "{n} biographies", 0),
        "goals": GOAL,
        "needs": counted("{n} need", "{n} needs", 0),
        "frustrations": counted("{n} frustration", "{n} frustrations", 0),
        "hidden": counted("{n} mark as hidden", "{n} marks as hidden", 0),
    },
    Emotion: {
        "value": counted("{n} value", "{n} values", 0),
        "words": counted("{n} word for a feeling", "{n} words for feelings", 0),
    },
}
"""Fields of the kinds that may be held in part."""


def tell_left_out(
    journey: Journey, report: Report, held: Held, *, personas: Collection[str], besides: Sequence[Message] = ()
) -> None:
    """Notes everything in the journey that a format does not hold.

    `personas` (ids) are those who are written: what belongs to another is not told piece by piece. `besides` is what
    the exporter has left out itself, for the line of whole records.
    """
    for kind, fields in DETAILS.items():
        if kind in held:
            _tell_details(journey, report, kind, [name for name in fields if name not in held[kind]], personas)
    whole = [
        WHOLE[kind].counting(len(found))
        for kind in SECTIONS.values()
        if kind not in held and (found := _records(journey, kind, personas))
    ]
    if whole or besides:
        report.dropped(message("Left out: {things}.", things=joined([*whole, *besides])))
    if unknown := sum(bool(record.extra) for record in journey) + len(journey.head.foreign):
        report.dropped(
            counted(
                "Left out: {n} detail that a newer version of the program has written.",
                "Left out: {n} details that a newer version of the program has written.",
                unknown,
            )
        )


def joined(things: Sequence[Message]) -> Message:
    """Several messages as one, with commas between them."""
    whole = things[-1]
    for thing in reversed(things[:-1]):
        whole = message("{first}, {next}", first=thing, next=whole)
    return whole


def _records(journey: Journey, kind: type[Record], personas: Collection[str]) -> Sequence[Record]:
    if kind is Lane:
        return [lane for lane in journey.all(Lane) if _is_own(lane)]
    if kind is Persona:
        return [persona for persona in journey.personas() if persona.id in personas]
    if kind is Emotion:
        return [emotion for emotion in journey.all(Emotion) if emotion.persona in personas]
    return journey.all(kind)


def _is_own(lane: Lane) -> bool:
    """Whether a lane is more than a row that an import makes by itself."""
    usual = lane.kind in {kind for kind, _ in LANES}
    return not usual or lane.title is not None or lane.hidden or bool(lane.personas or lane.channels)


TELL: dict[type[Record], Callable[[Message], Message]] = {
    Head: lambda details: message("Left out of the journey as a whole: {details}.", details=details),
    Stage: lambda details: message("Left out of the stages: {details}.", details=details),
    Touchpoint: lambda details: message("Left out of the touchpoints: {details}.", details=details),
    Channel: lambda details: message("Left out of the channels: {details}.", details=details),
    Persona: lambda details: message("Left out of the personas: {details}.", details=details),
    Emotion: lambda details: message("Left out of the emotions: {details}.", details=details),
}


def _tell_details(
    journey: Journey, report: Report, kind: type[Record], fields: Iterable[str], personas: Collection[str]
) -> None:
    records = [journey.head] if kind is Head else _records(journey, kind, personas)
    usual = {field.name: field.default for field in msgspec.structs.fields(kind)}
    counts: Counter[str] = Counter()
    for number, record in enumerate(records):
        for name in fields:
            expected = number % STYLES + 1 if name == "style" else usual[name]
            counts[name] += _weight(getattr(record, name), expected)
    details = [DETAILS[kind][name].counting(counts[name]) for name in fields if counts[name]]
    if details:
        report.dropped(TELL[kind](joined(details)))


def _weight(value: Any, usual: Any) -> int:
    """How many things a field holds beyond what it holds by itself."""
    if isinstance(value, tuple):
        return len(value)
    if usual is msgspec.NODEFAULT:
        return int(bool(value))
    return int(value != usual)

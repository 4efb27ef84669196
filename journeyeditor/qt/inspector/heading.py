"""What the inspector is about, in words: "Touchpoint 6 of 8", "3 touchpoints"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from journeyeditor.errors import Message, counted, message
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import persona_name
from journeyeditor.model.records import (
    Anchored,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
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
from journeyeditor.qt.inspector.reading import place_words, step_name
from journeyeditor.words import Words

ONE: dict[type[Record], Message] = {
    Head: message("Journey"),
    Stage: message("Stage"),
    Touchpoint: message("Touchpoint"),
    Channel: message("Channel"),
    Persona: message("Persona"),
    Lane: message("Lane"),
    Line: message("Line"),
    Entry: message("Text"),
    Pain: message("Pain point"),
    Gain: message("Gain"),
    Quote: message("Quote"),
    Opportunity: message("Opportunity"),
    Measure: message("Measure"),
    Note: message("Note"),
    Flow: message("Flow"),
    Emotion: message("Emotion"),
}
ICONS: dict[type[Record], str] = {
    Head: "map",
    Stage: "milestone",
    Touchpoint: "circle",
    Channel: "tag",
    Persona: "user",
    Lane: "rows-3",
    Line: "minus",
    Entry: "align-left",
    Pain: "frown",
    Gain: "smile",
    Quote: "quote",
    Opportunity: "lightbulb",
    Measure: "chart-line",
    Note: "sticky-note",
    Flow: "route",
    Emotion: "smile",
}


def several(kind: type[Record], number: int) -> Message:
    """How many there are of a kind; of `Record`: of things."""
    sentences: dict[type[Record], Message] = {
        Stage: counted("{n} stage", "{n} stages", number),
        Touchpoint: counted("{n} touchpoint", "{n} touchpoints", number),
        Channel: counted("{n} channel", "{n} channels", number),
        Persona: counted("{n} persona", "{n} personas", number),
        Lane: counted("{n} lane", "{n} lanes", number),
        Line: counted("{n} line", "{n} lines", number),
        Entry: counted("{n} text", "{n} texts", number),
        Pain: counted("{n} pain point", "{n} pain points", number),
        Gain: counted("{n} gain", "{n} gains", number),
        Quote: counted("{n} quote", "{n} quotes", number),
        Opportunity: counted("{n} opportunity", "{n} opportunities", number),
        Measure: counted("{n} measure", "{n} measures", number),
        Note: counted("{n} note", "{n} notes", number),
        Flow: counted("{n} flow", "{n} flows", number),
        Emotion: counted("{n} emotion", "{n} emotions", number),
    }
    return sentences.get(kind, counted("{n} thing", "{n} things", number))


def heading(journey: Journey, records: Sequence[AnyRecord], words: Words, tried: Collection[str] = frozenset()) -> str:
    """Kind and place of what is selected, among those that are there: what is only `tried` is not counted."""
    kinds = {type(record) for record in records}
    if len(records) > 1:
        kind: type[Record] = kinds.pop() if len(kinds) == 1 else Record
        return words.say(several(kind, len(records)))
    (record,) = records
    one = words.say(ONE[type(record)])
    if isinstance(record, Stage | Touchpoint | Persona):
        order: list[str] = {
            Stage: lambda: [each.id for each in journey.stages()],
            Touchpoint: lambda: [each.id for each in journey.touchpoints()],
            Persona: lambda: [each.id for each in journey.personas()],
        }[type(record)]()
        order = [key for key in order if key == record.id or key not in tried]
        at, most = order.index(record.id) + 1, len(order)
        return words.say(message("{kind} {number} of {most}", kind=one, number=at, most=most))
    if isinstance(record, Emotion):
        return f"{one} · {_whose(journey, record, words)} · {step_name(journey, record.touchpoint, words)}"
    return f"{one} · {place_words(journey, record, words)}" if isinstance(record, Anchored) else one


def _whose(journey: Journey, emotion: Emotion, words: Words) -> str:
    persona = journey.get(emotion.persona)
    return persona_name(persona, words) if isinstance(persona, Persona) else ""

"""What closing without saving would lose, in words that a person can weigh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from journeyeditor.editor.document import Document
from journeyeditor.errors import Message, counted
from journeyeditor.model.records import (
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
    Stage,
    Touchpoint,
)
from journeyeditor.words import Words

MOST_KINDS = 4
"""More kinds than these are "and more"."""

_KINDS: dict[type, Callable[[int], Message]] = {
    Head: lambda n: counted("the journey’s own facts", "the journey’s own facts", n),
    Stage: lambda n: counted("{n} stage", "{n} stages", n),
    Touchpoint: lambda n: counted("{n} touchpoint", "{n} touchpoints", n),
    Persona: lambda n: counted("{n} persona", "{n} personas", n),
    Emotion: lambda n: counted("{n} emotion", "{n} emotions", n),
    Pain: lambda n: counted("{n} pain point", "{n} pain points", n),
    Gain: lambda n: counted("{n} gain", "{n} gains", n),
    Opportunity: lambda n: counted("{n} opportunity", "{n} opportunities", n),
    Quote: lambda n: counted("{n} quote", "{n} quotes", n),
    Measure: lambda n: counted("{n} measure", "{n} measures", n),
    Note: lambda n: counted("{n} note", "{n} notes", n),
    Entry: lambda n: counted("{n} text in a lane", "{n} texts in lanes", n),
    Lane: lambda n: counted("{n} lane", "{n} lanes", n),
    Line: lambda n: counted("{n} line", "{n} lines", n),
    Flow: lambda n: counted("{n} flow", "{n} flows", n),
    Channel: lambda n: counted("{n} channel", "{n} channels", n),
}


def loss(document: Document, speech: Words, since: str = "") -> str:
    """`3 changes since 14:32: 2 touchpoints and 1 pain point.`; `since` is a time of day, empty where there is none.

    Empty where nothing would be lost. A document that was never saved and never changed (an import) has no changes to
    count: all of it would be lost.
    """
    if document.is_saved:
        return ""
    steps = document.history.unsaved
    if not steps:
        return speech.say("It has never been saved: all of it would be lost.")
    touched: dict[str, AnyRecord] = {}
    for step in steps:
        for key, (before, after) in step.pairs.items():
            record = after or before
            if record is not None:
                touched[key] = record
    number = speech.plural("{n} change", "{n} changes", len(steps))
    changes = speech.say("{changes} since {time}", changes=number, time=since) if since else number
    what = _listed(touched.values(), speech)
    return speech.say("{changes}: {what}.", changes=changes, what=what) if what else f"{changes}."


def _listed(records: Iterable[AnyRecord], speech: Words) -> str:
    kinds = Counter(type(record) for record in records if type(record) in _KINDS)
    order = list(_KINDS)
    found = sorted(kinds.items(), key=lambda item: (-item[1], order.index(item[0])))
    parts = [speech.say(_KINDS[kind](n)) for kind, n in found[:MOST_KINDS]]
    if len(found) > MOST_KINDS:
        parts.append(speech.say("and more"))
        return ", ".join(parts)
    return speech.list(parts)

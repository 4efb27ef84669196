"""What closing without saving would lose, in words that a person can weigh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from journeyeditor.editor.document import Document
from journeyeditor.errors import Message, counted
from journeyeditor.model.naming import COUNTED
from journeyeditor.model.records import AnyRecord, Head, Record
from journeyeditor.words import Words

MOST_KINDS = 4
"""More kinds than these are "and more"."""

_KINDS: dict[type[Record], Message] = {
    Head: counted("the journey’s own facts", "the journey’s own facts", 1),
    **COUNTED,
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
    what = kinds_listed(touched.values(), speech)
    return speech.say("{changes}: {what}.", changes=changes, what=what) if what else f"{changes}."


def kinds_listed(
    records: Iterable[AnyRecord], speech: Words, *, most: int = MOST_KINDS, frequent_first: bool = True
) -> str:
    """`2 touchpoints and 1 pain point`: the most frequent kinds first, else stages before touchpoints before all that
    hangs on them. Empty where none has a name of its own.
    """
    kinds: Counter[type[Record]] = Counter(type(record) for record in records if type(record) in _KINDS)
    order = list(_KINDS)
    found = sorted(kinds.items(), key=lambda item: (-item[1] * frequent_first, order.index(item[0])))
    parts = [speech.say(_KINDS[kind].counting(n)) for kind, n in found[:most]]
    if len(found) > most:
        parts.append(speech.say("and more"))
        return ", ".join(parts)
    return speech.list(parts)

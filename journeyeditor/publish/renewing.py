"""A new journey from an old one: with ids of its own, and, where asked, without what was found out the last time."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.plain import kind_name
from journeyeditor.model.records import (
    Anchored,
    Answers,
    AnyRecord,
    Channel,
    Emotion,
    Flow,
    Head,
    Persona,
    Poster,
    Touchpoint,
)
from journeyeditor.model.references import rereferred
from journeyeditor.words import speak


def renewed(journey: Journey, *, title: str | None = None, language: str | None = None) -> Journey:
    """The same map under a new head, every record with a new id. It is based on nothing.

    `title` and `language` replace the map's own where they are given; a map in `en-GB` is in `en` already and stays
    what it is.
    """
    keep = {channel.id for channel in journey.all(Channel)}
    names: dict[str, str] = {}
    for record in journey:
        kind = "journey" if isinstance(record, Head) else kind_name(record)
        names[record.id] = record.id if record.id in keep else new_id(kind)

    def new_name(key: str) -> str:
        return names.get(key, key)

    records: list[AnyRecord] = []
    head = journey.head
    base = head.language.partition("-")[0]
    for record in journey:
        named = rereferred(record, new_name)
        if not isinstance(record, Emotion | Answers):
            named = msgspec.structs.replace(named, id=names[record.id])
        if isinstance(named, Head):
            head = msgspec.structs.replace(
                named,
                based_on=None,
                title=named.title if title is None else title,
                language=named.language if language in {None, base} else language,
            )
        else:
            records.append(named)
    return _of(head, records, journey)


def emptied(journey: Journey, *, language: str | None = None) -> Journey:
    """The map without emotions, findings and names: its stages, touchpoints, flows, lanes and slots for personas.

    The slots are numbered, in `language` if one is given, else in the map's.
    """
    words = speak(language or journey.head.language)
    slots = {
        persona.id: words.say("Persona {number}", number=number)
        for number, persona in enumerate(journey.personas(), start=1)
    }
    kept = [
        _bare(record, slots)
        for record in journey
        if not isinstance(record, Head | Emotion | Answers) and not isinstance(record, Anchored)
    ]
    head = journey.head
    poster: Poster = msgspec.structs.replace(head.poster, logos=())
    bare = msgspec.structs.replace(
        head, owner="", facilitator="", date="", next_review="", version="", based_on=None, poster=poster
    )
    return _of(bare, kept, journey)


def _bare(record: AnyRecord, slots: Mapping[str, str]) -> AnyRecord:
    """One record without who it was and what was measured. `slots`: what each persona (id) is called now."""
    match record:
        case Persona():
            return Persona(
                id=record.id,
                order=record.order,
                name=slots[record.id],
                maturity=record.maturity,
                style=record.style,
                hidden=record.hidden,
            )
        case Touchpoint():
            return msgspec.structs.replace(record, image=None, links=(), evidence=None)
        case Flow():
            return msgspec.structs.replace(record, share=None)
        case _:
            return record


def _of(head: Head, records: list[AnyRecord], journey: Journey) -> Journey:
    made = Journey(head, journey.images)
    made.apply(Change(message("New journey"), {record.id: (None, record) for record in records}))
    return made

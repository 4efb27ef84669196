"""Reading a field of one record or of several. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Answers, AnyRecord, Opportunity, Record, Stage, Touchpoint
from journeyeditor.words import Words


class _Mixed:
    """Several records whose values differ."""

    def __repr__(self) -> str:
        return "MIXED"


MIXED = _Mixed()


def record_of(journey: Journey, key: str) -> AnyRecord | None:
    """The record of an id; a built-in channel that has none of its own is one too."""
    return journey.get(key) or BUILT_IN_CHANNELS.get(key)


def value_of(journey: Journey, record: Record, name: str) -> Any:
    """What stands in a field; a dot leads into a part, and what is linked is a field too."""
    if name == "pains":
        return tuple(journey.answered(record.id))
    if name == "opportunities":
        return tuple(link.opportunity for link in journey.all(Answers) if link.pain == record.id)
    first, _, rest = name.partition(".")
    value = getattr(record, first)
    if not rest:
        return value
    return value.get(rest, "") if isinstance(value, dict) else getattr(value, rest)


def common(journey: Journey, records: Sequence[Record], name: str) -> Any:
    """The one value that all have, or MIXED."""
    values = [value_of(journey, record, name) for record in records]
    return values[0] if values and all(value == values[0] for value in values) else MIXED


def owners(journey: Journey) -> list[str]:
    """Every name that has been used so far for who does something, sorted."""
    found = {journey.head.owner, journey.head.facilitator}
    found.update(one.owner for one in journey.all(Opportunity))
    return sorted((name for name in found if name.strip()), key=str.casefold)


def findings_at(journey: Journey, key: str, kind: type[Record]) -> list[Anchored]:
    """The findings of a kind that hang on a stage or touchpoint, or span it; sorted as the poster reads them."""
    reading = journey.reading()
    here = reading.starts(key)
    if here is None:
        return []
    of_stage = isinstance(journey.get(key), Stage)
    until = reading.ends(key) or here
    found: list[Anchored] = []
    for record in journey.all(kind):
        if not isinstance(record, Anchored) or record.first is None or record.last is None:
            continue
        if key in (record.first, record.last):
            found.append(record)
        elif record.first != record.last:
            start, stop = reading.starts(record.first), reading.ends(record.last)
            both_stages = not isinstance(journey.get(record.first), Touchpoint) and not of_stage
            if start is not None and stop is not None and start <= here and until <= stop and not both_stages:
                found.append(record)
    return sorted(found, key=_weight)


def _weight(record: Anchored) -> tuple[float, float, str]:
    strong = getattr(record, "severity", 0) or getattr(record, "strength", 0)
    return (-strong, -getattr(record, "votes", 0), record.id)


def place_words(journey: Journey, record: Anchored, words: Words) -> str:
    """Where a finding hangs, in words."""
    if record.first is None:
        return words.say("Parking lot")
    names = [step_name(journey, key, words) for key in dict.fromkeys((record.first, record.last)) if key]
    return " – ".join(names)


def step_name(journey: Journey, key: str | None, words: Words) -> str:
    """A stage's or touchpoint's title."""
    record = journey.get(key) if key else None
    title = record.title if isinstance(record, Stage | Touchpoint) else ""
    return title.strip().replace("\n", " ") or words.say("Untitled")


def people_words(journey: Journey, personas: Sequence[str], words: Words) -> str:
    """Whom something is for."""
    named = [getattr(journey.get(key), "name", "") or words.say("No name yet") for key in personas]
    return ", ".join(named) if named else words.say("everyone")

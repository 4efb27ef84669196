"""Which fields of a record name other records, in one table: rules, deleting, pasting and merging all read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from journeyeditor.model.records import (
    Anchored,
    Answers,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
    answers_id,
    emotion_id,
)

SomeRecord = TypeVar("SomeRecord", bound=Record)

STEPS = (Stage, Touchpoint)
"""Kinds that a customer passes: a flow leads from one to another, a finding hangs on them."""
FINDINGS: tuple[type[Anchored], ...] = (Entry, Pain, Gain, Quote, Opportunity, Measure, Note)
"""Kinds with an anchor."""


class Reference(msgspec.Struct, frozen=True):
    """A field that names records of some kinds: one, or a list of `many`.

    A record cannot be without what it `needs`; any other reference may be empty. The field of a part of a record
    is written with a dot (`poster.personas`).
    """

    field: str
    kinds: tuple[type[Record], ...]
    many: bool = False
    needed: bool = False


PERSONAS = Reference("personas", (Persona,), many=True)
ANCHOR = (Reference("first", STEPS), Reference("last", STEPS), PERSONAS)

REFERENCES: dict[type[Record], tuple[Reference, ...]] = {
    Head: (Reference("poster.personas", (Persona,), many=True),),
    Touchpoint: (Reference("stage", (Stage,), needed=True), Reference("channel", (Channel,))),
    Lane: (PERSONAS, Reference("channels", (Channel,), many=True)),
    Entry: (Reference("lane", (Lane,), needed=True), *ANCHOR),
    Pain: ANCHOR,
    Gain: ANCHOR,
    Quote: ANCHOR,
    Opportunity: ANCHOR,
    Measure: ANCHOR,
    Note: ANCHOR,
    Flow: (Reference("source", STEPS, needed=True), Reference("target", STEPS, needed=True), PERSONAS),
    Emotion: (Reference("persona", (Persona,), needed=True), Reference("touchpoint", (Touchpoint,), needed=True)),
    Answers: (Reference("opportunity", (Opportunity,), needed=True), Reference("pain", (Pain,), needed=True)),
}

PICTURES: dict[type[Record], tuple[str, ...]] = {
    Head: ("poster.logos",),
    Touchpoint: ("image",),
    Persona: ("portrait",),
}
"""Fields that hold hashes of images."""


def field_value(record: Record, field: str) -> Any:
    """What stands in a field; a dot leads into a part."""
    value: Any = record
    for name in field.split("."):
        value = getattr(value, name)
    return value


def with_field(record: SomeRecord, field: str, value: Any) -> SomeRecord:
    """The record with another value in a field; a dot leads into a part."""
    name, _, inner = field.partition(".")
    if inner:
        value = msgspec.structs.replace(getattr(record, name), **{inner: value})
    return msgspec.structs.replace(record, **{name: value})


def references(record: AnyRecord) -> Iterator[tuple[Reference, str]]:
    """Every reference of a record with the id that it names, fields in their order."""
    for reference in REFERENCES.get(type(record), ()):
        value = field_value(record, reference.field)
        if reference.many:
            for key in value:
                yield reference, key
        elif value is not None:
            yield reference, value


def rereferred(record: AnyRecord, name: Callable[[str], str | None]) -> AnyRecord:
    """The record with every id that it names passed through `name`; None leaves it out.

    An id that is derived from references follows them. What the record needs must not become None.
    """
    for reference in REFERENCES.get(type(record), ()):
        value = field_value(record, reference.field)
        named: tuple[str, ...] | str | None
        if reference.many:
            named = tuple(dict.fromkeys(new for new in map(name, value) if new is not None))
        else:
            named = None if value is None else name(value)
        if named != value:
            record = with_field(record, reference.field, named)
    derived = derived_id(record)
    return record if derived is None or derived == record.id else msgspec.structs.replace(record, id=derived)


def derived_id(record: AnyRecord) -> str | None:
    """The id that follows from what a record joins, or None for records with an id of their own."""
    if isinstance(record, Emotion):
        return emotion_id(record.persona, record.touchpoint)
    if isinstance(record, Answers):
        return answers_id(record.opportunity, record.pain)
    return None


def pictures(record: AnyRecord) -> tuple[str, ...]:
    """Hashes of the images that a record shows."""
    found: list[str] = []
    for field in PICTURES.get(type(record), ()):
        value = field_value(record, field)
        found.extend([value] if isinstance(value, str) else value or ())
    return tuple(found)


def with_known_pictures(record: SomeRecord, is_known: Callable[[str], bool]) -> SomeRecord:
    """The record without the images that nobody has the bytes of."""
    for field in PICTURES.get(type(record), ()):
        value = field_value(record, field)
        if isinstance(value, str) and not is_known(value):
            record = with_field(record, field, None)
        elif isinstance(value, tuple) and not all(map(is_known, value)):
            record = with_field(record, field, tuple(filter(is_known, value)))
    return record


class Referrers:
    """Who names whom: an index over the references of many records, kept in step by `add` and `remove`."""

    def __init__(self, records: Iterable[AnyRecord] = ()) -> None:
        self._by_target: dict[str, set[str]] = {}
        for record in records:
            self.add(record)

    def add(self, record: AnyRecord) -> None:
        """Takes the references of a record in."""
        for _, target in references(record):
            self._by_target.setdefault(target, set()).add(record.id)

    def remove(self, record: AnyRecord) -> None:
        """Takes the references of a record out."""
        for _, target in references(record):
            some = self._by_target.get(target)
            if some is not None:
                some.discard(record.id)
                if not some:
                    del self._by_target[target]

    def of(self, key: str) -> frozenset[str]:
        """Ids of the records that name this id."""
        return frozenset(self._by_target.get(key, ()))

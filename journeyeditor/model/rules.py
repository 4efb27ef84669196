"""What a whole journey must obey, beyond the types of its fields.

Each rule that is broken is told with the record, the field and a sentence: a loader refuses or repairs by it, and no
edit may leave one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, get_args

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.links import is_safe_path, safe_link
from journeyeditor.model.records import (
    ENTRY_LANES,
    PHASES,
    SECTIONS,
    Anchored,
    AnyRecord,
    Channel,
    Entry,
    Head,
    Lane,
    Measure,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.model.references import REFERENCES, Reference, derived_id, field_value, pictures, references
from journeyeditor.model.text import is_clean

KINDS = frozenset({Head, *SECTIONS.values()})


class BrokenRule(msgspec.Struct, frozen=True):
    """What is wrong, and where: the id of the record and the name of its field (`""` = the record as a whole)."""

    id: str
    field: str
    problem: Message


def broken_rules(records: Iterable[AnyRecord], images: Collection[str] | None = None) -> list[BrokenRule]:
    """Every rule that these records, taken as one journey, break. A `Journey` may be given as it is.

    Where `images` (hashes) are given, every picture that a record shows must be among them.
    """
    by_id: dict[str, AnyRecord] = {}
    broken: list[BrokenRule] = []
    heads = 0
    for record in records:
        broken.extend(record_problems(record))
        heads += isinstance(record, Head)
        if record.id in by_id:
            broken.append(BrokenRule(record.id, "id", message("Two records have the same id.")))
        by_id[record.id] = record
    if heads != 1:
        broken.append(BrokenRule("", "journey", message("A file must hold one journey, no more and no less.")))
    for record in by_id.values():
        broken.extend(reference_problems(record, by_id.get))
        if images is not None and any(picture not in images for picture in pictures(record)):
            broken.append(BrokenRule(record.id, "image", message("A picture is missing.")))
    return broken


def record_problems(record: AnyRecord) -> Iterator[BrokenRule]:
    """What is wrong within one record, whatever the others are."""
    if type(record) not in KINDS:
        yield BrokenRule(str(getattr(record, "id", "")), "", message("This kind of record is not known."))
        return
    try:
        plain = msgspec.to_builtins(record)
        msgspec.convert(plain, type(record))
    except (msgspec.ValidationError, TypeError):
        yield from _type_problems(record)
        return
    if not is_clean(plain):
        fields = [name for name, value in plain.items() if not is_clean(value)]
        yield BrokenRule(record.id, fields[0], message("This text holds characters that cannot be written."))
    derived = derived_id(record)
    if derived is not None and derived != record.id:
        yield BrokenRule(record.id, "id", message("The id should be “{id}”.", id=derived))
    yield from _list_problems(record)
    yield from _meaning_problems(record)


def _type_problems(record: AnyRecord) -> Iterator[BrokenRule]:
    for field in msgspec.structs.fields(type(record)):
        problem = value_problem(field.type, getattr(record, field.name, None))
        if problem is not None:
            yield BrokenRule(str(record.id), field.name, problem)


def value_problem(kind: Any, value: Any) -> Message | None:
    """Why a value cannot stand in a field of this type, or None."""
    try:
        msgspec.convert(msgspec.to_builtins(value), kind)
    except (msgspec.ValidationError, TypeError):
        least, most = _range_of(kind)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and least is not None and most is not None and not least <= value <= most:
            return message("It must be between {least} and {most}.", least=least, most=most)
        if is_number and value != int(value):
            return message("It must be a whole number.")
        shown = str(value)
        return message("“{value}” is not possible here.", value=shown if len(shown) <= 60 else shown[:59] + "…")
    return None


def _range_of(kind: Any) -> tuple[float | None, float | None]:
    """The least and the largest number that a type takes, where it says so."""
    for part in (kind, *get_args(kind)):
        for meta in getattr(part, "__metadata__", ()):
            if isinstance(meta, msgspec.Meta) and (meta.ge is not None or meta.le is not None):
                return meta.ge, meta.le
    return None, None


def _list_problems(record: AnyRecord) -> Iterator[BrokenRule]:
    for reference in REFERENCES.get(type(record), ()):
        if reference.many:
            keys = field_value(record, reference.field)
            if len(set(keys)) != len(keys):
                yield BrokenRule(record.id, reference.field, message("The same id is named twice."))


def _meaning_problems(record: AnyRecord) -> Iterator[BrokenRule]:
    if isinstance(record, Anchored) and (record.first is None) != (record.last is None):
        field = "first" if record.first is None else "last"
        yield BrokenRule(record.id, field, message("A place on the map needs both a first and a last step."))
    if isinstance(record, Measure):
        low, high = record.minimum, record.maximum
        if low is not None and high is not None and low >= high:
            yield BrokenRule(record.id, "maximum", message("The maximum must be above the minimum."))
    if isinstance(record, Head) and not set(record.phase_titles) <= set(PHASES):
        yield BrokenRule(record.id, "phase_titles", message("Only before, during and after can have a title."))
    if isinstance(record, Touchpoint) and any(safe_link(link) != link for link in record.links):
        yield BrokenRule(record.id, "links", message("Only http, https and mailto links can be kept."))
    if isinstance(record, Stage | Touchpoint) and record.journey is not None and not is_safe_path(record.journey.path):
        yield BrokenRule(record.id, "journey", message("A closer map must be a file beside this one."))
    if record.id in BUILT_IN_CHANNELS and not isinstance(record, Channel):
        yield BrokenRule(record.id, "id", message("This id is kept for a channel."))


def reference_problems(record: AnyRecord, find: Callable[[str], AnyRecord | None]) -> Iterator[BrokenRule]:
    """References of a record that lead nowhere or to the wrong kind. `find` gives the record of an id, or None."""
    for reference, key in references(record):
        problem = _reference_problem(reference, key, find(key))
        if problem is not None:
            yield BrokenRule(record.id, reference.field, problem)
    if isinstance(record, Entry):
        lane = find(record.lane)
        if isinstance(lane, Lane) and lane.kind not in ENTRY_LANES:
            yield BrokenRule(record.id, "lane", message("This lane holds no texts of its own."))


def _reference_problem(reference: Reference, key: str, target: Record | None) -> Message | None:
    if isinstance(target, reference.kinds):
        return None
    if target is None and Channel in reference.kinds and key in BUILT_IN_CHANNELS:
        return None
    if target is None:
        return message("“{id}” is not in this journey.", id=key)
    return message("“{id}” is not what is expected here.", id=key)

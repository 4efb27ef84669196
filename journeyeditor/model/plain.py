"""Records as plain builtins (dicts, lists, texts, numbers), for a log, the clipboard or the wire.

A record stands as a dict of one key, its kind: `{"stage": {"id": …, "order": …}}`.
"""

from __future__ import annotations

from typing import Any, cast

import msgspec

from journeyeditor.errors import BadInput, message
from journeyeditor.model.records import SECTIONS, AnyRecord, Head, Record
from journeyeditor.model.rules import record_problems

KINDS: dict[str, type[Record]] = {"head": Head, **{kind.__name__.lower(): kind for kind in SECTIONS.values()}}
"""Name -> kind of record, for all of them."""


def kind_name(record: Record | type[Record]) -> str:
    """The name of a record's kind, such as `touchpoint`."""
    kind = record if isinstance(record, type) else type(record)
    return kind.__name__.lower()


def record_to_plain(record: AnyRecord) -> dict[str, Any]:
    """A record as plain builtins."""
    return {kind_name(record): msgspec.to_builtins(record)}


def record_from_plain(plain: Any) -> AnyRecord:
    """The record of plain builtins. Raises BadInput for anything that is not a sound record."""
    if not isinstance(plain, dict) or len(plain) != 1:
        raise BadInput(message("This is not a record of a journey."))
    ((name, fields),) = plain.items()
    kind = KINDS.get(name)
    if kind is None:
        raise BadInput(message("The kind “{kind}” is not known.", kind=str(name)))
    try:
        record = cast("AnyRecord", msgspec.convert(fields, kind))
    except msgspec.ValidationError as problem:
        raise BadInput(message("This is not a record of a journey."), place=str(problem)) from problem
    for broken in record_problems(record):
        raise BadInput(broken.problem, place=f"{broken.id} {broken.field}")
    return record

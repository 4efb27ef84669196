"""Values that a person typed or chose, checked before they become fields of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from journeyeditor.errors import BadInput, message
from journeyeditor.model.ids import new_id
from journeyeditor.model.links import safe_link
from journeyeditor.model.plain import kind_name
from journeyeditor.model.records import Record, Touchpoint
from journeyeditor.model.rules import value_problem
from journeyeditor.model.text import cleaned

SomeStruct = TypeVar("SomeStruct", bound=msgspec.Struct)
SomeRecord = TypeVar("SomeRecord", bound=Record)

NUMBER = r"[+\-\u2212]?[0-9]+(?:[.,][0-9]+)?"
"""A number as people type it, with a point or a comma."""
MOST_SIGNS = 15
"""Of a number; a longer row of digits is none that anybody has measured."""


def with_fields(record: SomeStruct, fields: Mapping[str, Any]) -> SomeStruct:
    """The record with other values in some fields, every one checked against the type of its field.

    Texts lose what no file can keep (control characters). Raises BadInput with the field as its place.
    """
    return msgspec.structs.replace(record, **checked(type(record), fields))


def made(kind: type[SomeRecord], fields: Mapping[str, Any], **fixed: Any) -> SomeRecord:
    """A new record: `fields` are checked, `fixed` (its place in the map) win over them.

    It gets an id of its own unless an `id` that is free (see `new_id`) is among the fields, as while something new is
    dragged about and its place is tried again and again.
    """
    return kind(**{"id": new_id(kind_name(kind)), **checked(kind, fields), **fixed})


def checked(kind: type[msgspec.Struct], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the fields of this kind hold them. Raises BadInput for one that cannot stand there.

    A link that is written as a host alone (`www.example.org`) gets its `https://`.
    """
    types = {field.name: field.type for field in msgspec.structs.fields(kind)}
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in types:
            raise BadInput(message("There is no field “{field}” here.", field=name), place=name)
        try:
            plain = cleaned(msgspec.to_builtins(value))
        except TypeError as problem:
            raise BadInput(message("“{value}” is not possible here.", value=str(value)[:60]), place=name) from problem
        fault = value_problem(types[name], plain)
        if fault is not None:
            raise BadInput(fault, place=name)
        values[name] = msgspec.convert(plain, types[name])
    if kind is Touchpoint and "links" in values:
        values["links"] = tuple(safe_link(link) or link for link in values["links"])
    return values


def number_of(text: str) -> float | None:
    """The number that a text is; None for any other text."""
    bare = text.strip()
    if len(bare) > MOST_SIGNS or not re.fullmatch(NUMBER, bare):
        return None
    return float(bare.replace(",", ".").replace("\u2212", "-"))

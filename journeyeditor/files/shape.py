"""What a kind of record looks like in the file, told from its msgspec type: the one source for reading and writing."""

from __future__ import annotations

import functools
from typing import Any

import msgspec
from msgspec.inspect import (
    Field,
    FloatType,
    LiteralType,
    Metadata,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from journeyeditor.model.records import PHASES, Head, Lane, Part, Record

KEEPERS = ("extra", "foreign")
"""Fields that hold what this version does not know; they are no keys of the file."""

STAND_INS: dict[tuple[type, str], str] = {(Lane, "kind"): "free"}
"""What a required word becomes in this program while the file says one that only a newer program knows."""

MAPS: dict[type, dict[str, tuple[str, ...]]] = {Head: {"phase_titles": PHASES}}
"""Fields that hold texts by key, and the keys that may be there."""


class Shape(msgspec.Struct, frozen=True):
    """The fields of one kind of record or part."""

    fields: frozenset[str]
    defaults: dict[str, Any] = msgspec.field(default_factory=dict)
    """What an unknown word is replaced by, for each field of `words`; required ones without stand-in are absent."""
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Fields that take one of a few words."""
    numbers: tuple[str, ...] = ()
    """Fields that hold a float."""
    parts: dict[str, Shape] = msgspec.field(default_factory=dict)
    """Fields that hold a part."""
    lists: dict[str, Shape] = msgspec.field(default_factory=dict)
    """Fields that hold a list of parts."""
    maps: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Fields that hold texts by a few known keys."""


@functools.cache
def shape_of(kind: type[Record | Part]) -> Shape:
    """The shape of a kind of record, or of a part of one."""
    info = type_info(kind)
    if not isinstance(info, StructType):  # pragma: no cover - all kinds are structs
        raise TypeError(kind)
    fields = [one for one in info.fields if one.name not in KEEPERS]
    result = Shape(frozenset(one.name for one in fields), numbers=tuple(_numbers(fields)), maps=MAPS.get(kind, {}))
    for one in fields:
        for choice in _choices(one.type):
            if isinstance(choice, LiteralType):
                result.words[one.name] = tuple(str(word) for word in choice.values)
                _stand_in(kind, one, result.defaults)
            elif isinstance(choice, StructType):
                result.parts[one.name] = shape_of(choice.cls)
            elif isinstance(choice, VarTupleType):
                item = _choices(choice.item_type)[0]
                if isinstance(item, StructType):
                    result.lists[one.name] = shape_of(item.cls)
    return result


def _choices(kind: Type) -> list[Type]:
    """The types that a field may have, without their annotations."""
    if isinstance(kind, Metadata):
        return _choices(kind.type)
    if isinstance(kind, UnionType):
        return [choice for one in kind.types for choice in _choices(one)]
    return [kind]


def _numbers(fields: list[Field]) -> list[str]:
    return [one.name for one in fields if any(isinstance(choice, FloatType) for choice in _choices(one.type))]


def _stand_in(kind: type, one: Field, defaults: dict[str, Any]) -> None:
    if one.default is not msgspec.NODEFAULT:
        defaults[one.name] = one.default
    elif (kind, one.name) in STAND_INS:
        defaults[one.name] = STAND_INS[kind, one.name]

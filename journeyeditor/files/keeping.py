"""Keeps what only a newer program knows: unknown keys and unknown words go into `extra` and come out again.

A word that this version does not know is parked in `extra` under its field's own key while the field takes its
default; it is written back unless the field has been changed since.
"""

from __future__ import annotations

import math
from typing import Any

from journeyeditor.errors import CannotWrite, message
from journeyeditor.files.problems import UNDO
from journeyeditor.files.shape import Shape

Plain = dict[str, Any]


class UnknownWord(Exception):  # noqa: N818 - a turn in the road, not a failure
    """A required field holds a word that this version does not know and has no stand-in for."""


def taken_apart(raw: Plain, shape: Shape) -> Plain:
    """A record's plain data with everything unknown moved under `extra`. Raises UnknownWord."""
    known: Plain = {}
    extra: Plain = {}
    for key, value in raw.items():
        if key not in shape.fields:
            extra[key] = value
        elif key in shape.words and isinstance(value, str) and value not in shape.words[key]:
            if key not in shape.defaults:
                raise UnknownWord(key)
            extra[key] = value
            known[key] = shape.defaults[key]
        elif key in shape.parts and isinstance(value, dict):
            known[key] = taken_apart(value, shape.parts[key])
        elif key in shape.lists and isinstance(value, list):
            part = shape.lists[key]
            known[key] = [taken_apart(item, part) if isinstance(item, dict) else item for item in value]
        elif key in shape.maps and isinstance(value, dict) and not value.keys() <= set(shape.maps[key]):
            extra[key] = {name: item for name, item in value.items() if name not in shape.maps[key]}
            known[key] = {name: item for name, item in value.items() if name in shape.maps[key]}
        else:
            known[key] = value
    if extra:
        known["extra"] = extra
    return known


def put_together(plains: list[Plain], shape: Shape) -> list[Plain]:
    """The reverse: plain data as msgspec makes it from records, as it is written. Changes and returns `plains`.

    Numbers get one spelling, so that 1 and 1.0 give the same bytes. Raises CannotWrite for one that is not finite.
    """
    for name in shape.numbers:
        for plain in plains:
            if plain[name] is not None:
                plain[name] = _number(plain, name)
    for name, part in shape.parts.items():
        put_together([plain[name] for plain in plains if plain[name] is not None], part)
    for name, part in shape.lists.items():
        for plain in plains:
            put_together(plain[name], part)
    for plain in plains:
        extra = plain.pop("extra")
        if extra:
            _put_back(plain, extra, shape)
    return plains


def _number(plain: Plain, name: str) -> float:
    number = float(plain[name])
    if not math.isfinite(number):
        raise CannotWrite(
            message("“{field}” of {id} is not a finite number.", field=name, id=str(plain.get("id", ""))), UNDO
        )
    return number + 0.0  # no -0.0


def _put_back(plain: Plain, extra: Plain, shape: Shape) -> None:
    for key, value in extra.items():
        if key not in shape.fields or (key in shape.words and plain[key] == shape.defaults.get(key)):
            plain[key] = value
        elif key in shape.maps and isinstance(value, dict):
            plain[key] = {**value, **plain[key]}


def depth(value: object) -> int:
    """How many levels of objects and lists lie in each other, counted without recursion."""
    deepest, level = 0, [value]
    while level:
        below: list[object] = []
        for one in level:
            if isinstance(one, dict):
                below.extend(one.values())
            elif isinstance(one, list | tuple):
                below.extend(one)
        level = below
        deepest += 1
    return deepest - 1

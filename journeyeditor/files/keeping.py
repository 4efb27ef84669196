"""Keeps what only a newer program knows: unknown keys and unknown words go into `extra` and come out again.

A word that this version does not know is parked in `extra` under its field's own key while the field takes its
default; it is written back unless the field has been changed since.
"""

from __future__ import annotations

import math
from typing import Any

from journeyeditor.errors import CannotWrite, message
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
        else:
            known[key] = value
    if extra:
        known["extra"] = extra
    return known


def put_together(plain: Plain, shape: Shape) -> Plain:
    """The reverse: plain data as msgspec makes it from a record, as it is written. Changes and returns `plain`.

    Numbers get one spelling, so that 1 and 1.0 give the same bytes. Raises CannotWrite for one that is not finite.
    """
    for name in shape.numbers:
        number = plain[name]
        if number is not None:
            plain[name] = number = float(number) + 0.0  # no -0.0
            if not math.isfinite(number):
                raise CannotWrite(
                    message("“{field}” of {id} is not a finite number.", field=name, id=str(plain.get("id", "")))
                )
    for name, part in shape.parts.items():
        if plain[name] is not None:
            plain[name] = put_together(plain[name], part)
    for name, part in shape.lists.items():
        plain[name] = [put_together(item, part) for item in plain[name]]
    extra: Plain = plain.pop("extra")
    for key, value in extra.items():
        if key not in shape.fields or (key in shape.words and plain[key] == shape.defaults.get(key)):
            plain[key] = value
    return plain


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

"""Puts what msgspec says about wrong data into a sentence for a person, with the place and the record's title."""

from __future__ import annotations

import re
from typing import Any

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.model.records import COLOUR_PATTERN, DATE_PATTERN, HASH_PATTERN, LANGUAGE_PATTERN, ORDER_PATTERN

_PATH = re.compile(r" - at `(.*)`$")
_TYPES = re.compile(r"^Expected `([^`]*)`, got `([^`]*)`")
_LENGTH = re.compile(r"^Expected `([^`]*)` of length (<=|>=) (\d+)")
_BOUND = re.compile(r"^Expected `[^`]*` (<=|>=) (\S+)")
_PATTERN = re.compile(r"^Expected `str` matching regex '(.*)'(?: - at|$)")
_MISSING = re.compile(r"^Object missing required field `([^`]*)`")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")

_KINDS: dict[str, Message] = {
    "str": message("a text"),
    "int": message("a whole number"),
    "float": message("a number"),
    "bool": message("true or false"),
    "array": message("a list"),
    "object": message("an object"),
    "null": message("null"),
}
_SHAPES: dict[str, Message] = {
    DATE_PATTERN: message("a date is written 2026, 2026-11 or 2026-11-21"),
    COLOUR_PATTERN: message("a colour is written #1a2b3c"),
    ORDER_PATTERN: message("an order key is letters and digits, at least two"),
    HASH_PATTERN: message("a picture is named by the 64 hexadecimal digits of its SHA-256"),
    LANGUAGE_PATTERN: message("a language is written en, fr or pt-BR"),
}
ADVICE = message("Open an earlier version of the file, or mend this place in a text editor.")


def fault(error: Exception, place: str, raw: Any = None) -> BadInput:
    """The sentence for a `msgspec.ValidationError` met while `raw` was read, which lies at `place` in the file."""
    text = str(error)
    found = _PATH.search(text)
    path = found.group(1).removeprefix("$") if found else ""
    where = f"{place}{path}".replace("[...]", "")
    title = title_of(raw)
    named = message("{place} (“{title}”)", place=where, title=title) if title else message("{place}", place=where)
    problem = message("{place}: {problem}.", place=named, problem=_problem(text, path, raw))
    return BadInput(problem, ADVICE, where)


def title_of(raw: Any) -> str:
    """What a person calls a record (plain or not): its title, name or text, shortened; empty if it has none."""
    for key in ("title", "name", "text", "label", "words"):
        value = raw.get(key) if isinstance(raw, dict) else getattr(raw, key, None)
        if isinstance(value, str) and value.strip():
            line = " ".join(value[:200].split())
            return line if len(line) <= 60 else line[:59] + "…"
    return ""


def named(record: Any) -> str:
    """What a person calls a record, or its id where it has no words."""
    return title_of(record) or str(getattr(record, "id", ""))


def _problem(text: str, path: str, raw: Any) -> Message:
    if found := _TYPES.search(text):
        return message("{wanted} is expected, but there is {found}", wanted=_kind(found[1]), found=_kind(found[2]))
    if found := _LENGTH.search(text):
        return _length(found[1], found[2], int(found[3]))
    if found := _BOUND.search(text):
        return _bound(found[1], float(found[2]))
    if found := _PATTERN.search(text):
        return _pattern(found[1], " ".join(str(_value(raw, path)).split())[:60])
    if found := _MISSING.search(text):
        return message("“{key}” is missing", key=found[1])
    return message("the number is too large") if "out of range" in text else message("this cannot be read")


def _bound(sign: str, limit: float) -> Message:
    if sign == "<=":
        return message("the number must not be above {limit}", limit=limit)
    return message("the number must not be below {limit}", limit=limit)


def _pattern(pattern: str, value: str) -> Message:
    rule = next((rule for known, rule in _SHAPES.items() if repr(known)[1:-1] == pattern), None)
    if rule is None:
        return message("“{value}” cannot be read", value=value)
    return message("“{value}” cannot be read; {rule}", value=value, rule=rule)


def _length(kind: str, sign: str, limit: int) -> Message:
    if kind == "array":
        return message("the list has more than {limit} entries", limit=limit)
    if sign == "<=":
        return message("the text has more than {limit} characters", limit=limit)
    if limit == 1:
        return message("the text must not be empty")
    return message("the text has fewer than {limit} characters", limit=limit)


def _kind(names: str) -> Message:
    """`float | null` -> "a number or null"."""
    first, _, second = names.partition(" | ")
    one = _KINDS.get(first, message("{word}", word=first))
    return message("{one} or {other}", one=one, other=_kind(second)) if second else one


def _value(raw: Any, path: str) -> Any:
    """What lies at a path such as `.values[2].date`, or an empty text."""
    for key, index in _STEP.findall(path):
        if key and isinstance(raw, dict):
            raw = raw.get(key, "")
        elif index and isinstance(raw, list | tuple) and int(index) < len(raw):
            raw = raw[int(index)]
        else:
            return ""
    return raw

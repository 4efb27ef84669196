"""What a finding says beyond its text, as it stands in brackets: `severity 4, votes 7`.

Keys are the names of the fields, in every language; French ones are understood too. A backslash keeps a comma, a
bracket or another backslash from meaning something, and `\\n` is a line break.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from journeyeditor.exchange.table.folding import folded
from journeyeditor.model.records import Evidence, Gain, Opportunity, Pain, Quote, Status
from journeyeditor.words import languages, speak

TableFinding = Pain | Gain | Opportunity | Quote
FindingKind = type[Pain] | type[Gain] | type[Opportunity] | type[Quote]
Detail = tuple[str, str | int]
"""Name of the field and its value."""

DETAILS: Mapping[FindingKind, tuple[str, ...]] = {
    Pain: ("severity", "votes", "evidence"),
    Gain: ("strength", "votes", "evidence"),
    Opportunity: ("owner", "due", "status", "impact", "effort", "votes"),
    Quote: ("source", "date"),
}
"""The fields of each kind that stand in brackets, in this order."""

SYNONYMS = {
    "gravite": "severity",
    "vote": "votes",
    "voix": "votes",
    "preuve": "evidence",
    "force": "strength",
    "intensite": "strength",
    "responsable": "owner",
    "porteur": "owner",
    "echeance": "due",
    "statut": "status",
}
BODY = re.compile(r"(?:[^\[\]\\]|\\.)*", re.DOTALL)
PART = re.compile(r"(?:[^,\\]|\\.)+", re.DOTALL)
SPECIAL = re.compile(r"[\\,\[\]]")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
LINE_END = "n"
MOST_DIGITS = 10


def details_of(finding: TableFinding) -> tuple[Detail, ...]:
    """What of a finding's details is not as it is by itself."""
    kind = type(finding)
    values = [(name, getattr(finding, name), _fields(kind)[name].default) for name in DETAILS[kind]]
    bare = [(name, value.strip() if isinstance(value, str) else value, usual) for name, value, usual in values]
    return tuple((name, value) for name, value, usual in bare if value is not None and value != usual)


def in_brackets(details: tuple[Detail, ...]) -> str:
    """Details as they stand after the text."""
    return f"[{', '.join(f'{name} {_escaped(str(value))}' for name, value in details)}]"


def split(text: str, kind: FindingKind) -> tuple[str, tuple[Detail, ...] | None]:
    """A text without the brackets at its end, and what stood in them; the whole text and None if they mean nothing."""
    begin = _last_bracket(text) if text.endswith("]") else -1
    details = _read(text[begin + 1 : -1], kind) if begin >= 0 else None
    return (text, None) if details is None else (text[:begin].rstrip(), details)


def _last_bracket(text: str) -> int:
    """Where the last bracket opens that no backslash keeps from it; -1 for none."""
    at = text.rfind("[")
    while at > 0 and (at - len(text[:at].rstrip("\\"))) % 2:
        at = text.rfind("[", 0, at)
    return at


def _read(body: str, kind: FindingKind) -> tuple[Detail, ...] | None:
    if not body:
        return ()
    if not BODY.fullmatch(body):
        return None
    found: dict[str, str | int] = {}
    for part in PART.findall(body):
        key, _, value = part.strip().partition(" ")
        name = SYNONYMS.get(folded(key), folded(key))
        known = _value(kind, name, ESCAPED.sub(_unescaped, value.strip())) if name in DETAILS[kind] else None
        if known is None or name in found:
            return None
        found[name] = known
    return tuple((name, found[name]) for name in DETAILS[kind] if name in found)


def _value(kind: FindingKind, name: str, text: str) -> str | int | None:
    """The value of a field as it is written, or None if it cannot be one."""
    value: str | int = text
    if (
        text.isascii()
        and text.isdigit()
        and len(text) <= MOST_DIGITS
        and name not in {"owner", "source", "due", "date"}
    ):
        value = int(text)
    elif name in {"evidence", "status"}:
        value = _terms(name).get(folded(text), text)
    try:
        msgspec.convert(value, _fields(kind)[name].type)
    except msgspec.ValidationError:
        return None
    return value if value != "" else None


@functools.cache
def _fields(kind: FindingKind) -> dict[str, Any]:
    return {field.name: field for field in msgspec.structs.fields(kind)}


@functools.cache
def _terms(name: str) -> dict[str, str]:
    """The words for the values of a field, in every language."""
    values = get_args(Evidence if name == "evidence" else Status)
    spoken = {folded(speak(language).term(name, value)): value for language in languages() for value in values}
    return {**spoken, **{value: value for value in values}}


def _escaped(value: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", value).replace("\n", f"\\{LINE_END}")


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] == LINE_END else found[1]

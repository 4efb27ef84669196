"""A journey as JSON bytes: every field of every record, sorted, indented, UTF-8. The same journey, the same bytes.

Fields are written even where they hold their default, so the file says what it means without this program's tables,
and a default that changes one day changes no old map.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from itertools import chain, groupby
from math import copysign, isfinite
from operator import attrgetter
from typing import Any

import msgspec

from journeyeditor.errors import CannotWrite, message
from journeyeditor.files import limits
from journeyeditor.files.cleaning import Cleaner, may_hold_unwanted
from journeyeditor.files.form import FORMAT, FORMAT_VERSION, HEAD_KEY, IMAGES_KEY, READABLE_FROM, VERSION_KEYS
from journeyeditor.files.keeping import Plain, depth, put_together
from journeyeditor.files.problems import UNDO
from journeyeditor.files.shape import Shape, shape_of
from journeyeditor.model.images import Images, image_type
from journeyeditor.model.records import SECTIONS, AnyRecord, Head, Record

_HASH = re.compile(rb'"([0-9a-f]{64})"')


def to_json(head: Head, records: Iterable[AnyRecord]) -> bytes:
    """The bytes of `journey.json`. Raises CannotWrite."""
    kinds: dict[type[Record], list[Record]] = {}
    for kind, run in groupby(records, type):
        kinds.setdefault(kind, []).extend(run)
    return _quickly(head, kinds) or _bytes(_document(head, kinds))


def _quickly(head: Head, kinds: dict[type[Record], list[Record]]) -> bytes | None:
    """The same bytes in a third of the time, for a journey in which nothing needs care; None for any other.

    msgspec writes the records as they are; the fields that would keep unknown keys, all empty, are cut out of the
    bytes. In JSON a quotation mark inside a text has a backslash before it, so `"extra":{},` can only be such a field.
    """
    document: dict[str, Any] = {"format": FORMAT, "format_version": FORMAT_VERSION, "readable_from": READABLE_FROM}
    document[HEAD_KEY] = head
    document |= {section: sorted(kinds.get(kind, []), key=attrgetter("id")) for section, kind in SECTIONS.items()}
    if head.foreign or not all(_has_plain_numbers(some, shape_of(kind)) for kind, some in kinds.items()):
        return None
    try:
        data = msgspec.json.encode(document, order="sorted")
    except (UnicodeEncodeError, RecursionError):
        return None
    data = data.replace(b'"extra":{},', b"").replace(b'"foreign":{},', b"", 1)
    return None if b'"extra":' in data or may_hold_unwanted(data) else _indented(data)


def _has_plain_numbers(some: Iterable[Any], shape: Shape) -> bool:
    """Whether every number that is a float to us is one, finite and not -0.0: msgspec spells those as we do."""
    some = list(some)
    for name in shape.numbers:
        numbers = [number for number in map(attrgetter(name), some) if number is not None]
        if not (set(map(type, numbers)) <= {float} and all(map(isfinite, numbers))):
            return False
        if any(copysign(1.0, number) < 0 for number in numbers if not number):
            return False
    parts = all(_has_plain_numbers(filter(None, map(attrgetter(n), some)), part) for n, part in shape.parts.items())
    return parts and all(
        _has_plain_numbers(chain.from_iterable(map(attrgetter(name), some)), part) for name, part in shape.lists.items()
    )


def with_images(text: bytes, images: dict[str, bytes]) -> bytes:
    """The bare form: the same JSON with its pictures (hash -> bytes) inside."""
    document: Plain = msgspec.json.decode(text)
    document[IMAGES_KEY] = {
        key: {"type": image_type(data) or "", "base64": base64.b64encode(data).decode("ascii")}
        for key, data in images.items()
    }
    return _bytes(document)


def images_in(text: bytes, images: Images) -> dict[str, bytes]:
    """The pictures of a store that some field of the JSON names, also one that only a newer program knows."""
    if not len(images):
        return {}
    named = {found.decode("ascii") for found in _HASH.findall(text)}
    return {key: data for key in sorted(named) if (data := images.get(key)) is not None}


def _document(head: Head, kinds: dict[type[Record], list[Record]]) -> Plain:
    foreign = head.foreign
    ours = {*SECTIONS, *VERSION_KEYS, IMAGES_KEY}
    document: Plain = {key: value for key, value in foreign.items() if key not in ours}
    document["format"] = FORMAT
    document["format_version"], document["readable_from"] = _versions(foreign)
    (document[HEAD_KEY],) = _plains([head], Head)
    for section, kind in SECTIONS.items():
        plains = _plains(kinds.get(kind, []), kind)
        kept = foreign.get(section)
        if isinstance(kept, list):
            plains += kept
            plains.sort(key=lambda plain: str(plain.get("id", "")))
        document[section] = plains
    return document


def _plains(records: list[Record], kind: type[Record]) -> list[Plain]:
    plains: list[Plain] = msgspec.to_builtins(sorted(records, key=attrgetter("id")))
    if kind is Head:
        plains[0].pop("foreign")
    return put_together(plains, shape_of(kind))


def _versions(foreign: Plain) -> tuple[int, int]:
    """A newer file that this program may edit keeps its own numbers; a copy of one that it may not, has ours."""
    version, readable = foreign.get("format_version"), foreign.get("readable_from")
    if isinstance(version, int) and isinstance(readable, int) and version > FORMAT_VERSION >= readable:
        return version, readable
    return FORMAT_VERSION, READABLE_FROM


def _bytes(document: Plain) -> bytes:
    try:
        try:
            data = msgspec.json.encode(document, order="sorted")
        except UnicodeEncodeError:
            data = _clean(document)
        else:
            if may_hold_unwanted(data):
                data = _clean(document)
        return _indented(data)
    except RecursionError:
        raise CannotWrite(message("The map holds data that is nested too deeply to be written."), UNDO) from None


def _indented(data: bytes) -> bytes:
    return msgspec.json.format(data, indent=2) + b"\n"


def _clean(document: Plain) -> bytes:
    if depth(document) > limits.DEPTH + 10:
        raise RecursionError
    cleaned: Any = Cleaner().clean(document)
    return msgspec.json.encode(cleaned, order="sorted")

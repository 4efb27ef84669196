"""A journey as JSON bytes: every field of every record, sorted, indented, UTF-8. The same journey, the same bytes.

Fields are written even where they hold their default, so the file says what it means without this program's tables,
and a default that changes one day changes no old map.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import msgspec

from journeyeditor.errors import CannotWrite, message
from journeyeditor.files import limits
from journeyeditor.files.cleaning import Cleaner, may_hold_unwanted
from journeyeditor.files.form import FORMAT, FORMAT_VERSION, HEAD_KEY, IMAGES_KEY, READABLE_FROM, VERSION_KEYS
from journeyeditor.files.keeping import Plain, depth, put_together
from journeyeditor.files.shape import shape_of
from journeyeditor.model.images import Images, image_type
from journeyeditor.model.records import SECTIONS, AnyRecord, Head, Record

_HASH = re.compile(rb'"([0-9a-f]{64})"')


def to_json(head: Head, records: Iterable[AnyRecord]) -> bytes:
    """The bytes of `journey.json`. Raises CannotWrite."""
    return _bytes(_document(head, records))


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


def _document(head: Head, records: Iterable[AnyRecord]) -> Plain:
    kinds: dict[type[Record], list[Record]] = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record)
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
        return msgspec.json.format(data, indent=2) + b"\n"
    except RecursionError:
        raise CannotWrite(message("The map holds data that is nested too deeply to be written.")) from None


def _clean(document: Plain) -> bytes:
    if depth(document) > limits.DEPTH + 10:
        raise RecursionError
    cleaned: Any = Cleaner().clean(document)
    return msgspec.json.encode(cleaned, order="sorted")

"""Saves a journey, step by step as a person's work deserves; every step is in `save`, in its order."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import msgspec

from journeyeditor.errors import BadInput, CannotWrite, Message, message
from journeyeditor.files import archive
from journeyeditor.files.encode import images_in, to_json, with_images
from journeyeditor.files.form import FORMAT_VERSION, is_bare
from journeyeditor.files.loading import no_collecting, read_bytes, unpacked
from journeyeditor.files.notes import Notes
from journeyeditor.files.problems import UNDO
from journeyeditor.files.safely import write_safely
from journeyeditor.model.images import image_type
from journeyeditor.model.journey import Journey

_SAVE_AS = message("Save it under another name.")


class ChangedOnDisk(CannotWrite):
    """Somebody else has saved the file since it was opened. Nothing was written."""


class Saved(msgspec.Struct, frozen=True):
    """What was written, and where."""

    path: Path
    hash: str
    """SHA-256 of the file's bytes, to notice later that somebody else has saved."""
    notes: tuple[Message, ...]
    data: bytes = b""
    """The file's bytes."""
    replaced: bytes | None = None
    """What the file held before; None where there was none, or none that could be read."""
    replaced_at: float = 0.0
    """When that was written (seconds since 1970)."""


@no_collecting()
def save(journey: Journey, path: str | Path, *, preview: bytes | None = None, expected: str | None = None) -> Saved:
    """Saves a journey: as bare JSON where the name ends in `.json`, else as a `.journey`.

    `preview` is a PNG of the map for file managers. With `expected`, the hash under which the file was last opened
    or saved here, a file that has become another in the meantime is not replaced (`ChangedOnDisk`). Raises
    CannotWrite, with a way out, and then leaves the file as it was.
    """
    target = Path(path)
    text, images = _contents(journey)
    data = _packed(text, images, bare=is_bare(target.name), preview=preview)
    _check_packed(data, text, images, journey)
    replaced = _check_target(target, expected)
    replaced_at = _written_at(target)
    notes = write_safely(target, data)
    return Saved(target, hashlib.sha256(data).hexdigest(), notes, data, replaced, replaced_at)


def to_bytes(journey: Journey, *, bare: bool = False, preview: bytes | None = None) -> bytes:
    """The bytes of a journey's file: the zip, or the bare JSON. The same journey gives the same bytes."""
    return _packed(*_contents(journey), bare=bare, preview=preview)


def _contents(journey: Journey) -> tuple[bytes, dict[str, bytes]]:
    text = to_json(journey.head, journey)
    return text, images_in(text, journey.images)


def _packed(text: bytes, images: dict[str, bytes], *, bare: bool, preview: bytes | None) -> bytes:
    if bare:
        return with_images(text, images)
    if preview is not None and image_type(preview) != "png":
        preview = None
    return archive.pack(text, images, preview)


def _check_packed(data: bytes, text: bytes, images: dict[str, bytes], journey: Journey) -> None:
    """Reads bytes back with our own loader: they must hold this very journey. Raises CannotWrite."""
    try:
        read = unpacked(data, Notes())
    except BadInput as error:
        raise CannotWrite(
            message("The map could not be read back: {problem}", problem=error.problem), UNDO, error.place
        ) from None
    same = len(read.records) + 1 == len(journey)
    same = same and {one.id: one for one in (read.head, *read.records)} == {one.id: one for one in journey}
    # What was cleaned, or is a list instead of a tuple, is not equal, but says the same.
    same = same or to_json(read.head, read.records) == text
    if not same or read.images != images:
        raise CannotWrite(message("The map could not be read back as it is."), UNDO)


def _check_target(target: Path, expected: str | None) -> bytes | None:
    """Refuses to write over what a newer program or another person has saved. Returns what the file holds."""
    try:
        old = read_bytes(target)
    except BadInput:
        return None  # nothing there, or nothing readable: the writer has its own sentence for that
    if expected is not None and hashlib.sha256(old).hexdigest() != expected:
        raise ChangedOnDisk(
            message("Somebody else has saved this file since it was opened here."),
            message("Save under another name to keep both."),
        )
    if _readable_from(old) > FORMAT_VERSION:
        raise CannotWrite(message("This file was written by a newer version, which alone may change it."), _SAVE_AS)
    return old


def _written_at(target: Path) -> float:
    try:
        return target.stat().st_mtime
    except (OSError, ValueError):
        return 0.0


_KEY = b'"readable_from"'
_PLAIN = re.compile(rb'"readable_from": ?([0-9]{1,6})[,\s}]')
_ESCAPE = re.compile(rb"\\u")


class _Head(msgspec.Struct):
    readable_from: int = 1
    format_version: int = 1


def _readable_from(data: bytes) -> int:
    """The oldest version that may edit the journey in these bytes; 0 for bytes that are none."""
    try:
        text = archive.text_of(data) if data.startswith(b"PK") else data
        if (plain := _plainly_readable_from(text)) is not None:
            return plain
        return msgspec.json.decode(text, type=_Head).readable_from
    except (BadInput, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return 0


def _plainly_readable_from(text: bytes) -> int | None:
    """The same without reading all of a large map, where the key stands once and no other can be it; else None."""
    start = text.find(_KEY)
    if start < 0 or text.find(_KEY, start + 1) >= 0 or (b"\\" in text and _ESCAPE.search(text)):
        return None
    found = _PLAIN.match(text, start)
    return int(found[1]) if found else None

"""Opens a journey: from a path or from bytes, in either form, of any age. Pure: it changes nothing on disk."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.files import archive, limits, pictures
from journeyeditor.files.decode import Parsed, parse
from journeyeditor.files.form import FORMAT_VERSION
from journeyeditor.files.mend import mended
from journeyeditor.files.notes import Notes
from journeyeditor.files.problems import FEWER_PICTURES, cannot_read
from journeyeditor.model.images import Images
from journeyeditor.model.journey import Journey

_READ_ONLY = message(
    "This file was written by a newer version of Journey Editor. It can be looked at and printed here, but not changed."
)


class Loaded(msgspec.Struct, frozen=True):
    """A journey that was opened, and all that there is to say about it."""

    journey: Journey
    read_only: bool
    """Only a newer version of the program may edit this file. A note says so."""
    notes: tuple[Message, ...]
    """What was left out, mended or not understood."""
    path: Path | None
    name: str
    """What to call the file in a sentence: its name, or what was said of the bytes."""
    hash: str
    """SHA-256 of the file's bytes: another hash on disk later means that somebody else has saved."""
    format_version: int = FORMAT_VERSION
    """The version that the file was written in."""


def load(source: str | Path | bytes, name: str = "") -> Loaded:
    """Opens a file, or bytes that were had elsewhere and that are called `name`.

    Raises BadInput with a sentence that names the place for everything that is not a whole journey.
    """
    if isinstance(source, bytes):
        return _loaded(source, None, name)
    path = Path(source)
    return _loaded(read_bytes(path), path, name or path.name)


def from_bytes(data: bytes, name: str = "") -> Journey:
    """The journey in the bytes of a file, without what `load` has to say about it. Raises BadInput."""
    return load(data, name).journey


def preview(path: str | Path) -> bytes | None:
    """The small picture (PNG) that was saved with a `.journey`, or None if there is none that can be had."""
    try:
        data = archive.preview_of(read_bytes(Path(path)))
    except BadInput:
        return None
    return data if data is not None and pictures.why_not(data) is None else None


def read_bytes(path: Path, limit: int = limits.FILE_BYTES) -> bytes:
    """All bytes of an ordinary file of at most `limit` bytes. Raises BadInput."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadInput(message("This is a folder, not a file."), message("Choose a file in it."))
        if not stat.S_ISREG(status.st_mode):
            raise BadInput(message("This is not an ordinary file."), message("Use - to read from a pipe."))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise cannot_read(error) from None
    if len(data) > limit:
        raise BadInput(message("The file is larger than {size} MB.", size=limit // limits.MEGABYTE), FEWER_PICTURES)
    return data


def unpacked(data: bytes, notes: Notes) -> Parsed:
    """What the bytes of a file say, before anything is mended. Raises BadInput."""
    if not data:
        raise BadInput(
            message("The file is empty: it has 0 bytes."), message("Try an earlier version or a backup of the file.")
        )
    if len(data) > limits.FILE_BYTES:
        raise BadInput(
            message("The file is larger than {size} MB.", size=limits.FILE_BYTES // limits.MEGABYTE), FEWER_PICTURES
        )
    if not data.startswith(b"PK"):
        return parse(data, notes)
    parts = archive.unpack(data, notes)
    parsed = parse(parts.json, notes)
    parsed.images = parts.images
    return parsed


@contextlib.contextmanager
def no_collecting() -> Iterator[None]:
    """Python's search for dead cycles waits: run again and again while a hundred thousand live objects are made, it
    doubles the time of a load and finds nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@no_collecting()
def _loaded(data: bytes, path: Path | None, name: str) -> Loaded:
    notes = Notes()
    parsed = unpacked(data, notes)
    images = Images()
    refused = {key: why for key, blob in parsed.images.items() if (why := pictures.keep(images, key, blob))}
    head, records = mended(parsed, images, refused, notes)
    journey = Journey.of(head, records, images)
    said = (_READ_ONLY, *notes.all()) if parsed.read_only else notes.all()
    return Loaded(journey, parsed.read_only, said, path, name, hashlib.sha256(data).hexdigest(), parsed.version)

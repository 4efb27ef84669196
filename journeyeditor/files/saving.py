"""Saves a journey, step by step as a person's work deserves; every step is in `save`, in its order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from journeyeditor.errors import BadInput, CannotWrite, Message, message
from journeyeditor.files import archive
from journeyeditor.files.encode import images_in, to_json, with_images
from journeyeditor.files.form import FORMAT_VERSION, is_bare
from journeyeditor.files.loading import read_bytes, unpacked
from journeyeditor.files.notes import Notes
from journeyeditor.files.safely import write_safely
from journeyeditor.model.images import image_type
from journeyeditor.model.journey import Journey

_SAVE_AS = message("Save it under another name.")


class ChangedOnDisk(CannotWrite):
    """Somebody else has saved the file since it was opened. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, and where."""

    path: Path
    hash: str
    """SHA-256 of the file's bytes, to notice later that somebody else has saved."""
    notes: tuple[Message, ...]


def save(journey: Journey, path: str | Path, *, preview: bytes | None = None, expected: str | None = None) -> Saved:
    """Saves a journey: as bare JSON where the name ends in `.json`, else as a `.journey`.

    `preview` is a PNG of the map for file managers. With `expected`, the hash under which the file was last opened
    or saved here, a file that has become another in the meantime is not replaced (`ChangedOnDisk`). Raises
    CannotWrite, with a way out, and then leaves the file as it was.
    """
    target = Path(path)
    data = to_bytes(journey, bare=is_bare(target.name), preview=preview)
    check_written(data, journey)
    _check_target(target, expected)
    notes = write_safely(target, data)
    return Saved(target, hashlib.sha256(data).hexdigest(), notes)


def to_bytes(journey: Journey, *, bare: bool = False, preview: bytes | None = None) -> bytes:
    """The bytes of a journey's file: the zip, or the bare JSON. The same journey gives the same bytes."""
    text = to_json(journey.head, list(journey))
    images = images_in(text, journey.images)
    if bare:
        return with_images(text, images)
    if preview is not None and image_type(preview) != "png":
        preview = None
    return archive.pack(text, images, preview)


def check_written(data: bytes, journey: Journey) -> None:
    """Reads bytes back with our own loader: they must hold this very journey. Raises CannotWrite."""
    text = to_json(journey.head, list(journey))
    try:
        read = unpacked(data, Notes())
        same = to_json(read.head, read.records) == text and read.images == images_in(text, journey.images)
    except BadInput as error:
        raise CannotWrite(
            message("The map could not be read back: {problem}", problem=error.problem),
            message("Undo the last edits and save again."),
            error.place,
        ) from None
    if not same:
        raise CannotWrite(
            message("The map could not be read back as it is."), message("Undo the last edits and save again.")
        )


def _check_target(target: Path, expected: str | None) -> None:
    """Refuses to write over what a newer program or another person has saved."""
    try:
        old = read_bytes(target)
    except BadInput:
        return  # nothing there, or nothing readable: the writer has its own sentence for that
    if expected is not None and hashlib.sha256(old).hexdigest() != expected:
        raise ChangedOnDisk(
            message("Somebody else has saved this file since it was opened here."),
            message("Save under another name to keep both."),
        )
    if _readable_from(old) > FORMAT_VERSION:
        raise CannotWrite(message("This file was written by a newer version, which alone may change it."), _SAVE_AS)


class _Head(msgspec.Struct):
    readable_from: int = 1
    format_version: int = 1


def _readable_from(data: bytes) -> int:
    """The oldest version that may edit the journey in these bytes; 0 for bytes that are none."""
    try:
        text = archive.unpack(data, Notes()).json if data.startswith(b"PK") else data
        return msgspec.json.decode(text, type=_Head).readable_from
    except (BadInput, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return 0

"""The last saved versions of each document, outside its folder: for whoever writes over a good file of their own.

A version is kept in parts, each under the hash of what it holds: a picture that is in all twenty is there once. They
are plain files and no database, so a fault of the disk costs the version that it hits and no other. A list belongs to a
place on the disk: a file that is saved under another name begins one of its own, and a copy has its own.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import time
import zlib
from pathlib import Path

import msgspec

from journeyeditor.errors import BadInput, JourneyError, message
from journeyeditor.files import archive, limits
from journeyeditor.files.form import JSON_MEMBER, PREVIEW_MEMBER
from journeyeditor.files.notes import Notes
from journeyeditor.files.safely import write_safely
from journeyeditor.folders import state_folder
from journeyeditor.model.images import image_type
from journeyeditor.model.text import clean

MOST = 20
"""Versions that are kept of one document."""
ROOM = 64 * limits.MEGABYTE
"""Bytes that are left free on the disk."""
YOUNG = 60.0
"""Seconds in which a part that no version names may belong to one that is being written."""

_WHOLE = "file"
"""Name of the one part of a file that is kept as it is."""
_DOCUMENT = "document.json"
_VERSION = ".version"
_PARTS = "parts"
_UNREADABLE = (OSError, ValueError, RecursionError, msgspec.MsgspecError)
_OLDER = message("Choose another version: each is kept apart from the others.")


class Version(msgspec.Struct, frozen=True):
    """One saved version of a document. `stages` and `touchpoints` count what is in it, -1 where that is not known."""

    hash: str = ""
    """SHA-256 of the file's bytes. Empty where what was noted of the version is damaged."""
    saved: float = 0.0
    """When it was saved (seconds since 1970)."""
    size: int = 0
    """Bytes of the file."""
    title: str = ""
    stages: int = -1
    touchpoints: int = -1
    parts: dict[str, str] = msgspec.field(default_factory=dict)
    """Name of a part -> SHA-256 of what it holds."""
    key: str = ""
    """Under which it is kept."""


class _Document(msgspec.Struct, frozen=True):
    """Whose versions lie in a folder."""

    path: str = ""
    journey: str = ""


class _Head(msgspec.Struct):
    id: str = ""
    title: str = ""


class _Contents(msgspec.Struct):
    journey: _Head = msgspec.field(default_factory=_Head)
    stages: tuple[msgspec.Raw, ...] = ()
    touchpoints: tuple[msgspec.Raw, ...] = ()


def generations_folder() -> Path:
    """Where versions are kept."""
    return state_folder() / "generations"


class Generations:
    """The versions of all documents, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, path: str | Path, data: bytes, saved: float | None = None) -> None:
        """Keeps a document's bytes as its newest version, unless they are that already; the oldest goes.

        Raises CannotWrite and OSError: then the versions are as they were.
        """
        home = self._home(path)
        known = self._known(home)
        hash_ = hashlib.sha256(data).hexdigest()
        if known and known[0].hash == hash_:
            return
        parts, contents = taken_apart(data)
        if not known and (before := self._before(contents.journey.id)).is_dir():
            before.rename(home)
            known = self._known(home)
        (home / _PARTS).mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(home).free < len(data) + ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        for part in parts.values():
            _put(home / _PARTS, part)
        head = contents.journey
        version = Version(
            hash=hash_,
            saved=time.time() if saved is None else saved,
            size=len(data),
            title=clean(head.title),
            stages=len(contents.stages) if contents is not _NOTHING else -1,
            touchpoints=len(contents.touchpoints) if contents is not _NOTHING else -1,
            parts={name: hashlib.sha256(part).hexdigest() for name, part in parts.items()},
        )
        number = 1 + max((_number(one.key) for one in known), default=0)
        _write(home / _DOCUMENT, _Document(_real(path), head.id))
        _write(home / f"{number:06}-{hash_[:8]}{_VERSION}", version)
        _forget_old(home, self._known(home))

    def versions(self, path: str | Path, journey: str = "") -> list[Version]:
        """The versions of a document, the newest first; those of the file that it was called before, if it has none.

        `journey` is the id of its journey.
        """
        own = self._known(self._home(path))
        return own or self._known(self._before(journey))

    def read(self, path: str | Path, version: Version, journey: str = "") -> bytes:
        """The bytes of a version. Raises BadInput where they are damaged or gone; the others are as they were."""
        home = self._home(path)
        if not any(one.key == version.key for one in self._known(home)):
            home = self._before(journey)
        found = {name: _got(home / _PARTS, hash_) for name, hash_ in version.parts.items()}
        if not found:
            raise BadInput(message("This version is damaged and cannot be read."), _OLDER)
        return put_together(found)

    def _home(self, path: str | Path) -> Path:
        return self.folder / hashlib.sha256(os.fsencode(_real(path))).hexdigest()[:24]

    def _known(self, home: Path) -> list[Version]:
        """What is kept in a folder, the newest first; a damaged note is a version without a hash."""
        found: list[Version] = []
        try:
            notes = sorted(home.glob(f"*{_VERSION}"), reverse=True)
        except OSError:
            return []
        for note in notes:
            try:
                version = msgspec.json.decode(note.read_bytes(), type=Version)
            except _UNREADABLE:
                with contextlib.suppress(OSError):
                    found.append(Version(saved=note.stat().st_mtime, key=note.name))
            else:
                found.append(msgspec.structs.replace(version, key=note.name))
        return found

    def _before(self, journey: str) -> Path:
        """The folder of the same journey under the name that it had: a file that is gone from a folder that is there
        was given another name. A disk that is not plugged in has no folder, and keeps its own.
        """
        nowhere = self.folder / "none"
        if not journey:
            return nowhere
        found: list[tuple[float, Path]] = []
        for note in self.folder.glob(f"*/{_DOCUMENT}"):
            with contextlib.suppress(*_UNREADABLE):
                document = msgspec.json.decode(note.read_bytes(), type=_Document)
                other = Path(document.path)
                if document.journey == journey and other.parent.is_dir() and not other.exists():
                    found.append((note.stat().st_mtime, note.parent))
        return max(found, default=(0.0, nowhere))[1]


# -- parts ------------------------------------------------------------------------------------------------------------
_NOTHING = _Contents()


def taken_apart(data: bytes) -> tuple[dict[str, bytes], _Contents]:
    """The parts of a file's bytes, by name, and what its journey holds. What is no journey of ours is one part."""
    with contextlib.suppress(JourneyError):
        if data.startswith(b"PK"):
            unpacked = archive.unpack(data, Notes())
            preview = archive.preview_of(data)
            parts = {JSON_MEMBER: unpacked.json, **unpacked.images}
            if preview is not None:
                parts[PREVIEW_MEMBER] = preview
            same = archive.pack(unpacked.json, unpacked.images, preview) == data
            return (parts if same else {_WHOLE: data}), _contents(unpacked.json)
    return {_WHOLE: data}, _contents(data)


def put_together(parts: dict[str, bytes]) -> bytes:
    """The file's bytes again."""
    if _WHOLE in parts:
        return parts[_WHOLE]
    images = {name: data for name, data in parts.items() if name not in (JSON_MEMBER, PREVIEW_MEMBER)}
    return archive.pack(parts.get(JSON_MEMBER, b""), images, parts.get(PREVIEW_MEMBER))


def _contents(text: bytes) -> _Contents:
    try:
        return msgspec.json.decode(text, type=_Contents)
    except _UNREADABLE:
        return _NOTHING


def _put(folder: Path, part: bytes) -> None:
    """Writes a part, unless it is there."""
    place = folder / hashlib.sha256(part).hexdigest()
    if place.exists():
        with contextlib.suppress(OSError):
            os.utime(place)
            return
    write_safely(place, part if image_type(part) or part.startswith(b"PK") else zlib.compress(part, 2))


def _got(folder: Path, hash_: str) -> bytes:
    """Reads a part; what it holds must have the hash that it is called by."""
    try:
        data = (folder / Path(hash_).name).read_bytes()
        if not image_type(data) and not data.startswith(b"PK"):
            data = zlib.decompressobj().decompress(data, limits.FILE_BYTES)
    except (OSError, ValueError, zlib.error):
        data = b""
    if hashlib.sha256(data).hexdigest() != hash_:
        raise BadInput(message("This version is damaged and cannot be read."), _OLDER)
    return data


def _forget_old(home: Path, known: list[Version]) -> None:
    """Takes away the versions beyond the last, and the parts that none of the others needs."""
    for version in known[MOST:]:
        with contextlib.suppress(OSError):
            (home / version.key).unlink()
    needed = {hash_ for version in known[:MOST] for hash_ in version.parts.values()}
    with contextlib.suppress(OSError):
        for part in (home / _PARTS).iterdir():
            if part.name not in needed and time.time() - part.stat().st_mtime > YOUNG:
                part.unlink()


def _write(place: Path, note: msgspec.Struct) -> None:
    write_safely(place, msgspec.json.encode(note))


def _number(key: str) -> int:
    digits = key.partition("-")[0]
    return int(digits) if digits.isdecimal() else 0


def _real(path: str | Path) -> str:
    return os.path.normcase(os.path.realpath(path))

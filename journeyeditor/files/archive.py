"""The zip form: `mimetype` first and stored, `journey.json`, `images/<sha256>.<type>`, `preview.png`.

Writing is deterministic (fixed times, modes and order). Reading takes fixed names only, never extracts to disk, and
asks every size before it reads and again while it reads.
"""

from __future__ import annotations

import contextlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

import msgspec

from journeyeditor.errors import BadInput, message
from journeyeditor.files import limits
from journeyeditor.files.form import IMAGE_FOLDER, JSON_MEMBER, MIMETYPE, MIMETYPE_MEMBER, PREVIEW_MEMBER
from journeyeditor.files.notes import Notes
from journeyeditor.files.problems import FEWER_PICTURES, OTHER_FILE, SMALLER
from journeyeditor.model.images import image_type
from journeyeditor.model.text import clean

_IMAGE_NAME = re.compile(r"images/([0-9a-f]{64})\.(?:png|jpeg|jpg|webp)")
_LEVEL = 2
"""Of deflate: as small as 6 within a tenth, in half the time."""
_END = struct.Struct("<4s4H2LH")
"""The zip's last record: signature, two disks, two counts, size and place of the directory, length of a comment."""
_ZIP64_LOCATOR = 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, OSError, IndexError, NotImplementedError)
_OTHERS = frozenset({MIMETYPE_MEMBER, JSON_MEMBER, PREVIEW_MEMBER})
_ADVICE = message("Try an earlier version or a backup of the file, or copy it again from where it came.")

Members = dict[str, zipfile.ZipInfo]


class Unpacked(msgspec.Struct):
    """What lies in a zip that is ours."""

    json: bytes
    images: dict[str, bytes] = msgspec.field(default_factory=dict)


def pack(text: bytes, images: dict[str, bytes], preview: bytes | None = None) -> bytes:
    """The bytes of a `.journey` from its JSON, its pictures by hash and its preview (PNG)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, MIMETYPE_MEMBER, MIMETYPE.encode("ascii"), zipfile.ZIP_STORED)
        _write(archive, JSON_MEMBER, text, zipfile.ZIP_DEFLATED)
        for key in sorted(images):
            _write(archive, f"{IMAGE_FOLDER}{key}.{image_type(images[key])}", images[key], zipfile.ZIP_STORED)
        if preview is not None:
            _write(archive, PREVIEW_MEMBER, preview, zipfile.ZIP_STORED)
    return buffer.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o100644 << 16
    archive.writestr(info, data, method, _LEVEL)


def unpack(data: bytes, notes: Notes) -> Unpacked:
    """Reads a zip. Raises BadInput, with a sentence, for everything that is not a whole journey."""
    with _opened(data) as (archive, members):
        text = _text(archive, members)
        return Unpacked(text, _images(archive, members, notes))


def text_of(data: bytes) -> bytes:
    """`journey.json` alone. Raises BadInput as `unpack` does."""
    with _opened(data) as (archive, members):
        return _text(archive, members)


def preview_of(data: bytes) -> bytes | None:
    """The preview picture of a `.journey`, or None if there is none that can be had."""
    try:
        with _opened(data) as (archive, members):
            return _read(archive, members[PREVIEW_MEMBER], limits.IMAGE_BYTES) if PREVIEW_MEMBER in members else None
    except BadInput:
        return None


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[tuple[zipfile.ZipFile, Members]]:
    """The zip and its members by name; whatever goes wrong inside becomes a sentence."""
    _check_end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members: Members = {}
            for info in archive.infolist():
                if info.filename in members:
                    raise BadInput(message("The file holds “{name}” twice.", name=clean(info.filename[:80])), _ADVICE)
                members[info.filename] = info
            yield archive, members
    except (*_BROKEN, RuntimeError):
        raise BadInput(message("The file is damaged: its contents cannot be unpacked."), _ADVICE) from None


def _check_end(data: bytes) -> None:
    """A zip ends with its directory. A directory of millions of entries would take minutes to read."""
    if len(data) < _END.size or data[-_END.size :][:4] != b"PK\x05\x06":
        raise BadInput(message("The file is damaged: its end is missing or something hangs on it."), _ADVICE)
    _, _, _, _, count, size, _, _ = _END.unpack(data[-_END.size :])
    locator = data[-_END.size - _ZIP64_LOCATOR :][:4]
    if locator == b"PK\x06\x07" or count > limits.MEMBERS or size > limits.MEMBERS * 500:
        raise BadInput(message("The file holds more parts than a journey has."), OTHER_FILE)


def _text(archive: zipfile.ZipFile, members: Members) -> bytes:
    if JSON_MEMBER not in members:
        raise BadInput(message("This zip is not a journey: there is no “{name}” in it.", name=JSON_MEMBER), OTHER_FILE)
    if MIMETYPE_MEMBER in members:
        kind = _read(archive, members[MIMETYPE_MEMBER], 200)
        if kind.strip() != MIMETYPE.encode("ascii"):
            raise BadInput(message("This is not a journey but another program's file."), OTHER_FILE)
    return _read(archive, members[JSON_MEMBER], limits.JSON_BYTES)


def _images(archive: zipfile.ZipFile, members: Members, notes: Notes) -> dict[str, bytes]:
    """The pictures by the hash that their name gives; every other member is named in a note."""
    images: dict[str, bytes] = {}
    total = 0
    for name, info in members.items():
        if found := _IMAGE_NAME.fullmatch(name):
            image = _read_or_none(archive, info, limits.IMAGE_BYTES)
            if image is not None:
                images[found[1]] = image
                total += len(image)
        elif name not in _OTHERS and not name.endswith("/"):
            notes.add(message("“{name}” in the file is no part of a journey and was left out.", name=clean(name[:80])))
        if total > limits.FILE_BYTES or len(images) > limits.IMAGES:
            raise BadInput(message("The pictures in the file are too many or too large."), FEWER_PICTURES)
    return images


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """One member, with at most `limit` bytes. Raises BadInput, and what `zipfile` raises for a damaged one."""
    if info.flag_bits & 0x41:
        raise BadInput(message("The file is locked with a password."), message("Unpack it and save it without one."))
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise BadInput(message("The file is packed in a way that this program does not read."), _ADVICE)
    data = b""
    if info.file_size <= limit:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    if info.file_size > limit or len(data) > limit:
        raise BadInput(
            message(
                "“{name}” in the file is larger than {size} MB.", name=info.filename, size=limit // limits.MEGABYTE
            ),
            SMALLER if info.filename == JSON_MEMBER else FEWER_PICTURES,
        )
    return data


def _read_or_none(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes | None:
    """A picture that cannot be had costs a note where it is used, not the whole map."""
    try:
        return _read(archive, info, limit)
    except (*_BROKEN, BadInput, RuntimeError):
        return None

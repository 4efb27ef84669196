"""A JPEG without what its camera wrote into it: where it was taken, when, by which phone, and a small copy of it.

The picture itself is left as it is, byte for byte.
"""

from __future__ import annotations

import re

_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""A marker between or behind coded pixels: what is escaped there, and restarts, are pixels."""
_END, _PIXELS = 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that nothing belongs to."""
_COMMENT = 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What says how colours and pixels are meant."""


def stripped(data: bytes) -> bytes:
    """The same picture without Exif, XMP, IPTC, comments, and without anything behind its end."""
    parts = [data[:2]]
    at = 2
    while found := _MARKER.match(data, at):
        kind, start = found[1][0], at
        at = found.end()
        if kind == _END:
            return b"".join([*parts, b"\xff\xd9"])
        if kind not in _ALONE:
            at += int.from_bytes(data[at : at + 2], "big")
        if kind == _PIXELS:
            following = _MARKER.search(data, at)
            at = following.start() if following else len(data)
        if not _private(kind, data[found.end() + 2 : at]):
            parts.append(data[start:at])
    return b"".join([*parts, data[at:]])


def _private(kind: int, content: bytes) -> bool:
    if kind in _APPLICATIONS:
        return kind not in _KEPT or not content.startswith(_KEPT[kind])
    return kind == _COMMENT

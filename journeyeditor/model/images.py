"""The store of images: add-only, keyed by the SHA-256 of their bytes. Records carry the hash only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from journeyeditor.errors import BadInput, message

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"RIFF", "webp"),
)


def image_type(data: bytes) -> str | None:
    """`png`, `jpeg` or `webp`, told from the first bytes; None for anything else."""
    for signature, name in SIGNATURES:
        if data.startswith(signature) and (name != "webp" or data[8:12] == b"WEBP"):
            return name
    return None


class Images:
    """Bytes of pictures by hash. Nothing is ever taken out while the program runs, so undo always finds them."""

    def __init__(self) -> None:
        self._blobs: dict[str, bytes] = {}

    def add(self, data: bytes) -> str:
        """Keeps the bytes of a PNG, JPEG or WebP and returns their hash. Raises BadInput for anything else."""
        if image_type(data) is None:
            raise BadInput(
                message("This is not a PNG, JPEG or WebP picture."), message("Save it as PNG and try again.")
            )
        key = hashlib.sha256(data).hexdigest()
        self._blobs[key] = data
        return key

    def get(self, key: str) -> bytes | None:
        """The bytes of one picture, or None if the store has never seen it."""
        return self._blobs.get(key)

    def __contains__(self, key: str) -> bool:
        return key in self._blobs

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._blobs))

    def __len__(self) -> int:
        return len(self._blobs)

"""The clipboard as the editor sees it. The window puts the system's in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MIME_TYPE = "application/x-journeyeditor-clip+json"
"""Of records that were copied here."""


@dataclass
class Clipboard:
    """What was copied, in each form that there is: records (JSON), a text, a picture (PNG, JPEG or WebP), files.

    This one is kept in memory, for tests and other programs; another with the same four readings and `put` may take
    its place.
    """

    records: bytes = b""
    text: str = ""
    picture: bytes = b""
    files: tuple[Path, ...] = ()
    """Files that were copied in a file manager."""

    def put(self, records: bytes, text: str) -> None:
        """Takes over what was copied."""
        self.records, self.text, self.picture, self.files = records, text, b"", ()

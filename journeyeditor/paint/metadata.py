"""What a file says of itself."""

from __future__ import annotations

import msgspec


class Metadata(msgspec.Struct, frozen=True):
    """Shown by readers of the file, never on the sheet. `language` is a BCP 47 tag such as `fr`."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""
    creator: str = "Journey Editor"

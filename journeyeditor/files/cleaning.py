"""Finds control characters in a file cheaply, and takes them out by the model's rule (`model.text.clean`).

They cannot be typed or seen, no font draws them, and other programs choke on them.
"""

from __future__ import annotations

import re
from typing import Any

from journeyeditor.model.text import LINE_ENDS, clean

_ESCAPED = re.compile(rb"\\(?:[bfr]|u(?:00|202|[fF]{3}[eEfF]))")
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_RAW = ((b"\xe2", (b"\xe2\x80\xa8", b"\xe2\x80\xa9")), (b"\xef", (b"\xef\xbf\xbe", b"\xef\xbf\xbf")))
"""Unwanted characters by their first byte: to find one byte is twenty times as quick as to find three."""


def may_hold_unwanted(data: bytes) -> bool:
    """Whether JSON text may hold a control character; never wrong when it says no. Quick: it is asked of each file."""
    if b"\x7f" in data or (b"\\" in data and _ESCAPED.search(data)):
        return True
    if data.isascii():
        return False
    if any(first in data and any(character in data for character in some) for first, some in _RAW):
        return True
    return b"\xc2" in data and _C1.search(data) is not None


class Cleaner:
    """Takes control characters out of plain data and counts the texts that held any."""

    def __init__(self) -> None:
        self.texts = 0

    def text(self, text: str) -> str:
        """The text as `model.text.clean` has it. Other line ends are not counted: nothing is lost with them."""
        cleaned = clean(text)
        if cleaned != text and cleaned != LINE_ENDS.sub("\n", text):
            self.texts += 1
        return cleaned

    def clean(self, value: Any) -> Any:
        """Plain data (objects, lists, texts, numbers) with clean texts and keys."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(key): self.clean(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.clean(item) for item in value]
        return value

"""Finds control characters in a file cheaply, and takes them out by the model's rule (`model.text.clean`).

They cannot be typed or seen, no font draws them, and other programs choke on them.
"""

from __future__ import annotations

import re
from typing import Any

from journeyeditor.model.text import LINE_ENDS, clean

_ESCAPED = re.compile(rb"\\(?:[bfr]|u(?:00|202|[fF]{3}[eEfF]))")
_RAW = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbf[\xbe\xbf]")


def may_hold_unwanted(data: bytes) -> bool:
    """Whether JSON text may hold a control character; never wrong when it says no. Quick: it is asked of each file."""
    if b"\x7f" in data or (b"\\" in data and _ESCAPED.search(data)):
        return True
    return not data.isascii() and _RAW.search(data) is not None


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

"""Plain text as a journey may hold it: no control characters, no halves of characters, one kind of line end."""

from __future__ import annotations

import re
from typing import Any

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
DIRTY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")


def clean(text: str) -> str:
    """The text with line feeds as its only line ends, and without what no file and no printer could keep.

    A lone surrogate cannot be written as UTF-8, and control characters are drawn by no font; tabs stay.
    """
    if not DIRTY.search(text):
        return text
    return UNWANTED.sub("", LINE_ENDS.sub("\n", text))


def is_clean(value: Any) -> bool:
    """Whether every text in plain builtins (texts, lists, dicts, numbers) is as `clean` would leave it."""
    if isinstance(value, str):
        return DIRTY.search(value) is None
    if isinstance(value, dict):
        return all(is_clean(key) and is_clean(part) for key, part in value.items())
    if isinstance(value, list | tuple):
        return all(is_clean(part) for part in value)
    return True


def cleaned(value: Any) -> Any:
    """Plain builtins with every text cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {cleaned(key): cleaned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(part) for part in value]
    return value

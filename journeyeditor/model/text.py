"""Plain text as a journey may hold it: no control characters, no halves of characters, one kind of line end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no file and no printer can keep: control characters but tab and line ends, lone surrogates, no-characters."""


def clean(text: str) -> str:
    """The text without what cannot be kept, with line feeds as its only line ends. Tabs stay."""
    return UNWANTED.sub("", LINE_ENDS.sub("\n", text))


def is_clean(value: Any) -> bool:
    """Whether plain builtins (texts, lists, dicts, numbers) hold only text that can be kept."""
    if isinstance(value, str):
        return UNWANTED.search(value) is None
    if isinstance(value, dict):
        return all(is_clean(key) and is_clean(part) for key, part in value.items())
    if isinstance(value, list | tuple):
        return all(is_clean(part) for part in value)
    return True


def texts_in(value: Any) -> Iterator[str]:
    """All texts in plain builtins, names of fields left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)


def cleaned(value: Any) -> Any:
    """Plain builtins with every text cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {cleaned(key): cleaned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(part) for part in value]
    return value

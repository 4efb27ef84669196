"""Text inside XML."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold."""
# Not by `xml.sax.saxutils`, which loads all of the internet's protocols.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ESCAPED_IN_QUOTES = {**_ESCAPED, **str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})}
_QUOTE = '"'


def clean(text: str) -> str:
    """Text for between tags."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_ESCAPED)


def attribute(value: str) -> str:
    """Text for an attribute, in quotes."""
    text = _FORBIDDEN.sub("\ufffd", value).translate(_ESCAPED_IN_QUOTES)
    if '"' not in text:
        return f'"{text}"'
    return f'"{text.replace(_QUOTE, "&quot;")}"' if "'" in text else f"'{text}'"

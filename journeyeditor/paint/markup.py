"""Text inside XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold."""


def clean(text: str) -> str:
    """Text for between tags."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


def attribute(value: str) -> str:
    """Text for an attribute, in quotes."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", value))

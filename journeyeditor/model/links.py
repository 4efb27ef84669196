"""Which links a journey may hold: what a click on them does must never surprise."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})

_BARE_HOST = re.compile(r"[^\s:/@]+\.[^\s:/@.]{2,}(?:/\S*)?")
_SOMEWHERE_ELSE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|[/\\]{2}")


def safe_link(link: str) -> str | None:
    """The link if it may be opened (`http`, `https`, `mailto`), with `https://` where only a host was written.

    None for anything else.
    """
    try:
        scheme = urlsplit(link.strip()).scheme.lower()
    except ValueError:
        return None
    if scheme in SCHEMES:
        return link
    return f"https://{link.strip()}" if _BARE_HOST.fullmatch(link.strip()) else None


def is_safe_path(path: str) -> bool:
    """Whether the path of a closer map leads to a file here, not to another computer or program."""
    return _SOMEWHERE_ELSE.match(path.strip()) is None

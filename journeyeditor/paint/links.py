"""Which addresses may become live links on paper."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 2_000

_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


def safe_address(link: str) -> str | None:
    """The address in plain ASCII if it may be opened (http, https, mailto), else None."""
    link = link.strip()
    if not link or len(link) > LONGEST or any(ord(character) <= 0x20 or ord(character) == 0x7F for character in link):
        return None
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
        if parts.scheme.lower() not in SCHEMES or (parts.scheme.lower() != "mailto" and not host):
            return None
        place = parts.netloc
        if not place.isascii():
            place = place.replace(host, host.encode("idna").decode("ascii"))
        link = urlunsplit(parts._replace(scheme=parts.scheme.lower(), netloc=place))
        return quote(link, safe=_KEPT)
    except ValueError:  # UnicodeError is one of these
        return None

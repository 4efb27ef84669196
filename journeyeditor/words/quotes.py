"""Quotation marks by language."""

from __future__ import annotations

NO_BREAK = "\u00a0"

MARKS: dict[str, tuple[str, str]] = {
    "fr": ("«" + NO_BREAK, NO_BREAK + "»"),
    "fr-CH": ("«", "»"),
    "de": ("„", "“"),
    "de-CH": ("«", "»"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "pt-PT": ("«", "»"),
    "el": ("«", "»"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "ar": ("«", "»"),
    "fa": ("«", "»"),
    "nb": ("«", "»"),
    "nn": ("«", "»"),
    "pl": ("„", "”"),
    "cs": ("„", "“"),
    "sk": ("„", "“"),
    "ro": ("„", "”"),
    "hu": ("„", "”"),
    "bg": ("„", "“"),
    "sv": ("”", "”"),
    "fi": ("”", "”"),
    "da": ("”", "”"),
    "nl": ("‘", "’"),
    "he": ("”", "”"),
    "ja": ("「", "」"),
    "zh-TW": ("「", "」"),
    "zh-Hant": ("「", "」"),
}
"""Where a language is not named here, “English marks” are used, as Chinese, Korean, Hindi and Turkish do.
Source: the delimiters of Unicode's CLDR, which Babel does not carry."""

PAIRS = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’", "「": "」", "”": "”", "»": "«"}
"""An opening mark and what may close it."""


def quoted(text: str, tag: str) -> str:
    """A text in the marks of a language. One pair around it already, of whatever language, is taken off first."""
    opening, closing = MARKS.get(tag) or MARKS.get(tag.partition("-")[0].lower()) or ("“", "”")
    return f"{opening}{_bare(text)}{closing}"


def _bare(text: str) -> str:
    trimmed = text.strip()
    if len(trimmed) > 1 and trimmed[-1] in PAIRS.get(trimmed[0], ""):
        inner = trimmed[1:-1]
        if trimmed[0] not in inner and trimmed[-1] not in inner:
            return inner.strip()
    return trimmed

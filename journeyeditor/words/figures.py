"""Dates, numbers and lists as people of one language write them, from Babel's locale data."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
MOST_DIGITS = 6
"""Digits after the point that are shown when nobody says how many."""
FAR = 1e15
"""From here on a number is written with a power of ten: nobody counts its digits."""


@functools.lru_cache(maxsize=64)
def _locale(tag: str) -> Locale:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - Babel costs time that most commands need not spend

    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name, sep="-")
        except (ValueError, UnknownLocaleError, TypeError):
            continue
    return Locale("en")


def date(text: str, tag: str) -> str:
    """`2027-02-15` as "15 févr. 2027", `2027-02` as "févr. 2027", `2027` as it is. Other text comes back unchanged."""
    found = DATE.fullmatch(text.strip()) if text.isascii() else None
    if found is None:
        return text
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None:
        return text
    try:
        known = dt.date(year, month or 1, day or 1)
    except ValueError:
        return text
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415

    locale = _locale(tag)
    if day is not None:
        written = format_date(known, "medium", locale=locale)
        # French writes the first of a month as an ordinal; the locale data do not.
        return re.sub(r"^1(?=\s)", "1er", written) if locale.language == "fr" else written
    return str(format_skeleton("y" if month is None else "yMMM", known, locale=locale))


def number(value: float, tag: str, digits: int | None = None, *, sign: bool = False) -> str:
    """A number with the language's separators. What is not finite is a dash."""
    if not math.isfinite(value):
        return "–"
    from babel.numbers import format_decimal, format_scientific  # noqa: PLC0415

    if abs(value) >= FAR:
        return format_scientific(value, locale=_locale(tag))
    places = MOST_DIGITS if digits is None else max(0, digits)
    exact = round(Decimal(str(value)), places)
    pattern = "#,##0" if places == 0 else "#,##0." + ("#" if digits is None else "0") * places
    written = format_decimal(exact, pattern, locale=_locale(tag))
    return f"+{written}" if sign and exact > 0 else written


def percent(value: float, tag: str) -> str:
    """A share in per cent (48 stands for 48 %), with at most one digit after the point."""
    if not math.isfinite(value):
        return "–"
    from babel.numbers import format_percent  # noqa: PLC0415

    if abs(value) >= FAR:
        return f"{number(value, tag)}\u00a0%"
    exact = round(Decimal(str(value)), 1) / 100
    return format_percent(exact, locale=_locale(tag), decimal_quantization=False)


def listed(items: Sequence[str], tag: str) -> str:
    """Several texts as one, the last joined by the language's "and"."""
    if len(items) <= 1:
        return "".join(items)
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(list(items), locale=_locale(tag))

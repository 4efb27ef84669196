"""Texts and numbers in few characters: as a notice quotes them, and as a file holds them."""

from __future__ import annotations

from decimal import Decimal

LONGEST_QUOTED = 60


def shortened(text: str) -> str:
    """A text as a notice quotes it, on one line. A notice is no map: here a long text may be cut."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTED else line[: LONGEST_QUOTED - 1] + "…"


def plain_number(number: float | Decimal) -> str:
    """A number in digits, exact, without an exponent and without zeros at its end."""
    exact = number if isinstance(number, Decimal) else Decimal(repr(number + 0))
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

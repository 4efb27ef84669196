"""Readers for the values of options: each returns what was meant or says what is expected, in the user's language.

The lists of names stand here and not where they come from, so that `--help` loads nothing; tests hold them equal.
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable

from journeyeditor.words import Words

EXPORT_KINDS = ("pdf", "svg", "png", "mermaid", "csv", "json", "markdown")
IMPORT_KINDS = ("mermaid", "csv", "json")
READ_KINDS = ("journey", *IMPORT_KINDS)
FURTHER = ("actions", "personas", "priorities", "parking-lot", "measures")
TABLES = ("actions", "measures", "notes")
KEPT = ("touchpoints",)
COLUMNS = (
    "stage", "touchpoint", "description", "channel", "persona", "emotion", "words", "pains", "gains", "opportunities",
    "quotes",
)  # fmt: skip
LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{1,8})*")
"""A tag such as `fr` or `zh-Hant-TW`. All languages have two or three letters; longer words are no tags."""
LONGEST_LANGUAGE = 35
LEAST_DPI, MOST_DPI = 10.0, 2400.0


def margin(words: Words) -> Callable[[str], float]:
    """Millimetres, with a point or a comma."""

    def read(text: str) -> float:
        number = _length(text)
        if number is None:
            raise argparse.ArgumentTypeError(words.say("“{value}” is not a margin in mm, such as 10", value=text))
        return number

    return read


def length(words: Words) -> Callable[[str], float]:
    """Millimetres of anything but a margin."""

    def read(text: str) -> float:
        number = _length(text)
        if number is None:
            raise argparse.ArgumentTypeError(words.say("“{value}” is not a length in mm, such as 3", value=text))
        return number

    return read


def dpi(words: Words) -> Callable[[str], float]:
    """Dots per inch."""

    def read(text: str) -> float:
        number = _number(text)
        if number is None or not LEAST_DPI <= number <= MOST_DPI:
            problem = words.say(
                "“{value}” is not a number of dots per inch from {least} to {most}",
                value=text,
                least=int(LEAST_DPI),
                most=int(MOST_DPI),
            )
            raise argparse.ArgumentTypeError(problem)
        return number

    return read


def block(words: Words) -> Callable[[str], int]:
    """A number from 1."""

    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0
        if number < 1:
            raise argparse.ArgumentTypeError(words.say("“{value}” is not a number from 1", value=text))
        return number

    return read


def sheets(words: Words) -> Callable[[str], tuple[int, int]]:
    """Columns and rows, such as `3x2`."""

    def read(text: str) -> tuple[int, int]:
        found = re.fullmatch(r"\s*([0-9]{1,4})\s*[x×X*]\s*([0-9]{1,4})\s*", text)
        if not found or not (int(found[1]) and int(found[2])):
            problem = words.say("“{value}” is not a number of columns and rows, such as 3x2", value=text)
            raise argparse.ArgumentTypeError(problem)
        return int(found[1]), int(found[2])

    return read


def further(words: Words) -> Callable[[str], list[str]]:
    """Kinds of pages after the poster, joined by commas."""

    def read(text: str) -> list[str]:
        names = [part.strip().lower() for part in text.split(",") if part.strip()]
        unknown = next((name for name in names if name not in FURTHER), None)
        if unknown is not None or not names:
            problem = words.say(
                "“{value}” is no kind of page; there are {kinds}", value=unknown or text, kinds=", ".join(FURTHER)
            )
            raise argparse.ArgumentTypeError(problem)
        return names

    return read


def language(words: Words) -> Callable[[str], str]:
    """A language tag such as `fr` or `pt-BR`."""

    def read(text: str) -> str:
        if len(text) > LONGEST_LANGUAGE or not LANGUAGE.fullmatch(text):
            raise argparse.ArgumentTypeError(words.say("“{value}” is not a language, such as fr or pt-BR", value=text))
        return text.replace("_", "-")

    return read


def _length(text: str) -> float | None:
    number = _number(text.lower().strip().removesuffix("mm"))
    return number if number is not None and number >= 0 else None


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None

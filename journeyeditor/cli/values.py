"""Readers for the values of options: each returns what was meant or says what is expected, in the user's language."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable

from journeyeditor.words import Words

EXPORT_KINDS = ("pdf", "svg", "png", "json", "markdown")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*")
LONGEST_LANGUAGE = 35
LEAST_DPI, MOST_DPI = 10.0, 2400.0


def margin(words: Words) -> Callable[[str], float]:
    """Millimetres, with a point or a comma."""

    def read(text: str) -> float:
        number = _number(text.lower().removesuffix("mm"))
        if number is None or number < 0:
            raise argparse.ArgumentTypeError(words.say("“{value}” is not a margin in mm, such as 10", value=text))
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


def language(words: Words) -> Callable[[str], str]:
    """A language tag such as `fr` or `pt-BR`."""

    def read(text: str) -> str:
        if len(text) > LONGEST_LANGUAGE or not LANGUAGE.fullmatch(text):
            raise argparse.ArgumentTypeError(words.say("“{value}” is not a language, such as fr or pt-BR", value=text))
        return text.replace("_", "-")

    return read


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None

"""Numbers, colours and outlines as PDF operators. Everything stays in millimetres: the page's first operator scales."""

from __future__ import annotations

import functools
import re
from itertools import chain

from journeyeditor.errors import JourneyError, message
from journeyeditor.geometry import Outline

POINTS_PER_MM = 72 / 25.4

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_OPERATORS = {"M": "%.3f %.3f m", "L": "%.3f %.3f l", "C": "%.3f %.3f %.3f %.3f %.3f %.3f c", "Z": "h"}


@functools.lru_cache(maxsize=2_000)
def _template(operators: tuple[str, ...]) -> str:
    return " ".join(_OPERATORS[operator] for operator in operators)


def path(outline: Outline) -> str:
    """The operators that build an outline as the current path (micrometres are enough for any paper)."""
    if len(outline) == 5 and (corner := _rectangle(outline)) is not None:
        return "%.3f %.3f %.3f %.3f re" % corner  # noqa: UP031 - one template for all numbers, twice as fast
    operators, numbers = zip(*outline, strict=True)
    return _template(operators) % tuple(chain.from_iterable(numbers))


def _rectangle(outline: Outline) -> tuple[float, float, float, float] | None:
    """x, y, width and height, if the outline is a rectangle that `re` draws in the same order."""
    (one, a), (two, b), (three, c), (four, d), (five, _) = outline
    if one + two + three + four + five != "MLLLZ" or a[1] != b[1] or b[0] != c[0] or c[1] != d[1] or d[0] != a[0]:
        return None
    return a[0], a[1], c[0] - a[0], c[1] - a[1]


def hexadecimal(colour: str) -> str:
    """The colour itself, if it is `#rrggbb`. Raises JourneyError for any other text."""
    if not _COLOUR.fullmatch(colour):
        raise JourneyError(message("“{colour}” is not a colour.", colour=colour), message("Write colours as #rrggbb."))
    return colour


@functools.lru_cache(maxsize=2_000)
def fill(colour: str) -> str:
    """The operator that fills what follows with `#rrggbb`."""
    return f"{rgb(colour)} rg"


@functools.lru_cache(maxsize=2_000)
def pen(colour: str, width: float, dash: tuple[float, ...], ends: str) -> str:
    """The operators that make the pen for what follows; lengths in mm."""
    lengths = " ".join(f"{length:.3f}" for length in dash)
    return f"{rgb(colour)} RG {width:.4f} w [{lengths}] 0 d {ends}"


@functools.lru_cache(maxsize=2_000)
def rgb(colour: str) -> str:
    """`#rrggbb` as three numbers from 0 to 1."""
    value = int(hexadecimal(colour)[1:], 16)
    return " ".join(f"{(value >> shift & 255) / 255:.4g}" for shift in (16, 8, 0))


def assert_finite(operators: str) -> None:
    """Refuses operators in which a number that is none was written: a reader of the PDF would lose the whole page.

    No operator and no name of ours contains these letters. Raises JourneyError.
    """
    # One letter is found ten times as fast as three, and hardly any operator has it.
    at = operators.find("n")
    while at >= 0:
        if operators[at - 1 : at + 2] == "inf" or operators[at : at + 3] == "nan":
            raise JourneyError(
                message("Something in the drawing has no place on the sheet, so nothing was written."),
                message("Please report this together with the journey."),
            )
        at = operators.find("n", at + 1)

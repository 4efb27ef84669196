"""Fills the gaps of a sentence. A translation with a broken gap falls back to the English sentence."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from journeyeditor.errors import Argument
from journeyeditor.words import figures

PLAIN_BELOW = 1000
"""Whole numbers under this look alike in every language that has sentences: no need to load Babel for them."""


class _Filler(string.Formatter):
    def __init__(self, tag: str) -> None:
        self._tag = tag

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec or isinstance(value, (str, bool)) or not isinstance(value, (int, float)):
            return str(super().format_field(value, format_spec))
        if isinstance(value, int) and abs(value) < PLAIN_BELOW:
            return str(value)
        return figures.number(value, self._tag)


def filled(english: str, translated: str, arguments: Mapping[str, Argument], tag: str) -> str:
    """The translated sentence with its gaps filled, numbers written the language's way.

    A text without arguments is returned as it is: braces in it are only braces.
    """
    if not arguments:
        return translated
    filler = _Filler(tag)
    for text in (translated, english):
        try:
            return filler.vformat(text, (), dict(arguments))
        except (KeyError, IndexError, ValueError, AttributeError):
            continue
    return english

"""Titles in a table, where a stage, a touchpoint or a persona is known by what it is called.

The second of two stages called "Search" is written "Search [2]", one without a title "[1]", and a title that itself
ends like that gets a number in any case: "Step [2] [1]". So every title has one form, and each form one title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

MARKED = re.compile(r"(?:(.*) )?\[([1-9]\d{0,4})\]", re.DOTALL)

UNTITLED = "[1]"
"""The form of a first thing without a title."""


class Numbering:
    """Gives each title of a list a form that no other has."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def form(self, title: str) -> str:
        """The form of the next thing with this title."""
        bare = title.strip()
        self._times[bare] += 1
        return _form(bare, self._times[bare])


def _form(title: str, number: int) -> str:
    if number == 1 and title and not MARKED.fullmatch(title):
        return title
    return f"{title} [{number}]".strip()


def title_of(form: str, forms: Collection[str]) -> str:
    """The title behind a form. `forms` are all that stand in the same list, for a number counts only after the one
    before it: a lonely "Annex [2]" is a title.
    """
    found = MARKED.fullmatch(form)
    if found is None:
        return form
    title, number = (found[1] or "").strip(), int(found[2])
    numbered = _form(title, number) == form if number == 1 else _form(title, number - 1) in forms
    return title if numbered else form

"""Letters that choose an item of an open menu, underlined: found in the items' texts, whatever their language."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction

_LETTER = re.compile(r"[A-Za-z0-9]")


def with_mnemonics(texts: Sequence[str]) -> list[str]:
    """The texts of one menu, each with `&` before a letter that none of the others has.

    The first letters of the words come first, then any letter; where all are taken by others, one of those gives way
    to another of its own. A text without a plain letter (ا, 中) stays as it is. `&&` is a plain `&`; what is marked
    already is marked anew.
    """
    bare = [bared(text) for text in texts]
    wishes = [list(dict.fromkeys(_wishes(text))) for text in bare]
    owner: dict[str, int] = {}
    for number in range(len(bare)):
        _give(number, wishes, owner, set())
    letters = {number: letter for letter, number in owner.items()}
    return [_marked(text, letters.get(number, "")) for number, text in enumerate(bare)]


def mark(actions: Sequence[QAction]) -> None:
    """Gives the items of one menu letters to choose them by, each its own; on macOS menus have none."""
    if sys.platform == "darwin":
        return
    items = [action for action in actions if not action.isSeparator()]
    for action, text in zip(items, with_mnemonics([item.text() for item in items]), strict=True):
        action.setText(text)


def bared(text: str) -> str:
    """A text of a menu without its mark; a plain `&` stays doubled."""
    return re.sub(r"&(&?)", lambda found: "&&" if found[1] else "", text)


def _wishes(text: str) -> Iterator[str]:
    said = text.partition("\t")[0]
    yield from (word[0].lower() for word in re.findall(r"\w+", said) if _LETTER.match(word))
    yield from (letter.lower() for letter in _LETTER.findall(said))


def _give(number: int, wishes: Sequence[Sequence[str]], owner: dict[str, int], asked: set[str]) -> bool:
    """Gives an item its first free letter; where there is none, that of an item which can take another."""
    free = next((letter for letter in wishes[number] if letter not in owner), None)
    if free is not None:
        owner[free] = number
        return True
    for letter in wishes[number]:
        if letter not in asked:
            asked.add(letter)
            if _give(owner[letter], wishes, owner, asked):
                owner[letter] = number
                return True
    return False


def _marked(text: str, letter: str) -> str:
    """The text with the mark before a letter: at the beginning of a word if it begins one."""
    if not letter:
        return text
    said, tab, key = text.partition("\t")
    either = f"[{letter}{letter.upper()}]"
    found = re.search(rf"(?<!\w){either}", said) or re.search(either, said)
    place = found.start() if found else 0
    return f"{said[:place]}&{said[place:]}{tab}{key}"

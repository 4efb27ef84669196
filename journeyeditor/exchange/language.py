"""Guesses the language of a text where the file does not say it: by its script, else by its smallest words."""

from __future__ import annotations

import re
from collections import Counter

SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0620-\u06ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0904-\u0939]")),
)
"""Scripts that decide how a poster reads. Japanese stands first: it has Chinese characters too."""


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


FRENCH = _words(
    "à au aux avec chez d dans de des du elle en est et il je l la le les leur ma mes mon ne nous ou où par pas pour "
    "qu que qui sa sans ses son sur un une vers vos votre"
)
ENGLISH = _words(
    "a about and are at by do first for from get go her his how i in is it my new no of off or out the their this to "
    "up via we what with you your"
)
LETTERS = re.compile(r"[^\W\d_]+")
MOST_READ = 20_000
FEW = 3
"""So many small French words at least are wanted before a text is taken as French."""


def guessed_language(text: str) -> str | None:
    """`fr`, or the language of a script of its own; None where nothing is evident, and for English."""
    sample = text[:MOST_READ]
    letters = sum(map(len, LETTERS.findall(sample)))
    for language, script in SCRIPTS:
        # A third of the letters: a Japanese text is half Chinese characters, and tools have Latin names everywhere.
        share = 3 if language != "ja" else 8
        if letters and len(script.findall(sample)) * share >= letters:
            return language
    words = Counter(word.lower() for word in LETTERS.findall(sample))
    french, english = (sum(words[word] for word in known) for known in (FRENCH, ENGLISH))
    return "fr" if french >= FEW and french > 2 * english else None

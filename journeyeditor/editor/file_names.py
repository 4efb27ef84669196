"""Names for the files of journeys, as a person reads them in a folder."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from journeyeditor.files import BARE_SUFFIX, SUFFIX

FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
LONGEST = 80


def file_name(title: str, fallback: str) -> str:
    """A name for a file that every system takes, made of a title."""
    plain = " ".join(FORBIDDEN.sub(" ", title).split()).strip(". ")[:LONGEST].strip()
    return f"{plain or fallback}{SUFFIX}"


def beside(path: Path, word: str) -> Path:
    """A name in the same folder that nobody has: `map (mine).journey`, `map (mine 2).journey`."""
    ending = next((one for one in (BARE_SUFFIX, SUFFIX) if path.name.lower().endswith(one)), path.suffix)
    stem = path.name[: len(path.name) - len(ending)]
    told = (word if number == 1 else f"{word} {number}" for number in count(1))
    names = (path.with_name(f"{stem} ({one}){ending or SUFFIX}") for one in told)
    return next(name for name in names if not name.exists())

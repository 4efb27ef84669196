"""Which way letters run: bidi levels by UAX 9, and the order of pieces on a line.

The levels come from python-bidi's classic module. It leaves out two things, which are added here: paired brackets
(rule N0) and isolates, which are taken as the embeddings that they replaced.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

Direction = Literal["auto", "ltr", "rtl"]
Item = TypeVar("Item")

_LEFTWARD = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFTWARD_ONLY = re.compile(
    "[ !-/:-@\\[-`{-~\u00a0«»‘’“”–—…\u0591-\u05bd"
    "\u05d0-\u05ea\u060c\u061b\u061f\u0620-\u065f\u0670-\u06d5\u200c\u200d\u200f]*\\Z"
)
"""Letters from the right and what follows them: nothing here has a level of its own."""
_EMBEDDINGS = {"LRI": "LRE", "RLI": "RLE", "PDI": "PDF"}


def base_level(text: str, direction: Direction = "auto") -> int:
    """0 for a paragraph from the left, 1 for one from the right: told, or by its first strong letter (P2, P3)."""
    if direction != "auto":
        return int(direction == "rtl")
    if not _LEFTWARD.search(text):
        return 0
    strong = (unicodedata.bidirectional(ch) for ch in text)
    return int(next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L")


@functools.lru_cache(maxsize=4_000)
def levels(text: str, direction: Direction = "auto") -> tuple[int, bytes | None]:
    """The paragraph's level and the level of each of its characters; None where all have the paragraph's, 0."""
    base = base_level(text, direction)
    if base == 0 and not _LEFTWARD.search(text):
        return 0, None
    if base == 1 and _LEFTWARD_ONLY.match(text):
        return 1, bytes([1]) * len(text)
    import bidi.algorithm as uax9  # noqa: PLC0415 - only texts that need it load it

    storage = uax9.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    uax9.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        kind = character["type"]
        character["index"] = index
        if kind == "FSI":
            kind = "RLE" if base_level(text[index + 1 :].partition("\u2069")[0]) else "LRE"
        character["type"] = _EMBEDDINGS.get(kind, kind) or "L"  # unassigned characters have no class
    uax9.explicit_embed_and_overrides(storage)
    uax9.resolve_weak_types(storage)
    _resolve_brackets(storage)
    uax9.resolve_neutral_types(storage, False)  # noqa: FBT003 - their signature
    uax9.resolve_implicit_levels(storage, False)  # noqa: FBT003
    known = {character["index"]: character["level"] for character in storage["chars"]}
    result, level = bytearray(), base
    for index in range(len(text)):  # rule X9 dropped joiners and marks of direction: they take the level before them
        level = known.get(index, level)
        result.append(level)
    return base, bytes(result)


def _resolve_brackets(storage: dict[str, Any]) -> None:
    """Rule N0: a pair of brackets goes the way of what it embraces or of what stands before it."""
    for run in storage["runs"]:
        characters = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in _pairs(characters):
            embedding = "LR"[characters[opening]["level"] % 2]
            inside = {_strong(character["type"]) for character in characters[opening + 1 : closing]} - {""}
            if not inside:
                continue
            kind = embedding
            if embedding not in inside:
                before = next(filter(None, (_strong(c["type"]) for c in reversed(characters[:opening]))), run["sor"])
                kind = before if before in inside else embedding
            for place in (opening, closing):
                characters[place]["type"] = kind
                for mark in characters[place + 1 :]:
                    if mark["orig"] != "NSM":
                        break
                    mark["type"] = kind


def _pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Positions of matching brackets (BD16), in the order of the opening ones."""
    from bidi.mirror import MIRRORED  # noqa: PLC0415

    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(characters):
        if character["type"] != "ON":
            continue
        sign = character["ch"]
        category = unicodedata.category(sign)
        if category == "Ps" and sign in MIRRORED:
            waiting.append((MIRRORED[sign], index))
        elif category == "Pe":
            depth = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == sign), None)
            if depth is not None:
                pairs.append((waiting[depth][1], index))
                del waiting[depth:]
        if len(waiting) > 63:
            return []
    return sorted(pairs)


def _strong(kind: str) -> str:
    """L or R as rule N0 counts a resolved type; numbers count as R."""
    return "L" if kind == "L" else "R" if kind in {"R", "EN", "AN"} else ""


def visual_order(items: Sequence[Item], level_of: Callable[[Item], int]) -> list[Item]:
    """Items of a line from left to right (rule L2): every stretch at a level or above it is turned round."""
    ordered = list(items)
    for low in range(max(map(level_of, ordered), default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and level_of(ordered[end]) >= low:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = max(end, start + 1)
    return ordered

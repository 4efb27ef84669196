"""Order as fractional-index strings: there is always room between two, and two laptops rarely collide.

Ties are broken by id, so every list has one order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

import msgspec
from fractional_indexing import FIError, generate_key_between, generate_n_keys_between, validate_order_key

LONGEST_KEY = 100
"""A key grows by a letter for every few insertions at one spot; beyond this length the whole list gets new keys."""

LETTERS = re.compile(r"[A-Za-z][0-9A-Za-z]+")


class Ordered(Protocol):
    """Anything that has a place in a list."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def order(self) -> str: ...  # noqa: D102


AnyOrdered = TypeVar("AnyOrdered", bound=Ordered)


def in_order(records: Iterable[AnyOrdered]) -> list[AnyOrdered]:
    """The records sorted by their order, ties by id."""
    return sorted(records, key=lambda record: (record.order, record.id))


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` ascending keys strictly between two others; None is the end of the list.

    Raises ValueError if there is no room.
    """
    if before is not None and after is not None and before >= after:
        problem = f"no key lies between {before!r} and {after!r}"
        raise ValueError(problem)
    try:
        if count == 1:
            return [str(generate_key_between(before, after))]
        return [str(key) for key in generate_n_keys_between(before, after, count)]
    except (FIError, IndexError) as error:
        problem = f"no key lies between {before!r} and {after!r}"
        raise ValueError(problem) from error


class Placement(msgspec.Struct, frozen=True):
    """Keys for what is put into a list, and new keys, by id, for those of the list that must make room."""

    keys: tuple[str, ...]
    rekeyed: Mapping[str, str]


def place_between(siblings: Sequence[Ordered], position: int, count: int = 1) -> Placement:
    """Room for `count` newcomers in a sorted list, before the sibling at `position` (its length = at the end).

    Usually the siblings keep their keys. Those that share one key (two laptops may have given it) are drawn apart,
    and a list whose keys are no fractional indexes, or have grown too long, gets new keys throughout.
    """
    position = max(0, min(position, len(siblings)))
    if count == 0:
        return Placement((), {})
    low = siblings[position - 1].order if position else None
    end = position
    while low is not None and end < len(siblings) and siblings[end].order <= low:
        end += 1
    high = siblings[end].order if end < len(siblings) else None
    moved = siblings[position:end]
    if all(key is None or _is_sound(key) for key in (low, high)):
        try:
            keys = keys_between(low, high, count + len(moved))
        except ValueError:
            keys = []
        if keys and all(len(key) <= LONGEST_KEY for key in keys):
            return Placement(tuple(keys[:count]), _differing(moved, keys[count:]))
    keys = keys_between(None, None, count + len(siblings))
    new = keys[position : position + count]
    return Placement(tuple(new), _differing(siblings, keys[:position] + keys[position + count :]))


def _differing(records: Sequence[Ordered], keys: Sequence[str]) -> dict[str, str]:
    return {record.id: key for record, key in zip(records, keys, strict=True) if record.order != key}


def _is_sound(key: str) -> bool:
    """Whether the library that makes keys can go on from this one."""
    if len(key) > LONGEST_KEY or not LETTERS.fullmatch(key):
        return False
    try:
        validate_order_key(key)
    except (FIError, IndexError):
        return False
    return True

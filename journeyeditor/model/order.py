"""Order as fractional-index strings: there is always room between two, and two laptops rarely collide.

Ties are broken by id, so every list has one order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from fractional_indexing import generate_key_between, generate_n_keys_between


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


def key_between(before: str | None, after: str | None) -> str:
    """A key strictly between two others; None is the end of the list. Raises ValueError if there is no room."""
    if before is not None and after is not None and before >= after:
        problem = f"no key lies between {before!r} and {after!r}"
        raise ValueError(problem)
    return str(generate_key_between(before, after))


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` ascending keys strictly between two others."""
    if before is not None and after is not None and before >= after:
        problem = f"no key lies between {before!r} and {after!r}"
        raise ValueError(problem)
    return [str(key) for key in generate_n_keys_between(before, after, count)]

"""What was measured before and need not be measured again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Recall:
    """What was measured when a band was laid out last, by name, each with all that it depended on.

    It is asked while a band is measured and taken away afterwards, so that what is drawn keeps nothing older alive.
    """

    def __init__(self) -> None:
        self.past: dict[object, tuple[object, Any]] = {}
        self.now: dict[object, tuple[object, Any]] = {}

    def again(self, name: object, causes: object, make: Callable[[], Made]) -> Made:
        """What `make` made last time, if the causes are the same; else what it makes now."""
        known = self.past.get(name)
        entry = known if known is not None and known[0] == causes else (causes, make())
        self.now[name] = entry
        return cast("Made", entry[1])

    def taken(self) -> dict[object, tuple[object, Any]]:
        """All that was asked for; nothing is left behind."""
        now, self.now, self.past = self.now, {}, {}
        return now

"""A bounded room for what can be made again, kept by many sheets together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import ref

Keeper = TypeVar("Keeper")


class Shelf(Generic[Keeper]):
    """Knows who keeps something; when there is no room left, what was not seen for longest has to go.

    `room` is how much all may keep together, `kept` says how much one keeps, `forget` makes it let go of all of that.
    """

    def __init__(self, room: int, kept: Callable[[Keeper], int], forget: Callable[[Keeper], None]) -> None:
        self._room = room
        self._kept = kept
        self._forget = forget
        self._keepers: OrderedDict[int, ref[Keeper]] = OrderedDict()

    def seen(self, keeper: Keeper) -> None:
        """Notes that what somebody keeps was made or used."""
        key = id(keeper)
        if key in self._keepers:
            self._keepers.move_to_end(key)
        else:
            self._keepers[key] = ref(keeper, lambda _: self._keepers.pop(key, None))

    def tidy(self) -> None:
        """Makes room, if there is too little. The keeper seen last stays."""
        alive = [keeper for known in self._keepers.values() if (keeper := known()) is not None]
        used = sum(map(self._kept, alive))
        for keeper in alive[:-1]:
            if used <= self._room:
                return
            used -= self._kept(keeper)
            self._forget(keeper)

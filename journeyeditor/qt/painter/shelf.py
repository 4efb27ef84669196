"""A bounded room for what can be painted again: pictures of sheets, made ahead."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol
from weakref import ref

ROOM = 160_000_000
"""Bytes that the pictures of all sheets take together."""


class Keeper(Protocol):
    """Who keeps pixels on the shelf."""

    def bytes_kept(self) -> int:
        """How many bytes of pixels it keeps."""

    def forget(self) -> None:
        """Lets go of all of them."""


class Shelf:
    """Knows who keeps how much; when there is no room left, what was not seen for longest has to go."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._keepers: OrderedDict[int, ref[Keeper]] = OrderedDict()

    def seen(self, keeper: Keeper) -> None:
        """Notes that a keeper's pixels were made or shown."""
        key = id(keeper)
        if key in self._keepers:
            self._keepers.move_to_end(key)
        else:
            self._keepers[key] = ref(keeper, lambda _: self._keepers.pop(key, None))

    def tidy(self) -> None:
        """Makes room, if there is too little. The keeper seen last stays."""
        alive = [keeper for known in self._keepers.values() if (keeper := known()) is not None]
        used = sum(keeper.bytes_kept() for keeper in alive)
        for keeper in alive[:-1]:
            if used <= self._room:
                return
            used -= keeper.bytes_kept()
            keeper.forget()


SHELF = Shelf()
"""The one of this program."""

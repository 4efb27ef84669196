"""Drawings that are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from journeyeditor.drawing.shapes import Drawing


class InTurn(Sequence[Drawing]):
    """The pages of a long map, of which not all are to be held at once: one that is asked for again is made again.

    `make` makes the drawing of a number from 0.
    """

    def __init__(self, count: int, make: Callable[[int], Drawing]) -> None:
        self._numbers = range(count)
        self._make = make

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Drawing: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Drawing, ...]: ...
    def __getitem__(self, place: int | slice) -> Drawing | tuple[Drawing, ...]:
        if isinstance(place, slice):
            return tuple(self._make(number) for number in self._numbers[place])
        return self._make(self._numbers[place])

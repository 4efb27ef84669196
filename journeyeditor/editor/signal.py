"""Telling whoever listens, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Payload = TypeVar("Payload")


class Signal(Generic[Payload]):
    """Somewhere to listen. Listeners are called in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Payload], object]] = []

    def listen(self, listener: Callable[[Payload], object]) -> Callable[[], None]:
        """Calls `listener` each time; the answer, when called, ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def tell(self, payload: Payload) -> None:
        """Calls every listener."""
        for listener in tuple(self._listeners):
            listener(payload)

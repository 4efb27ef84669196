"""What a panel asks of the map beside it."""

from __future__ import annotations

from typing import Protocol


class ShowsRecords(Protocol):
    """The canvas, as a list that leads to places knows it."""

    def show_record(self, key: str) -> object:
        """Brings a record into view."""

    def setFocus(self) -> None:  # noqa: N802
        """Takes the keyboard."""

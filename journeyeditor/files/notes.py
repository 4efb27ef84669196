"""Remarks of a load: what was left out, mended or not understood, each a sentence; many of one kind are counted."""

from __future__ import annotations

from journeyeditor.errors import Message, counted
from journeyeditor.files import limits


class Notes:
    """Collects remarks in the order in which they were made."""

    def __init__(self) -> None:
        self._said: dict[str, list[Message]] = {}
        self._more: dict[str, int] = {}

    def add(self, note: Message) -> None:
        """One remark; those with the same English text but other arguments are of one kind."""
        same = self._said.setdefault(note.text, [])
        if len(same) < limits.NOTES:
            same.append(note)
        else:
            self._more[note.text] = self._more.get(note.text, 0) + 1

    def all(self) -> tuple[Message, ...]:
        """Every remark that is told, kind by kind, each kind with how many more there are."""
        result: list[Message] = []
        for text, same in self._said.items():
            result.extend(same)
            if more := self._more.get(text):
                result.append(counted("… and {n} more like this.", "… and {n} more like this.", more))
        return tuple(result)

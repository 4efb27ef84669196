"""The steps of a history, to be read: their names, how many of them are done, which one a file holds."""

from __future__ import annotations

from journeyeditor.errors import Message
from journeyeditor.model.change import Change


class Steps:
    """Changes in the order in which they were done; those behind `position` were taken back."""

    def __init__(self, saved: bool) -> None:
        """`saved` says whether the journey as it is now lies in a file."""
        self._steps: list[Change] = []
        self._position = 0
        self._saved: int | None = 0 if saved else None

    @property
    def undo_name(self) -> Message | None:
        """The name of the step that `undo` takes back."""
        return self._steps[self._position - 1].label if self._position else None

    @property
    def redo_name(self) -> Message | None:
        """The name of the step that `redo` does again."""
        return self._steps[self._position].label if self._position < len(self._steps) else None

    @property
    def names(self) -> list[Message]:
        """The names of all steps, those that were taken back included."""
        return [step.label for step in self._steps]

    @property
    def position(self) -> int:
        """How many steps are done."""
        return self._position

    @property
    def last(self) -> Change | None:
        """The step that was done last; None if there is none."""
        return self._steps[self._position - 1] if self._position else None

    @property
    def is_saved(self) -> bool:
        """Whether the journey is as it lies in its file; undo and redo come back to it."""
        return self._saved == self._position

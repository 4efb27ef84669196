"""Undo and redo, by name. Saving marks a place in the history and clears nothing; selection is no part of it.

The history listens to its journey, so that no edit passes it by, however it was applied.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from journeyeditor.edits.steps import Steps
from journeyeditor.errors import Message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey


class History(Steps):
    """The steps that led to a journey as it is, and those that were taken back and may be done again."""

    def __init__(self, journey: Journey, saved: bool = True) -> None:
        """`saved` says whether the journey as it is now lies in a file."""
        super().__init__(saved)
        self.journey = journey
        self._run: str | None = None
        self._next_run: str | None = None
        self._group: Change | None = None
        self._walking = False
        self._shown: Change | None = None
        journey.listen(self._heard)

    # -- doing ----------------------------------------------------------------------------------------------------
    def do(self, change: Change, run: str | None = None) -> None:
        """Carries a change out as a step of its own, or as part of the last one if both belong to the same `run`.

        A run is, for example, the typing in one field: `"title of stage_1"`. It ends with any other step, with undo,
        and with a save; what is typed in that field later has another name.
        """
        self.let_go()
        self._next_run = run
        try:
            self.journey.apply(change)
        finally:
            self._next_run = None

    def go_on(self, run: str) -> None:
        """What is done next under this `run` joins the last step, as when a record that was just made is named."""
        if self.last is not None and self._position == len(self._steps):
            self._run = run

    def is_running(self, run: str) -> bool:
        """Whether what is done next under this `run` would join the last step."""
        return self._run == run and self._position == len(self._steps)

    @contextmanager
    def group(self, label: Message) -> Iterator[None]:
        """All that is done inside is one step, under this name. If it fails, all of it is taken back."""
        if self._group is not None:
            yield
            return
        self._group = Change(label)
        try:
            yield
        except BaseException:
            done, self._group = self._group, None
            self._walk(done.inverse())
            raise
        done, self._group = self._group, None
        self._run = None
        self._keep(done)

    # -- trying ---------------------------------------------------------------------------------------------------
    def show(self, change: Change) -> None:
        """Carries a change out on trial, as while something is dragged; the one shown before is taken back first.

        It is no step until `keep`; `let_go`, and whatever is done otherwise, takes it back.
        """
        self.let_go()
        self._walk(change)
        self._shown = change

    def keep(self) -> Change | None:
        """What is shown becomes a step; None if nothing is."""
        shown, self._shown = self._shown, None
        if shown:
            self._run = None
            self._keep(shown)
        return shown

    def let_go(self) -> None:
        """Takes back what is shown, if anything is."""
        shown, self._shown = self._shown, None
        if shown is not None:
            self._walk(shown.inverse())

    @property
    def is_trying(self) -> bool:
        """Whether something is shown that is not kept yet."""
        return self._shown is not None

    @property
    def tried(self) -> frozenset[str]:
        """Ids of what is shown that was not there before, and is not kept yet."""
        return frozenset(record.id for record in self._shown.added()) if self._shown is not None else frozenset()

    # -- there and back -------------------------------------------------------------------------------------------
    def undo(self) -> Change | None:
        """Takes the last step back, and returns what that changed; None if there is none."""
        return self.jump(self._position - 1) if self.undo_name is not None else None

    def redo(self) -> Change | None:
        """Does the step again that was taken back last, and returns what that changed; None if there is none."""
        return self.jump(self._position + 1) if self.redo_name is not None else None

    def forget(self) -> Change | None:
        """Takes the last step back as if it had never been, and returns what that changed; it cannot be done again."""
        taken = self.undo()
        if taken is not None:
            del self._steps[self._position :]
            if self._saved is not None and self._saved > self._position:
                self._saved = None
        return taken

    def jump(self, position: int) -> Change | None:
        """Goes to where so many steps were done, at once, and returns what that changed; None if it is here."""
        self.let_go()
        position = max(0, min(position, len(self._steps)))
        if position == self._position or self._group is not None:
            return None
        if position < self._position:
            changes = [step.inverse() for step in reversed(self._steps[position : self._position])]
        else:
            changes = self._steps[self._position : position]
        whole = changes[0]
        for change in changes[1:]:
            whole = whole.then(change)
        self._walk(whole)
        self._position = position
        self._run = None
        return whole

    # -- the file -------------------------------------------------------------------------------------------------
    def mark_saved(self) -> None:
        """The journey as it is now lies in its file."""
        self._saved = self._position
        self._run = None

    @property
    def unsaved(self) -> list[Change]:
        """The steps between the journey as it lies in its file and as it is now; all there are where it lies in none,
        or where the way back to what was saved is gone.
        """
        saved = 0 if self._saved is None else self._saved
        return self._steps[min(saved, self._position) : max(saved, self._position)]

    # -- keeping --------------------------------------------------------------------------------------------------
    def _heard(self, change: Change) -> None:
        if self._walking:
            return
        if self._group is not None:
            self._group = self._group.then(change)
        elif self._next_run is not None and self._next_run == self._run and self._position == len(self._steps):
            self._continue(change)
        else:
            self._keep(change)
            self._run = self._next_run

    def _keep(self, change: Change) -> None:
        """A new step; what was taken back before it cannot be done again."""
        if not change:
            return
        if self._saved is not None and self._saved > self._position:
            self._saved = None
        self._steps[self._position :] = [change]
        self._position += 1

    def _continue(self, change: Change) -> None:
        """Adds to the last step; if it comes to nothing, the step drops out."""
        whole = self._steps[-1].then(change)
        if whole:
            self._steps[-1] = whole
        else:
            self._steps.pop()
            self._position -= 1
            self._run = None

    def _walk(self, change: Change) -> None:
        self._walking = True
        try:
            self.journey.apply(change)
        finally:
            self._walking = False

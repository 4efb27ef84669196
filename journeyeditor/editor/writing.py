"""The one door by which an edit is carried out, laid out again and told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from journeyeditor.editor.document import NEWER, OTHER_NAME, Document
from journeyeditor.editor.laying import Laying
from journeyeditor.editor.seeing import Told, told_of
from journeyeditor.editor.signal import Signal
from journeyeditor.edits.history import History
from journeyeditor.errors import BadInput, JourneyError, Message
from journeyeditor.model.change import Change
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Wish


class Writing(Laying):
    """Carries edits out on a document, with its history."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.changed: Signal[Change] = Signal()
        """After a change was carried out and laid out, previews included."""
        self.told: Signal[Told] = Signal()
        """Something must be said to the person."""
        self._pending: Change | None = None
        self._batching = False
        self._end = self.journey.listen(self._heard)

    @property
    def history(self) -> History:
        """Undo and redo."""
        return self.document.history

    @property
    def ground(self) -> Board:
        """The board without what is only tried; while nothing is, the board."""
        return self._ground.board if self._ground is not None and self.history.is_trying else self.board

    def do(self, wish: Wish, run: str | None = None) -> Change | None:
        """Carries an edit out: what it changed, or None if it cannot be done, which is told.

        Edits of one `run` that follow each other are one step (see `History.do`).
        """
        if self.document.read_only:
            self.told.tell(Told(NEWER, OTHER_NAME))
            return None
        try:
            with self._batch():
                self.history.let_go()
                change = wish(self.journey)
                self.history.do(change, run)
        except JourneyError as error:
            self.told.tell(Told(error.problem, error.advice))
            return None
        self._tell_of(change)
        return change

    @contextlib.contextmanager
    def together(self, label: Message) -> Iterator[None]:
        """All that is done inside is one step under this name, laid out and told once."""
        with self._batch():
            self.history.let_go()
            with self.history.group(label):
                yield

    def preview(self, wish: Wish | None) -> JourneyError | None:
        """Shows what an edit would make, in place of what was shown before; None takes it back. What is wrong, if it
        cannot be.
        """
        if wish is not None and self.document.read_only:
            return BadInput(NEWER, OTHER_NAME)
        if wish is not None and not self.history.is_trying:
            self._begin_trial()
        problem = None
        with self._batch():
            self.history.let_go()
            if wish is not None:
                try:
                    self.history.show(wish(self.journey))
                except JourneyError as error:
                    problem = error
        if not self.history.is_trying:
            self._end_trial()
        return problem

    def keep(self) -> tuple[str, ...]:
        """What is shown becomes one step; ids of what came with it."""
        change = self.history.keep()
        self._end_trial()
        if change is None:
            return ()
        self.changed.tell(change)
        self._tell_of(change)
        return tuple(record.id for record in change.added())

    def undo(self) -> Change | None:
        """Takes the last step back: what that changed."""
        with self._batch():
            return self.history.undo()

    def redo(self) -> Change | None:
        """Does the step again that was taken back: what that changed."""
        with self._batch():
            return self.history.redo()

    def jump(self, position: int) -> Change | None:
        """Goes to where so many steps were done: what that changed."""
        with self._batch():
            return self.history.jump(position)

    def forget(self) -> None:
        """Takes the last step back as if it had never been."""
        with self._batch():
            self.history.forget()

    def _tell_of(self, change: Change) -> None:
        """Says which lanes came along, and what cannot be seen."""
        told = told_of(self.journey, change)
        if told is not None:
            self.told.tell(told)

    def close(self) -> None:
        """Ends listening to the journey."""
        self._end()

    @contextlib.contextmanager
    def _batch(self) -> Iterator[None]:
        """Changes made inside are laid out and told as one."""
        if self._batching:
            yield
            return
        self._batching = True
        try:
            yield
        finally:
            self._batching = False
            pending, self._pending = self._pending, None
            if pending:
                self._follow(pending)

    def _heard(self, change: Change) -> None:
        if self._batching:
            self._pending = change if self._pending is None else self._pending.then(change)
        else:
            self._follow(change)

    def _follow(self, change: Change) -> None:
        self._lay(change)
        if not self.history.is_trying:
            self._end_trial()
        self.changed.tell(change)


__all__ = ["Told", "Writing"]

"""The editor of one journey: the one place where an edit is carried out, laid out again and told."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.editor.document import Document
from journeyeditor.editor.settings import Settings
from journeyeditor.editor.signal import Signal
from journeyeditor.edits.history import History
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import Paper, find_paper
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head, Persona
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Tool, Wish
from journeyeditor.tools.pointing import Pointing
from journeyeditor.words import Words, speak


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a person must know: a sentence, and what to do next."""

    problem: Message
    advice: Message | None = None


class Editor:
    """A journey being edited: selection, active persona and tool, and the board as it looks now."""

    def __init__(self, document: Document, settings: Settings | None = None, speech: Words | None = None) -> None:
        self.document = document
        self.settings = settings or Settings()
        self.speech = speech or speak("en")
        """The interface's language, which need not be the journey's."""
        self.changed: Signal[Change] = Signal()
        """After a change was carried out and laid out, previews included."""
        self.relaid: Signal[Board] = Signal()
        """Whenever the board is another."""
        self.selected: Signal[tuple[str, ...]] = Signal()
        self.viewed: Signal[None] = Signal()
        """The active persona, the tool, the language or the document's file is another."""
        self.told: Signal[Told] = Signal()
        """Something must be said to the person."""
        self.tool: Tool = Pointing()
        self._selection: tuple[str, ...] = ()
        self._persona: str | None = next((one.id for one in self.journey.personas() if not one.hidden), None)
        self._held = 0
        self._pending: Change | None = None
        self._batching = False
        self.is_settled = True
        """Whether the type is chosen for the map as it is now."""
        self.fitting_time = 0.0
        """Seconds that choosing the type took the last time."""
        self.live = self._laid_out()
        self.board = self._boarded()
        self._end = self.journey.listen(self._heard)

    # -- what it holds ----------------------------------------------------------------------------------------------
    @property
    def journey(self) -> Journey:
        """To be read; written by `do` alone."""
        return self.document.journey

    @property
    def history(self) -> History:
        """Undo and redo."""
        return self.document.history

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of what is selected, the last one chosen last."""
        return self._selection

    @property
    def persona(self) -> str | None:
        """The active persona's id; None = everyone."""
        return self._persona

    def select(self, keys: Sequence[str]) -> None:
        """Selects these records and nothing else; those that are not there are left out."""
        found = tuple(dict.fromkeys(key for key in keys if key in self.journey))
        if found != self._selection:
            self._selection = found
            self.selected.tell(found)

    def activate(self, persona: str | None) -> None:
        """Chooses who is meant by emotion keys and new findings; None = everyone."""
        if persona is not None and not isinstance(self.journey.get(persona), Persona):
            persona = None
        if persona != self._persona:
            self._persona = persona
            self.viewed.tell(None)

    def use(self, tool: Tool) -> None:
        """Takes another tool into the hand."""
        self.tool = tool
        self.viewed.tell(None)

    def speak(self, speech: Words) -> None:
        """Changes the interface's language."""
        self.speech = speech
        self.viewed.tell(None)

    # -- writing ----------------------------------------------------------------------------------------------------
    def do(self, wish: Wish, run: str | None = None) -> Change | None:
        """Carries an edit out: what it changed, or None if it cannot be done, which is told.

        Edits of one `run` that follow each other are one step (see `History.do`).
        """
        if self.document.read_only:
            self.told.tell(
                Told(
                    message("Only a newer version of the program may edit this file."),
                    message("Save it under another name."),
                )
            )
            return None
        try:
            with self._batch():
                self.history.let_go()
                change = wish(self.journey)
                self.history.do(change, run)
        except JourneyError as error:
            self.told.tell(Told(error.problem, error.advice))
            return None
        return change

    def preview(self, wish: Wish | None) -> JourneyError | None:
        """Shows what an edit would make, in place of what was shown before; None takes it back. What is wrong, if it
        cannot be.
        """
        with self._batch():
            self.history.let_go()
            if wish is None or self.document.read_only:
                return None
            try:
                self.history.show(wish(self.journey))
            except JourneyError as error:
                return error
        return None

    def keep(self) -> tuple[str, ...]:
        """What is shown becomes one step; ids of what came with it."""
        change = self.history.keep()
        if change is None:
            return ()
        self.changed.tell(change)
        return tuple(record.id for record in change.added())

    def undo(self) -> None:
        """Takes the last step back."""
        with self._batch():
            self.history.undo()

    def redo(self) -> None:
        """Does the step again that was taken back."""
        with self._batch():
            self.history.redo()

    # -- laying out -------------------------------------------------------------------------------------------------
    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """The type stays as it is inside, so that nothing trembles."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def hold(self) -> None:
        """From now on the type stays as it is, until `release` was called as often."""
        self._held += 1

    def release(self) -> None:
        """The type may be chosen again."""
        self._held = max(0, self._held - 1)

    def settle(self) -> bool:
        """Chooses the type for the map as it is now, unless it is held; True if the board is another."""
        if self._held or self.is_settled:
            return False
        start = time.perf_counter()
        other = self.live.refit()
        self.fitting_time = time.perf_counter() - start
        self.is_settled = True
        if other:
            self.board = self._boarded()
            self.relaid.tell(self.board)
        return other

    def close(self) -> None:
        """Ends listening to the journey."""
        self._end()

    def paper(self) -> Paper:
        """The sheet that the journey asks for; A3 where it asks for none that there is."""
        wish = self.journey.head.poster
        try:
            return find_paper(wish.paper, wish.orientation, wish.margin)
        except JourneyError:
            return find_paper("A3", wish.orientation)

    def _laid_out(self) -> Live:
        head = self.journey.head
        people = tuple(key for key in head.poster.personas if key in self.journey)
        try:
            return Live(self.journey, self.paper(), theme=head.poster.theme, personas=people)
        except JourneyError:
            return Live(self.journey, self.paper())

    def _boarded(self) -> Board:
        return Board(tuple(self.live.laid.drawings), tuple(self.live.plans))

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
        if _asks_for_another_sheet(change):
            self.live = self._laid_out()
            self.is_settled = True
        else:
            self.live.follow(change)
            self.is_settled = False
        self.board = self._boarded()
        self.relaid.tell(self.board)
        self.changed.tell(change)
        if self._persona is not None and self._persona not in self.journey:
            self.activate(None)
        if any(key not in self.journey for key in self._selection):
            self.select(self._selection)


def _asks_for_another_sheet(change: Change) -> bool:
    """True if paper, theme or language are others."""
    for before, after in change.pairs.values():
        if isinstance(before, Head) and isinstance(after, Head):
            return before.poster != after.poster or before.language != after.language
    return False


Command = Callable[[Editor], object]
"""Something that a person can do."""

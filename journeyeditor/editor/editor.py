"""The editor of one journey: the one place where an edit is carried out, laid out again and told."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeyeditor.editor.asking import Ask
from journeyeditor.editor.clipboard import Clipboard
from journeyeditor.editor.cursor import Cursor
from journeyeditor.editor.document import Document
from journeyeditor.editor.laying import Laying
from journeyeditor.editor.settings import Settings
from journeyeditor.editor.signal import Signal
from journeyeditor.edits.history import History
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.records import Persona
from journeyeditor.tools.desk import Tool, Wish
from journeyeditor.tools.pointing import Pointing
from journeyeditor.words import Words, speak

if TYPE_CHECKING:
    from journeyeditor.editor.texting import OpenText


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a person must know: a sentence, and what to do next."""

    problem: Message
    advice: Message | None = None


class Editor(Laying):
    """A journey being edited: selection, active persona and tool, and the board as it looks now."""

    def __init__(self, document: Document, settings: Settings | None = None, speech: Words | None = None) -> None:
        super().__init__(document)
        self.settings = settings or Settings()
        self.speech = speech or speak("en")
        """The interface's language, which need not be the journey's."""
        self.changed: Signal[Change] = Signal()
        """After a change was carried out and laid out, previews included."""
        self.selected: Signal[tuple[str, ...]] = Signal()
        self.viewed: Signal[None] = Signal()
        """The active persona, the tool, the language or the document's file is another."""
        self.told: Signal[Told] = Signal()
        """Something must be said to the person."""
        self.asked: Signal[Ask] = Signal()
        """A person must choose one of a few before a command can go on."""
        self.texts: Signal[tuple[str, str]] = Signal()
        """A record's text is to be opened: id, and field (empty = the one that names it)."""
        self.announce: Signal[str] = Signal()
        """A short sentence for those who listen instead of looking, in the interface's language."""
        self.clipboard = Clipboard()
        """Where copying puts things; the window puts the system's in its place."""
        self.tool: Tool = Pointing()
        self.typing: OpenText | None = None
        """The text that is open, if any."""
        self.fresh = ""
        """Id of a record that was made to be typed at once; an opening of its text takes it (see `OpenText`)."""
        self.answered: str | None = None
        """The persona who was chosen when a command asked in everyone mode; holds until the active persona changes."""
        self.connecting = ""
        """Id of the step that a flow is to begin at, while one is being connected by keys."""
        self._selection: tuple[str, ...] = ()
        self._persona: str | None = next((one.id for one in self.journey.personas() if not one.hidden), None)
        self._pending: Change | None = None
        self._batching = False
        self._end = self.journey.listen(self._heard)
        self.cursor = Cursor(self)

    # -- what it holds ----------------------------------------------------------------------------------------------
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
            self._persona, self.answered = persona, None
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
        self.changed.tell(change)
        if self._persona is not None and self._persona not in self.journey:
            self.activate(None)
        if any(key not in self.journey for key in self._selection):
            self.select(self._selection)


Command = Callable[[Editor], object]
"""Something that a person can do."""

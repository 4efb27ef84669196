"""The editor of one journey: the one place where an edit is carried out, laid out again and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from journeyeditor.editor.asking import Ask
from journeyeditor.editor.clipboard import Clipboard
from journeyeditor.editor.cursor import Cursor
from journeyeditor.editor.document import Document
from journeyeditor.editor.settings import Settings
from journeyeditor.editor.signal import Signal
from journeyeditor.editor.writing import Told, Writing
from journeyeditor.model.change import Change
from journeyeditor.model.records import Persona
from journeyeditor.tools.desk import Tool
from journeyeditor.tools.pointing import Pointing
from journeyeditor.words import Words, speak

if TYPE_CHECKING:
    from journeyeditor.editor.joining import Leading
    from journeyeditor.editor.text_apart import Meant
    from journeyeditor.editor.texting import OpenText


class Editor(Writing):
    """A journey being edited: selection, active persona and tool, and the board as it looks now."""

    def __init__(self, document: Document, settings: Settings | None = None, speech: Words | None = None) -> None:
        super().__init__(document)
        self.settings = settings or Settings()
        self.speech = speech or speak("en")
        """The interface's language, which need not be the journey's."""
        self.selected: Signal[tuple[str, ...]] = Signal()
        self.viewed: Signal[None] = Signal()
        """The active persona, the tool, the language or the document's file is another."""
        self.asked: Signal[Ask] = Signal()
        """A person must choose one of a few before a command can go on."""
        self.texts: Signal[tuple[str, str]] = Signal()
        """A record's text is to be opened: id, and field (empty = the one that names it)."""
        self.announce: Signal[str] = Signal()
        """A short sentence for those who listen instead of looking, in the interface's language."""
        self.jotting: Signal[str] = Signal()
        """What is being typed for the parking lot is another text."""
        self.jotted = ""
        """What is being typed for the parking lot and is no note yet; kept in the recovery log."""
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
        self.meant: Meant | None = None
        """Which text of what is selected is meant, where it stands apart from the rest of its record."""
        self.aim: tuple[float, float] | None = None
        """Where on the board (mm) a text is that is just asked for: it may stand there several times."""
        self.leading: Leading | None = None
        """The flow whose end is being led elsewhere by keys, if one is; `connecting` is the step at its other end."""
        self._selection: tuple[str, ...] = ()
        self._persona: str | None = next((one.id for one in self.journey.personas() if not one.hidden), None)
        self._earlier: list[str | None] = []
        """Who was active before, the last one last."""
        self._gone: str | None = None
        """Who was active and was taken away, until somebody is made active by hand."""
        self.cursor = Cursor(self)

    # -- what it holds ----------------------------------------------------------------------------------------------
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
            self._selection, self.meant = found, None
            self.selected.tell(found)

    def activate(self, persona: str | None) -> None:
        """Chooses who is meant by emotion keys and new findings; None = everyone."""
        if persona is not None and not isinstance(self.journey.get(persona), Persona):
            persona = None
        if persona != self._persona:
            self._earlier = [*(one for one in self._earlier if one != self._persona), self._persona]
            self._persona, self.answered, self._gone = persona, None, None
            self.viewed.tell(None)

    def jot(self, text: str) -> None:
        """Takes over what stands in the line of the parking lot."""
        if text != self.jotted:
            self.jotted = text
            self.jotting.tell(text)

    def use(self, tool: Tool) -> None:
        """Takes another tool into the hand, in which nothing is (see `EditorDesk.take`)."""
        self.tool = tool
        self.viewed.tell(None)

    def speak(self, speech: Words) -> None:
        """Changes the interface's language."""
        self.speech = speech
        self.viewed.tell(None)

    def _follow(self, change: Change) -> None:
        super()._follow(change)
        if self._persona is not None and self._persona not in self.journey:
            there = (one for one in reversed(self._earlier) if one is None or one in self.journey)
            gone = self._persona
            self.activate(next(there, None))
            self._gone = gone
        elif self._gone is not None and self._gone in self.journey:
            self.activate(self._gone)  # she was brought back
        if any(key not in self.journey for key in self._selection):
            self.select(self._selection)


Command = Callable[[Editor], object]
"""Something that a person can do."""

__all__ = ["Command", "Editor", "Told"]

"""A section of cards: the findings of one kind that hang on a step, with their count and "+"."""

from __future__ import annotations

from PySide6.QtCore import Signal

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Gain, Measure, Note, Opportunity, Pain, Quote, Record
from journeyeditor.qt.inspector.cards import CARDS, Card
from journeyeditor.qt.inspector.reading import findings_at
from journeyeditor.qt.parts.section import Section

TITLES: dict[type[Record], tuple[Message, Message]] = {
    Pain: (message("Pain points"), message("Add pain point")),
    Gain: (message("Gains"), message("Add gain")),
    Quote: (message("Quotes"), message("Add quote")),
    Opportunity: (message("Opportunities"), message("Add opportunity")),
    Measure: (message("Measures"), message("Add measure")),
    Note: (message("Notes"), message("Add note")),
}


class CardsSection(Section):
    """Cards of one kind; without any, one line that says so."""

    opened = Signal(str)
    deleted = Signal(str)
    added = Signal(object)
    """The kind that "+" makes."""

    def __init__(self, kind: type[Record], editor: Editor, *, line: bool) -> None:
        super().__init__(can_add=True, line=line)
        self.kind, self.editor = kind, editor
        self.cards: list[Card] = []
        self._shown = 0
        self._ranks: dict[str, int] = {}
        """Places of the cards as they were first shown: a weight that is changed on a card does not move it away."""
        self.header.added.connect(lambda: self.added.emit(kind))

    def fill(self, keys: tuple[str, ...]) -> None:
        """Shows what hangs on one step; several steps show nothing here."""
        found = findings_at(self.editor.journey, keys[0], self.kind) if len(keys) == 1 else []
        found.sort(key=lambda record: self._ranks.get(record.id, len(self._ranks)))
        for record in found:
            self._ranks.setdefault(record.id, len(self._ranks))
        while len(self.cards) < len(found):
            card = CARDS[self.kind](self.kind, self.editor)
            card.opened.connect(self.opened)
            card.deleted.connect(self.deleted)
            self.body.addWidget(card)
            self.cards.append(card)
        for card, record in zip(self.cards, found, strict=False):
            card.show_record(record)
        for number, card in enumerate(self.cards):
            if card.isHidden() == (number < len(found)):
                card.setVisible(number < len(found))
        self._shown = len(found)
        self.retranslate()

    def forget(self) -> None:
        """From now on it is about another step."""
        self._ranks.clear()
        for card in self.cards:
            card.forget()

    def flush(self) -> None:
        """What is being typed is told."""
        for card in self.cards[: self._shown]:
            card.flush()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.editor.speech.say
        title, plus = TITLES[self.kind]
        count = self.editor.speech.number(self._shown) if self._shown else say(message("none yet"))
        self.header.name(say(title), count, say(plus))

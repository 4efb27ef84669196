"""What every editor of a field is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Record
from journeyeditor.qt.inspector.reading import MIXED, common, record_of
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.inspector.writing import refusal
from journeyeditor.qt.parts.labels import CAPTION, Tone
from journeyeditor.words import Words

MIXED_WORD = message("mixed")


class FieldEditor(QWidget):
    """Shows and edits one field of one record or of several."""

    chosen = Signal(object, str)
    """A value that a hand gave, and its run: edits of one run are one step; "" = a step of its own."""
    wide = False
    """Whether it takes the whole width, its label above."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__()
        self.field, self.kind, self.editor = field, kind, editor
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.keys: tuple[str, ...] = ()
        """Ids of the records that it is about."""
        self._problem: Tone | None = None

    @property
    def words(self) -> Words:
        """The interface's language."""
        return self.editor.speech

    def say(self, text: Message) -> str:
        """A message in the interface's language."""
        return self.editor.speech.say(text)

    def main(self) -> QWidget:
        """What takes the focus and has the accessible name."""
        return self

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """Shows what the journey holds."""
        raise NotImplementedError

    def forget(self) -> None:
        """From now on it is about other records."""
        self.complain(None)

    def flush(self) -> None:
        """What is being typed is told at once."""

    def retranslate(self, label: str) -> None:
        """Says itself in the language of now; `label` is its row's."""
        self.main().setAccessibleName(label)

    def give(self, value: Any, run: str = "") -> bool:
        """Tells a value if it can stand in the field, else says under it why not."""
        refused = refusal(self.editor.journey, self.keys, self.kind, self.field.name, value)
        if refused is not None:
            self.put_back()
            self.complain(refused.problem, refused.advice)
            return False
        self.complain(None)
        self.chosen.emit(value, run)
        return True

    def put_back(self) -> None:
        """Shows again what the journey holds; a text that was typed stays, to be mended."""
        journey = self.editor.journey
        value = common(journey, [found for key in self.keys if (found := record_of(journey, key))], self.field.name)
        self.show_value(None if value is MIXED else value, mixed=value is MIXED)

    def complain(self, problem: Message | None, advice: Message | None = None) -> None:
        """A sentence under the field, and what to do next; or none."""
        if problem is None and self._problem is None:
            return
        if self._problem is None:
            self._problem = Tone("", "pain", CAPTION)
            self._problem.setWordWrap(True)
            self.column.addWidget(self._problem)
        self._problem.setText(" ".join(self.say(part) for part in (problem, advice) if part is not None))
        self._problem.setVisible(problem is not None)

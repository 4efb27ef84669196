"""Fields that are typed: texts, lists, numbers, dates, owners."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtWidgets import QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.model.links import safe_link
from journeyeditor.model.records import Record
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.reading import owners
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.parts.dates import DateField
from journeyeditor.qt.parts.owners import OwnerField
from journeyeditor.qt.parts.texts import GrowingText, LineField

_UNSET = object()
NO_NUMBER = message("“{text}” is no number.")
NO_LINK = message("“{text}” is no link. Begin it with https:// or mailto:.")


class TypedEditor(FieldEditor):
    """A field whose value is a text, or is read from one."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self._value: Any = _UNSET
        self._mixed = False
        self.input = self.make_input()
        self.input.typing.said.connect(self._said)
        self.column.addWidget(self.input)
        self.setFocusProxy(self.input)

    def make_input(self) -> LineField | GrowingText:
        """What is typed in."""
        return LineField()

    def written(self, value: Any) -> str:
        """The value as it is typed."""
        return str(value or "")

    def read(self, text: str) -> Any:
        """What was typed, as a value; a `Message` where it is none."""
        return text

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        if mixed != self._mixed or self._value is _UNSET or value != self._value:
            self._mixed, self._value = mixed, value
            self.complain(None)
            self.input.setPlaceholderText(self.say(MIXED_WORD) if mixed else self.hint())
            self.input.typing.show("" if mixed else self.written(value))

    def hint(self) -> str:
        """What is read where nothing is typed."""
        return self.say(self.field.tip) if self.field.tip is not None else ""

    def forget(self) -> None:
        """See `FieldEditor`."""
        super().forget()
        self._value = _UNSET
        self.input.typing.forget()

    def flush(self) -> None:
        """See `FieldEditor`."""
        self.input.typing.flush()

    def put_back(self) -> None:
        """See `FieldEditor`."""

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        if self._value is not _UNSET:
            self.input.setPlaceholderText(self.say(MIXED_WORD) if self._mixed else self.hint())

    def _said(self, text: str, opening: int) -> None:
        value = self.read(text)
        if isinstance(value, Message):
            self.complain(value)
        elif value != self._value or self._mixed:
            before, was_mixed = self._value, self._mixed
            self._value, self._mixed = value, False
            if not self.give(value, f"{self.field.name} {opening}"):
                self._value, self._mixed = before, was_mixed
        else:
            self.complain(None)


class LineEditor(TypedEditor):
    """One line."""


class TextEditor(TypedEditor):
    """Several lines that grow."""

    wide = True

    def make_input(self) -> GrowingText:
        """See `TypedEditor`."""
        return GrowingText(most=14)


class LinesEditor(TextEditor):
    """A list: a line each."""

    def written(self, value: Any) -> str:
        """See `TypedEditor`."""
        return "\n".join(value or ())

    def read(self, text: str) -> Any:
        """See `TypedEditor`."""
        lines = tuple(line.strip() for line in text.splitlines() if line.strip())
        if self.field.name == "links":
            for line in lines:
                if safe_link(line) is None:
                    return NO_LINK.filled(text=line[:60])
        return lines

    def hint(self) -> str:
        """See `TypedEditor`."""
        return self.say(message("One per line"))


class NumberEditor(TypedEditor):
    """A number as people of the interface's language write it; both comma and point are read."""

    def written(self, value: Any) -> str:
        """See `TypedEditor`."""
        return "" if value is None else self.words.number(value).replace("\u202f", " ").replace("-", "−")

    def read(self, text: str) -> Any:
        """See `TypedEditor`."""
        plain = "".join(text.split()).replace("\u202f", "").replace("−", "-").rstrip("%")
        if not plain:
            return None if self.field.empty else self._least()
        if self.words.language == "en" and "," in plain and "." in plain:
            plain = plain.replace(",", "")
        plain = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain.replace(",", "")
        try:
            number = float(plain)
        except ValueError:
            return NO_NUMBER.filled(text=text.strip()[:40])
        if not math.isfinite(number):
            return NO_NUMBER.filled(text=text.strip()[:40])
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _least(self) -> Any:
        return 1 if self.field.name == "room" else 0


class OwnerEditor(TypedEditor):
    """A name, completed from those used so far."""

    def make_input(self) -> OwnerField:
        """See `TypedEditor`."""
        return OwnerField()

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        if isinstance(self.input, OwnerField):
            self.input.offer(owners(self.editor.journey))
        super().show_value(value, mixed=mixed)


class DateEditor(FieldEditor):
    """A year, a month, a day."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = DateField()
        self.input.said.connect(lambda date, opening: self.give(date, f"{field.name} {opening}"))
        self.column.addWidget(self.input)
        self.setFocusProxy(self.input)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input.line

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self.input.show_date("" if mixed else value, self.words, self.say(MIXED_WORD) if mixed else "")

    def forget(self) -> None:
        """See `FieldEditor`."""
        super().forget()
        self.input.forget()

    def flush(self) -> None:
        """See `FieldEditor`."""
        self.input.line.typing.flush()

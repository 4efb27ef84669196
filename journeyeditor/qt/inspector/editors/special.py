"""Fields with an editor of their own: the title's colour, a closer map."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QPushButton, QToolButton, QWidget

from journeyeditor.editor import Editor, Told
from journeyeditor.editor.whole_health import is_beside
from journeyeditor.errors import JourneyError, message
from journeyeditor.files import load
from journeyeditor.model.links import is_safe_path
from journeyeditor.model.records import Closer, Record
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.look import paper_colour, tool_button
from journeyeditor.qt.parts.symbols import swatch_icon
from journeyeditor.qt.parts.texts import LineField


class ColourEditor(FieldEditor):
    """A colour, or the theme's."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self._value: str | None = None
        self.button = QPushButton()
        self.button.clicked.connect(self.choose)
        self.remove: QToolButton = tool_button("x", role="muted", size=14)
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.clicked.connect(lambda: self.give(None))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button, 1)
        row.addWidget(self.remove)
        self.column.addLayout(row)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.button

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self._value = None if mixed else value
        word = MIXED_WORD if mixed else message("the theme’s")
        self.button.setText(value if value and not mixed else self.say(word))
        self.button.setIcon(swatch_icon(_shown(value)))
        self.remove.setVisible(mixed or value is not None)

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        self.remove.setToolTip(self.say(message("The theme’s colour")))
        self.remove.setAccessibleName(self.say(message("The theme’s colour")))

    def choose(self) -> None:
        """Asks for a colour."""
        found = QColorDialog.getColor(_shown(self._value), self.window(), self.say(self.field.label))
        if found.isValid():
            self.give(found.name())


class CloserEditor(FieldEditor):
    """A closer map of this one step: a file beside this one, and what it is called."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self._value: Closer | None = None
        self.path, self.title = LineField(), LineField()
        self.path.typing.said.connect(lambda text, opening: self._set(opening, path=text))
        self.title.typing.said.connect(lambda text, opening: self._set(opening, title=text))
        self.open = tool_button("folder-open", role="muted", size=16)
        self.open.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.open.clicked.connect(self.choose)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.path, 1)
        row.addWidget(self.open)
        self.column.addLayout(row)
        self.column.addWidget(self.title)
        self.setFocusProxy(self.path)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.path

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self._value = None if mixed else value
        shown = self._value or Closer()
        mixed_word = self.say(MIXED_WORD)
        self.path.setPlaceholderText(mixed_word if mixed else self.say(message("File")))
        self.title.setPlaceholderText(mixed_word if mixed else self.say(message("Title")))
        self.path.typing.show(shown.path)
        self.title.typing.show(shown.title)
        self.title.setVisible(bool(self._value))
        self._look()

    def _look(self) -> None:
        """Says where there is no such file; it may still be made."""
        path, own = (self._value.path.strip() if self._value is not None else ""), self.editor.document.path
        missing = bool(path) and own is not None and not is_beside(own, path)
        self.complain(message("There is no such file beside this map.") if missing else None)

    def forget(self) -> None:
        """See `FieldEditor`."""
        super().forget()
        self.path.typing.forget()
        self.title.typing.forget()

    def flush(self) -> None:
        """See `FieldEditor`."""
        self.path.typing.flush()
        self.title.typing.flush()

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        self.title.setAccessibleName(self.say(message("{label}: {value}", label=label, value=message("Title"))))
        self.open.setToolTip(self.say(message("Choose the file of the closer map")))
        self.open.setAccessibleName(self.say(message("Choose the file of the closer map")))

    def put_back(self) -> None:
        """See `FieldEditor`."""

    def choose(self) -> None:
        """Asks for the file; its title and id are read."""
        start = str(self._folder())
        filters = self.say(message("Journeys")) + " (*.journey *.json)"
        name, _ = QFileDialog.getOpenFileName(self.window(), self.say(self.field.label), start, filters)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """A file of a journey becomes the closer map."""
        try:
            head = load(path).journey.head
            beside = os.path.relpath(path, self._folder()).replace(os.sep, "/")
        except (JourneyError, ValueError) as error:
            problem = error.problem if isinstance(error, JourneyError) else message("This file lies too far away.")
            self.editor.told.tell(Told(problem, message("Choose a journey that lies beside this one.")))
            return
        self.give(Closer(id=head.id, path=beside, title=head.title))

    def _folder(self) -> Path:
        own = self.editor.document.path
        return own.parent if own is not None else Path.cwd()

    def _set(self, opening: int, **fields: str) -> None:
        new = replaced_closer(self._value or Closer(), fields)
        if not is_safe_path(new.path):
            self.complain(message("A closer map must be a file beside this one."))
            return
        self.give(new, f"{self.field.name} {opening}")


def _shown(value: str | None) -> QColor:
    """A colour of the title; without one, the ink that the paper has."""
    return QColor(value) if value else paper_colour("ink")


def replaced_closer(closer: Closer, fields: dict[str, str]) -> Closer:
    """The link with other fields; another path is another map, whose id is not known."""
    if "path" in fields and fields["path"] != closer.path:
        fields = {**fields, "id": ""}
    return replace(closer, **fields)

"""A section of rows: a label of 104 and a control of 28 in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from journeyeditor.editor import Editor
from journeyeditor.model.records import Record
from journeyeditor.qt.inspector.editors import FieldEditor, make_editor
from journeyeditor.qt.inspector.reading import MIXED, common
from journeyeditor.qt.inspector.shapes import Rows
from journeyeditor.qt.parts.labels import SMALL, Tone
from journeyeditor.qt.parts.section import Section

LABEL, CONTROL = 104, 28
NARROW = 304
"""In a section narrower than this what needs much room stands below its label, px."""
QWIDGETSIZE_MAX = (1 << 24) - 1
LONE = frozenset({"values"})
"""Shapes that need no label: their section says it."""


class RowsSection(Section):
    """Rows of a page, made once and filled again."""

    chosen = Signal(str, object, str)
    """Name of the field, value, run."""

    def __init__(self, rows: Rows, kind: type[Record], editor: Editor, *, line: bool) -> None:
        super().__init__(headed=rows.title is not None, line=line)
        self.rows, self.editor = rows, editor
        self.editors: dict[str, FieldEditor] = {}
        self._labels: dict[str, Tone] = {}
        self._breaking: dict[str, int] = {}
        """Rows of the grid whose control stands below the label where there is little room, by the field's name."""
        self._is_narrow = False
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL)
        grid.setColumnStretch(1, 1)
        at = 0
        for field in rows.fields:
            made = make_editor(field, kind, editor)
            made.chosen.connect(lambda value, run, name=field.name: self.chosen.emit(name, value, run))
            label = Tone("", "muted", SMALL)
            label.setWordWrap(True)
            label.setFixedWidth(LABEL - 4)
            label.setMinimumHeight(CONTROL)
            self.editors[field.name], self._labels[field.name] = made, label
            if made.wide:
                if field.shape not in LONE:
                    label.setMinimumHeight(0)
                    label.setMinimumWidth(0)
                    label.setMaximumWidth(QWIDGETSIZE_MAX)
                    grid.addWidget(label, at, 0, 1, 2)
                    at += 1
                grid.addWidget(made, at, 0, 1, 2)
            else:
                grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(made, at, 1)
                if field.shape == "segments":
                    self._breaking[field.name] = at
                    at += 1
            at += 1
        inside = QWidget()
        inside.setLayout(grid)
        self.body.addWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choices of a few words go below their label where they would be cut beside it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            for name, at in self._breaking.items():
                self._break(self._labels[name], self.editors[name], at)

    def _break(self, label: Tone, editor: FieldEditor, at: int) -> None:
        grid, narrow = self._grid, self._is_narrow
        grid.removeWidget(label)
        grid.removeWidget(editor)
        label.setMinimumSize(0 if narrow else LABEL - 4, 0 if narrow else CONTROL)
        label.setMaximumWidth(QWIDGETSIZE_MAX if narrow else LABEL - 4)
        if narrow:
            grid.addWidget(label, at, 0, 1, 2)
            grid.addWidget(editor, at + 1, 0, 1, 2)
        else:
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, at, 1)

    def fill(self, records: Sequence[Record]) -> None:
        """Shows what these records hold."""
        keys = tuple(record.id for record in records)
        for name, editor in self.editors.items():
            editor.keys = keys
            value = common(self.editor.journey, records, name)
            editor.show_value(None if value is MIXED else value, mixed=value is MIXED)

    def forget(self) -> None:
        """From now on it is about other records."""
        for editor in self.editors.values():
            editor.forget()

    def flush(self) -> None:
        """What is being typed is told."""
        for editor in self.editors.values():
            editor.flush()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.editor.speech.say
        if self.rows.title is not None:
            self.header.name(say(self.rows.title))
        for field in self.rows.fields:
            text = say(field.label)
            self._labels[field.name].setText(text)
            self.editors[field.name].retranslate(text)

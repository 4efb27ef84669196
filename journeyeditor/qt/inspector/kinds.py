"""Records of several kinds at once: how many of each, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor import Editor
from journeyeditor.model.records import Record
from journeyeditor.qt.inspector.heading import ICONS, several
from journeyeditor.qt.inspector.menu import deeds
from journeyeditor.qt.look import put_icon, wear
from journeyeditor.qt.parts.emptying import empty
from journeyeditor.qt.parts.section import MARGIN


class KindsSection(QWidget):
    """A line for each kind, which goes to those alone; then the deeds as buttons."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._shown: tuple[str, ...] = ()
        self._lines, self._deeds = QVBoxLayout(), QHBoxLayout()
        self._lines.setSpacing(2)
        self._deeds.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 8, 4, MARGIN, 12)
        column.setSpacing(12)
        column.addLayout(self._lines)
        column.addLayout(self._deeds)

    def fill(self, records: Sequence[Record]) -> None:
        """Shows these."""
        keys = tuple(record.id for record in records)
        if keys != self._shown:
            self._shown = keys
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        empty(self._lines)
        empty(self._deeds)
        journey, say = self._editor.journey, self._editor.speech.say
        found: dict[type[Record], list[str]] = {}
        for key in self._shown:
            if (record := journey.get(key)) is not None:
                found.setdefault(type(record), []).append(key)
        for kind, keys in found.items():
            line = wear(QPushButton(f" {say(several(kind, len(keys)))}"), "flat")
            put_icon(line, ICONS[kind], "muted")
            line.setToolTip(say("Select these alone"))
            line.clicked.connect(lambda _=False, keys=keys: self._editor.select(keys))
            self._lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        for text, deed in deeds(self._editor, self._shown):
            button = QPushButton(say(text))
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self._deeds.addWidget(button)
        self._deeds.addStretch(1)

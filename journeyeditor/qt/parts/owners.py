"""Who does it: a name, completed from those used so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from journeyeditor.qt.look import icon, watcher
from journeyeditor.qt.parts.texts import LineField


class OwnerField(LineField):
    """A line with a person's sign and a list of the names used so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        completer = QCompleter(self)
        self._names = QStringListModel(completer)
        completer.setModel(self._names)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._taken)
        self.setCompleter(completer)
        self._opener = self.addAction(icon("chevron-down", "muted", 14), QLineEdit.ActionPosition.TrailingPosition)
        self._opener.triggered.connect(self.open_list)
        watcher.changed.connect(self._recolour)
        self._recolour()

    def offer(self, names: Sequence[str]) -> None:
        """The names to choose from."""
        if names != self._names.stringList():
            self._names.setStringList(list(names))
            self._opener.setVisible(bool(names))

    def open_list(self) -> None:
        """Shows all names, whatever is typed."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def _taken(self) -> None:
        self.typing.typed()
        self.typing.flush()

    def _recolour(self) -> None:
        self.lead(icon("user", "muted", 16))
        self._opener.setIcon(icon("chevron-down", "muted", 14))

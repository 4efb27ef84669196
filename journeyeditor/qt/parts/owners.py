"""Who does it: a name, completed from those used so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyleOptionFrame, QWidget

from journeyeditor.qt.look import icon, watcher
from journeyeditor.qt.parts.labels import plain_tip
from journeyeditor.qt.parts.texts import LineField

LEADING, ASIDE = 36, 74
"""Before the name, where the sign is, and at both sides of it, with the button that opens the list; px."""


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
        self.textChanged.connect(lambda _text: self._tip())
        watcher.changed.connect(self._recolour)
        self._recolour()

    def wide(self) -> int:
        """The width that shows all of the name, px."""
        return self.fontMetrics().horizontalAdvance(self.text()) + ASIDE

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A name that is too long ends in "…" while nobody types."""
        if self.hasFocus() or self.wide() <= self.width():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        inside = self.rect().adjusted(LEADING, 0, LEADING - ASIDE, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        painter.end()

    def _tip(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.wide() > self.width() else "")

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

"""Pains by weight, and dot votes typed in fast: a number, Enter, the next number, Enter …"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.describing import describe
from journeyeditor.errors import Message, message
from journeyeditor.insight.ranking import ranked_pains
from journeyeditor.model.records import Gain, Opportunity, Pain
from journeyeditor.qt.look import colour
from journeyeditor.qt.parts.in_place import FieldDelegate, InPlace
from journeyeditor.qt.parts.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
Voted = Pain | Gain | Opportunity
HEADINGS = (message("Rank"), message("What"), message("Severity"), message("Votes"), message("Weight"))
RANK, WHAT, SEVERITY, VOTES, WEIGHT = range(5)
MOST_VOTES = 1_000_000


class VotesModel(QAbstractTableModel):
    """The pains, gains or opportunities of a map as rows. Votes and severity can be typed."""

    refused = Signal(QModelIndex, str)
    """This cannot stand in that cell."""

    def __init__(self, desk: EditorDesk, kind: type[Voted] = Pain) -> None:
        super().__init__()
        self._editor = desk.editor
        self.kind: type[Voted] = kind
        self.rows: list[Voted] = []
        self._ranks: dict[str, int] = {}
        self.refresh()

    def refresh(self) -> None:
        """As the map is now, the heaviest first."""
        self.beginResetModel()
        self.rows = self._ranked()
        self.endResetModel()

    def _ranked(self) -> list[Voted]:
        """Those that there are now, the heaviest first, whose ranks are known then."""
        journey = self._editor.journey
        if self.kind is Pain:
            ranked = ranked_pains(journey)
            self._ranks = {one.pain.id: one.rank for one in ranked}
            return [one.pain for one in ranked]
        rows = sorted(journey.all(self.kind), key=lambda one: -one.votes)
        counts = [one.votes for one in rows]
        self._ranks = {one.id: counts.index(one.votes) + 1 for one in rows}
        return rows

    def refill(self) -> None:
        """The same rows with other values and ranks: while somebody types, nothing may move away from under the hand.
        What is gone leaves its place, what is new stands at the end.
        """
        now = {one.id: one for one in self._ranked()}
        nowhere = QModelIndex()
        for number in reversed(range(len(self.rows))):
            if self.rows[number].id not in now:
                self.beginRemoveRows(nowhere, number, number)
                del self.rows[number]
                self.endRemoveRows()
        known = {one.id for one in self.rows}
        new = [one for key, one in now.items() if key not in known]
        if new:
            self.beginInsertRows(nowhere, len(self.rows), len(self.rows) + len(new) - 1)
            self.rows += new
            self.endInsertRows()
        self.rows = [now[one.id] for one in self.rows]
        self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(self.rows) - 1), WEIGHT))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Rank, text, severity, votes, weight."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._editor.speech.say(self._heading(section))
        return None

    def _heading(self, column: int) -> Message:
        if column == SEVERITY and self.kind is Gain:
            return message("Strength")
        if column == SEVERITY and self.kind is Opportunity:
            return message("Impact")
        return HEADINGS[column]

    def value(self, row: int, column: int) -> int | str | None:
        """What stands in a cell."""
        one = self.rows[row]
        if column == RANK:
            return self._ranks.get(one.id, row + 1)
        if column == WHAT:
            return " ".join(one.text.split())
        if column == VOTES:
            return one.votes
        strength = one.severity if isinstance(one, Pain) else one.strength if isinstance(one, Gain) else one.impact
        return strength if column == SEVERITY else one.votes * (strength or 0)

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> int | str | QColor | Qt.AlignmentFlag | None:
        """Text, alignment and tooltip of a cell."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:  # as text, so that it is typed in a plain line
            return str(self.value(index.row(), index.column()) or "")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != WHAT:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (RANK, WEIGHT):
            return colour("muted")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Votes, severity and text can be typed."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() in (WHAT, SEVERITY, VOTES) else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Writes into the map; nonsense leaves it as it was."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        one, text = self.rows[index.row()], str(value).strip()
        if index.column() == WHAT:
            done = self._editor.do(lambda journey: describe(journey, one.id, text=text))
            return done is not None
        if not text.isdecimal():
            self.refused.emit(index, text)
            return False
        number = int(text)
        field = "votes"
        if index.column() == SEVERITY:
            field = "severity" if isinstance(one, Pain) else "strength" if isinstance(one, Gain) else "impact"
            number = max(1, min(3 if isinstance(one, Gain) else 5, number))
        number = min(number, MOST_VOTES)
        return self._editor.do(lambda journey: describe(journey, one.id, **{field: number})) is not None


class VotesTable(InPlace, QTableView):
    """Digits begin to type, Enter keeps them and goes on to the next row."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.votes = VotesModel(desk)
        self.setModel(self.votes)
        self.setItemDelegate(FieldDelegate(self))
        self._editor = desk.editor
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self._end = self._editor.changed.listen(lambda _change: self.votes.refill())
        self.destroyed.connect(lambda _=None, end=self._end: end())
        self.clicked.connect(self._chose)
        self.votes.refused.connect(self._refuse)
        if self.votes.rows:
            self.setCurrentIndex(self.votes.index(0, VOTES))

    def show_kind(self, kind: type[Voted]) -> None:
        """Other cards."""
        self.votes.kind = kind
        self.rank()

    def retranslate(self) -> None:
        """The language as it is now."""
        self.votes.headerDataChanged.emit(Qt.Orientation.Horizontal, RANK, WEIGHT)

    def rank(self) -> None:
        """Sorts by weight as it is now."""
        self.votes.refresh()
        if self.votes.rows:
            self.setCurrentIndex(self.votes.index(0, VOTES))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes down, a digit begins to type a number in the column of votes, plus and minus count."""
        current = self.currentIndex()
        if not current.isValid() or self.is_typed_in:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._down()
        elif event.text() in {"+", "-"}:
            number = self.votes.rows[current.row()].votes + (1 if event.text() == "+" else -1)
            self.votes.setData(self.votes.index(current.row(), VOTES), str(max(0, number)))
        else:
            if event.text().isdigit() and current.column() not in (SEVERITY, WHAT):
                self.setCurrentIndex(self.votes.index(current.row(), VOTES))
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """After a typed number the next row waits."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self.currentIndex().column() != WHAT:
            QTimer.singleShot(0, self, self._down)  # once the line has gone

    def _down(self) -> None:
        current = self.currentIndex()
        if current.row() + 1 < len(self.votes.rows):
            self.setCurrentIndex(self.votes.index(current.row() + 1, current.column()))

    def _refuse(self, index: QModelIndex, text: str) -> None:
        """Says under the cell why it is as it was."""
        told = self._editor.speech.say("“{text}” is no whole number: nothing has changed.", text=text[:40])
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        QToolTip.showText(place, plain_tip(told), self)

    def _chose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._editor.select([self.votes.rows[index.row()].id])

"""The table's model: rows are touchpoints in reading order, columns what is said of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.table import Cell, Column, cell_lines, cells, columns, write
from journeyeditor.model.records import Touchpoint
from journeyeditor.qt.look import colour
from journeyeditor.qt.parts.symbols import persona_colour

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NOTHING = Cell([], [])
ORDER = Qt.ItemDataRole.UserRole
"""What a column is sorted by."""


class TouchpointsModel(QAbstractTableModel):
    """Every touchpoint with everything that hangs on it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.touchpoints: list[Touchpoint] = []
        self.columns: list[Column] = []
        self.refresh()

    def refresh(self) -> None:
        """As the map is now. Rows and columns that stay keep the place of the keyboard."""
        self.forget()
        touchpoints, found = self._editor.journey.touchpoints(), columns(self._editor)
        same = [one.id for one in touchpoints] == [one.id for one in self.touchpoints] and found == self.columns
        if same:
            self.touchpoints = touchpoints
            last = self.index(max(0, len(touchpoints) - 1), max(0, len(found) - 1))
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.touchpoints, self.columns = touchpoints, found
        self.endResetModel()

    def forget(self) -> None:
        """What lies in the cells is looked up anew."""
        self._cells: dict[tuple[str, str], Cell] | None = None

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """How many touchpoints there are."""
        return 0 if parent.isValid() else len(self.touchpoints)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """Stage, touchpoint, channel, personas, lanes."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Names of the columns, numbers of the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].heading if orientation == Qt.Orientation.Horizontal else section + 1

    def lines(self, index: Index) -> list[str]:
        """What a cell holds."""
        touchpoint, column = self.touchpoints[index.row()], self.columns[index.column()]
        if column.kind == "lane":
            return self._cell(index).lines
        return cell_lines(self._editor, touchpoint, column)

    def _cell(self, index: Index) -> Cell:
        if self._cells is None:
            self._cells = cells(self._editor)
        key = self.columns[index.column()].key, self.touchpoints[index.row()].id
        return self._cells.get(key, NOTHING)

    def _shown(self, index: Index) -> list[str]:
        """What can be typed there, then what reaches farther."""
        lines = self.lines(index)
        return [*lines, *self._cell(index).wide] if self.columns[index.column()].kind == "lane" else lines

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | float | QColor | Qt.AlignmentFlag | None:
        """Text, order and colour of a cell."""
        if not index.isValid():
            return None
        found: str | float | QColor | Qt.AlignmentFlag | None = None
        if role == Qt.ItemDataRole.DisplayRole:
            lines = self._shown(index)
            found = "\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines)
        elif role == Qt.ItemDataRole.EditRole:
            found = "\n".join(self.lines(index))
        elif role == ORDER:
            found = self._order(index, self.columns[index.column()])
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            found = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        elif role == Qt.ItemDataRole.ForegroundRole:
            found = self._ink(index, self.columns[index.column()])
        return found

    def _ink(self, index: Index, column: Column) -> QColor | None:
        if column.kind == "lane":
            return None if self.lines(index) else colour("muted")
        if column.kind == "emotion":
            persona = next((one for one in self._editor.journey.personas() if one.id == column.key), None)
            return persona_colour(persona.style) if persona is not None else None
        return colour("muted") if column.kind in ("stage", "channel") else None

    def _order(self, index: Index, column: Column) -> str | float:
        if column.kind == "stage":
            return float(index.row())
        if column.kind == "emotion":
            feeling = self._editor.journey.emotions(column.key).get(self.touchpoints[index.row()].id)
            return feeling.value if feeling is not None else -9.0
        return "\n".join(self._shown(index)).casefold()

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Everything can be typed."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Writes into the map."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        done = write(self._editor, self.touchpoints[index.row()], self.columns[index.column()], str(value))
        self.forget()
        return done

"""The cells of the table, with the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from journeyeditor.qt.parts.in_place import InPlace


class Grid(InPlace, QTableView):
    """Letters begin to type, Enter edits and goes down, Delete empties, copied cells go into a spreadsheet."""

    emptied = Signal(list)
    """These cells (`QModelIndex` of what is shown) are to be emptied."""
    typed = Signal()
    """Nobody types in a cell any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = QPersistentModelIndex()
        """The cell under the one that was typed in last."""
        self.setSortingEnabled(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(True)
        self.verticalHeader().setDefaultSectionSize(30)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        header.sectionPressed.disconnect()  # a click sorts: were it to select the column too, Delete would empty it
        header.sectionEntered.disconnect()
        header.sortIndicatorChanged.connect(self.sortByColumn)

    def in_view(self, index: QModelIndex) -> bool:
        """Whether any of a cell's row can be seen."""
        place = self.rowViewportPosition(index.row())
        return place < self.viewport().height() and place + self.rowHeight(index.row()) > 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys of a spreadsheet."""
        if self.is_typed_in:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.begin(self.currentIndex()):
            event.accept()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit(self.selectedIndexes())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def commitData(self, editor: QWidget) -> None:  # noqa: N802
        """Qt's; what stands below is noted down first, for sorted rows may change places."""
        here = self.currentIndex()
        self._below = QPersistentModelIndex(here.siblingAtRow(here.row() + 1))
        super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """After Enter the cell below waits."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self._below.isValid():
            self.setCurrentIndex(self.model().index(self._below.row(), self._below.column()))

    def left(self) -> None:
        """See `InPlace`."""
        self.typed.emit()

    def copy(self) -> None:
        """The selected cells as text, with tabs between columns."""
        cells: dict[int, dict[int, QModelIndex]] = {}
        for index in self.selectedIndexes():
            cells.setdefault(index.row(), {})[index.column()] = index
        columns = sorted({column for row in cells.values() for column in row})
        rows = []
        for row in sorted(cells):
            texts = (cells[row].get(column) for column in columns)
            found = [str(one.data(Qt.ItemDataRole.EditRole) or "") if one is not None else "" for one in texts]
            rows.append("\t".join(" ".join(text.splitlines()) for text in found))
        QApplication.clipboard().setText("\n".join(rows))

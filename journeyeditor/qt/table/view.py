"""Tree and table side by side."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.qt.accessible.naming import name_clear_button
from journeyeditor.qt.look import label, tool_button, wear
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.table.model import ORDER, TouchpointsModel
from journeyeditor.qt.table.tree import OutlineTree
from journeyeditor.qt.table.typing import CellTyping

REST = 60
"""Milliseconds after a change before both are filled again."""
WIDTHS = {"stage": 130, "title": 190, "channel": 120, "emotion": 130, "lane": 220}


class TableView(QWidget):
    """The map for those who think in lists, and for screen readers."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = desk.editor
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(360)
        self._count = label(look="muted")
        self.order_button = tool_button("list-ordered")
        self.tree = OutlineTree(desk, self)
        self.model = TouchpointsModel(self._editor)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSortRole(ORDER)
        self.shown.setSourceModel(self.model)
        self.table = _Table(self)
        self.table.setModel(self.shown)
        self.table.setItemDelegate(CellTyping(self._editor, self.table))
        self.setFocusProxy(self.table)
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.renew)
        self._arrange()
        self._connect()
        self.retranslate()
        self._widen()

    def _arrange(self) -> None:
        head = wear(QFrame(), "desk")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self.filter, 1)
        row.addWidget(self.order_button)
        row.addWidget(self._count)
        row.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tree)
        split.addWidget(self.table)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 1000])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(split, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._look_for)
        self.order_button.clicked.connect(self.reading_order)
        self.table.selectionModel().selectionChanged.connect(self._selected_here)
        self.table.horizontalHeader().sectionClicked.connect(lambda _section: self._filter())
        listen(self, self._editor.changed, self._map_changed)
        listen(self, self._editor.selected, self._selected_there)

    def retranslate(self) -> None:
        """The language as it is now."""
        say = self._editor.speech.say
        self.filter.setPlaceholderText(say("Filter"))
        self.filter.setAccessibleName(say("Filter"))
        name_clear_button(self.filter, say("Empty the field"))
        self.tree.setAccessibleName(say("Outline"))
        self.table.setAccessibleName(say("Touchpoints and lanes"))
        self.order_button.setToolTip(say("Back to reading order"))
        self.order_button.setAccessibleName(say("Back to reading order"))
        self.renew()

    def renew(self) -> None:
        """Tree and table as the map is now."""
        editing = self.table.state() == QAbstractItemView.State.EditingState
        if not editing:
            before = len(self.model.columns)
            self.model.refresh()
            if len(self.model.columns) != before:
                self._widen()
            self.table.resizeRowsToContents()
        if self.tree.state() != QAbstractItemView.State.EditingState:
            self.tree.renew()
        self._filter()
        self._selected_there(self._editor.selection)
        self._tell()

    def reading_order(self) -> None:
        """Unsorted again."""
        self.shown.sort(-1)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._filter()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As the map is now."""
        super().showEvent(event)
        self.renew()

    def _map_changed(self, _change: object) -> None:
        self.model.forget()
        if self.isVisible():
            self._timer.start()

    def _look_for(self, text: str) -> None:
        self.tree.look_for(text)
        self._filter()
        self._tell()

    def _filter(self) -> None:
        """Hides the rows in which the text stands nowhere."""
        wanted = self.filter.text().casefold().strip()
        columns = range(self.shown.columnCount())
        for row in range(self.shown.rowCount()):
            cells = (str(self.shown.index(row, column).data() or "").casefold() for column in columns)
            self.table.setRowHidden(row, bool(wanted) and not any(wanted in text for text in cells))

    def rows_shown(self) -> int:
        """How many touchpoints the filter leaves."""
        return sum(not self.table.isRowHidden(row) for row in range(self.shown.rowCount()))

    def _widen(self) -> None:
        for number, column in enumerate(self.model.columns):
            self.table.setColumnWidth(number, WIDTHS[column.kind])

    def _tell(self) -> None:
        shown, all_of_them = self.rows_shown(), self.model.rowCount()
        speech = self._editor.speech
        told = speech.plural("{n} touchpoint", "{n} touchpoints", all_of_them)
        if shown != all_of_them:
            told = speech.say("{shown} of {all}", shown=shown, all=told)
        self._count.setText(told)

    # -- selection --------------------------------------------------------------------------------------------------
    def _selected_here(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if self._busy:
            return
        rows = dict.fromkeys(self.shown.mapToSource(index).row() for index in self.table.selectedIndexes())
        keys = [self.model.touchpoints[row].id for row in rows if 0 <= row < len(self.model.touchpoints)]
        if keys:
            self._busy = True
            self._editor.select(keys)
            self._busy = False

    def _selected_there(self, keys: tuple[str, ...]) -> None:
        if self._busy or not keys:
            return
        self._busy = True
        rows = [number for number, one in enumerate(self.model.touchpoints) if one.id in keys]
        selected = {self.shown.mapToSource(index).row() for index in self.table.selectedIndexes()}
        if rows and set(rows) != selected:
            column = max(0, self.table.currentIndex().column())
            index = self.shown.mapFromSource(self.model.index(rows[0], column))
            if index.isValid():
                self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._busy = False


class _Table(QTableView):
    """Letters begin to type, Enter edits and goes down, Delete empties, copied cells go into a spreadsheet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        header.sortIndicatorChanged.connect(self.sortByColumn)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys of a spreadsheet."""
        editing = self.state() == QAbstractItemView.State.EditingState
        index = self.currentIndex()
        if editing or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for one in self.selectedIndexes():
                self.model().setData(one, "")
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

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

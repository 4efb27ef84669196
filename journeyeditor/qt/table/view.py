"""Tree and table side by side."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.pointed import tell
from journeyeditor.editor.table import empty_cells
from journeyeditor.errors import message
from journeyeditor.model.records import Touchpoint
from journeyeditor.qt.accessible.naming import name_clear_button
from journeyeditor.qt.look import label, tool_button, wear
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.table.grid import Grid
from journeyeditor.qt.table.model import TouchpointsModel
from journeyeditor.qt.table.rows import RowsShown
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
        self.shown = RowsShown(self.model, self)
        self.table = Grid(self)
        self.table.setModel(self.shown)
        self.table.setItemDelegate(CellTyping(self._editor, self.table))
        self.setFocusProxy(self.table)
        self._busy = False
        self._waits = False
        """Whether one of them is not as the map is now."""
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
        self.table.emptied.connect(self._empty)
        self.table.typed.connect(self._typed)
        self.tree.typed.connect(self._typed)
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
        """Tree and table as the map is now; one in which somebody types, as soon as that has ended."""
        self._waits = self.table.is_typed_in or self.tree.is_typed_in
        if not self.table.is_typed_in:
            before = len(self.model.columns)
            self.model.refresh()
            if len(self.model.columns) != before:
                self._widen()
        if not self.tree.is_typed_in:
            self.tree.renew()
        if not self.table.is_typed_in:
            self.table.resizeRowsToContents()
        self._selected_there(self._editor.selection)
        self._tell()

    def reading_order(self) -> None:
        """Unsorted again."""
        self.shown.sort(-1)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As the map is now."""
        super().showEvent(event)
        self.renew()

    def _map_changed(self, _change: object) -> None:
        self.model.forget()
        if self.isVisible():
            self._timer.start()

    def _typed(self) -> None:
        if self._waits:
            self._timer.start()

    def _look_for(self, text: str) -> None:
        self.tree.look_for(text)
        self.shown.look_for(text)
        self.table.resizeRowsToContents()
        self._let_go_of_unseen()
        self._tell()

    def _let_go_of_unseen(self) -> None:
        """What the filter hides leaves the selection: nobody changes what cannot be seen."""
        there = {self.model.touchpoints[self._row(number)].id for number in range(self.shown.rowCount())}
        editor = self._editor
        left = [key for key in editor.selection if key in there or not isinstance(editor.journey.get(key), Touchpoint)]
        if len(left) != len(editor.selection):
            editor.select(left)

    def _row(self, shown: int) -> int:
        """The row of the model that stands in a row of the table."""
        return self.shown.mapToSource(self.shown.index(shown, 0)).row()

    def rows_shown(self) -> int:
        """How many touchpoints the filter leaves."""
        return self.shown.rowCount()

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
        self._busy = True
        self._editor.select(keys)
        self._busy = False

    def _selected_there(self, keys: tuple[str, ...]) -> None:
        if self._busy:
            return
        self._busy = True
        rows = [number for number, one in enumerate(self.model.touchpoints) if one.id in keys]
        selected = {self.shown.mapToSource(index).row() for index in self.table.selectedIndexes()}
        if set(rows) != selected:
            self._select_rows(rows)
        self._busy = False

    def _select_rows(self, rows: list[int]) -> None:
        """Selects a cell in each of these rows of the model that are shown, in the column of the keyboard."""
        column = max(0, self.table.currentIndex().column())
        found = [self.shown.mapFromSource(self.model.index(row, column)) for row in rows]
        chosen = QItemSelection()
        for index in found:
            if index.isValid():
                chosen.select(index, index)
        model, flag = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        first = next((index for index in found if index.isValid()), None)
        if first is not None:
            model.setCurrentIndex(first, flag.NoUpdate)
        model.select(chosen, flag.ClearAndSelect)

    # -- hands ------------------------------------------------------------------------------------------------------
    def _empty(self, cells: list[QModelIndex]) -> None:
        """Empties cells as one step, unless they belong to several touchpoints that are not all in view."""
        if len({index.row() for index in cells}) > 1 and not all(self.table.in_view(index) for index in cells):
            tell(
                self._editor,
                message("Not all of what is selected is in view."),
                message("Select only what you see, then delete it."),
            )
            return
        found = [self.shown.mapToSource(index) for index in cells]
        model = self.model
        empty_cells(self._editor, [(model.touchpoints[one.row()], model.columns[one.column()]) for one in found])
        model.forget()

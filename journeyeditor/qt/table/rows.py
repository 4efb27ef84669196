"""Which touchpoints the table shows, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from journeyeditor.qt.table.model import ORDER, TouchpointsModel


class RowsShown(QSortFilterProxyModel):
    """Leaves out the rows in which a text stands nowhere. They are no rows of the table then: what they hold can
    neither be selected nor changed.
    """

    def __init__(self, model: TouchpointsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted = ""
        self.setSortRole(ORDER)
        self.setSourceModel(model)

    def look_for(self, text: str) -> None:
        """Shows the rows with a text; all for an empty one."""
        self.beginFilterChange()
        self._wanted = text.casefold().strip()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802
        """Whether the text stands in one of its cells."""
        model, wanted = self._model, self._wanted
        cells = (str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        return not wanted or any(wanted in text.casefold() for text in cells)

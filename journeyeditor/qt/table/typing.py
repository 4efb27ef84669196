"""Typing in a cell: several lines with Shift-Enter, Enter keeps and goes down, lists where there is a choice."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QWidget,
)

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.table import choices
from journeyeditor.qt.parts.in_place import FieldDelegate
from journeyeditor.qt.parts.texts import written
from journeyeditor.qt.table.model import TouchpointsModel

Index = QModelIndex | QPersistentModelIndex
ASIDE = 8
"""Room at each side of a cell's text, px."""
TALL = 84
"""Least height of a cell in which several lines can be typed, px."""


class CellTyping(FieldDelegate):
    """Makes the line or the lines in which a cell is typed."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its lines are once they are broken to the column, less the room at both sides."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -2 * ASIDE, 0)
        return super().sizeHint(narrow, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Lines for cards, a line with a list for stages and channels."""
        column = _model(index).columns[index.column()]
        if column.kind == "lane":
            lines = CellLines(parent)
            lines.setTabChangesFocus(True)
            lines.kept.connect(lambda: self._keep(lines))
            return lines
        line = QLineEdit(parent)
        offered = choices(self._editor, column)
        if offered:
            completer = QCompleter(offered, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
            line.returnPressed.connect(lambda: self._keep_soon(line))
            completer.activated.connect(lambda: self._keep_soon(line))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """What stands there."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """What was typed."""
        text = written(editor.document()) if isinstance(editor, QPlainTextEdit) else ""
        text = editor.text() if isinstance(editor, QLineEdit) else text
        model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:  # noqa: N802
        """Over the cell; lines get room to grow."""
        place = option.rect
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(max(TALL, place.height()))
            place.setWidth(max(220, place.width()))
        editor.setGeometry(place)

    def _keep_soon(self, line: QLineEdit) -> None:
        """Once the list has written into the line what was chosen. While it is open, Qt keeps nothing on Enter."""
        QTimer.singleShot(0, self, lambda: self._keep(line) if self.is_open(line) else None)

    def _keep(self, field: QWidget) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.SubmitModelCache)


class CellLines(QPlainTextEdit):
    """Several lines: Enter keeps them, Shift-Enter makes a new one.

    It hears its own keys: a filter written in Python on a field that is taken away under an open list crashes Qt.
    """

    kept = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, with Shift and without."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        else:
            self.kept.emit()


def _model(index: Index) -> TouchpointsModel:
    model = index.model()
    source = model.sourceModel() if isinstance(model, QSortFilterProxyModel) else model
    assert isinstance(source, TouchpointsModel)  # noqa: S101 - this delegate is given to no other table
    return source

"""Lists whose cells are typed in place: a field is begun only where one can be, and nothing typed in it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyledItemDelegate, QWidget

from journeyeditor.qt.parts.typing import Typing

GONE = "journey-editor-gone"
"""Name of the property of a field that its list has taken away."""
Index = QModelIndex | QPersistentModelIndex
if TYPE_CHECKING:
    View = QAbstractItemView
else:
    View = object  # Qt's own class comes with the list


class FieldDelegate(QStyledItemDelegate):
    """Marks the fields that its list takes away. They live on until the loop of events comes round, and Qt puts off
    the Enter of a line until then: it would be told of a field that is not there any more.
    """

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Qt's."""
        editor.setProperty(GONE, True)  # noqa: FBT003 - Qt's own signature
        super().destroyEditor(editor, index)


class InPlace(View):
    """Stands before Qt's class among the bases of a list whose delegate is a `FieldDelegate`."""

    @property
    def is_typed_in(self) -> bool:
        """Whether a field is open."""
        return bool(self.state() == QAbstractItemView.State.EditingState)

    def begin(self, index: QModelIndex) -> bool:
        """Opens a field, unless nothing can be typed there or one is open; whether it did."""
        if self.is_typed_in or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return self.is_typed_in

    def keep(self) -> None:
        """Keeps what is typed in the field that is open, and closes it."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for field in self.viewport().findChildren(QWidget, options=direct) if self.is_typed_in else ():
            if not field.isHidden():
                self.commitData(field)
                self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def left(self) -> None:
        """Nobody types here any more: a list that waited for that may be filled anew."""

    def holds(self, field: QWidget) -> bool:
        """Whether a field has not been taken away yet."""
        return not field.property(GONE)

    def commitData(self, editor: QWidget) -> None:  # noqa: N802
        """Qt's; what was typed in a field that is gone was kept when it went."""
        if self.holds(editor):
            super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Qt's; for a field that is gone it would forget the one that is open now."""
        if not self.holds(editor):
            return
        super().closeEditor(editor, hint)
        if not self.is_typed_in:
            self.left()


def keep_typed(within: QWidget) -> None:
    """Keeps what is typed in the lists and fields of a window, however short a time ago."""
    for one in within.findChildren(QAbstractItemView):
        if isinstance(one, InPlace):
            one.keep()
    for field in within.findChildren(Typing):
        field.flush()

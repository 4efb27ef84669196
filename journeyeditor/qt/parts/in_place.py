"""Lists whose cells are typed in place: a field is begun only where one can be, and nothing typed in it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyledItemDelegate, QWidget
from shiboken6 import isValid

from journeyeditor.qt.parts.typing import Typing

GONE = "journey-editor-gone"
"""Name of the property of a field that its list has taken away."""
Index = QModelIndex | QPersistentModelIndex
if TYPE_CHECKING:
    View = QAbstractItemView
else:
    View = object  # Qt's own class comes with the list


class FieldDelegate(QStyledItemDelegate):
    """Forgets the Enter of a line that is taken away. Qt puts that key off until the loop of events comes round: when
    the line has been left by then, its list would be told of a field that is none of its own, or is no more at all.
    """

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Qt's; what was typed was kept when the line was left."""
        QCoreApplication.removePostedEvents(self, QEvent.Type.MetaCall.value)
        editor.setProperty(GONE, "yes")
        super().destroyEditor(editor, index)

    def is_open(self, field: QWidget) -> bool:
        """Whether a field has not been taken away yet."""
        return isValid(field) and field.property(GONE) is None


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

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Qt's."""
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

"""The whole map as a tree, top to bottom; names are edited in place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.outline import Node, line_of, outline
from journeyeditor.editor.pointed import tell
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import naming_field, rename
from journeyeditor.errors import message
from journeyeditor.model.records import Emotion, Flow, Lane, Line
from journeyeditor.qt.look import wear
from journeyeditor.qt.parts.in_place import FieldDelegate, InPlace
from journeyeditor.qt.parts.listening import listen

KEY = Qt.ItemDataRole.UserRole
CLOSED = frozenset({"lanes", "personas", "parking"})
"""Branches that are folded when the tree is first seen."""


class OutlineTree(InPlace, QTreeWidget):
    """Stages with their touchpoints and findings, lanes, personas, the parking lot. Selection is the map's own."""

    typed = Signal()
    """Nobody types in a line any more."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = desk.editor
        wear(self, "bare")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed | QTreeWidget.EditTrigger.DoubleClicked)
        self.setItemDelegate(FieldDelegate(self))
        self._busy = False
        self._wanted = ""
        self._items: dict[str, QTreeWidgetItem] = {}
        self._folded = set(CLOSED)
        self.renew()
        self.itemSelectionChanged.connect(self._selected_here)
        self.itemChanged.connect(self._renamed)
        self.itemExpanded.connect(lambda item: self._folded.discard(item.data(0, KEY)))
        self.itemCollapsed.connect(lambda item: self._folded.add(item.data(0, KEY)))
        listen(self, self._editor.selected, self._selected_there)

    def look_for(self, text: str) -> None:
        """Shows only lines with a text, and what they stand under."""
        self._wanted = text.casefold().strip()
        self._filter()

    def renew(self) -> None:
        """As the map is now; what is folded stays folded."""
        self._busy = True
        scrolled = self.verticalScrollBar().value()
        here = None if (item := self.currentItem()) is None else str(item.data(0, KEY))
        self.clear()
        self._items = {}
        root = outline(self._editor.journey)
        for child in root.children:
            self.addTopLevelItem(self._item(child))
        iterator = QTreeWidgetItemIterator(self)
        while iterator.value() is not None:
            item = iterator.value()
            item.setExpanded(item.data(0, KEY) not in self._folded)
            iterator += 1
        if here in self._items:
            self.setCurrentItem(self._items[here], 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._busy = False
        self._filter()
        self._selected_there(self._editor.selection)
        self.verticalScrollBar().setValue(scrolled)

    def _item(self, node: Node) -> QTreeWidgetItem:
        item = QTreeWidgetItem([line_of(self._editor.journey, node, self._editor.speech)])
        item.setData(0, KEY, node.key)
        record = self._editor.journey.get(node.record)
        if record is not None and naming_field(record) is not None and not isinstance(record, Line | Emotion):
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if record is None:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        self._items[node.key] = item
        for child in node.children:
            item.addChild(self._item(child))
        return item

    def _filter(self) -> None:
        for number in range(self.topLevelItemCount()):
            self._keep(self.topLevelItem(number))

    def _keep(self, item: QTreeWidgetItem | None) -> bool:
        if item is None:
            return False
        kept = [self._keep(item.child(number)) for number in range(item.childCount())]
        shown = not self._wanted or self._wanted in item.text(0).casefold() or any(kept)
        item.setHidden(not shown)
        if self._wanted and any(kept):
            item.setExpanded(True)
        return shown

    # -- selection --------------------------------------------------------------------------------------------------
    def _selected_here(self) -> None:
        if self._busy:
            return
        keys = [str(item.data(0, KEY)) for item in self.selectedItems()]
        self._editor.select([key for key in keys if key in self._editor.journey])

    def _selected_there(self, keys: tuple[str, ...]) -> None:
        if self._busy:
            return
        self._busy = True
        wanted = {key for key in keys if key in self._items}
        for key, item in self._items.items():
            if item.isSelected() != (key in wanted):
                item.setSelected(key in wanted)
        if wanted and not self.hasFocus():
            self.scrollToItem(self._items[next(key for key in keys if key in wanted)])
        self._busy = False

    # -- hands ------------------------------------------------------------------------------------------------------
    def _renamed(self, item: QTreeWidgetItem, _column: int) -> None:
        key = str(item.data(0, KEY))
        record = self._editor.journey.get(key)
        if self._busy or record is None:
            return
        text = item.text(0).strip()
        if isinstance(record, Flow):
            return
        now = getattr(record, naming_field(record) or "", None) or ""
        if text != now and not (isinstance(record, Lane) and not now and text == ""):
            self._editor.do(lambda journey: rename(journey, key, text))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete deletes; Enter edits the name."""
        editing = self.is_typed_in
        if not editing and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._editor.selection:
            self._delete()
        elif not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def left(self) -> None:
        """See `InPlace`."""
        self.typed.emit()

    def _delete(self) -> None:
        """Deletes what is selected, unless some of several records stand in no line that can be seen."""
        keys = self._editor.selection
        if len(keys) > 1 and not all(self._stands_open(key) for key in keys):
            tell(
                self._editor,
                message("Not all of what is selected is in view."),
                message("Select only what you see, then delete it."),
            )
            return
        self._editor.do(lambda journey: delete(journey, keys))

    def _stands_open(self, key: str) -> bool:
        """Whether a record has a line that neither the filter hides, nor a folded branch, nor the edge of the tree."""
        item = self._items.get(key)
        return item is not None and self.viewport().rect().intersects(self.visualItemRect(item))

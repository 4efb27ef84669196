"""The history as a list: what was done, what was taken back; a click goes there."""

from __future__ import annotations

from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.model.change import Change
from journeyeditor.qt.look import colour, label, watcher, wear
from journeyeditor.qt.parts.listening import listen


class HistoryPanel(QWidget):
    """Stands beside the map, in the inspector's place; the step where the map is now is marked."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = desk.editor
        self._title = label(look="title")
        self._head = label(look="muted", wraps=True)
        self.list = wear(QListWidget(), "bare")
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        listen(self, self._editor.changed, self._changed)
        watcher.changed.connect(self._refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """The language as it is now."""
        self._title.setText(self._editor.speech.say("History"))
        self._head.setText(self._editor.speech.say("Click a step to go back or forward to it."))
        self.list.setAccessibleName(self._editor.speech.say("History"))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The steps that were done while nobody saw it."""
        self._refresh()
        super().showEvent(event)

    def _changed(self, _change: Change) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        history, say = self._editor.history, self._editor.speech.say
        texts = [say("As it was opened"), *(say(name) for name in history.names)]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self.list.count() > len(texts):
            self.list.takeItem(self.list.count() - 1)
        for number, text in enumerate(texts):
            item = self.list.item(number) if number < self.list.count() else None
            if item is None:
                item = QListWidgetItem()
                self.list.addItem(item)
            item.setText(text)
            font = QFont(self.font())
            font.setBold(number == history.position)
            item.setFont(font)
            item.setForeground(colour("text" if number <= history.position else "placeholder"))
        self.list.setCurrentRow(history.position)
        self.list.scrollToItem(self.list.item(history.position))
        self.list.blockSignals(False)  # noqa: FBT003

    def _go(self, item: QListWidgetItem) -> None:
        self._editor.jump(self.list.row(item))

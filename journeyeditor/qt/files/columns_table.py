"""The first rows of a table that is being imported, with what each column holds over its name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from journeyeditor.errors import Message, message
from journeyeditor.exchange.table import Offer
from journeyeditor.qt.look import colour
from journeyeditor.words import Words

WIDEST, NARROWEST, ROW = 220, 96, 28
"""Of a column, and the height of a row; px."""
LONGEST = 200
"""Characters of a cell that are shown."""
LABELS: Mapping[str, Message] = {
    "stage": message("Stage"),
    "touchpoint": message("Touchpoint"),
    "description": message("Description"),
    "channel": message("Channel"),
    "persona": message("Persona"),
    "emotion": message("Emotion"),
    "words": message("Words for the emotion"),
    "pains": message("Pain points"),
    "gains": message("Gains"),
    "opportunities": message("Opportunities"),
    "quotes": message("Quotes"),
}
"""What a column can hold, in the order of `exchange.table.KEYS`."""


def column_name(offer: Offer, place: int, speech: Words) -> str:
    """What a column is called: its header on one line, else its number."""
    name = " ".join(offer.headers[place].split())
    return name or speech.say("Column {number}", number=place + 1)


class ColumnsTable(QTableWidget):
    """Shows an offer; nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)

    def show_offer(self, offer: Offer, places: Mapping[str, int], speech: Words) -> None:
        """Shows the rows; what is not read is pale."""
        keys = {place: key for key, place in places.items()}
        self.setColumnCount(len(offer.headers))
        self.setRowCount(len(offer.rows))
        pale = QBrush(colour("placeholder"))
        for place in range(len(offer.headers)):
            held = speech.say(LABELS[keys[place]]) if place in keys else "–"
            self.setHorizontalHeaderItem(place, _header(held, column_name(offer, place, speech)))
            for number, row in enumerate(offer.rows):
                item = QTableWidgetItem(" ".join(row[place].split())[:LONGEST])
                if place not in keys:
                    item.setForeground(pale)
                self.setItem(number, place, item)
        self.resizeColumnsToContents()
        for place in range(self.columnCount()):
            self.setColumnWidth(place, max(NARROWEST, min(WIDEST, self.columnWidth(place))))


def _header(held: str, name: str) -> QTableWidgetItem:
    item = QTableWidgetItem(f"{held}\n{name[:LONGEST]}")
    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return item

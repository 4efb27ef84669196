"""The list of versions: when, and what is in them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeyeditor.errors import counted
from journeyeditor.files.generations import Version
from journeyeditor.qt.look import colour
from journeyeditor.words import Words
from journeyeditor.words.moments import moment_said

KEY = int(Qt.ItemDataRole.UserRole)
WHEN, FACTS = KEY + 1, KEY + 2
HEIGHT, PAD = 52, 12
KILOBYTE, MEGABYTE = 1_000, 1_000_000


class VersionList(QListWidget):
    """The newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_TwoLines(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, versions: list[Version], current: str | None, now: float, speech: Words) -> None:
        """Shows these; `current` is the hash of what lies in the file."""
        self.clear()
        for version in versions:
            when = moment_said(version.saved, now, speech)
            when = when[:1].upper() + when[1:]
            facts = facts_told(version, speech)
            if version.hash and version.hash == current:
                facts = speech.say("In the file now · {facts}", facts=facts)
            item = QListWidgetItem(f"{when}: {facts}", self)  # as it is read aloud
            item.setData(KEY, version.key)
            item.setData(WHEN, when)
            item.setData(FACTS, facts)

    def mark_damaged(self, row: int, speech: Words) -> None:
        """It turned out that a version cannot be read."""
        item = self.item(row)
        item.setData(FACTS, speech.say("damaged"))
        item.setText(f"{item.data(WHEN)}: {item.data(FACTS)}")


class _TwoLines(QStyledItemDelegate):
    """Day and time in bold, the facts below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Room for two lines."""
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The plate as the style has it, and the words."""
        self.initStyleOption(option, index)
        option.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area: QRect = option.rect.adjusted(PAD, 7, -PAD, -7)
        painter.save()
        font = widget.font()
        for role, bold, tone, size in ((WHEN, True, "text", 13), (FACTS, False, "muted", 12)):
            font.setPixelSize(size)
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(colour(tone))
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(str(index.data(role)), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)
            area.setTop(area.top() + area.height() - metrics.height())
        painter.restore()


def facts_told(version: Version, speech: Words) -> str:
    """`6 stages · 24 touchpoints · 48 kB`."""
    if not version.hash:
        return speech.say("damaged")
    parts = []
    if version.stages >= 0:
        parts.append(speech.say(counted("{n} stage", "{n} stages", version.stages)))
        parts.append(speech.say(counted("{n} touchpoint", "{n} touchpoints", version.touchpoints)))
    return " · ".join((*parts, size_told(version.size, speech)))


def size_told(size: int, speech: Words) -> str:
    """The size of a file: `48 kB`, `2.4 MB`."""
    if size < MEGABYTE:
        return speech.say("{size} kB", size=speech.number(max(1, round(size / KILOBYTE)), 0))
    return speech.say("{size} MB", size=speech.number(size / MEGABYTE, 1))

"""The dated values of a measure: a small table with a line to add, and a plot of them against the target."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Count, Measure, Record, Value
from journeyeditor.model.rules import value_problem
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.editors.typed import NO_NUMBER
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.look import body_font, colour, watcher
from journeyeditor.qt.parts.dates import no_date, read_date
from journeyeditor.qt.parts.in_place import FieldDelegate, InPlace
from journeyeditor.words import Words

DATE, VALUE, SAMPLE = range(3)
ROW = 28


class ValuesEditor(FieldEditor):
    """Each line is a date, a value, and how many were asked; the last line is for another."""

    wide = True

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self._values: tuple[Value, ...] = ()
        self.plot = Plot()
        self.table = ValuesTable(0, 3)
        self.table.setItemDelegate(FieldDelegate(self.table))
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.itemChanged.connect(self._changed)
        self.table.installEventFilter(self)
        self.column.setSpacing(8)
        self.column.addWidget(self.plot)
        self.column.addWidget(self.table)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.table

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self.setVisible(not mixed)
        if mixed:
            self.complain(MIXED_WORD)
            return
        self._values = tuple(value)
        keys = self.editor.selection
        record = self.editor.journey.get(keys[-1]) if keys else None
        self.plot.show_measure(record if isinstance(record, Measure) else None, self._values, self.words)
        self._fill()

    def put_back(self) -> None:
        """See `FieldEditor`."""

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        heads = (message("Date"), message("Value"), message("Sample"))
        self.table.setHorizontalHeaderLabels([self.say(head) for head in heads])
        self.plot.setAccessibleName(self.say(message("Values against the target")))
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Delete takes a line away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            row = self.table.currentRow()
            if 0 <= row < len(self._values):
                self.give(tuple(value for number, value in enumerate(self._values) if number != row))
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._values) + 1)
            for row in range(len(self._values) + 1):
                for column, text in enumerate(self._texts(row)):
                    item = self.table.item(row, column)
                    if item is None:
                        item = QTableWidgetItem()
                        self.table.setItem(row, column, item)
                    item.setText(text)
                    right = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                    item.setTextAlignment(right | Qt.AlignmentFlag.AlignVCenter)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + ROW * (len(self._values) + 1) + 4)

    def _texts(self, row: int) -> tuple[str, str, str]:
        if row >= len(self._values):
            return "", "", ""
        value = self._values[row]
        sample = "" if value.sample is None else str(value.sample)
        return value.date, self.words.number(value.value), sample

    def _changed(self, item: QTableWidgetItem) -> None:
        row = item.row()
        texts = [found.text() if (found := self.table.item(row, column)) else "" for column in range(3)]
        if row == len(self._values) and not (texts[DATE].strip() and texts[VALUE].strip()):
            self.complain(_check(texts, whole=False))
            return
        if row < len(self._values) and not any(text.strip() for text in texts):
            self.give(tuple(value for number, value in enumerate(self._values) if number != row))
            return
        problem = _check(texts, whole=True)
        if problem is not None:
            self.complain(problem)
            if row < len(self._values):
                self._fill()
            return
        others = [value for number, value in enumerate(self._values) if number != row]
        date = read_date(texts[DATE]) or ""
        new = Value(date=date, value=_number(texts[VALUE]) or 0.0, sample=_whole(texts[SAMPLE]))
        others = [value for value in others if value.date != date]
        self.give(tuple(sorted([*others, new], key=lambda one: one.date)))


class ValuesTable(InPlace, QTableWidget):
    """Date, value and sample, each typed in place."""


def _check(texts: list[str], *, whole: bool) -> Message | None:
    """What is wrong in a line, or None."""
    if texts[DATE].strip() and not read_date(texts[DATE]):
        return no_date(texts[DATE])
    if texts[VALUE].strip() and _number(texts[VALUE]) is None:
        return NO_NUMBER.filled(text=texts[VALUE][:40])
    if texts[SAMPLE].strip() and _whole(texts[SAMPLE]) is None:
        number = _number(texts[SAMPLE])
        return NO_NUMBER.filled(text=texts[SAMPLE][:40]) if number is None else value_problem(Count, _plain(number))
    if whole and not texts[DATE].strip():
        return message("A value needs a date.")
    if whole and not texts[VALUE].strip():
        return message("Write a value, or empty the whole line.")
    return None


def _number(text: str) -> float | None:
    plain = "".join(text.split()).replace("\u202f", "").replace("−", "-").replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None


def _whole(text: str) -> int | None:
    found = _number(text) if text.strip() else None
    return int(found) if found is not None and value_problem(Count, _plain(found)) is None else None


def _plain(number: float) -> float:
    """A whole number as one."""
    return int(number) if number == int(number) else number


class Plot(QWidget):
    """Values as a line over their dates, the target dashed; nothing where there is no value."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[Value, ...] = ()
        self._measure: Measure | None = None
        self._words: Words | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        watcher.changed.connect(self.update)

    def show_measure(self, measure: Measure | None, values: tuple[Value, ...], words: Words) -> None:
        """Shows these values within a measure's range."""
        self._measure, self._values, self._words = measure, values, words
        self.setVisible(bool(values))
        if values:
            self.setAccessibleDescription("; ".join(f"{words.date(one.date)}: {one.value:g}" for one in values))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(240, 92)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        if self._words is None or not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(34, 8, self.width() - 34 - 12, self.height() - 8 - 18)
        low, high = self._range()
        painter.setFont(body_font(10))

        def y(value: float) -> float:
            return area.bottom() - (value - low) / (high - low) * area.height()

        painter.setPen(QPen(colour("hairline"), 1))
        painter.drawLine(area.topLeft(), area.topRight())
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(colour("muted"))
        for value in (low, high):
            box = QRectF(0, y(value) - 8, 30, 16)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._say(value))
        target = self._measure.target if self._measure is not None else None
        if target is not None:
            pen = QPen(colour("gain"), 1.4)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(area.left(), y(target)), QPointF(area.right(), y(target)))
        points = [QPointF(x, y(one.value)) for x, one in zip(self._places(area), self._values, strict=True)]
        painter.setPen(QPen(colour("muted"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        for point, one in zip(points, self._values, strict=True):
            painter.setBrush(colour(self._tone(one.value, target)))
            painter.drawEllipse(point, 3.4, 3.4)
        self._paint_dates(painter, area)

    def _paint_dates(self, painter: QPainter, area: QRectF) -> None:
        words = self._words
        if words is None:
            return
        painter.setPen(colour("muted"))
        below = QRectF(area.left() - 20, area.bottom() + 3, area.width() + 32, 15)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), words.date(self._values[0].date))
        if len(self._values) > 1:
            painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), words.date(self._values[-1].date))

    def _tone(self, value: float, target: float | None) -> str:
        if target is None or self._measure is None:
            return "accent"
        reached = value >= target if self._measure.better == "higher" else value <= target
        return "gain" if reached else "pain"

    def _range(self) -> tuple[float, float]:
        """The values and the target with some room, never beyond the measure's own range."""
        measure = self._measure
        known = [one.value for one in self._values]
        if measure is not None and measure.target is not None:
            known.append(measure.target)
        low, high = min(known), max(known)
        room = (high - low) * 0.15 or 1.0
        low, high = math.floor(low - room), math.ceil(high + room)
        if measure is not None and measure.minimum is not None:
            low = max(low, min(measure.minimum, *known))
        if measure is not None and measure.maximum is not None:
            high = min(high, max(measure.maximum, *known))
        return (low - 1, high + 1) if low == high else (low, high)

    def _places(self, area: QRectF) -> list[float]:
        times = [_time(one.date) for one in self._values]
        first, last = min(times), max(times)
        if first == last:
            return [area.center().x()] * len(times)
        return [area.left() + 6 + (time - first) / (last - first) * (area.width() - 12) for time in times]

    def _say(self, value: float) -> str:
        return self._words.number(value) if self._words is not None else f"{value:g}"


def _time(date: str) -> float:
    """A date as a number of years; a year or month alone stands in its middle."""
    parts = [int(part) for part in date.split("-") if part]
    year = parts[0] if parts else 0
    month = parts[1] - 1 if len(parts) > 1 else 6
    day = parts[2] - 1 if len(parts) > 2 else 15
    return year + month / 12 + day / 372

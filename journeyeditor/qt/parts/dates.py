"""A date as the file has it: a year, a month, a day, or nothing; typed, or taken from a calendar."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from journeyeditor.errors import Message, message
from journeyeditor.qt.look import icon, watcher
from journeyeditor.qt.parts.labels import CAPTION, Tone
from journeyeditor.qt.parts.texts import LineField
from journeyeditor.words import Words

NONSENSE = message("“{text}” is no date. Write 2027, 2027-02 or 2027-02-15.")
_WRITTEN = re.compile(r"([0-9]{4})(?:[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?)?")
_BACKWARDS = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})")


def read_date(text: str) -> str | None:
    """What was typed as a date of the file; None if it is none. `15.2.2027` (day first) is read too."""
    text = text.strip()
    if not text:
        return ""
    if found := _WRITTEN.fullmatch(text):
        year, month, day = found.groups()
    elif found := _BACKWARDS.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def no_date(text: str) -> Message:
    """The sentence for what is no date."""
    return NONSENSE.filled(text=text[:40])


class DateField(QWidget):
    """Shows "15 Jan 2027"; while it is typed in, `2027-01-15`. Nonsense is answered under it and changes nothing."""

    said = Signal(str, int)
    """A date of the file, and the opening it was typed in (see `Typing`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._date = ""
        self._wrong = ""
        """What was typed and is no date: it stays in the line, to be mended."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.line = _DateLine(self)
        self.problem = Tone("", "pain", CAPTION)
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self.setFocusProxy(self.line)
        self._opener = self.line.lead(icon("calendar", "muted", 16))
        self._opener.triggered.connect(self.open_calendar)
        watcher.changed.connect(self._recolour)
        self.line.typing.said.connect(self._said)
        self.line.came.connect(self._write)
        self.line.went.connect(self._write)
        self._popup: QFrame | None = None

    def _recolour(self) -> None:
        self.line.lead(icon("calendar", "muted", 16))

    def show_date(self, text: str, words: Words, placeholder: str = "") -> None:
        """Shows a date of the file as people write it."""
        if text != self._date:
            self._complain("")
        self._date, self._words = text, words
        self.line.setPlaceholderText(placeholder)
        self._complain(self._wrong)
        self._write()

    def forget(self) -> None:
        """From now on it is another record's."""
        self._complain("")
        self.line.typing.forget()

    def open_calendar(self) -> None:
        """A month to choose a day from, under the field."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        calendar = QCalendarWidget()
        words = self._words
        calendar.setLocale(QLocale(words.tag if words else "en"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        year, month, day = (*(int(part) for part in self._date.split("-") if part), 0, 0, 0)[:3]
        if year:
            calendar.setSelectedDate(QDate(year, month or 1, day or 1))
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QVBoxLayout(popup)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(calendar)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        popup.show()
        calendar.setFocus()
        self._popup = popup
        popup.destroyed.connect(self._forget_popup)

    def _forget_popup(self) -> None:
        self._popup = None

    def _picked(self, date: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
        self.line.setText(date.toString("yyyy-MM-dd"))
        self.line.typing.typed()
        self.line.typing.flush()

    def _said(self, text: str, opening: int) -> None:
        found = read_date(text)
        self._complain(text if found is None else "")
        if found is not None and found != self._date:
            self._date = found
            self.said.emit(found, opening)

    def _complain(self, wrong: str) -> None:
        """Says under the line that this is no date; nothing where it is empty."""
        self._wrong, words = wrong, self._words
        if wrong:
            self.problem.setText(words.say(no_date(wrong)) if words else no_date(wrong).english())
        self.problem.setVisible(bool(wrong))

    def _write(self) -> None:
        if self._wrong:
            return
        words = self._words
        shown = self._date if self.line.hasFocus() or words is None else words.date(self._date)
        self.line.typing.show(shown)


class _DateLine(LineField):
    """A line that tells when it is come to and left, after what was typed is told."""

    came = Signal()
    went = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt's."""
        super().focusInEvent(event)
        self.came.emit()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt's."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.went.emit()

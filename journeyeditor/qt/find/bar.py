"""The bar over the map: what is looked for, how many there are, on and back, and what to put there instead."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.finding import Match, Search, find, replace_all, replace_one
from journeyeditor.errors import counted
from journeyeditor.qt.accessible.naming import name_clear_button
from journeyeditor.qt.look import label, tool_button, wear
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.showing import ShowsRecords
from journeyeditor.tools.marks import Glow, Mark

REST = 120
"""Milliseconds after the last letter before the map is searched."""
MOST_MARKED = 400
"""Records that light up at once; a map on which everything shines shows nothing."""


class FindBar(QFrame):
    """Enter goes on, Shift-Enter back, Escape closes."""

    def __init__(self, desk: EditorDesk, canvas: ShowsRecords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._editor, self._canvas = desk, desk.editor, canvas
        wear(self, "chrome")
        self.matches: list[Match] = []
        self.number = -1
        self.text, self.by = QLineEdit(), QLineEdit()
        self._count = label(look="muted")
        self.back, self.on, self.close_button = tool_button("chevron-up"), tool_button("chevron-down"), tool_button("x")
        self.case, self.words = QToolButton(), QToolButton()
        self.one_button, self.all_button = QPushButton(), QPushButton()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.search)
        self._lit: tuple[Mark, ...] = ()
        """The marks of what was found, as they were shown last."""
        self._marking = False
        self._arrange()
        self._connect()
        self.retranslate()
        self.hide()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for line in (self.text, self.by):
            line.setMinimumWidth(240)
            line.setMaximumWidth(420)
            line.setClearButtonEnabled(True)
        head = QHBoxLayout()
        head.setSpacing(4)
        for button in (self.case, self.words):
            button.setCheckable(True)
            wear(button, "wide")
            head.addWidget(button)
        head.addWidget(self._count)
        head.addWidget(self.back)
        head.addWidget(self.on)
        head.addStretch(1)
        head.addWidget(self.close_button)
        grid.addWidget(self.text, 0, 0)
        grid.addLayout(head, 0, 1)
        self._second = QWidget()
        foot = QHBoxLayout(self._second)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.one_button)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        grid.addWidget(self.by, 1, 0)
        grid.addWidget(self._second, 1, 1)
        grid.setColumnStretch(1, 1)
        self.setTabOrder(self.text, self.by)  # what is looked for, then what comes in its place
        for before, after in pairwise((self.by, self.one_button, self.all_button, self.case)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.text.textEdited.connect(lambda _text: self._timer.start())
        for button in (self.case, self.words):
            button.toggled.connect(lambda _on: self.search())
        self.on.clicked.connect(lambda: self.go(1))
        self.back.clicked.connect(lambda: self.go(-1))
        self.close_button.clicked.connect(self.leave)
        self.one_button.clicked.connect(self.replace)
        self.all_button.clicked.connect(self.replace_all)
        listen(self, self._editor.changed, self._map_changed)
        listen(self, self._editor.relaid, self._laid_out_again)
        listen(self, self._desk.marked, self._mark_again)

    def retranslate(self) -> None:
        """The language as it is now."""
        say = self._editor.speech.say
        self.text.setPlaceholderText(say("Find"))
        self.text.setAccessibleName(say("Find"))
        self.by.setPlaceholderText(say("Replace by"))
        self.by.setAccessibleName(say("Replace by"))
        for line in (self.text, self.by):
            name_clear_button(line, say("Empty the field"))
        texts = (
            (self.case, "Aa", say("Match capitals")),
            (self.words, "ab|", say("Whole words only")),
            (self.on, "", say("Next place (Enter)")),
            (self.back, "", say("Place before (Shift+Enter)")),
            (self.close_button, "", say("Close (Esc)")),
        )
        for button, text, tip in texts:
            if text:
                button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.one_button.setText(say("Replace"))
        self.all_button.setText(say("Replace all"))
        self._tell()

    # -- opening and closing ----------------------------------------------------------------------------------------
    def open(self, *, replacing: bool = False) -> None:
        """Opens, with what stood there the last time, ready to be typed over."""
        self.by.setVisible(replacing)
        self._second.setVisible(replacing)
        self.show()
        self.text.setFocus()
        self.text.selectAll()
        self.search()

    def leave(self) -> None:
        """Closes; what was found stays selected."""
        self.hide()
        self.matches, self.number = [], -1
        self._mark()
        self._canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter on, Shift-Enter back, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = self.focusWidget()
            if isinstance(pressed, QAbstractButton):
                pressed.click()
            elif self._timer.isActive():
                self._timer.stop()
                self.search()
            elif self.by.hasFocus():
                self.replace()
            else:
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    # -- finding ----------------------------------------------------------------------------------------------------
    @property
    def wanted(self) -> Search:
        """What is looked for."""
        return Search(self.text.text(), match_case=self.case.isChecked(), whole_words=self.words.isChecked())

    def search(self) -> None:
        """Looks for it again; the nearest place from where one was is shown."""
        here = self.matches[self.number] if 0 <= self.number < len(self.matches) else None
        self.matches = find(self._editor.journey, self.wanted)
        self.number = -1
        if self.matches:
            same = [n for n, one in enumerate(self.matches) if here is not None and one.record == here.record]
            self.number = same[0] if same else 0
            self._show()
        self._mark()
        self._tell()

    def go(self, step: int) -> None:
        """On or back; from the last place to the first."""
        if self.matches:
            self.number = (self.number + step) % len(self.matches)
            self._show()
            self._tell()

    def _show(self) -> None:
        record = self.matches[self.number].record
        self._editor.select([record])
        if record in self._editor.journey:
            self._canvas.show_record(record)

    def _map_changed(self, _change: object) -> None:
        if self.isVisible() and self.text.text():
            self._timer.start()

    # -- replacing --------------------------------------------------------------------------------------------------
    def replace(self) -> None:
        """Puts the other text at this place and goes on to the next."""
        if not 0 <= self.number < len(self.matches):
            return
        match, by, number = self.matches[self.number], self.by.text(), self.number
        if self._editor.do(lambda journey: replace_one(journey, match, by)) is None:
            return
        self._timer.stop()
        self.matches = find(self._editor.journey, self.wanted)
        self.number = min(number, len(self.matches) - 1)
        if self.matches:
            self._show()
        self._mark()
        self._tell()

    def replace_all(self) -> None:
        """Puts the other text everywhere, in one step."""
        wanted, by, count = self.wanted, self.by.text(), len(self.matches)
        if self.matches and self._editor.do(lambda journey: replace_all(journey, wanted, by)) is not None:
            self.text.setFocus()
            self._timer.stop()
            self.search()
            told = self._editor.speech.say(counted("{n} place replaced", "{n} places replaced", count))
            self._count.setText(told)
            self._editor.announce.tell(told)

    # -- showing ----------------------------------------------------------------------------------------------------
    def _tell(self) -> None:
        speech = self._editor.speech
        if not self.text.text():
            told = ""
        elif not self.matches:
            told = speech.say("Nothing found")
        else:
            told = speech.say("{number} of {count}", number=self.number + 1, count=len(self.matches))
        self._count.setText(told)
        for button in (self.on, self.back, self.one_button, self.all_button):
            button.setEnabled(bool(self.matches))

    def _mark(self) -> None:
        """Lights up what was found."""
        self._marking = True
        keys = list(dict.fromkeys(match.record for match in self.matches))[:MOST_MARKED]
        boxes = [box for key in keys for box in self._editor.board.boxes(key)]
        self._lit = tuple(Glow(box) for box in boxes)
        self._desk.show(*self._lit)
        self._marking = False

    def _laid_out_again(self, _board: object) -> None:
        """What was found lies elsewhere now: its marks go along, unless a gesture shows others."""
        if self._lit and self._desk.marks == self._lit:
            self._mark()

    def _mark_again(self, _told: None) -> None:
        """A gesture had other marks; when it is over what was found lights up again."""
        if self.isVisible() and self.matches and not self._marking and not self._desk.marks:
            self._mark()

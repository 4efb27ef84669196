"""The list over the status bar. A click goes to the place; some findings offer their repair."""

from __future__ import annotations

import functools

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.health_lead import go
from journeyeditor.editor.repairs import repair_of
from journeyeditor.editor.whole_health import health_of
from journeyeditor.insight import Finding
from journeyeditor.model.change import Change
from journeyeditor.qt.look import hairline, label, wear
from journeyeditor.qt.parts.arranging import stacked
from journeyeditor.qt.parts.emptying import empty
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.showing import ShowsRecords
from journeyeditor.qt.parts.sign import Sign

WIDTH, TALLEST = 360, 520
REST = 400
"""Milliseconds without a change before the map is looked at again."""
SIGN = 16
AROUND = 30
"""What frame and scroll bar take of the width, px."""
MOST = 200
"""Lines; a map with more has other worries."""


class HealthList(QFrame):
    """What map health finds, problems first."""

    counted = Signal(int)
    """How many findings there are, whenever that was found out anew."""

    def __init__(self, desk: EditorDesk, canvas: ShowsRecords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._canvas = desk.editor, canvas
        wear(self, "card")
        self.findings: tuple[Finding, ...] = ()
        self.lines: list[Line] = []
        self._title = label(look="section")
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its lines take the keys
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.look)
        listen(self, self._editor.changed, self._changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def look(self) -> None:
        """Asks the map how it is."""
        self.findings = health_of(self._editor.journey, self._editor.document.path)
        self.counted.emit(len(self.findings))
        self._fill()

    def retranslate(self) -> None:
        """The language as it is now."""
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The map is looked at anew; the first line takes the keys."""
        self.look()
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        """The first of the lines that are there by now: a map that has changed meanwhile has others."""
        if self.lines and self.isVisible():
            self.lines[0].setFocus()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As tall as its lines, up to a limit."""
        room = WIDTH - AROUND
        lines = sum(line.heightForWidth(room) + 1 for line in self.lines)
        return QSize(WIDTH, min(TALLEST, lines + self._title.sizeHint().height() + 32))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _changed(self, _change: Change) -> None:
        if self.isVisible():
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._canvas.setFocus()
            return
        super().keyPressEvent(event)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Closed as soon as a hand goes elsewhere."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def _fill(self) -> None:
        speech = self._editor.speech
        empty(self._rows)
        self.lines = []
        for finding in self.findings[:MOST]:
            repair = repair_of(finding)
            button = "" if repair is None else speech.say(repair.label)
            line = Line(finding, speech.say(finding.message), speech.say(finding.advice), button)
            line.wanted.connect(lambda one=finding: self._go(one))
            line.repaired.connect(lambda one=finding: self._repair(one))
            line.stepped.connect(functools.partial(self._step, line))
            self._rows.addWidget(line)
            self._rows.addWidget(hairline())
            self.lines.append(line)
        self._rows.addStretch(1)
        count = len(self.findings)
        told = speech.plural("Map health: {n} thing to look at", "Map health: {n} things to look at", count)
        self._title.setText(told if count else speech.say("Map health: nothing is missing"))
        self._inside.adjustSize()
        self.updateGeometry()

    def _step(self, line: Line, by: int) -> None:
        """The keyboard goes to the line after or before; beyond the ends it stays."""
        number = self.lines.index(line) + by if line in self.lines else -1
        if 0 <= number < len(self.lines):
            self.lines[number].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.lines[number])

    def _go(self, finding: Finding) -> None:
        self.hide()
        key = go(self._editor, finding)
        if key:
            self._canvas.show_record(key)
        self._canvas.setFocus()

    def _repair(self, finding: Finding) -> None:
        repair = repair_of(finding)
        if repair is not None:
            self._editor.do(lambda journey: repair.do(journey, finding.records))
        self.look()


class Line(QFrame):
    """One finding: what, what to do about it, and a button if that can be done at once."""

    wanted = Signal()
    repaired = Signal()
    stepped = Signal(int)
    """The keyboard goes on (1) or back (-1)."""

    def __init__(self, finding: Finding, text: str, advice: str, repair: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(advice)
        problem = finding.severity == "problem"
        sign = Sign("triangle-alert" if problem else "lightbulb", "attention" if problem else "muted", SIGN)
        texts = stacked(label(text, wraps=True), label(advice, "caption", wraps=True))
        self.button: QPushButton | None = None
        if repair:
            self.button = QPushButton(repair)
            self.button.setAccessibleName(repair)
            self.button.clicked.connect(self.repaired)
            row = QHBoxLayout()
            row.addWidget(self.button)
            row.addStretch(1)
            texts.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(4, 8, 8, 8)
        whole.setSpacing(8)
        whole.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes there, arrows to the neighbours."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.wanted.emit()
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)

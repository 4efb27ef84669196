"""The left column of the start page: the program's name, ways to open, recent files, settings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeyeditor.editor.settings import Recent
from journeyeditor.errors import Message
from journeyeditor.files.recovery import Leftover
from journeyeditor.qt.look import label, paper_colour, wear
from journeyeditor.qt.parts.emptying import empty
from journeyeditor.qt.recovery.card import RecoveryCard
from journeyeditor.qt.start.pictures import LatePictures
from journeyeditor.qt.start.recent import RecentRow
from journeyeditor.qt.start.way import WayButton
from journeyeditor.words import Words

WIDTH = 320
LOOK = 150
"""Milliseconds between looking whether pictures have been drawn."""
MOST_CARDS = 3
"""Of recovered work; the others are offered when these are done with."""


class Badge(QWidget):
    """The program's sign: a curve that goes down and up, white on ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(40, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A rounded square with the curve."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper_colour("ink"))
        painter.drawRoundedRect(QRectF(0, 0, 40, 40), 8, 8)
        path = QPainterPath(QPointF(8, 27))
        path.cubicTo(QPointF(13, 27), QPointF(12, 13), QPointF(17, 13))
        path.cubicTo(QPointF(23, 13), QPointF(21, 28), QPointF(26, 28))
        path.cubicTo(QPointF(30, 28), QPointF(29, 20), QPointF(32, 17))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(paper_colour("paper"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
        painter.setPen(QPen(paper_colour("paper"), 2))
        painter.setBrush(paper_colour("ink"))
        painter.drawEllipse(QPointF(17, 13), 3, 3)
        painter.end()


class LeftColumn(QFrame):
    """Open, import, recent files, settings."""

    opened = Signal(Path)
    forgotten = Signal(str)
    shown_in_folder = Signal(Path)
    recover_wanted = Signal(object)
    """A `Leftover`."""
    discard_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, "chrome")
        self.setFixedWidth(WIDTH)
        self._title, self._line = label("Journey Editor", "heading"), label(look="muted")
        self.open_button = WayButton("folder-open", "open")
        self.import_button = WayButton("download", "import")
        self.settings_button = WayButton("settings")
        self._heading, self._problems = label(look="section"), label(look="muted", wraps=True)
        self.rows: list[RecentRow] = []
        self._late = LatePictures(())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._take_late)
        self.cards: list[RecoveryCard] = []
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Badge())
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._line)
        head.addLayout(names, 1)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidget(self._list)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows take the keys
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(20)
        column.addWidget(self.open_button)
        column.addWidget(self.import_button)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(8)
        column.addSpacing(14)
        column.addLayout(self._kept)
        column.addSpacing(14)
        column.addWidget(self._heading)
        column.addWidget(scroll, 1)
        column.addWidget(self._problems)
        column.addWidget(self.settings_button)

    def fill(self, recent: tuple[Recent, ...], speech: Words, now: float, problems: tuple[Message, ...]) -> None:
        """The words of a language, and these files."""
        self._line.setText(speech.say("Offline. The file is yours."))
        self.open_button.name(speech.say("Open…"))
        self.import_button.name(speech.say("Import…"))
        self.settings_button.name(speech.say("Settings"))
        self.open_button.setToolTip(speech.say("Open a journey from a file"))
        self.import_button.setToolTip(speech.say("Make a journey of a CSV table, a Mermaid diagram or JSON"))
        self.settings_button.setToolTip(speech.say("Language, look, paper"))
        self._heading.setText(speech.say("Recent") if recent else "")
        self._problems.setText("\n".join(speech.say(problem) for problem in problems))
        self._problems.setVisible(bool(problems))
        empty(self._rows)
        self.rows = []
        for one in recent:
            row = RecentRow(one, speech, now)
            row.clicked.connect(lambda _checked=False, path=Path(one.path): self.opened.emit(path))
            row.forgotten.connect(lambda path=one.path: self.forgotten.emit(path))
            row.shown_in_folder.connect(lambda path=Path(one.path): self.shown_in_folder.emit(path))
            self._rows.addWidget(row)
            self.rows.append(row)
        self._rows.addStretch(1)
        bare = [row.path for row in self.rows if row.is_there and row.picture is None]
        self._late = LatePictures(bare)
        if bare:
            self._timer.start()

    def _take_late(self) -> None:
        """Pictures that were drawn in the meantime."""
        for row in self.rows:
            if row.picture is None and row.is_there:
                row.picture = self._late.get(row.path)
                row.update()
        if self._late.all_there:
            self._timer.stop()

    def offer(self, kept: Sequence[Leftover], speech: Words, now: float) -> None:
        """Shows work that was left behind, the newest first."""
        empty(self._kept)
        self.cards = []
        for one in kept[:MOST_CARDS]:
            card = RecoveryCard(one, speech, now)
            card.recover_wanted.connect(self.recover_wanted)
            card.discard_wanted.connect(self.discard_wanted)
            self._kept.addWidget(card)
            self.cards.append(card)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """As it is drawn, from top to bottom, however late something came."""
        cards = [button for card in self.cards for button in (card.recover_button, card.discard_button)]
        ways = (self.open_button, self.import_button)
        for before, after in pairwise((*ways, *cards, *self.rows, self.settings_button)):
            self.setTabOrder(before, after)

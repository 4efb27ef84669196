"""The left column of the start page: the program's name, ways to open, recent files, settings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.editor.settings import Recent
from journeyeditor.errors import Message
from journeyeditor.files.recovery import Leftover
from journeyeditor.qt.look import label, paper_colour, wear
from journeyeditor.qt.parts.emptying import empty
from journeyeditor.qt.parts.labels import plain_tip
from journeyeditor.qt.parts.overlay import OverlayArea
from journeyeditor.qt.recovery.card import RecoveryCard
from journeyeditor.qt.start.pictures import LatePictures
from journeyeditor.qt.start.recent import RecentRow
from journeyeditor.qt.start.way import WayButton
from journeyeditor.words import Words

WIDTH, SIDE = 320, 24
"""Of the column and of its margins, px."""
LOOK = 150
"""Milliseconds between looking whether pictures have been drawn."""
MOST_CARDS = 3
"""Of kept work; the others come when they are asked for."""


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
        self.back_button = WayButton("arrow-left", key=Qt.Key.Key_Escape)
        self.back_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # any title fits
        self.back_button.hide()
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
        self.more_button = wear(QPushButton(), "flat")
        self._shows_all = False
        self._offered: tuple[Sequence[Leftover], Words, float] | None = None
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
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 32, 0, 12)
        column.setSpacing(4)
        column.addLayout(_beside_bar(head, space=20))
        column.addLayout(_beside_bar(self.back_button, self.open_button, self.import_button, space=14))
        column.addWidget(self._scrolled(), 1)
        column.addLayout(_beside_bar(self._problems, self.settings_button))
        self.more_button.clicked.connect(self._show_all)

    def _scrolled(self) -> OverlayArea:
        """Kept work and recent files. The scroll bar lies in the column's margin, so that it covers and moves none."""
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, SIDE, 0)
        whole.setSpacing(4)
        self._kept, self._rows = QVBoxLayout(), QVBoxLayout()
        self._kept.setSpacing(8)
        self._rows.setSpacing(0)
        whole.addLayout(self._kept)
        whole.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addSpacing(14)
        whole.addWidget(self._heading)
        whole.addLayout(self._rows, 1)
        area = OverlayArea()
        area.setWidget(inside)
        return area

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

    def offer_way_back(self, title: str, speech: Words) -> None:
        """Names the map that stands behind the page; empty where there is none."""
        text = speech.say("Back to “{title}”", title=" ".join(title.split()))
        self.back_button.name(text)
        self.back_button.setToolTip(plain_tip(text))
        self.back_button.setVisible(bool(title))

    def offer(self, kept: Sequence[Leftover], speech: Words, now: float) -> None:
        """Shows work that was left behind, the newest first, and says how much more there is."""
        self._offered = kept, speech, now
        empty(self._kept)
        self.cards = []
        for one in kept if self._shows_all else kept[:MOST_CARDS]:
            card = RecoveryCard(one, speech, now)
            card.recover_wanted.connect(self.recover_wanted)
            card.discard_wanted.connect(self.discard_wanted)
            self._kept.addWidget(card)
            self.cards.append(card)
        hidden = kept[len(self.cards) :]
        text = speech.plural(
            "… and {n} more piece of unsaved work", "… and {n} more pieces of unsaved work", len(hidden)
        )
        self.more_button.setText(text)
        self.more_button.setVisible(bool(hidden))
        self._set_tab_order()

    def _show_all(self) -> None:
        """The rest opens in place, and the keyboard goes on there."""
        if self._offered is not None:
            first = len(self.cards)
            self._shows_all = True
            self.offer(*self._offered)
            self.cards[first].recover_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_tab_order(self) -> None:
        """As it is drawn, from top to bottom, however late something came."""
        cards = [button for card in self.cards for button in (card.recover_button, card.discard_button)]
        ways = (self.back_button, self.open_button, self.import_button)
        for before, after in pairwise((*ways, *cards, self.more_button, *self.rows, self.settings_button)):
            self.setTabOrder(before, after)


def _beside_bar(*parts: QLayout | QWidget, space: int = 0) -> QVBoxLayout:
    """Parts below each other, as wide as what is scrolled, and so many px under them."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, SIDE, space)
    column.setSpacing(4)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column

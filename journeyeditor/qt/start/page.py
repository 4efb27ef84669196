"""The page that the program opens with."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.editor.settings import Settings
from journeyeditor.editor.starting import Beginning, Choice, choices
from journeyeditor.errors import JourneyError, counted
from journeyeditor.files import load
from journeyeditor.files.recovery import Leftover, discard, left_behind
from journeyeditor.qt.look import hairline, label, wear
from journeyeditor.qt.parts.beside import Beside
from journeyeditor.qt.parts.dropped import answer
from journeyeditor.qt.parts.labels import SMALL, Elided
from journeyeditor.qt.start.column import LeftColumn
from journeyeditor.qt.start.gallery import LANGUAGES, SIDE, Gallery, Known, known_of
from journeyeditor.words import Words

PAPERS = ("A4", "A3", "A2", "A1", "A0")
BAR, LONGEST_NAME = 64, 260
"""Height of the bar, and so much of a name in it as is never cut; px."""


class StartPage(QWidget):
    """Templates with their pictures, recent files, and ways to open what there is."""

    create_wanted = Signal(object)
    """A `Beginning`."""
    open_wanted = Signal(Path)
    open_asked = Signal()
    import_wanted = Signal(object)
    """A path to import, or None to choose one."""
    settings_wanted = Signal()
    forget_wanted = Signal(str)
    """A path to take from the list of recent files."""
    folder_wanted = Signal(Path)
    back_wanted = Signal()
    """To the map that stands behind the page."""
    recover_wanted = Signal(object)
    """A `Leftover` of a program that ended with unsaved work."""

    def __init__(self, settings: Settings, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._speech = settings, speech
        self._facts: dict[str, Known] = {}
        self._behind = ""
        self._choices: list[Choice] = []
        self.setAcceptDrops(True)
        self.column = LeftColumn(self)
        self.gallery = Gallery(self)
        self._bar = self._make_bar()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.gallery, 1)
        right.addWidget(hairline())
        right.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addWidget(hairline(upright=True))
        row.addLayout(right, 1)
        self._connect()
        self.retranslate()

    def _make_bar(self) -> QFrame:
        chosen, wishes = QHBoxLayout(), QHBoxLayout()
        chosen.setSpacing(12)
        wishes.setSpacing(12)
        self._name, self._count = Elided(bold=True), Elided(role="muted", size=SMALL)
        self.empty = QCheckBox()
        self._language_label, self._paper_label = label(look="muted"), label(look="muted")
        self.language, self.paper = QComboBox(), QComboBox()
        self._language_label.setBuddy(self.language)
        self._paper_label.setBuddy(self.paper)
        self.create_button = wear(QPushButton(), "filled")
        self.create_button.setMinimumSize(84, 32)
        for told in (self._name, self._count):  # where there is little room these give way, and nothing else
            told.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for choice in (self.empty, self._language_label, self.language, self._paper_label, self.paper):
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chosen.addWidget(self._name)
        chosen.addWidget(self._count)
        chosen.addStretch(1)
        wishes.addWidget(self.empty)
        wishes.addStretch(1)
        for widget in (self._language_label, self.language, self._paper_label, self.paper, self.create_button):
            wishes.addWidget(widget)
        bar = wear(Beside(chosen, wishes, side=SIDE, above=12), "chrome")
        bar.setMinimumHeight(BAR)
        return bar

    def _connect(self) -> None:
        self.column.back_button.clicked.connect(self.back_wanted)
        self.column.open_button.clicked.connect(self.open_asked)
        self.column.import_button.clicked.connect(lambda: self.import_wanted.emit(None))
        self.column.settings_button.clicked.connect(self.settings_wanted)
        self.column.opened.connect(self.open_wanted)
        self.column.forgotten.connect(self.forget_wanted)
        self.column.shown_in_folder.connect(self.folder_wanted)
        self.column.recover_wanted.connect(self.recover_wanted)
        self.column.discard_wanted.connect(self._discard)
        self.gallery.chosen.connect(lambda _choice: self._show_choice())
        self.gallery.begun.connect(lambda _choice: self._create())
        self.gallery.file_wanted.connect(lambda: self.import_wanted.emit(None))
        self.create_button.clicked.connect(self._create)

    # -- words and contents -----------------------------------------------------------------------------------------
    def take(self, settings: Settings, speech: Words) -> None:
        """Shows the recent files and usual choices of now, in the language of now."""
        self._settings, self._speech = settings, speech
        self.retranslate()

    def offer_way_back(self, title: str) -> None:
        """Offers the map of this title, which stands behind the page; empty where there is none."""
        self._behind = title
        self.column.offer_way_back(title, self._speech)

    def retranslate(self) -> None:
        """Everything in the language as it is now; what was chosen stays chosen."""
        say = self._speech.say
        self._choices, problems = choices()
        self.gallery.fill(self._choices, self._speech, self._known)
        self.column.fill(self._settings.recent, self._speech, time.time(), problems)
        self.column.offer_way_back(self._behind, self._speech)
        self.offer_kept()
        self.empty.setText(say("Without its contents"))
        self.empty.setToolTip(say("Keeps stages and touchpoints; emotions, findings and names are left out"))
        self._language_label.setText(say("Language"))
        self._paper_label.setText(say("Paper"))
        self.create_button.setText(say("Create"))
        self.create_button.setToolTip(say("Begin a journey from what is chosen"))
        self._fill_papers()
        self._show_choice()

    def offer_kept(self) -> None:
        """Looks for work that was left behind, and offers it."""
        kept = left_behind(self._settings.autosave_folder)
        self.column.offer(kept, self._speech, time.time())

    def _discard(self, leftover: Leftover) -> None:
        discard(leftover.log)
        self.offer_kept()

    def _fill_papers(self) -> None:
        before = self.paper.currentData() or (self._settings.paper, self._settings.orientation)
        self.paper.clear()
        say = self._speech.say
        for paper in PAPERS:
            self.paper.addItem(say("{paper} landscape", paper=paper), (paper, "landscape"))
            self.paper.addItem(say("{paper} portrait", paper=paper), (paper, "portrait"))
        found = [n for n in range(self.paper.count()) if tuple(self.paper.itemData(n)) == tuple(before)]
        self.paper.setCurrentIndex(found[0] if found else PAPERS.index("A3") * 2)

    def _show_choice(self) -> None:
        choice = self.gallery.choice
        self.create_button.setEnabled(choice is not None)
        if choice is None:
            return
        known = self._known(choice)
        self.empty.setVisible(not choice.is_blank)
        self._name.setText(self._speech.say(choice.title))
        self._name.setMinimumWidth(0)  # a label's hint is never below that
        self._name.setMinimumWidth(min(LONGEST_NAME, self._name.sizeHint().width()))
        parts = [
            self._speech.say(counted("{n} persona", "{n} personas", known.people)),
            self._speech.say(counted("{n} touchpoint", "{n} touchpoints", known.touchpoints)),
        ]
        self._count.setText(" · ".join(parts))
        self.language.clear()
        for language in sorted(choice.languages):
            self.language.addItem(LANGUAGES.get(language, language), language)
        wanted = self.language.findData(self._speech.language)
        self.language.setCurrentIndex(max(0, wanted))
        self.language.setEnabled(self.language.count() > 1)

    def _known(self, choice: Choice) -> Known:
        path = choice.path(self._speech.language)
        if str(path) not in self._facts:
            try:
                self._facts[str(path)] = known_of(load(path).journey)
            except JourneyError:
                self._facts[str(path)] = Known()
        return self._facts[str(path)]

    # -- doing ------------------------------------------------------------------------------------------------------
    def _create(self) -> None:
        choice = self.gallery.choice
        if choice is None:
            return
        paper, orientation = self.paper.currentData()
        language = str(self.language.currentData())
        empty = self.empty.isChecked() and not choice.is_blank
        self.create_wanted.emit(Beginning(choice.path(language), language, paper, orientation, empty))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The keys begin at what is chosen: Enter creates it, arrows choose another one."""
        super().focusInEvent(event)
        tile = next((tile for tile in self.gallery.tiles if tile.isChecked()), None)
        if tile is not None:
            tile.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leads back to the map behind the page."""
        if event.key() == Qt.Key.Key_Escape and self._behind:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped anywhere on the page."""
        answer(event, taken=any(url.isLocalFile() for url in event.mimeData().urls()))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Our own files are opened, others imported."""
        if not answer(event, taken=True):
            return
        for url in event.mimeData().urls():
            if not url.isLocalFile():
                continue
            path = Path(url.toLocalFile())
            if path.name.lower().endswith((".journey", ".journey.json")):
                self.open_wanted.emit(path)
            else:
                self.import_wanted.emit(path)

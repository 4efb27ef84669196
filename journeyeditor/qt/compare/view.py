"""The comparison in the window: the sheet at the left, the differences as a list at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.drawing import Drawing
from journeyeditor.editor.compare import Comparison, Pair, compare
from journeyeditor.editor.compare_sheet import NOBODY, comparison_sheets, said, said_on_the_whole, short_names
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.errors import JourneyError, Message
from journeyeditor.model.naming import NAMELESS
from journeyeditor.model.records import Touchpoint
from journeyeditor.qt.compare.handing_on import HandingOn
from journeyeditor.qt.export.making import Page
from journeyeditor.qt.export.pages import PagesView
from journeyeditor.qt.look import hairline, label, put_icon, watcher, wear
from journeyeditor.qt.painter.still import render
from journeyeditor.qt.parts.beside import Beside
from journeyeditor.qt.parts.listening import listen
from journeyeditor.words import Words, speak

WIDTH, SMALLEST = 320, 200
"""Of the list of differences, px."""
MOST = 240
"""Of the boxes in which the two are chosen, px."""
REST = 200
"""Milliseconds after a change before the sheet is made again."""
SHARPNESS = 3.4
"""Pixels for a mm of the sheet, for each device pixel in a logical one."""


class CompareView(QWidget):
    """Two personas are chosen; the touchpoints where they differ by a step or more are shaded and listed."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = desk.editor
        self.drawings: tuple[Drawing, ...] = ()
        self.pairs: tuple[Pair, ...] = ()
        self.first, self.second = QComboBox(), QComboBox()
        self._with = label()
        self.pages = PagesView(self)
        self.list = wear(QListWidget(), "bare")
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self._title, self._mean, self._gaps = (
            label(look="title", wraps=True),
            label(wraps=True),
            label(look="muted", wraps=True),
        )
        self.save_button, self.print_button = QPushButton(), QPushButton()
        put_icon(self.print_button, "printer")
        self._handing_on = HandingOn(self, desk)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.renew)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        people, buttons = QHBoxLayout(), QHBoxLayout()
        for box in (self.first, self.second):
            box.setMaximumWidth(MOST)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        people.addWidget(self.first)
        people.addWidget(self._with)
        people.addWidget(self.second)
        people.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        head = wear(Beside(people, buttons, side=24, above=10), "desk")
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(head)
        left.addWidget(self.pages, 1)
        side = wear(QFrame(), "chrome")
        side.setMaximumWidth(WIDTH)
        side.setMinimumWidth(SMALLEST)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self._title, self._mean):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._gaps)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 2)
        whole.addWidget(hairline(upright=True))
        whole.addWidget(side, 1)

    def _connect(self) -> None:
        for box in (self.first, self.second):
            box.activated.connect(lambda _index: self.renew())
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.save_button.clicked.connect(lambda: self._handing_on.save(self.drawings))
        self.print_button.clicked.connect(lambda: self._handing_on.print(self.drawings))
        listen(self, self._editor.changed, self._map_changed)
        watcher.changed.connect(self.pages.viewport().update)

    def _map_changed(self, _change: object) -> None:
        if self.isVisible():
            self._timer.start()

    # -- contents ---------------------------------------------------------------------------------------------------
    def retranslate(self) -> None:
        """The language as it is now."""
        say = self._editor.speech.say
        self._with.setText(say("and"))
        self.save_button.setText(say("Save PDF…"))
        self.print_button.setText(say("Print…"))
        self.first.setAccessibleName(say("First persona"))
        self.second.setAccessibleName(say("Second persona"))
        self.list.setAccessibleName(say("Touchpoints where they differ"))
        self.pages.setAccessibleName(say("Pages"))
        if self.isVisible():
            self.renew()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As the map is now."""
        super().showEvent(event)
        self.renew()

    def chosen(self) -> tuple[str, str] | None:
        """The two that are compared; None where there are not two."""
        one, other = self.first.currentData(), self.second.currentData()
        return (str(one), str(other)) if one and other and one != other else None

    def renew(self) -> None:
        """Compares again."""
        self._fill_people()
        self.list.clear()
        self.drawings, self.pairs = (), ()
        found, problem = self._compared()
        for button in (self.save_button, self.print_button):
            button.setEnabled(found is not None)
        if found is None:
            self.pages.show_pages((), ())
            self.pages.say(self._editor.speech.say(problem))
            for told in (self._title, self._mean, self._gaps):
                told.setText("")
            return
        self._show_sheets()
        self._show_list(found)

    def _compared(self) -> tuple[Comparison | None, Message]:
        """The two that are chosen, compared and drawn; else None and why not."""
        pair = self.chosen()
        if pair is None:
            return None, NOBODY
        found = compare(self._editor.journey, *pair)
        try:
            self.drawings = comparison_sheets(self._editor.journey, found, self._editor.paper(), self._poster_words())
        except JourneyError as error:
            return None, error.problem
        self.pairs = found.ranked
        return found, NOBODY

    def _poster_words(self) -> Words:
        return speak(self._editor.journey.head.language)

    def _fill_people(self) -> None:
        people = [one for one in self._editor.journey.personas() if not one.hidden]
        people += [one for one in self._editor.journey.personas() if one.hidden]
        keys = [one.id for one in people]
        for box, usual in ((self.first, 0), (self.second, 1)):
            before = box.currentData()
            box.clear()
            for one in people:
                box.addItem(one.name.strip() or self._editor.speech.say(NAMELESS), one.id)
            wanted = keys.index(before) if before in keys else min(usual, len(keys) - 1)
            box.setCurrentIndex(wanted)
            box.setMinimumWidth(min(MOST, box.sizeHint().width()))
        if len(people) > 1 and self.first.currentIndex() == self.second.currentIndex():
            self.second.setCurrentIndex((self.first.currentIndex() + 1) % len(people))

    def _show_sheets(self) -> None:
        scale = SHARPNESS * self.devicePixelRatioF() * 420 / max(420.0, self.drawings[0].width)
        images = self._editor.journey.images.get
        pages = tuple(Page(render(one, scale, images), one.width, one.height) for one in self.drawings)
        self.pages.show_pages(pages, ("",) * len(pages))

    def _show_list(self, found: Comparison) -> None:
        speech = self._editor.speech
        people, gaps = short_names(self._editor.journey, (found.first, found.second), speech), len(found.gaps)
        count = len(self.pairs)
        self._title.setText(
            speech.plural("They differ at {n} touchpoint", "They differ at {n} touchpoints", count)
            if count
            else speech.say("They nowhere differ by a step or more")
        )
        self._mean.setText(said_on_the_whole(found, people, speech))
        for one in self.pairs:
            touchpoint = self._editor.journey.get(one.touchpoint)
            title = touchpoint.title if isinstance(touchpoint, Touchpoint) else ""
            item = QListWidgetItem(f"{title or speech.say('Untitled touchpoint')}\n{said(one, people, speech)}")
            item.setData(Qt.ItemDataRole.UserRole, one.touchpoint)
            self.list.addItem(item)
        told = speech.plural(
            "At {n} touchpoint only one of them feels anything.",
            "At {n} touchpoints only one of them feels anything.",
            gaps,
        )
        self._gaps.setText(told if gaps else "")

    def _go(self, item: QListWidgetItem) -> None:
        self._editor.select([str(item.data(Qt.ItemDataRole.UserRole))])

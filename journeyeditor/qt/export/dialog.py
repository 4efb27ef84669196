"""Export and print: what is wished at the left, the pages as they will come out, facts and warnings under them."""

from __future__ import annotations

import sys
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.editor.document import Document
from journeyeditor.editor.export_facts import facts_of, warnings_of
from journeyeditor.editor.exporting import Wish, concerns, options, wish_of
from journeyeditor.editor.whole_health import health_of
from journeyeditor.errors import Message, counted
from journeyeditor.publish import Published
from journeyeditor.qt.actions.mnemonics import with_mnemonics
from journeyeditor.qt.export.facts import FactsPane
from journeyeditor.qt.export.making import Made, Maker
from journeyeditor.qt.export.pages import PagesView
from journeyeditor.qt.export.pane import SettingsPane
from journeyeditor.qt.export.saving import Saver
from journeyeditor.qt.export.sheets import can_be_joined, cells_of, guides_of, joined
from journeyeditor.qt.look import hairline, label, put_icon, tool_button, wear
from journeyeditor.qt.parts.on_screen import open_as
from journeyeditor.qt.parts.segmented import Segmented
from journeyeditor.words import Words

SIZE = (1272, 840)
REST = 250
"""Milliseconds after the last wish before it is made."""
MOST_CONCERNS = 2
"""Hints of map health that are told one by one; of more it is told how many there are."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONGEST_TEXT = 200_000
"""Characters of data that are shown."""


class ExportDialog(QDialog):
    """Everything about getting a map onto paper or into another program."""

    place_wanted = Signal(object)
    """The ids of records (a tuple) that a warning speaks of; the dialog is closed."""
    health_wanted = Signal()
    """All hints of map health are to be shown; the dialog is closed."""

    def __init__(self, document: Document, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._document, self._speech = document, speech
        self.setWindowTitle(speech.say("Export and print"))
        open_as(self, *SIZE)
        self.maker = Maker(document.journey, self)
        self.saver = Saver(self, document, speech)
        self.pane = SettingsPane(document.journey, wish_of(document.journey), speech, self)
        self.pages = PagesView(self)
        self.text = QPlainTextEdit(readOnly=True)
        self.pages.setAccessibleName(speech.say("Pages"))
        self.text.setAccessibleName(speech.say("What will be written"))
        self.facts = FactsPane(self)
        self.facts.name(speech.say("Remarks"))
        self._too_many = False
        """Whether there are more sheets than are shown."""
        self.made: Made | None = None
        """What the pages show; None while they are not what is wished."""
        self._takes = False
        """Whether the Enter that is on its way goes into a number field."""
        self._save_wanted = False
        """Whether Enter was pressed while the poster is still being made."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._make)
        self._arrange()
        self._connect()
        self._make()

    # -- building ---------------------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._head())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.text)
        right.addWidget(self._stack, 1)
        right.addWidget(hairline())
        right.addWidget(self.facts)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.pane)
        middle.addWidget(hairline(upright=True))
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(hairline())
        whole.addWidget(self._foot())

    def _head(self) -> QFrame:
        say = self._speech.say
        head = wear(QFrame(), "desk")
        head.setFixedHeight(48)
        self.apart = Segmented(["sheets", "together"], can_be_empty=False)
        self.apart.name([say("Sheets"), say("Put together")])
        self.apart.show_value("sheets")
        self.apart.setFixedWidth(220)
        self._out, self._in = tool_button("minus"), tool_button("plus")
        self._fit = QPushButton()
        wear(self._fit, "flat")
        for button, text in ((self._out, say("Smaller")), (self._in, say("Larger"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._fit.setToolTip(say("Show everything"))
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 0, 16, 0)
        row.addWidget(self.apart)
        row.addStretch(1)
        for widget in (self._out, self._fit, self._in):
            row.addWidget(widget)
        return head

    def _foot(self) -> QFrame:
        foot = wear(QFrame(), "chrome")
        foot.setFixedHeight(56)
        self._state = label(look="muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self.cancel_button = QPushButton()
        self.print_button = QPushButton()
        put_icon(self.print_button, "printer")
        self.save_button = wear(QPushButton(), "filled")
        self.save_button.setDefault(True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._state, 1)
        for button in (self.cancel_button, self.print_button, self.save_button):
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.pane.changed.connect(self._wished)
        self.maker.made.connect(self._show)
        self.maker.progressed.connect(self._progress)
        self.apart.chosen.connect(lambda _value: self._turn())
        self.facts.wanted.connect(self._go)
        self.facts.all_wanted.connect(self._go_to_health)
        self._out.clicked.connect(lambda: self.pages.zoom_by(0.8))
        self._in.clicked.connect(lambda: self.pages.zoom_by(1.25))
        self._fit.clicked.connect(self.pages.fit)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.saver.busy.connect(self._busy)
        for field in self.pane.findChildren(QDoubleSpinBox):
            field.installEventFilter(self)

    def _name_buttons(self, save: str) -> None:
        """Each with a letter to press it by, its own among them; on macOS buttons have none."""
        say = self._speech.say
        buttons = (self.save_button, self.print_button, self.cancel_button, self._fit)
        texts = [save, say("Print…"), say("Cancel"), say("Fit")]
        marked = texts if sys.platform == "darwin" else with_mnemonics(texts)
        for button, text in zip(buttons, marked, strict=True):
            if button.text() != text:
                button.setText(text)

    def _set_tab_order(self) -> None:
        """Settings, then what ends the dialog, then where remarks lead, then what only looks at the pages."""
        around = (*self.apart.buttons.values(), self._out, self._fit, self._in, self.pages, self.text)
        order = (self.save_button, self.print_button, self.cancel_button, *self.facts.buttons, *around)
        for before, after in pairwise((self.pane.last, *order)):
            self.setTabOrder(before, after)

    # -- making -----------------------------------------------------------------------------------------------------
    @property
    def wish(self) -> Wish:
        """What is wished now."""
        return self.pane.wish

    def _wished(self, _wish: Wish) -> None:
        self.made, self._save_wanted = None, False
        self.maker.stop()
        self._buttons()
        self._timer.start()

    def _turn(self) -> None:
        """The same sheets apart or put together; where not all are there, the poster is made as one."""
        made = self.made
        if made is not None and made.problem is None and can_be_joined(made):
            self._show_pages(made)
        else:
            self._make()

    def _make(self) -> None:
        self.made = None
        self._buttons()
        self.maker.make(self._shown())

    def _shown(self) -> Wish:
        """What the pages show: of too many sheets to be put together, the poster itself."""
        return replace(self.wish, tiles=False) if self._together and self._too_many and self.wish.tiles else self.wish

    @property
    def _together(self) -> bool:
        return self.apart.buttons["together"].isChecked()

    def _progress(self, what: Message) -> None:
        self._state.setText(self._speech.say(what))

    def _show(self, made: Made) -> None:
        self.made = made
        if made.wish.tiles == self.wish.tiles:
            self._too_many = made.count > len(made.pages)
        speech = self._speech
        published = made.published
        self._show_warnings(made)
        if published is None or not self._too_many or made.wish.tiles:
            facts = facts_of(made.wish, published, made.count, speech) if published is not None else []
            self.facts.show_facts(facts)
        if made.problem is not None:
            self._state.setText("")
            self.pages.show_pages((), ())
            self.pages.say(" ".join(warnings_of(None, made.problem, speech)))
            self._stack.setCurrentWidget(self.pages)
        elif made.wish.kind == "pdf":
            self._show_pages(made)
            if made.count > len(made.pages):
                told = speech.say("The first {shown} of {count} pages", shown=len(made.pages), count=made.count)
                self._state.setText(told)
            self._stack.setCurrentWidget(self.pages)
        else:
            self._show_text(published)
        self._buttons()
        self._set_tab_order()
        wanted, self._save_wanted = self._save_wanted, False
        if wanted and self.save_button.isEnabled():
            self._save()

    def _show_pages(self, made: Made) -> None:
        if self._together and can_be_joined(made):
            pages, guides = joined(made)
            self.pages.show_pages(pages, (), (), guides)
        else:
            self.pages.show_pages(made.pages, _names(made, self._speech), cells_of(made), guides_of(made))

    def _show_warnings(self, made: Made) -> None:
        """What there is to say of the printing comes first; what map health calls a problem stands behind it."""
        say = self._speech.say
        found = concerns(self._document.journey, made.wish, self._document.path) if made.problem is None else ()
        few = len(found) <= MOST_CONCERNS
        count = 0 if few else len(health_of(self._document.journey, self._document.path))  # as its list has them
        hints = say(counted("{n} hint on the map", "{n} hints on the map", count))
        self.facts.show_warnings(
            warnings_of(made.published, made.problem, self._speech),
            [(say(finding.message), finding.records) for finding in found] if few else [],
            say("Show"),
            "" if few else hints,
        )

    def _go_to_health(self) -> None:
        self.reject()
        self.health_wanted.emit()

    def _go(self, keys: tuple[str, ...]) -> None:
        self.reject()
        self.place_wanted.emit(keys)

    def _show_text(self, published: Published | None) -> None:
        text = published.data.decode("utf-8", "replace") if published is not None else ""
        self.text.setPlainText(text[:LONGEST_TEXT])
        self._stack.setCurrentWidget(self.text)

    def _busy(self, what: str) -> None:
        self._state.setText(what)
        self._bar.setVisible(bool(what))
        self.pane.setEnabled(not what)
        if what:
            for button in (self.print_button, self.save_button):
                button.setEnabled(False)
        else:
            self._buttons()

    def _buttons(self) -> None:
        say = self._speech.say
        made, wish = self.made, self.wish
        ready = made is not None and made.problem is None
        self._bar.setVisible(made is None)
        self.apart.setEnabled(wish.tiles)
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready and wish.is_poster)
        kind = say("data") if wish.format == "data" else wish.format.upper()
        self._name_buttons(say("Save {kind}…", kind=kind))
        if ready and self._state.text() and made is not None and made.count <= len(made.pages):
            searchable = say("Text stays text: searchable, fonts embedded") if wish.format == "pdf" else ""
            self._state.setText(searchable)

    # -- doing ------------------------------------------------------------------------------------------------------
    def _save(self) -> None:
        made = self.made
        reusable = made is not None and made.published is not None and options(made.wish) == options(self.wish)
        same_kind = made is not None and made.wish.kind == self.wish.kind
        self.saver.save(self.wish, made.published if made is not None and reusable and same_kind else None)

    def _print(self) -> None:
        made = self.made
        reusable = made is not None and made.published is not None and options(made.wish) == options(self.wish)
        self.saver.print(self.wish, made.published if made is not None and reusable else None)

    # -- leaving ----------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A number field takes what was typed on the first Enter; the next one saves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            field = watched.lineEdit() if isinstance(watched, QDoubleSpinBox) else None
            self._takes = field is not None and field.isModified()
            if field is not None:
                field.setModified(False)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the keyboard; anywhere else it saves. Escape leaves."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        focused, takes = self.focusWidget(), self._takes
        self._takes = False
        if isinstance(focused, QPushButton | QToolButton) and not focused.isCheckable():  # else it is a setting
            focused.click()
        elif not takes:
            self._save_soon()
        event.accept()

    def _save_soon(self) -> None:
        """Saves, or as soon as the poster that is being made is there."""
        if self.save_button.isEnabled():
            self._save()
        else:
            self._save_wanted = self.made is None and not self.saver.is_busy

    def reject(self) -> None:
        """Cancel and Escape end what is being written; if nothing is, they leave."""
        if self.saver.is_busy:
            self.saver.give_up()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        self._timer.stop()
        self.saver.stop()
        self.maker.wait()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """As Cancel."""
        self.reject()
        event.accept()


def _names(made: Made, speech: Words) -> tuple[str, ...]:
    """What stands over each page."""
    if not made.wish.tiles:
        if made.count == 1:
            return ("",)
        return tuple(
            speech.say("Page {number} of {count}", number=number, count=made.count)
            for number in range(1, len(made.pages) + 1)
        )
    return tuple(
        f"{page.label}  {speech.say('sheet {number} of {count}', number=number, count=made.count)}"
        for number, page in enumerate(made.pages, start=1)
    )

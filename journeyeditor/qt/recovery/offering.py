"""A strip over the map: work on this very file was kept when a program ended. It is never applied by itself."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from journeyeditor.errors import counted
from journeyeditor.files.recovery import Leftover, left_behind
from journeyeditor.model.change import Change
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import stacked
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.sign import Sign
from journeyeditor.qt.recovery.card import saved_at
from journeyeditor.qt.recovery.recovering import fits, recover
from journeyeditor.words.moments import moment_said

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

SIGN = 18


def look_for_kept(window: MainWindow) -> None:
    """Offers what was kept of the file that a window shows, the newest first; nothing where there is none."""
    path = window.path
    if window.work is None or path is None or window.document.read_only or window.work.notice is not None:
        return
    mine = os.path.realpath(path)
    kept = left_behind(window.program.settings.autosave_folder)
    found = [one for one in kept if one.facts.path and os.path.realpath(one.facts.path) == mine]
    if found:
        bar = KeptBar(window, found)
        window.work.put_over(bar)
        bar.retranslate()
        window.editor.announce.tell(bar.told)


class KeptBar(QFrame):
    """Says what was kept and when, with both dates; takes no keyboard focus by itself. Of several one is shown."""

    def __init__(self, window: MainWindow, kept: Sequence[Leftover]) -> None:
        super().__init__(window)
        self._window, self._kept, self._number = window, list(kept), 0
        wear(self, "chrome")
        self.told = ""
        self._problem, self._more = label(wraps=True), label(look="muted", wraps=True)
        self.recover_button = QPushButton()
        self.next_button, self.later_button = wear(QPushButton(), "flat"), wear(QPushButton(), "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(Sign("history", "attention", SIGN), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(stacked(self._problem, self._more), 1)
        for button, press in (
            (self.recover_button, self._recover),
            (self.next_button, self._show_next),
            (self.later_button, self._leave),
        ):
            row.addWidget(button)
            button.clicked.connect(press)
        self._fits = True
        listen(self, window.editor.viewed, self._viewed)
        listen(self, window.editor.changed, self._changed)

    @property
    def leftover(self) -> Leftover:
        """The work that is shown."""
        return self._kept[self._number]

    def retranslate(self) -> None:
        """Everything in the language of now, and as the file is now."""
        speech, facts, now = self._window.speech, self.leftover.facts, time.time()
        say = speech.say
        when = moment_said(facts.changed, now, speech)
        changes = counted("{n} change", "{n} changes", max(1, facts.steps))
        one = say("There is unsaved work on this file: {changes}, {when}.", changes=changes, when=when)
        count, number = len(self._kept), self._number + 1
        several = say("Unsaved work on this file, {number} of {count}: {changes}, {when}.",
                      number=number, count=count, changes=changes, when=when)  # fmt: skip
        self._problem.setText(several if count > 1 else one)
        saved = saved_at(Path(facts.path))
        parts = [say("Saved in the file: {when}.", when=moment_said(saved, now, speech))] if saved is not None else []
        self._fits = fits(self._window, self.leftover)
        if not self._fits:
            parts.append(say("The map is another one by now, so the work opens as a copy."))
        self._more.setText(" ".join(parts))
        self.told = f"{self._problem.text()} {self._more.text()}".strip()
        self.setAccessibleName(self.told)
        self.recover_button.setText(say("Recover"))
        self.next_button.setText(say("Show the next one"))
        self.next_button.setVisible(count > 1)
        self.later_button.setText(say("Later"))
        self.later_button.setToolTip(say("It stays, and the start page offers it"))
        for button in (self.recover_button, self.next_button, self.later_button):
            button.setAccessibleDescription(self.told)

    def _viewed(self, _: None) -> None:
        """The language is another, or the file was saved."""
        self.retranslate()

    def _changed(self, _: Change) -> None:
        if self.isVisible() and fits(self._window, self.leftover) != self._fits:
            self.retranslate()

    def _show_next(self) -> None:
        """After the oldest comes the newest again."""
        self._number = (self._number + 1) % len(self._kept)
        self.retranslate()
        self._window.editor.announce.tell(self.told)

    def _recover(self) -> None:
        self._window.commit_text()
        if recover(self._window, self.leftover) is not None:
            self._forget_gone()

    def _forget_gone(self) -> None:
        """What was recovered or thrown away, here or on the start page, is not offered any more."""
        here = self.leftover
        there = [one for one in self._kept if one.log.exists()]
        if there:
            self._kept, self._number = there, there.index(here) if here in there else 0
            self.retranslate()
        else:
            self.hide()

    def _leave(self) -> None:
        """Nothing is thrown away."""
        self.hide()
        self._window.canvas.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The start page may have been seen in the meantime."""
        super().showEvent(event)
        self._forget_gone()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses a button; Escape leaves it for later."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

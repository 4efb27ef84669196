"""A strip over the map: work on this very file was kept when a program ended. It is never applied by itself."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from journeyeditor.errors import counted
from journeyeditor.files.recovery import Leftover, leftovers
from journeyeditor.model.change import Change
from journeyeditor.qt.look import label, pixmap, wear
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.recovery.card import saved_at
from journeyeditor.qt.recovery.keeper import folder_of
from journeyeditor.qt.recovery.recovering import fits, recover
from journeyeditor.qt.window.moments import moment_said

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

SIGN = 18


def look_for_kept(window: MainWindow) -> None:
    """Offers what was kept of the file that a window shows, the newest; nothing where there is none."""
    path = window.path
    if window.work is None or path is None or window.document.read_only or window.work.notice is not None:
        return
    mine = os.path.realpath(path)
    kept = leftovers(folder_of(window.program.settings.autosave_folder))
    found = next((one for one in kept if one.facts.path and os.path.realpath(one.facts.path) == mine), None)
    if found is not None:
        bar = KeptBar(window, found)
        window.work.put_over(bar)
        bar.retranslate()
        window.editor.announce.tell(bar.told)


class KeptBar(QFrame):
    """Says what was kept and when, with both dates; takes no keyboard focus by itself."""

    def __init__(self, window: MainWindow, leftover: Leftover) -> None:
        super().__init__(window)
        self._window, self.leftover = window, leftover
        wear(self, "chrome")
        self.told = ""
        sign = QLabel()
        sign.setPixmap(pixmap("history", "attention", SIGN))
        sign.setFixedSize(QSize(SIGN, SIGN))
        self._problem, self._more = label(wraps=True), label(look="muted", wraps=True)
        self.recover_button, self.later_button = QPushButton(), wear(QPushButton(), "flat")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._problem)
        texts.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(self.recover_button)
        row.addWidget(self.later_button)
        self.recover_button.clicked.connect(self._recover)
        self.later_button.clicked.connect(self._leave)
        self._fits = True
        listen(self, window.editor.viewed, self._viewed)
        listen(self, window.editor.changed, self._changed)

    def retranslate(self) -> None:
        """Everything in the language of now, and as the file is now."""
        speech, facts, now = self._window.speech, self.leftover.facts, time.time()
        say = speech.say
        when = moment_said(facts.changed, now, speech)
        changes = counted("{n} change", "{n} changes", max(1, facts.steps))
        self._problem.setText(say("There is unsaved work on this file: {changes}, {when}.", changes=changes, when=when))
        saved = saved_at(Path(facts.path))
        parts = [say("Saved in the file: {when}.", when=moment_said(saved, now, speech))] if saved is not None else []
        self._fits = fits(self._window, self.leftover)
        if not self._fits:
            parts.append(say("The map is another one by now, so the work opens as a copy."))
        self._more.setText(" ".join(parts))
        self.told = f"{self._problem.text()} {self._more.text()}".strip()
        self.setAccessibleName(self.told)
        self.recover_button.setText(say("Recover"))
        self.later_button.setText(say("Later"))
        self.later_button.setToolTip(say("It stays, and the start page offers it"))
        for button in (self.recover_button, self.later_button):
            button.setAccessibleDescription(self.told)

    def _viewed(self, _: None) -> None:
        """The language is another, or the file was saved."""
        self.retranslate()

    def _changed(self, _: Change) -> None:
        if self.isVisible() and fits(self._window, self.leftover) != self._fits:
            self.retranslate()

    def _recover(self) -> None:
        self._window.commit_text()
        if recover(self._window, self.leftover) is not None:
            self.hide()

    def _leave(self) -> None:
        """Nothing is thrown away."""
        self.hide()
        self._window.canvas.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was recovered or thrown away on the start page is not offered any more."""
        super().showEvent(event)
        if not self.leftover.log.exists():
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses a button; Escape leaves it for later."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

"""The card on the start page: work that was kept, with what and when, to be recovered or thrown away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QPushButton, QWidget

from journeyeditor.errors import counted, message
from journeyeditor.files.recovery import Leftover
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.messages import ask
from journeyeditor.qt.parts.arranging import stacked
from journeyeditor.qt.parts.labels import SMALL, Elided, plain_tip
from journeyeditor.qt.parts.sign import Sign
from journeyeditor.qt.start.recent import folder_said
from journeyeditor.words import Words
from journeyeditor.words.moments import moment_said

SIGN = 18


class Placed(Elided):
    """A line about a file, with the whole path as its tool tip."""

    mode = Qt.TextElideMode.ElideMiddle
    _path = ""

    def __init__(self, text: str, path: str, role: str) -> None:
        super().__init__(text, role, SMALL)
        self._path = path
        self._tip()

    def _tip(self) -> None:
        self.setToolTip(plain_tip(self._path))


class RecoveryCard(QFrame):
    """One piece of work that a program left behind."""

    recover_wanted = Signal(object)
    """A `Leftover`."""
    discard_wanted = Signal(object)

    def __init__(self, leftover: Leftover, speech: Words, now: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, "card")
        self.leftover, self._speech = leftover, speech
        say, facts = speech.say, leftover.facts
        title = label(say("Unsaved work, kept for you"), "section", wraps=True)
        changes = counted("{n} change", "{n} changes", max(1, facts.steps))
        name = facts.title.strip() or say("Untitled journey")
        moment = moment_said(facts.changed, now, speech)
        if facts.path:
            saved = saved_at(Path(facts.path))
            told = say("“{title}”, {changes} after the last save: {when}.", title=name, changes=changes, when=moment)
            known = say("Saved in the file: {when}.", when=moment_said(saved, now, speech)) if saved is not None else ""
            told = f"{told} {known or say('The file is not where it was.')}"
        elif not facts.steps:
            told = say("“{title}”, never saved, {when}", title=name, when=moment)
        else:
            told = say("“{title}”, never saved, {changes}, {when}", title=name, changes=changes, when=moment)
        self.told = told
        described = told
        self.recover_button, self.discard_button = QPushButton(say("Recover")), QPushButton(say("Discard…"))
        wear(self.discard_button, "flat")
        texts = stacked(title, label(told, "muted", wraps=True), gap=4)
        if facts.path:
            path = Path(facts.path)
            described = f"{path.name}, {folder_said(path)}. {told}"
            texts.addWidget(Placed(path.name, facts.path, "text"))
            texts.addWidget(Placed(folder_said(path), facts.path, "muted"))
        self.recover_button.setAccessibleDescription(described)
        self.discard_button.setAccessibleDescription(described)
        buttons = QHBoxLayout()
        buttons.addWidget(self.recover_button)
        buttons.addWidget(self.discard_button)
        buttons.addStretch(1)
        texts.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(10)
        row.addWidget(Sign("history", "attention", SIGN), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.recover_button.clicked.connect(lambda: self.recover_wanted.emit(self.leftover))
        self.discard_button.clicked.connect(self._discard)

    def _discard(self) -> None:
        """Asks once: this cannot be undone."""
        answers = (
            ("keep", message("Keep"), QMessageBox.ButtonRole.RejectRole),
            ("away", message("Throw away"), QMessageBox.ButtonRole.DestructiveRole),
        )
        question = message("Throw this work away?")
        more = f"{self.told}\n\n{self.leftover.facts.path}".strip()
        if ask(self.window(), self._speech, question, more, answers) == "away":
            self.discard_wanted.emit(self.leftover)


def saved_at(path: Path) -> float | None:
    """When a file was written last (seconds since 1970); None if it is not there."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None

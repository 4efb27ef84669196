"""The one place that shows what went wrong, and asks. Text is only text: nothing in it is read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QWidget
from shiboken6 import isValid

from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.qt.look import label, tool_button, wear
from journeyeditor.qt.parts.arranging import stacked
from journeyeditor.qt.parts.on_screen import run
from journeyeditor.qt.parts.sign import Sign
from journeyeditor.words import Words

Say = Callable[..., str]
SETTLES = 50
"""Milliseconds after which a change is another deed than the one that a message tells of."""
STAYS = 8000
"""Milliseconds that a message is shown, longer under the pointer."""
WIDEST = 560
ALARM, CALM, SIGN = ("circle-alert", "attention"), ("circle-check", "accent"), 20
"""Icon and role of what is to be minded and of what is well; and the size of the sign, px."""
MARGIN = 16


class Banner(QFrame):
    """A quiet strip over the bottom of the canvas: a sentence, and what to do next."""

    said = Signal(str)
    """What it shows from now on, for those who listen instead of looking."""

    def __init__(self, parent: QWidget, say: Say) -> None:
        super().__init__(parent)
        self._say = say
        wear(self, "card")
        self.setAccessibleName("")
        self._sign = Sign(*ALARM, SIGN)
        self._problem, self._advice = label(wraps=True), label(look="muted", wraps=True)
        self._close = tool_button("x", size=16)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(stacked(self._problem, self._advice), 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._told: tuple[Message, Message | None] | None = None
        self._about: frozenset[str] = frozenset()
        self._fresh, self._stays = False, False
        self._pointer = QPoint()
        """Where the pointer lay when it came."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLES)
        self._settle.timeout.connect(self._settled)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(
        self,
        problem: Message,
        advice: Message | None = None,
        *,
        alarming: bool = True,
        about: Iterable[str] = (),
        stays: bool = False,
    ) -> None:
        """Shows a sentence, in place of the one before; with a calm sign where all is well.

        It goes as the work goes on with other records than those that it is `about`; one that `stays` has its time.
        """
        self._about, self._stays = frozenset(about), stays
        self._fresh, self._pointer = True, QCursor.pos()
        self._settle.start()
        self._sign.show_icon(*(ALARM if alarming else CALM))
        self._told = problem, advice
        self.retranslate()
        self.show()
        self.place()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.said.emit(self.accessibleName())

    def retranslate(self) -> None:
        """What it says, in the language as it is now."""
        if self._told is None:
            return
        problem, advice = self._told
        self._problem.setText(self._say(problem))
        self._advice.setText(self._say(advice) if advice is not None else "")
        self._advice.setVisible(advice is not None)
        self._close.setToolTip(self._say("Close this message"))
        self._close.setAccessibleName(self._close.toolTip())
        self.setAccessibleName(f"{self._problem.text()} {self._advice.text()}".strip())
        self.place()

    def pass_on(self, keys: Iterable[str]) -> None:
        """The work goes on with these records: what is told of others, or of none, is said no longer."""
        if self.isVisible() and not self._fresh and not self._stays and not self._about.intersection(keys):
            self.hide()

    def _settled(self) -> None:
        """What comes from now on is no part of the deed that it tells of."""
        self._fresh = False

    def place(self) -> None:
        """Puts it over the bottom of its parent, in the middle."""
        parent = self.parentWidget()
        if parent is None or not self.isVisible():
            return
        width = max(160, min(WIDEST, parent.width() - 2 * MARGIN))
        self.setFixedWidth(width)
        self.resize(width, max(44, self.heightForWidth(width)))
        self.move((parent.width() - width) // 2, parent.height() - self.height() - MARGIN)
        self.raise_()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Under the pointer it stays, unless it came up under one that lies still."""
        super().enterEvent(event)
        if event.globalPosition().toPoint() != self._pointer:
            self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The time begins again."""
        super().leaveEvent(event)
        self._timer.start()


def box(parent: QWidget | None, text: str, more: str = "", *, alarming: bool = True, asks: bool = True) -> QMessageBox:
    """A box with a plain sentence and a plain second one, without buttons yet. One that is not `alarming` `asks`
    something, or only says it.
    """
    made = QMessageBox(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    sign = QMessageBox.Icon
    made.setIcon(sign.Warning if alarming else sign.Question if asks else sign.Information)
    made.setWindowTitle("Journey Editor")
    made.setText(text)
    made.setInformativeText(more)
    for part in made.findChildren(QLabel):
        part.setTextFormat(Qt.TextFormat.PlainText)
    return made


def tell_error(parent: QWidget | None, speech: Words, error: JourneyError, name: str = "") -> None:
    """Says what is wrong with a file, and what to do next, and waits until it was read."""
    problem = speech.say(error.problem)
    text = speech.say("{file}: {problem}", file=name, problem=problem) if name else problem
    shown = box(parent, text, speech.say(error.advice) if error.advice is not None else "")
    shown.addButton(speech.say("OK"), QMessageBox.ButtonRole.AcceptRole)
    run(shown)


Answer = tuple[str, Message, QMessageBox.ButtonRole]
"""A key, what the button says, and what kind of button it is."""


def ask(
    parent: QWidget | None,
    speech: Words,
    question: Message,
    more: str,
    answers: Sequence[Answer],
    *,
    asks: bool = True,
) -> str:
    """Asks, and gives the key of the answer; the first is the usual one. Empty where it was closed without one.

    What is no question (`asks` False) has another sign, and the first answer is what Escape means too.
    """
    shown = box(parent, speech.say(question), more, alarming=False, asks=asks)
    buttons: dict[QObject, str] = {}
    for key, text, role in answers:
        button = shown.addButton(speech.say(text), role)
        buttons[button] = key
        if len(buttons) == 1:
            shown.setDefaultButton(button)
            wear(button, "filled")
            if not asks:
                shown.setEscapeButton(button)
        if role == QMessageBox.ButtonRole.RejectRole:
            shown.setEscapeButton(button)
    run(shown)
    clicked = shown.clickedButton() if isValid(shown) else None  # the system may have closed the window
    return next((key for button, key in buttons.items() if button is clicked), "")


CANCEL: Answer = ("", message("Cancel"), QMessageBox.ButtonRole.RejectRole)

"""Questions of a command: a small menu of answers beside the selection; digits and arrows choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from journeyeditor.editor.asking import Ask

if TYPE_CHECKING:
    from journeyeditor.qt.window.work import Work

Answers = Sequence[tuple[str, str]]
"""Keys, and what is read."""


def show_ask(work: Work, ask: Ask) -> QMenu:
    """Puts a command's question beside what is selected."""
    say = work.editor.speech.say
    answers = [
        (choice.key, choice.label if isinstance(choice.label, str) else say(choice.label)) for choice in ask.choices
    ]
    return show_choices(work, say(ask.question), answers, ask.then)


def show_choices(work: Work, question: str, answers: Answers, then: Callable[[str], object]) -> QMenu:
    """A menu with a heading; the first nine answers have a digit."""
    menu = QMenu(work)
    menu.setAccessibleName(question)
    menu.setTitle(question)
    heading = menu.addAction(question)
    heading.setEnabled(False)
    first = None
    for number, (key, text) in enumerate(answers, start=1):
        digit = f"&{number} " if number < 10 else ""
        action = menu.addAction(digit + text.replace("&", "&&"))
        action.triggered.connect(lambda _=False, key=key: then(key))
        first = first or action
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(_beside_selection(work))
    if first is not None:
        menu.setActiveAction(first)
    return menu


def _beside_selection(work: Work) -> QPoint:
    """Under the record that was selected last, if it is in view; else the middle of the canvas."""
    canvas, board = work.canvas, work.editor.board
    viewport = canvas.viewport()
    for key in reversed(work.editor.selection):
        boxes = board.boxes(key)
        if boxes:
            point: QPointF = canvas.to_view(boxes[0].x, boxes[0].bottom)
            place = point.toPoint()
            if viewport.rect().contains(place):
                return QPoint(viewport.mapToGlobal(place))
    return QPoint(viewport.mapToGlobal(viewport.rect().center()))

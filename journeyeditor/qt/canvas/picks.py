"""Asking the hand to choose one of a few, at the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeyeditor.editor import Editor
from journeyeditor.editor.voice import Voice


def choice_words(editor: Editor, what: str, choice: str) -> str:
    """What a choice is called: a channel by its title, anything else by its standard word."""
    if what == "channel":
        return Voice(editor).channel(choice) or choice
    return editor.speech.term(what, choice)


def show_choices(
    parent: QWidget, editor: Editor, what: str, choices: Sequence[str], then: Callable[[str], None], point: QPoint
) -> QMenu:
    """Opens a small menu at a point of the screen; `then` goes on with what is chosen."""
    menu = QMenu(parent)
    for choice in choices:
        action = menu.addAction(choice_words(editor, what, choice).replace("&", "&&"))
        action.triggered.connect(lambda _=False, choice=choice: then(choice))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(point)
    return menu

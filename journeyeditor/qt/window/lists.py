"""Menus whose items change: recent files, windows, personas. They are filled when they open."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from journeyeditor.errors import message
from journeyeditor.model.naming import persona_name
from journeyeditor.qt.actions.mnemonics import mark

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

MOST_RECENT = 10
RECENT = message("Open recent")


def follow(window: MainWindow, menu: QMenu, name: str) -> None:
    """Fills a list into a menu each time the menu opens, where it stands among the items that are there always."""
    if name == "@recent":
        recent = QMenu(window.speech.say(RECENT), menu)
        menu.addMenu(recent)
        menu.aboutToShow.connect(functools.partial(_refill, recent, _recent, window))  # the first file wakes it
        recent.aboutToShow.connect(functools.partial(_refill, recent, _recent, window))
        recent.aboutToShow.connect(lambda: mark(recent.actions()))
        _refill(recent, _recent, window)
        return
    source = _FILLS[name]
    made: list[QAction] = []
    above = menu.actions()[-1] if menu.actions() else None

    def renew() -> None:
        for action in made:
            menu.removeAction(action)
            action.deleteLater()
        made.clear()
        before = menu.actions()
        source(window, menu)
        made.extend(menu.actions()[len(before) :])
        below = before[before.index(above) + 1 :] if above in before else before
        if below:
            menu.insertActions(below[0], made)

    menu.aboutToShow.connect(renew)


def _refill(menu: QMenu, source: Callable[[MainWindow, QMenu], None], window: MainWindow) -> None:
    menu.clear()
    source(window, menu)


def plain(text: str) -> str:
    """A person's own text in a menu: `&` is only that."""
    short = text if len(text) <= 60 else text[:59] + "…"
    return " ".join(short.split()).replace("&", "&&")


def _recent(window: MainWindow, menu: QMenu) -> None:
    from journeyeditor.qt.files import opening  # noqa: PLC0415

    for one in window.program.settings.recent[:MOST_RECENT]:
        path = Path(one.path)
        action = menu.addAction(plain(f"{one.title or path.stem} — {path.name}"))
        action.setToolTip(one.path)
        action.triggered.connect(lambda _=False, path=path: opening.open_path(window, path))
    menu.setEnabled(bool(window.program.settings.recent))


def _windows(window: MainWindow, menu: QMenu) -> None:
    for one in window.program.windows:
        action = menu.addAction(plain(one.title))
        action.setCheckable(True)
        action.setChecked(one is window)
        action.triggered.connect(lambda _=False, one=one: _show(one))


def _show(window: MainWindow) -> None:
    """What was chosen by the name of its map shows it."""
    window.back_to_map()
    bring_forward(window)


def bring_forward(window: MainWindow) -> None:
    """Puts a window before all others."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


def _personas(window: MainWindow, menu: QMenu) -> None:
    if not window.has_map:
        return
    editor = window.editor
    for persona in editor.journey.personas():
        action = menu.addAction(plain(persona_name(persona, window.speech)))
        action.setCheckable(True)
        action.setChecked(editor.persona == persona.id)
        action.triggered.connect(lambda _=False, key=persona.id: editor.activate(key))


def _channels(window: MainWindow, menu: QMenu) -> None:
    from journeyeditor.qt.window import values  # noqa: PLC0415

    values.channels(window, menu)


def _evidence(window: MainWindow, menu: QMenu) -> None:
    from journeyeditor.qt.window import values  # noqa: PLC0415

    values.evidence(window, menu)


def _phases(window: MainWindow, menu: QMenu) -> None:
    from journeyeditor.qt.window import values  # noqa: PLC0415

    values.phases(window, menu)


_FILLS: dict[str, Callable[[MainWindow, QMenu], None]] = {
    "@windows": _windows,
    "@personas": _personas,
    "@channels": _channels,
    "@evidence": _evidence,
    "@phases": _phases,
}

"""What actions do with the window itself, each a function of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from journeyeditor.editor.health_lead import of_one_kind
from journeyeditor.errors import Message
from journeyeditor.qt.window.mounting import mount

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow
    from journeyeditor.qt.window.work import Work


def work_of(window: MainWindow) -> Work:
    """What shows the window's document. Raises RuntimeError on a window without one."""
    if window.work is None:
        raise RuntimeError("The window shows no document")
    return window.work


def open_find(window: MainWindow, *, replacing: bool = False) -> None:
    """Opens the find bar over the map."""
    window.commit_text()
    window.turn_to("map")
    work_of(window).part("find").open(replacing=replacing)


def capture(window: MainWindow) -> None:
    """Puts the keyboard into the parking lot's line, which is shown for that; where that lies over the map, once more
    puts both back.
    """
    work = work_of(window)
    was_opened = work.workspace.palette_opened
    window.commit_text()
    window.turn_to("map")
    if was_opened:
        work.workspace.open_palette(opened=False)
        work.canvas.setFocus()
        return
    work.workspace.open_palette()
    work.parking_lot.focus_field()


def show_records(window: MainWindow, keys: Sequence[str]) -> None:
    """Selects records on the map, those of the first one's kind, and brings the first of them into view."""
    window.turn_to("map")
    work, found = work_of(window), of_one_kind(window.editor.journey, keys)
    work.editor.select(found)
    if found:
        work.canvas.show_record(found[0])
    work.canvas.setFocus()


def show_health(window: MainWindow) -> None:
    """Shows the list of map health over the map."""
    window.turn_to("map")
    health = work_of(window).health
    if not health.is_open:
        health.toggle()


def present(window: MainWindow) -> None:
    """Shows the map on the whole screen."""
    window.commit_text()
    mount("presentation", window.desk, work_of(window)).begin()


def show_priorities(window: MainWindow) -> None:
    """Shows grid and votes in a window beside the map, which stays usable; the one that is there comes forward."""
    there = (one for one in window.findChildren(QDialog, "priorities") if one.isVisible())
    shown = next(there, None) or mount("priorities", window.desk, window)
    shown.show()
    shown.raise_()
    shown.activateWindow()


def say_quietly(window: MainWindow, what: Message, advice: Message | None = None, *, alarming: bool = False) -> None:
    """Shows a sentence over the bottom of the page: what was done, or with another sign what is to be minded."""
    if window.work is not None:
        window.work.banner.tell(what, advice, alarming=alarming, stays=alarming)


def after_saving(window: MainWindow, notes: Sequence[Message] = ()) -> None:
    """The document lies in its file: title and status bar say so."""
    for note in notes:
        say_quietly(window, note, alarming=True)
    if window.keeper is not None:
        window.keeper.saved()
    window.editor.viewed.tell(None)
    window.refresh_title()
    window.action_set.refresh()


def go_on(window: MainWindow) -> None:
    """Moves the keyboard to the next part of the window."""
    work = work_of(window)
    middle = work.canvas if window.page == "map" else work.workspace.middle
    over = (work.panels.over, work.notice)
    around = (work.toolbar, work.workspace.left, *over, middle, work.workspace.right, work.status)
    parts = [part for part in around if part is not None and part.isVisible()]
    focused = window.focusWidget()
    here = [
        n for n, part in enumerate(parts) if focused is not None and (part is focused or part.isAncestorOf(focused))
    ]
    start = here[-1] if here else -1
    for step in range(1, len(parts) + 1):
        part = parts[(start + step) % len(parts)]
        inner = part if part.focusPolicy() & Qt.FocusPolicy.TabFocus else _entry(work, part)
        if inner is not None:
            inner.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _entry(work: Work, part: QWidget) -> QWidget | None:
    """Where the keyboard comes into a part: into the inspector at its first field, not at the buttons over it."""
    fields = _first_in(work.inspector.page) if part is work.workspace.right else None
    return fields or _first_in(part)


def _first_in(part: QWidget) -> QWidget | None:
    """The first widget in a part that takes the keyboard."""
    for inner in part.findChildren(QWidget):
        if inner.isVisible() and inner.isEnabled() and inner.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return inner
    return None

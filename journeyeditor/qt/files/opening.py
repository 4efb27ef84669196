"""Opening journeys, and whatever else can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from journeyeditor.editor.document import Document
from journeyeditor.errors import JourneyError
from journeyeditor.exchange.recognising import FOREIGN_ENDINGS
from journeyeditor.files import BARE_SUFFIX, SUFFIX
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.parts.picking import folder_of
from journeyeditor.qt.window.lists import bring_forward

if TYPE_CHECKING:
    from journeyeditor.qt.application import Program
    from journeyeditor.qt.window.main_window import MainWindow

REMEMBER = 800
"""Milliseconds after the start until the file is noted as last open: the picture comes first."""


def ask_and_open(window: MainWindow) -> None:
    """Asks for a file and opens it."""
    say = window.speech.say
    kinds = f"{say('Journeys')} (*{SUFFIX} *{BARE_SUFFIX});;{say('All files')} (*)"
    names, _ = QFileDialog.getOpenFileNames(window, say("Open a journey"), usual_folder(window), kinds)
    for name in names:
        open_path(window, Path(name))


def usual_folder(window: MainWindow) -> str:
    """The folder to begin in: that of the document, or of the file that was open last, or of a person's documents."""
    recent = window.program.settings.recent
    if window.path is None and recent:
        return str(Path(recent[0].path).parent)
    return str(folder_of(window.document if window.has_map else None))


def open_at_start(program: Program, path: Path) -> None:
    """Opens a file that the program was started with: its map is the first thing that a window shows."""
    free = next((window for window in program.windows if not window.has_map), None)
    if free is not None or program.window_of(path) is not None or path.name.lower().endswith(FOREIGN_ENDINGS):
        open_path(free or _any_window(program), path, on_start=True)
        return
    try:
        document = Document.open(path)
        document.take_lock()
    except JourneyError:
        open_path(_any_window(program), path, on_start=True)
        return
    program.new_window(document)
    QTimer.singleShot(REMEMBER, program, lambda: _settle_down(program, path, document.journey.head.title))


def _any_window(program: Program) -> MainWindow:
    """One to ask and to tell from; a file that is opened from a window with a map gets another."""
    return program.windows[-1] if program.windows else program.new_window()


def _settle_down(program: Program, path: Path, title: str) -> None:
    """What can wait until the first picture is there."""
    from journeyeditor.qt.files import guarding  # noqa: PLC0415

    guarding.watch(program)
    program.remember(path, title)
    shown = program.window_of(path)
    if shown is not None:
        _offer_kept(shown)


def _offer_kept(window: MainWindow) -> None:
    """Work on this file that a program left behind is told of, after the first picture."""
    from journeyeditor.qt.recovery import offering  # noqa: PLC0415

    offering.look_for_kept(window)


def open_path(window: MainWindow, path: Path, *, on_start: bool = False) -> MainWindow | None:
    """Opens a file, or imports it if another program's name is on it; see `open_journey`."""
    if path.name.lower().endswith(FOREIGN_ENDINGS):
        from journeyeditor.qt.files import importing  # noqa: PLC0415

        return importing.import_path(window, path)
    return open_journey(window, path, on_start=on_start)


def open_journey(window: MainWindow, path: Path, *, on_start: bool = False) -> MainWindow | None:
    """Opens a file in this window if it has no document, else in another; None if it cannot be opened, which is told.

    A file that is open already comes forward. With `on_start` the window is not shown yet.
    """
    there = window.program.window_of(path)
    if there is not None:
        there.back_to_map()
        bring_forward(there)
        return there
    try:
        document = Document.open(path)
    except JourneyError as error:
        if on_start:
            window.show()
        tell_error(window if window.isVisible() else None, window.speech, error, path.name)
        return None
    from journeyeditor.qt.files import in_use  # noqa: PLC0415 - after the first picture

    allowed = in_use.locked(window, document)
    if allowed is None:
        return None
    shown = show(window, allowed)
    shown.program.remember(path, document.journey.head.title)
    QTimer.singleShot(REMEMBER, shown, lambda: _offer_kept(shown))
    if not on_start:
        bring_forward(shown)
    return shown


def show(window: MainWindow, document: Document) -> MainWindow:
    """Shows a document in this window if it has none, else in a new one."""
    if window.has_map:
        return window.program.new_window(document)
    window.show_document(document)
    return window

"""The running program: its windows, its settings, and how it begins and ends."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from journeyeditor.editor.settings import Settings, load_settings, save_settings
from journeyeditor.qt import look
from journeyeditor.qt.stock_words import StockWords
from journeyeditor.words import Words, language_of_user, languages, speak

if TYPE_CHECKING:
    from journeyeditor.editor.document import Document
    from journeyeditor.qt.window.main_window import MainWindow

NAME = "Journey Editor"
WORK = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.Drop}
)
"""What comes from a hand."""


class Program(QObject):
    """What all windows share. `settings_file` is where the settings lie; None for the usual place. `first` is a window
    that is on the screen already, and becomes the first that is asked for.
    """

    def __init__(self, settings_file: Path | None = None, first: MainWindow | None = None) -> None:
        super().__init__()
        self._first = first
        self._settings_file = settings_file
        self.settings: Settings = load_settings(settings_file)
        self.speech: Words = speak(self._language())
        self._stock = StockWords(self)
        self._stock.speak(self.speech)
        self.windows: list[MainWindow] = []
        self.worked_at = time.monotonic()
        """When the last key, click or movement came."""
        look.apply(self.settings.appearance)

    # -- settings ---------------------------------------------------------------------------------------------------
    def _language(self) -> str:
        wish = self.settings.language or language_of_user(os.environ)
        base = wish.partition("-")[0].lower()
        return wish if base in languages() else "en"

    def end(self) -> None:
        """Gives Qt its own words back."""
        self._stock.end()

    def change(self, settings: Settings) -> None:
        """Takes over other settings, at once in all windows, and remembers them."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        save_settings(settings, self._settings_file)
        if settings.appearance != before.appearance:
            look.apply(settings.appearance)
        if settings.language != before.language:
            self.speech = speak(self._language())
            self._stock.speak(self.speech)
        for window in tuple(self.windows):
            window.take_settings()

    def remember(self, path: Path, title: str) -> None:
        """Puts a file at the top of those last open."""
        self.change(self.settings.with_recent(path, title))

    # -- windows ----------------------------------------------------------------------------------------------------
    def new_window(self, document: Document | None = None) -> MainWindow:
        """Another window, with a document or with the start page."""
        from journeyeditor.qt.window.main_window import MainWindow  # noqa: PLC0415 - knows this module

        window, self._first = self._first or MainWindow(), None
        window.furnish(self, document)
        self.windows.append(window)
        return window

    def window_of(self, path: Path) -> MainWindow | None:
        """The window in which a file is open already."""
        wanted = _real(path)
        for window in self.windows:
            mine = window.path
            if mine is not None and _real(mine) == wanted:
                return window
        return None

    def forget(self, window: MainWindow) -> None:
        """A window has closed."""
        if window in self.windows:
            self.windows.remove(window)

    def quit(self) -> bool:
        """Closes all windows, or none: what is to become of unsaved work is asked for each before the first closes."""
        from journeyeditor.qt.files import closing  # noqa: PLC0415 - with the last picture

        if not closing.may_close_all(self.windows):
            return False
        for window in tuple(self.windows):
            window.close_settled()
        return True

    def settings_of_window(self, place: str) -> None:
        """Remembers where a window was."""
        if place != self.settings.window:
            self.settings = msgspec.structs.replace(self.settings, window=place)
            save_settings(self.settings, self._settings_file)

    def open(self, path: Path) -> None:
        """Opens a file that the system hands over."""
        from journeyeditor.qt.files import opening  # noqa: PLC0415 - after the first picture

        free = next((window for window in self.windows if not window.has_map), None)
        opening.open_path(free or self.new_window(), path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Files that the system asks to open, and its wish to quit (macOS); that somebody works."""
        if event.type() in WORK:
            self.worked_at = time.monotonic()
        elif isinstance(event, QFileOpenEvent) and event.file():
            self.open(Path(event.file()))
            return True
        elif event.type() == QEvent.Type.Quit and self.windows:  # Qt would close one after the other
            event.setAccepted(self.quit())
            return not event.isAccepted()
        return False


def _real(path: Path) -> str:
    return os.path.realpath(path)

"""Qt's own few words (the menu of a text field, a calendar, a file dialog) in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from journeyeditor.errors import Message, message
from journeyeditor.words import Words

MISSING: Mapping[str, Message] = {
    "&Look in:": message("&Look in:"),
    "Files of &type:": message("Files of &type:"),
    "Page &Set:": message("Page &Set:"),
}
"""Of the dialogs for files and for printers: what the translations that come with Qt leave in English."""


class StockWords:
    """What Qt says. One for the program, in one language at a time."""

    def __init__(self, parent: QObject) -> None:
        self._ours, self._qts = _Missing(parent), QTranslator(parent)

    def speak(self, speech: Words) -> None:
        """From now on in this language."""
        self.end()
        self._ours.say_in(speech)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        QCoreApplication.installTranslator(self._ours)  # asked last: what is installed later is asked first
        if self._qts.load(f"qtbase_{speech.language}", folder):
            QCoreApplication.installTranslator(self._qts)

    def end(self) -> None:
        """Gives Qt its own words back."""
        for one in (self._ours, self._qts):
            QCoreApplication.removeTranslator(one)


class _Missing(QTranslator):
    """Asked by Qt for each word of its own that nobody has translated."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}

    def say_in(self, speech: Words) -> None:
        """What it answers."""
        said = {text: speech.say(ours) for text, ours in MISSING.items()}
        self._words = {text: ours for text, ours in said.items() if ours != text}

    def isEmpty(self) -> bool:  # noqa: N802
        """An empty one Qt would not ask."""
        return not self._words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        """Qt's; None leaves the word as it is."""
        return self._words.get(source)  # type: ignore[return-value]

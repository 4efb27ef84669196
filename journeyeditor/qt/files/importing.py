"""Importing from another format, with what was guessed, changed or dropped shown before anything is lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor.document import Document
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.recognising import DIAGRAM_ENDINGS, FOREIGN_ENDINGS, TABLE_ENDINGS, FileKind, kind_of
from journeyeditor.files.loading import read_bytes
from journeyeditor.qt.files import opening
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.qt.parts.on_screen import run
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.lists import bring_forward
from journeyeditor.words import Words

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def ask_and_import(window: MainWindow) -> MainWindow | None:
    """Asks for a file in another format and imports it."""
    say = window.speech.say
    kinds = ";;".join((
        f"{say('All that can be imported')} ({_pattern(*FOREIGN_ENDINGS, '.json')})",
        f"{say('Tables')} ({_pattern(*TABLE_ENDINGS)})",
        f"{say('Mermaid diagrams')} ({_pattern(*DIAGRAM_ENDINGS)})",
        "JSON (*.json)",
        f"{say('All files')} (*)",
    ))  # fmt: skip
    name, _ = QFileDialog.getOpenFileName(window, say("Import"), opening.usual_folder(window), kinds)
    return import_path(window, Path(name)) if name else None


def _pattern(*endings: str) -> str:
    return " ".join(f"*{ending}" for ending in endings)


def import_path(window: MainWindow, path: Path) -> MainWindow | None:
    """Imports a file into this window if it has no document, else into another, and tells what came of it.

    Which column of a table holds what is asked where it cannot be seen; cancelled, nothing has happened.
    """
    try:
        data = read_bytes(path)
        kind = kind_of(path.name, data)
        if kind == "journey":
            return opening.open_journey(window, path)
        came = _asked(window, path, data) if _is_doubtful(data, kind) else _imported(path, data, kind)
    except JourneyError as error:
        tell_error(window if window.isVisible() else None, window.speech, error, path.name)
        return None
    if came is None:
        return None
    shown = opening.show(window, Document(came.journey))
    bring_forward(shown)
    _tell(shown, came, path.name)
    return shown


def _imported(path: Path, data: bytes, kind: FileKind) -> Imported:
    """The journey in the bytes of a table or a diagram. Raises BadInput."""
    if kind == "csv":
        from journeyeditor.exchange.table import read_csv  # noqa: PLC0415

        return read_csv(data, name=path.stem)
    from journeyeditor.exchange.mermaid import read_mermaid  # noqa: PLC0415

    return read_mermaid(data, name=path.stem)


def _is_doubtful(data: bytes, kind: FileKind) -> bool:
    """Whether it is a table of which a person knows better than we what is in it."""
    if kind != "csv":
        return False
    from journeyeditor.exchange.table import doubtful  # noqa: PLC0415

    return doubtful(data)


def _asked(window: MainWindow, path: Path, data: bytes) -> Imported | None:
    """The journey as a person wants its table read; None if they think better of it."""
    from journeyeditor.qt.files.columns import ColumnsDialog  # noqa: PLC0415

    dialog = ColumnsDialog(data, path.name, window.speech, window if window.isVisible() else None)
    return dialog.came if run(dialog) else None


def _tell(shown: MainWindow, came: Imported, name: str) -> None:
    """What came in: in a line where there is nothing to remark, else over the remarks."""
    if len(came.report):
        run(ReportDialog(came, name, shown.speech, shown))
    else:
        say_quietly(shown, message("“{file}” is here: {list}.", file=name, list=listed(came, shown.speech)))


def listed(came: Imported, speech: Words) -> str:
    """What came in, counted: "6 stages, 24 touchpoints and 2 personas"."""
    from journeyeditor.exchange.table import what_came  # noqa: PLC0415

    return speech.list([speech.say(one) for one in what_came(came.journey)])


class RemarksDialog(QDialog):
    """What there is to say about a file that was opened, line by line."""

    def __init__(
        self, title: str, under: str, remarks: Sequence[str], speech: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        say = speech.say
        self.setWindowTitle(title)
        self.resize(560, 440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wraps=True))
        if under:
            column.addWidget(label(under, "muted", wraps=True))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(say("Remarks"))
        self.list.addItems(list(remarks))
        column.addWidget(self.list, 1)
        close = wear(QPushButton(say("Go to the map")), "filled")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column.addLayout(foot(close))


class ReportDialog(RemarksDialog):
    """What an import had to guess, change or drop."""

    def __init__(self, came: Imported, name: str, speech: Words, parent: QWidget | None = None) -> None:
        title = speech.say("“{file}” is here, with some remarks", file=name)
        under = f"{speech.say('Came in: {list}', list=listed(came, speech))}\n{came.report.summary(speech)}"
        super().__init__(title, under, came.report.told(speech), speech, parent)


def show_notes(notes: Sequence[Message], name: str, speech: Words, parent: QWidget) -> None:
    """What was left out or mended in a file of our own, where that is more than a sentence; does not wait."""
    title = speech.say("“{file}” is here, with some remarks", file=name)
    dialog = RemarksDialog(title, "", [speech.say(note) for note in notes], speech, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()

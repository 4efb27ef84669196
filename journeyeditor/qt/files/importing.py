"""Importing from another format, with what was guessed, changed or dropped shown before anything is lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor.document import Document
from journeyeditor.errors import JourneyError, Message, counted, message
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.report import NoticeKind, Report
from journeyeditor.files.loading import read_bytes
from journeyeditor.qt.files import opening
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.lists import bring_forward
from journeyeditor.words import Words

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

TABLES = (".csv", ".tsv")
DIAGRAMS = (".mmd", ".mermaid", ".md", ".markdown")


def ask_and_import(window: MainWindow) -> MainWindow | None:
    """Asks for a file in another format and imports it."""
    say = window.speech.say
    endings = " ".join(f"*{ending}" for ending in (*TABLES, *DIAGRAMS, ".json"))
    kinds = (
        f"{say('All that can be imported')} ({endings});;{say('Tables')} (*.csv *.tsv);;"
        f"{say('Mermaid diagrams')} (*.mmd *.mermaid *.md *.markdown);;JSON (*.json);;{say('All files')} (*)"
    )
    name, _ = QFileDialog.getOpenFileName(window, say("Import"), opening.usual_folder(window), kinds)
    return import_path(window, Path(name)) if name else None


def import_path(window: MainWindow, path: Path) -> MainWindow | None:
    """Imports a file into this window if it has no document, else into another, and tells what came of it.

    Which column of a table holds what is asked where it cannot be seen; cancelled, nothing has happened.
    """
    try:
        data = read_bytes(path)
        if not _is_foreign(path, data):
            return opening.open_path(window, path)
        came = _asked(window, path, data) if _is_doubtful(path, data) else imported(path, data)
    except JourneyError as error:
        tell_error(window if window.isVisible() else None, window.speech, error, path.name)
        return None
    if came is None:
        return None
    shown = opening.show(window, Document(came.journey))
    bring_forward(shown)
    _tell(shown, came, path.name)
    return shown


def imported(path: Path, data: bytes) -> Imported:
    """The journey in the bytes of a table or a diagram. Raises BadInput."""
    if _is_table(path, data):
        from journeyeditor.exchange.table import read_csv  # noqa: PLC0415

        return read_csv(data, name=path.stem)
    from journeyeditor.exchange.mermaid import read_mermaid  # noqa: PLC0415

    return read_mermaid(data, name=path.stem)


def _is_table(path: Path, data: bytes) -> bool:
    return path.suffix.lower() in TABLES or not _looks_like_diagram(path, data)


def _is_doubtful(path: Path, data: bytes) -> bool:
    """Whether it is a table of which a person knows better than we what is in it."""
    if not _is_table(path, data):
        return False
    from journeyeditor.exchange.table import doubtful  # noqa: PLC0415

    return doubtful(data)


def _asked(window: MainWindow, path: Path, data: bytes) -> Imported | None:
    """The journey as a person wants its table read; None if they think better of it."""
    from journeyeditor.qt.files.columns import ColumnsDialog  # noqa: PLC0415

    dialog = ColumnsDialog(data, path.name, window.speech, window if window.isVisible() else None)
    try:
        return dialog.came if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def _tell(shown: MainWindow, came: Imported, name: str) -> None:
    """What came in: in a line where there is nothing to remark, else over the remarks."""
    if len(came.report):
        ReportDialog(came, name, shown.speech, shown).exec()
    else:
        say_quietly(shown, message("“{file}” is here: {list}.", file=name, list=listed(came, shown.speech)))


def listed(came: Imported, speech: Words) -> str:
    """What came in, counted: "6 stages, 24 touchpoints and 2 personas"."""
    from journeyeditor.exchange.table import what_came  # noqa: PLC0415

    return speech.list([speech.say(one) for one in what_came(came.journey)])


def _is_foreign(path: Path, data: bytes) -> bool:
    if path.suffix.lower() in (*TABLES, *DIAGRAMS):
        return True
    if data.startswith(b"PK\x03\x04") or data.lstrip().startswith(b"{"):
        return False
    from journeyeditor.exchange.table import looks_like_csv  # noqa: PLC0415

    return _looks_like_diagram(path, data) or looks_like_csv(data)


def _looks_like_diagram(path: Path, data: bytes) -> bool:
    from journeyeditor.exchange.mermaid import looks_like_mermaid  # noqa: PLC0415

    return path.suffix.lower() in DIAGRAMS or looks_like_mermaid(data)


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
        row = QHBoxLayout()
        row.addStretch(1)
        close = wear(QPushButton(say("Go to the map")), "filled")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)


class ReportDialog(RemarksDialog):
    """What an import had to guess, change or drop."""

    def __init__(self, came: Imported, name: str, speech: Words, parent: QWidget | None = None) -> None:
        title = speech.say("“{file}” is here, with some remarks", file=name)
        under = f"{speech.say('Came in: {list}', list=listed(came, speech))}\n{summary(came.report, speech)}"
        super().__init__(title, under, lines(came.report, speech), speech, parent)


def show_notes(notes: Sequence[Message], name: str, speech: Words, parent: QWidget) -> None:
    """What was left out or mended in a file of our own, where that is more than a sentence; does not wait."""
    title = speech.say("“{file}” is here, with some remarks", file=name)
    dialog = RemarksDialog(title, "", [speech.say(note) for note in notes], speech, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def summary(report: Report, speech: Words) -> str:
    """How many remarks there are of each kind."""
    counts = report.counts
    parts = [
        speech.say(text)
        for number, text in (
            (counts.get("guessed", 0), counted("{n} guess", "{n} guesses", counts.get("guessed", 0))),
            (counts.get("changed", 0), counted("{n} change", "{n} changes", counts.get("changed", 0))),
            (counts.get("dropped", 0), counted("{n} thing left out", "{n} things left out", counts.get("dropped", 0))),
        )
        if number
    ]
    return speech.list(parts)


def lines(report: Report, speech: Words) -> list[str]:
    """The remarks in the order of the file."""
    say = speech.say
    kinds: dict[NoticeKind, str] = {"guessed": say("guessed"), "changed": say("changed"), "dropped": say("dropped")}
    found = []
    for notice in report:
        told = say("{kind}: {sentence}", kind=kinds[notice.kind], sentence=notice.message)
        where = say("line {line}", line=notice.line) if notice.line is not None else ""
        found.append(say("{place}: {sentence}", place=where, sentence=told) if where else told)
    if report.more:
        found.append(speech.plural("… and {n} more remark.", "… and {n} more remarks.", report.more))
    return found

"""Writing an export and handing it on: to a file, to the printer, to the file manager."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget

from journeyeditor.editor.document import Document
from journeyeditor.editor.exporting import Wish, places, usual_name
from journeyeditor.errors import JourneyError, Message, counted, message
from journeyeditor.files import write_all
from journeyeditor.publish import Published
from journeyeditor.qt.export.making import Made, Maker
from journeyeditor.qt.export.printing import page_sizes, prepared, print_pages
from journeyeditor.qt.export.written import WrittenDialog
from journeyeditor.qt.messages import CANCEL, ask, tell_error
from journeyeditor.qt.parts.on_screen import run
from journeyeditor.qt.parts.picking import folder_of, pick_place
from journeyeditor.words import Words

KINDS: dict[str, Message] = {
    ".pdf": message("PDF documents"),
    ".svg": message("SVG pictures"),
    ".png": message("PNG pictures"),
    ".csv": message("CSV tables"),
    ".journey.json": message("Journeys as JSON"),
    ".mmd": message("Mermaid diagrams"),
    ".md": message("Markdown texts"),
}
"""What is written, by the ending of the file."""
_ROLE = QMessageBox.ButtonRole


class Saver(QObject):
    """Asks where to, makes what is not made yet, writes it, and offers to open it."""

    busy = Signal(str)
    """What is being done; empty when nothing is."""

    def __init__(self, dialog: QWidget, document: Document, speech: Words) -> None:
        super().__init__(dialog)
        self._dialog, self._document, self._speech = dialog, document, speech
        self._maker = Maker(document.journey, self)
        self._maker.made.connect(self._made)
        self._maker.progressed.connect(lambda what: self.busy.emit(speech.say(what)))
        self._target: Path | None = None
        self._wish = Wish()
        self._making = False
        self.folder = folder_of(document)

    def save(self, wish: Wish, published: Published | None) -> None:
        """Asks for a name, and writes there."""
        target = self._asked(wish)
        if target is None:
            return
        self._target, self._wish = target, wish
        if published is not None:
            self._write(published)
        else:
            self._make(wish)

    def print(self, wish: Wish, published: Published | None) -> None:
        """Through the system's print dialog, at true scale."""
        self._target, self._wish = None, wish
        if published is not None and wish.format == "pdf":
            self.print_data(published.data)
        else:
            self._make(replace(wish, format="pdf"))

    def stop(self) -> None:
        """Nothing more is written."""
        self._maker.wait()

    @property
    def is_busy(self) -> bool:
        """Whether something is being made to be written or printed."""
        return self._making

    def give_up(self) -> None:
        """What is being made is neither written nor printed; does not wait for it to end."""
        self._maker.stop()
        self._making = False
        self.busy.emit("")

    def _make(self, wish: Wish) -> None:
        self._making = True
        self._maker.make(wish, preview=False)

    # -- files ------------------------------------------------------------------------------------------------------
    def _asked(self, wish: Wish) -> Path | None:
        title = self._speech.say("Save {kind}", kind=wish.kind.upper())
        usual = self.folder / usual_name(self._document.journey, self._document.path, wish)
        kinds = dict.fromkeys((wish.ending, f".{wish.ending.rpartition('.')[2]}"), KINDS[wish.ending])
        return pick_place(self._dialog, self._speech, title, str(usual), kinds)

    def _made(self, made: Made) -> None:
        self._making = False
        self.busy.emit("")
        if made.problem is not None:
            self._tell(made.problem)
        elif made.published is not None and self._target is not None:
            self._write(made.published)
        elif made.published is not None:
            self.print_data(made.published.data)

    def _write(self, published: Published) -> None:
        if self._target is None:
            return
        files = places(self._target, self._wish, published)
        more = [path for path in files if path != self._target and path.exists()]
        if more and not self._may_replace(more):
            return
        try:
            written = write_all(files)
        except JourneyError as problem:
            self._tell(problem)
            return
        self.folder = self._target.parent
        self.offer(list(files), tuple(chain.from_iterable(written.values())))

    def _may_replace(self, files: list[Path]) -> bool:
        text = counted(
            "{n} file of that name is there already.", "{n} files of these names are there already.", len(files)
        )
        answers = (("replace", message("Replace"), _ROLE.AcceptRole), CANCEL)
        return ask(self._dialog, self._speech, text, self._speech.say("Replace them?"), answers) == "replace"

    def offer(self, files: list[Path], notes: Sequence[Message] = ()) -> None:
        """Files were written: they can be opened, or shown where they lie. `notes` are what there is to say of them."""
        run(WrittenDialog(files, notes, self._speech, self._dialog.window()))

    # -- printer ----------------------------------------------------------------------------------------------------
    def print_data(self, data: bytes) -> None:
        """Asks for the printer, and prints our own PDF on it."""
        sizes = page_sizes(data)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(usual_name(self._document.journey, self._document.path, self._wish))
        prepared(printer, sizes[0])
        dialog = QPrintDialog(printer, self._dialog)
        dialog.setMinMax(1, len(sizes))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if run(dialog):
            self.send(data, printer, _chosen(printer, len(sizes)))

    def send(self, data: bytes, printer: QPrinter, pages: list[int]) -> bool:
        """Prints these pages (from nought) with progress; False if it was stopped."""
        say = self._speech.say
        progress = QProgressDialog(say("Printing"), say("Cancel"), 0, len(pages), self._dialog)
        progress.setWindowModality(Qt.WindowModality.WindowModal)  # while it prints, nothing else is begun or closed
        progress.setMinimumDuration(400)
        progress.setWindowTitle(say("Printing"))

        def stop(page: int, count: int) -> bool:
            progress.setLabelText(say("Printing page {number} of {count}", number=page + 1, count=count))
            progress.setValue(page)
            QApplication.processEvents()
            return progress.wasCanceled()

        try:
            return print_pages(data, printer, pages, stop)
        finally:
            progress.close()
            progress.deleteLater()

    # -- telling ----------------------------------------------------------------------------------------------------
    def _tell(self, problem: JourneyError) -> None:
        tell_error(self._dialog, self._speech, problem)


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """The pages that were asked for in the dialog."""
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        return list(range(max(1, printer.fromPage()) - 1, min(count, printer.toPage() or count)))
    return list(range(count))

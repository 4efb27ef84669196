"""Asking for the file of a picture, beside the document first, later where the last picture was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journeyeditor.editor.document import Document
from journeyeditor.errors import message
from journeyeditor.words import Words

ENDINGS = "(*.png *.jpg *.jpeg *.webp)"


class Picking:
    """Where pictures are looked for."""

    last = ""
    """The folder of the last picture, as long as the program runs; empty before the first."""


def folder_of(document: Document | None) -> Path:
    """Where the file of a document lies, or that which it was made of; else a person's own documents."""
    path = (document.path or document.copy_of) if document is not None else None
    if path is not None:
        return path.absolute().parent
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def pick_picture(parent: QWidget | None, title: str, speech: Words, document: Document) -> Path | None:
    """The file that a person chooses; None if none."""
    kinds = f"{speech.say(message('Pictures'))} {ENDINGS}"
    start = Picking.last or str(folder_of(document))
    name, _ = QFileDialog.getOpenFileName(parent, title, start, kinds)
    if not name:
        return None
    Picking.last = str(Path(name).parent)
    return Path(name)

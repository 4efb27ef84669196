"""Asking for files: for a picture beside the document first, later where the last picture was; for a place to write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from journeyeditor.editor.document import Document
from journeyeditor.errors import Message, message
from journeyeditor.qt.messages import CANCEL, ask
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


def pick_place(
    parent: QWidget | None, speech: Words, title: str, start: str, kinds: Mapping[str, Message]
) -> Path | None:
    """Where to write; None for nowhere. `kinds` is what a file is, by its ending.

    A name without one of these endings gets that of the kind which is chosen. The dialog has asked then whether another
    file may be replaced, if any: so it is asked here.
    """
    filters = {f"{speech.say(text)} (*{ending})": ending for ending, text in kinds.items()}
    name, chosen = QFileDialog.getSaveFileName(parent, title, start, ";;".join(filters))
    if not name or name.lower().endswith(tuple(kinds)):
        return Path(name) if name else None
    path = Path(name + filters.get(chosen, next(iter(kinds))))
    return path if not path.exists() or may_replace(parent, speech, path.name) else None


def may_replace(parent: QWidget | None, speech: Words, name: str) -> bool:
    """Asks whether a file that is there already may be written over."""
    answers = (("replace", message("Replace"), QMessageBox.ButtonRole.DestructiveRole), CANCEL)
    question = message("There is a file “{file}” already.", file=name)
    return ask(parent, speech, question, speech.say("Replace writes over it."), answers) == "replace"

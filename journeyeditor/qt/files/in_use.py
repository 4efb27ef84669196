"""A file that somebody has open already: whose it is, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from journeyeditor.editor.document import Document
from journeyeditor.editor.in_use import told_of_holder
from journeyeditor.errors import message
from journeyeditor.files.locks import Holder, InUse
from journeyeditor.qt.files import guarding
from journeyeditor.qt.messages import CANCEL, Answer, ask

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

_ROLE = QMessageBox.ButtonRole
READ: Answer = ("read", message("Open read-only"), _ROLE.AcceptRole)
COPY: Answer = ("copy", message("Open a copy"), _ROLE.ActionRole)
ANYWAY: Answer = ("anyway", message("Open anyway"), _ROLE.DestructiveRole)


def locked(window: MainWindow, document: Document) -> Document | None:
    """Locks the file of a document that is to be shown, as the last step before. What is to be shown then: it, to be
    saved under another name only; a copy without a file; None for nothing.
    """
    try:
        document.take_lock()
    except InUse as found:
        return _settled(window, document, found.holder)
    guarding.watch(window.program)
    return document


def _settled(window: MainWindow, document: Document, holder: Holder) -> Document | None:
    path = document.path or Path()
    question, more = told_of_holder(path, holder, window.speech)
    answers: tuple[Answer, ...] = (READ, COPY, ANYWAY, CANCEL)
    if holder.is_this_process:
        answers = (COPY, CANCEL)
    elif holder.state in ("silent", "unknown"):
        answers = (ANYWAY, READ, COPY, CANCEL)
    window.show()
    answer = ask(window, window.speech, question, more, answers)
    if answer == "anyway":
        document.take_lock(from_whomever=True)
        guarding.watch(window.program)
        return document
    if answer == "copy":
        return document.copy()
    if answer == "read":
        document.open_elsewhere = True
        document.notes = (
            *document.notes,
            message("“{file}” is open elsewhere. What you change here is saved under another name.", file=path.name),
        )
        return document
    return None

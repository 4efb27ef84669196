"""A file that somebody has open already: whose it is, and what to do."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from journeyeditor.editor.document import Document
from journeyeditor.errors import Message, message
from journeyeditor.files.locks import Holder, InUse
from journeyeditor.qt.files import guarding
from journeyeditor.qt.messages import CANCEL, Answer, ask
from journeyeditor.qt.window.moments import moment_said
from journeyeditor.words import Words

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
    question, more = told(path, holder, window.speech)
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


def told(path: Path, holder: Holder, speech: Words, *, opening: bool = True) -> tuple[Message, str]:
    """The question, and the facts under it; when it is to be opened, what the answers mean too."""
    say, now = speech.say, time.time()
    person = holder.person or say("Somebody")
    since = moment_said(holder.since, now, speech)
    name = path.name
    if holder.is_this_process:
        return message("“{file}” is open in another window.", file=name), ""
    if holder.state == "unknown":
        question = message("Somebody may have “{file}” open.", file=name)
        return question, say("A lock lies beside it that cannot be read. A full disk may have left it there.")
    how = say("Read-only: what you change is saved under another name. A copy has no file yet.")
    if holder.state == "silent":
        question = message("“{file}” may still be open on another computer.", file=name)
        seen = moment_said(holder.seen, now, speech)
        facts = say(
            "{person} opened it on “{host}” ({since}); the last sign of life came {seen}. A crash or a power cut may "
            "have left its lock behind.",
            person=person, host=holder.host, since=since, seen=seen,
        )  # fmt: skip
    elif holder.state == "here":
        question = message("“{file}” is open in another Journey Editor on this computer.", file=name)
        facts = say("{person} opened it ({since}).", person=person, since=since)
    else:
        question = message("“{file}” is open on another computer.", file=name)
        facts = say("{person} opened it on “{host}” ({since}).", person=person, host=holder.host, since=since)
    return question, f"{facts}\n\n{how}" if opening else facts

"""Saving, and what to do where the file is another one by now."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from journeyeditor.editor.file_names import beside, file_name
from journeyeditor.editor.in_use import told_of_holder
from journeyeditor.errors import CannotWrite, JourneyError, Message, message
from journeyeditor.files import BARE_SUFFIX, SUFFIX, ChangedOnDisk
from journeyeditor.files.keeping_versions import keeper
from journeyeditor.files.locks import InUse
from journeyeditor.qt.files import guarding
from journeyeditor.qt.files.opening import usual_folder
from journeyeditor.qt.messages import CANCEL, ask, tell_error
from journeyeditor.qt.parts.picking import pick_place
from journeyeditor.qt.window.deeds import after_saving

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

_ROLE = QMessageBox.ButtonRole


def save(window: MainWindow) -> bool:
    """Saves to the document's own file, asking for one where it has none; True if it is saved."""
    window.commit_text()
    document = window.document
    if document.path is None or document.must_move:
        return save_as(window)
    return _write(window, None)


def save_as(window: MainWindow) -> bool:
    """Asks for a name and saves under it; True if it is saved."""
    window.commit_text()
    path = _ask_name(window)
    return path is not None and _write(window, path)


def _ask_name(window: MainWindow) -> Path | None:
    title = window.speech.say("Save the journey")
    kinds = {SUFFIX: message("Journey"), BARE_SUFFIX: message("Journey for version control")}
    return pick_place(window, window.speech, title, _proposed(window), kinds)


def _proposed(window: MainWindow) -> str:
    """The name to begin with; where its own file must not be written over, one that nobody has."""
    say, document = window.speech.say, window.document
    if document.path is not None and not document.must_move:
        return str(document.path)
    source = document.path or document.copy_of
    if source is not None:
        return str(beside(source, say("mine") if document.path is not None else say("copy")))
    folder, name = usual_folder(window), file_name(window.title, say("journey"))
    return str(Path(folder) / name) if folder else name


def _write(window: MainWindow, path: Path | None, *, over_strangers: bool = False, from_whomever: bool = False) -> bool:
    document = window.document
    try:
        _refuse_other_windows(window, path)
        saved = document.save(
            path,
            over_strangers=over_strangers,
            preview=preview_of(window),
            locking="from whomever" if from_whomever else "yes",
        )
    except ChangedOnDisk:
        return _settle(window)
    except InUse as found:
        return path is not None and _settle_in_use(window, path, found)
    except JourneyError as error:
        name = (path or document.path or Path()).name
        return _otherwise(window, error, name)
    keeper.keep(saved)
    guarding.watch(window.program)
    window.saved_at = time.time()
    window.program.remember(saved.path, document.journey.head.title)
    after_saving(window, saved.notes)
    return True


def _refuse_other_windows(window: MainWindow, path: Path | None) -> None:
    """Raises CannotWrite for the file of another window: that would go on with something else than lies in it."""
    if path is not None and window.program.window_of(path) not in (None, window):
        problem = message("This file is open in another window.")
        raise CannotWrite(problem, message("Save it under another name."))


def preview_of(window: MainWindow) -> bytes | None:
    """The small picture for file managers, painted by the screen's own painter: no PDF is made for it."""
    from journeyeditor.qt.files.copying import png_of  # noqa: PLC0415

    return png_of(window, 512)


def _otherwise(window: MainWindow, error: JourneyError, name: str) -> bool:
    """The file could not be written: another name may help."""
    if not isinstance(error, CannotWrite):
        tell_error(window, window.speech, error, name)
        return False
    problem = message("{file}: {problem}", file=name, problem=error.problem)
    more = window.speech.say(error.advice) if error.advice is not None else ""
    answers = (("other", message("Save as…"), _ROLE.AcceptRole), CANCEL)
    return ask(window, window.speech, problem, more, answers) == "other" and save_as(window)


def _settle_in_use(window: MainWindow, path: Path, found: InUse) -> bool:
    """Somebody has the file open that is to be written over."""
    if found.holder.is_this_process:
        return _otherwise(window, found, path.name)
    question, more = told_of_holder(path, found.holder, window.speech, opening=False)
    answers = (
        ("other", message("Save as…"), _ROLE.AcceptRole),
        ("anyway", message("Save anyway"), _ROLE.DestructiveRole),
        CANCEL,
    )
    answer = ask(window, window.speech, question, more, answers)
    if answer == "anyway":
        return _write(window, path, from_whomever=True)
    return answer == "other" and save_as(window)


def _settle(window: MainWindow) -> bool:
    """Somebody else has saved the file in the meantime. Nothing is lost whatever is answered, but by "replace"."""
    document = window.document
    name = document.path.name if document.path is not None else ""
    question: Message = message("Somebody else has saved “{file}” since it was opened here.", file=name)
    more = window.speech.say(
        "Keep both saves yours beside it under another name. Replace writes yours over the other one."
    )
    answers = (
        ("both", message("Keep both"), _ROLE.AcceptRole),
        ("other", message("Save as…"), _ROLE.ActionRole),
        ("replace", message("Replace"), _ROLE.DestructiveRole),
        CANCEL,
    )
    answer = ask(window, window.speech, question, more, answers)
    if answer == "both" and document.path is not None:
        return _write(window, beside(document.path, window.speech.say("mine")))
    if answer == "replace":
        return _write(window, None, over_strangers=True)
    return answer == "other" and save_as(window)

"""Closing with a plain question that names what would be lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from journeyeditor.editor.commands.capturing import capture
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.losing import loss
from journeyeditor.errors import message
from journeyeditor.qt.messages import CANCEL, ask
from journeyeditor.qt.window.lists import bring_forward
from journeyeditor.words.moments import clock

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

_ROLE = QMessageBox.ButtonRole


def _keep_line(editor: Editor) -> None:
    """A line half typed for the parking lot is a note from now on: nobody would look for it anywhere else."""
    if editor.jotted.strip():
        line = editor.jotted
        editor.jot("")
        capture(editor, line)


def may_close_all(windows: Sequence[MainWindow]) -> bool:
    """Whether all windows may close; stops asking at the first that is to stay. Nothing is closed, so all stay then."""
    return all(may_close(window) for window in tuple(windows))


def may_close(window: MainWindow) -> bool:
    """Whether the window may close: nothing is unsaved, or it was saved now, or it is to be lost."""
    if not window.has_map:
        return True
    window.commit_text()
    _keep_line(window.editor)
    document = window.document
    if document.is_saved:
        return True
    bring_forward(window)
    since = clock(window.speech, window.saved_at) if window.saved_at is not None else ""
    question = message("Save the changes to “{title}” before it closes?", title=window.title)
    answers = (
        ("save", message("Save"), _ROLE.AcceptRole),
        ("lose", message("Don’t save"), _ROLE.DestructiveRole),
        CANCEL,
    )
    answer = ask(window, window.speech, question, loss(document, window.speech, since), answers)
    if answer == "save":
        from journeyeditor.qt.files import saving  # noqa: PLC0415

        return saving.save(window)
    return answer == "lose"

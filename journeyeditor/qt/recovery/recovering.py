"""Opens work that was left behind. The user's file stays as it is until the person saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeyeditor.editor.recording import document_of
from journeyeditor.errors import JourneyError, message
from journeyeditor.files.recovery import Leftover, discard, recovered
from journeyeditor.qt.files import in_use, opening
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.recovery.keeper import Keeper
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.lists import bring_forward

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def recover(window: MainWindow, leftover: Leftover) -> MainWindow | None:
    """Shows recovered work in a window; its log goes only after a new one holds it. None if it cannot be read."""
    name = Path(leftover.facts.path).name if leftover.facts.path else leftover.facts.title
    try:
        found = recovered(leftover)
    except JourneyError as error:
        tell_error(window, window.speech, error, name)
        return None
    document = in_use.locked(window, document_of(found))
    if document is None:
        return None
    shown = opening.show(window, document)
    bring_forward(shown)
    shown.keeper = Keeper(shown.editor, shown)
    shown.editor.jot(found.facts.jotted)
    shown.keeper.recording.flush()
    shown.keeper.recording.log.wait()
    if not shown.keeper.recording.log.trouble:
        discard(leftover.log)
    if found.is_whole:
        say_quietly(shown, message("This is your unsaved work."), message("Save it to keep it in its file."))
    else:
        say_quietly(
            shown,
            message("The last changes could not be read; everything before them is here."),
            message("Save it to keep it in its file."),
            alarming=True,
        )
    return shown

"""Opens work that was left behind. The user's file stays as it is until the person saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeyeditor.editor.document import Document
from journeyeditor.editor.recording import document_of
from journeyeditor.edits.bringing_back import bring_back
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.files.recovery import Leftover, Recovered, discard, recovered
from journeyeditor.qt.files import in_use, opening
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.recovery.keeper import Keeper
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.lists import bring_forward

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def fits(window: MainWindow, leftover: Leftover) -> bool:
    """Whether kept work continues exactly what a window shows: the file as it was then, not changed since."""
    document, facts = window.document, leftover.facts
    return document.is_saved and not document.read_only and (document.hash or "") == facts.hash


def recover(window: MainWindow, leftover: Leftover) -> MainWindow | None:
    """Shows recovered work in a window; its log goes only after a new one holds it. None if it cannot be read.

    Where its file is open already it comes into that map as one step, or is a copy if the map is another one by now.
    """
    name = Path(leftover.facts.path).name if leftover.facts.path else leftover.facts.title
    try:
        found = recovered(leftover)
    except JourneyError as error:
        tell_error(window, window.speech, error, name)
        return None
    there = window.program.window_of(Path(leftover.facts.path)) if leftover.facts.path else None
    if there is not None and fits(there, leftover):
        return _come_in(there, leftover, found)
    if there is not None:
        return _open_copy(there, leftover, found)
    document = in_use.locked(window, document_of(found))
    if document is None:
        return None
    return _open(window, document, leftover, found)


def _open(window: MainWindow, document: Document, leftover: Leftover, found: Recovered) -> MainWindow:
    shown = opening.show(window, document)
    bring_forward(shown)
    if shown.keeper is None:
        shown.keeper = Keeper(shown.editor, shown)
    shown.editor.jot(found.facts.jotted)
    _hand_over(shown.keeper, leftover)
    _say(shown, found, message("This is your unsaved work."), message("Save it to keep it in its file."))
    return shown


def _open_copy(there: MainWindow, leftover: Leftover, found: Recovered) -> MainWindow:
    """What is shown stays as it is: the work is beside it."""
    document = Document(found.journey, saved=False)
    document.copy_of = Path(leftover.facts.path)
    shown = _open(there, document, leftover, found)
    told = message("This is your unsaved work, as a copy: “{file}” is another one by now.", file=document.copy_of.name)
    _say(shown, found, told, message("Save it under a name to keep it."))
    return shown


def _come_in(there: MainWindow, leftover: Leftover, found: Recovered) -> MainWindow | None:
    """One step, which undo takes back."""
    label = message("Recover unsaved work")
    if there.editor.do(lambda journey: bring_back(journey, found.journey).labelled(label)) is None:
        return None
    if found.facts.jotted and not there.editor.jotted:
        there.editor.jot(found.facts.jotted)
    if there.keeper is None:
        there.keeper = Keeper(there.editor, there)
    _hand_over(there.keeper, leftover)
    there.turn_to("map")
    bring_forward(there)
    _say(there, found, message("This is your unsaved work."), message("Save it to keep it; undo takes it back."))
    return there


def _hand_over(keeper: Keeper, leftover: Leftover) -> None:
    """The old log goes as soon as the new one holds everything."""
    keeper.recording.flush()
    keeper.recording.log.wait()
    if not keeper.recording.log.trouble:
        discard(leftover.log)


def _say(shown: MainWindow, found: Recovered, told: Message, advice: Message) -> None:
    if found.is_whole:
        say_quietly(shown, told, advice)
        return
    told = message("The last changes could not be read; everything before them is here.")
    say_quietly(shown, told, advice, alarming=True)

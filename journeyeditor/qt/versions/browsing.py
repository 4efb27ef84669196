"""Browses the earlier versions of a window's document."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from journeyeditor.editor.versions import go_back
from journeyeditor.errors import message
from journeyeditor.files import Loaded
from journeyeditor.files.generations import Generations, Version, generations_folder
from journeyeditor.files.keeping_versions import keeper
from journeyeditor.qt.versions.dialog import VersionsDialog
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.lists import bring_forward
from journeyeditor.words.moments import moment_said

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def browse(window: MainWindow) -> VersionsDialog:
    """Opens the dialog."""
    window.commit_text()
    keeper.wait(1.0)
    dialog = VersionsDialog(window.editor, Generations(generations_folder()), keeper.trouble, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.copy_wanted.connect(lambda version, loaded: open_copy(window, version, loaded))
    dialog.back_wanted.connect(lambda version, loaded: bring_back(window, version, loaded))
    dialog.open()
    return dialog


def open_copy(window: MainWindow, version: Version, loaded: Loaded) -> MainWindow:
    """Shows a version in a window of its own; it has no file until it is saved under a name."""
    shown = window.program.new_window(window.document.copy(loaded))
    bring_forward(shown)
    told = message("This is a copy of the version of {when}.", when=_when(window, version))
    say_quietly(shown, told, message("Nothing is written over: saving asks for a name."))
    return shown


def bring_back(window: MainWindow, version: Version, loaded: Loaded) -> bool:
    """The map becomes what it was, as one step; the file stays as it is until it is saved."""
    if not go_back(window.editor, loaded.journey):
        return False
    told = message("The map is again as it was: {when}.", when=_when(window, version))
    say_quietly(window, told, message("Undo takes that back. The file changes when you save."))
    return True


def _when(window: MainWindow, version: Version) -> str:
    return moment_said(version.saved, time.time(), window.speech)

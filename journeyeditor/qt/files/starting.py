"""What the start page's wishes do."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from journeyeditor.editor.document import Document
from journeyeditor.editor.settings import Settings
from journeyeditor.editor.starting import Beginning, begun
from journeyeditor.edits.describing import describe
from journeyeditor.edits.head import set_poster
from journeyeditor.errors import JourneyError
from journeyeditor.model.journey import Journey
from journeyeditor.qt.files import opening
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.window.lists import bring_forward

if TYPE_CHECKING:
    from journeyeditor.files.recovery import Leftover
    from journeyeditor.qt.start.page import StartPage
    from journeyeditor.qt.window.main_window import MainWindow


def connect(window: MainWindow, page: StartPage) -> None:
    """Carries out what the start page asks for."""
    page.create_wanted.connect(lambda beginning: create(window, beginning))
    page.open_wanted.connect(lambda path: opening.open_path(window, Path(path)))
    page.open_asked.connect(functools.partial(opening.ask_and_open, window))
    page.import_wanted.connect(lambda path: _import(window, path))
    page.back_wanted.connect(window.back_to_map)
    page.recover_wanted.connect(lambda leftover: _recover(window, leftover))
    page.settings_wanted.connect(window.actions_by_id["settings"].trigger)
    page.forget_wanted.connect(lambda path: _forget(window, path))
    page.folder_wanted.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent))))


def create(window: MainWindow, beginning: Beginning) -> MainWindow | None:
    """Begins a journey from a template."""
    try:
        journey = begun(beginning)
        _personal(journey, window.program.settings)
    except JourneyError as error:
        tell_error(window, window.speech, error, beginning.path.name)
        return None
    shown = opening.show(window, Document(journey, saved=True))
    bring_forward(shown)
    return shown


def _personal(journey: Journey, settings: Settings) -> None:
    """A new journey has the person's theme and name."""
    if settings.theme != journey.head.poster.theme:
        journey.apply(set_poster(journey, theme=settings.theme))
    if settings.facilitator:
        journey.apply(describe(journey, journey.head.id, facilitator=settings.facilitator))


def _import(window: MainWindow, path: object) -> None:
    from journeyeditor.qt.files import importing  # noqa: PLC0415

    if isinstance(path, str | Path) and str(path):
        opening.open_path(window, Path(path))
    else:
        importing.ask_and_import(window)


def _forget(window: MainWindow, path: str) -> None:
    window.program.change(window.program.settings.without_recent(path))


def _recover(window: MainWindow, leftover: Leftover) -> None:
    from journeyeditor.qt.recovery import recovering  # noqa: PLC0415

    recovering.recover(window, leftover)

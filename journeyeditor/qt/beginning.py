"""How the program begins: a window is on the screen first, and what it needs is loaded behind it.

Until that window has been painted nothing of the house is imported but a few small modules that ask for Qt alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from journeyeditor.folders import settings_folder
from journeyeditor.qt.colours import DARK, LIGHT
from journeyeditor.qt.window.expected import Expected
from journeyeditor.qt.window.main_window import MainWindow

NAME = "Journey Editor"
DIM = 128
"""A ground with less lightness than this of 255 is dark."""
LONGEST = 400
"""Milliseconds until the program goes on, even where its window has not been painted: it may be hidden."""


def make_application(arguments: Sequence[str]) -> QApplication:
    """Qt's application object, with the program's name."""
    application = QApplication([NAME, *arguments])
    application.setApplicationName("journeyeditor")
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName("journeyeditor")
    application.setQuitOnLastWindowClosed(True)
    return application


def run(paths: Sequence[str]) -> int:
    """Opens the window, with these files or with the start page, and returns the exit status when all are closed."""
    application = make_application(sys.argv[:1])
    beginning = Beginning(application, [Path(name).absolute() for name in paths])
    status = application.exec()
    beginning.end()
    return status


class Beginning(QObject):
    """The first window, and what follows as soon as it has been painted."""

    def __init__(self, application: QApplication, files: Sequence[Path]) -> None:
        super().__init__()
        self._application, self._files = application, files
        self._window = MainWindow()
        self._fault: BaseException | None = None
        self._end: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(LONGEST)
        self._show(files[0] if files else None)

    def _show(self, path: Path | None) -> None:
        """The window where the last one was, in the colours of the last one, with what can be shown of a file."""
        remembered = _remembered()
        looks = remembered.get("appearance")
        system = self._application.palette().window().color().lightness() < DIM  # `colorScheme` would need `Qt.`
        colours = DARK if looks == "dark" or (looks != "light" and system) else LIGHT
        page = Expected(path, QColor(colours["chrome"]), QColor(colours["desk"]))
        page.painted.connect(lambda: self._timer.start(0))
        self._window.expect(page, str(remembered.get("window") or ""))
        self._window.setWindowTitle(path.name if path is not None else NAME)
        self._window.show()

    def _go_on(self) -> None:
        try:
            self._furnish()
        except BaseException as fault:  # noqa: BLE001 - it is raised again where the program can end
            self._fault = fault
            self._application.exit(1)

    def _furnish(self) -> None:
        """Loads the house, makes the window a real one, and opens files."""
        from journeyeditor.qt.application import Program  # noqa: PLC0415
        from journeyeditor.qt.ending import Ending  # noqa: PLC0415
        from journeyeditor.qt.files import opening  # noqa: PLC0415
        from journeyeditor.qt.tidying import Tidying  # noqa: PLC0415

        program = Program(first=self._window)
        tidying, ending = Tidying(program), Ending(program)
        self._end = [tidying.stop, ending.stop, program.end]
        self._application.installEventFilter(program)
        for path in self._files:
            opening.open_at_start(program, path)
        if not program.windows:
            program.new_window()
        for shown in program.windows:
            shown.show()
        QTimer.singleShot(0, tidying, tidying.begin)

    def end(self) -> None:
        """All windows are closed. Raises what went wrong when the program began."""
        for end in self._end:
            end()
        if self._fault is not None:
            raise self._fault


def _remembered() -> dict[str, Any]:
    """The settings as they lie on the disk, unchecked: `editor.settings` reads them well, a moment later."""
    try:
        found = json.loads((settings_folder() / "settings.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

"""Windows as somebody would find them while working, to take pictures of: the README's and those that tests compare.

`python -m tests.qt.whole.posing FOLDER NAME…` takes the pictures of `POSES` in a process of its own, because type and
scale are fixed once Qt is loaded.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.model.records import Emotion
from journeyeditor.qt.application import Program
from journeyeditor.qt.beginning import make_application
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.qt.window.mounting import mount

Size = tuple[int, int]
"""Of a window, px."""
WIDE: Size = (1280, 800)
NARROW: Size = (880, 580)
"""On a screen of 200 %, so that the picture stays a small file."""
EXAMPLES = {"en": "example-new-hip.en", "fr": "example-renovation.fr"}


def speaks(program: Program, language: str, appearance: str) -> None:
    """Another language, light or dark."""
    program.change(msgspec.structs.replace(program.settings, language=language, appearance=appearance))


def wait(until: Callable[[], object] = lambda: False, seconds: float = 1.0) -> None:
    """Lets the window work, until something is true or for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()
        time.sleep(0.002)


@contextmanager
def begun(program: Program, size: Size) -> Iterator[MainWindow]:
    """A window with the start page."""
    window = program.new_window()
    window.resize(*size)
    window.show()
    wait(window.isActiveWindow)
    yield window
    window.close_at_once()


@contextmanager
def opened(program: Program, name: str, size: Size) -> Iterator[MainWindow]:
    """A window with a shipped map, after the map has been looked over."""
    path = resource("templates", f"{name}.journey")
    window = program.new_window(Document(Document.open(path).journey, saved=True))
    window.resize(*size)
    window.show()
    window.activateWindow()
    status = window.work.status
    wait(lambda: window.isActiveWindow() and status._problems >= 0, 20)
    window.canvas.fit_page()
    yield window
    window.close_at_once()


def lowest_point(window: MainWindow) -> Emotion:
    """The lowest point of the active persona's curve."""
    editor = window.editor
    mine = [one for one in editor.journey.all(Emotion) if one.persona == editor.persona]
    return min(mine, key=lambda one: one.value)


def select_touchpoint(window: MainWindow) -> None:
    """Selects the touchpoint of the lowest point, so that the inspector shows it."""
    window.editor.select([lowest_point(window).touchpoint])
    wait(seconds=0.4)  # the inspector slides in


@contextmanager
def point_in_hand(window: MainWindow) -> Iterator[None]:
    """The lowest point is held a little above where it was, and the inspector shows what it is about."""
    editor, canvas = window.editor, window.canvas
    lowest = lowest_point(window)
    select_touchpoint(window)
    start = canvas.to_view(*editor.board.boxes(lowest.id, "emotion")[0].middle)
    press(canvas.viewport(), start, start + QPointF(0, -38))
    editor.select([lowest.touchpoint])
    wait(seconds=0.4)
    yield
    canvas.carry_cancel()


def press(viewport: QWidget, start: QPointF, end: QPointF) -> None:
    """Presses the button and moves on."""
    kind, left, none = QEvent.Type, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for event, place, button, held in (
        (kind.MouseMove, start, none, none),
        (kind.MouseButtonPress, start, left, left),
        (kind.MouseMove, (start + end) / 2, none, left),
        (kind.MouseMove, end, none, left),
    ):
        there = QPointF(viewport.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(viewport, QMouseEvent(event, place, there, button, held, Qt.KeyboardModifier.NoModifier))


@contextmanager
def exporting(window: MainWindow, size: Size | None = None) -> Iterator[QDialog]:
    """The export dialog with a poster made on four sheets, in its own size or another."""
    dialog = mount("export", window.document, window.speech, window)
    if size is not None:
        dialog.resize(*size)
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    dialog.show()
    wait(lambda: dialog.made is not None, 60)
    wait(seconds=0.3)
    yield dialog
    dialog.close()


# -- what tests compare ---------------------------------------------------------------------------------------------
@contextmanager
def pose_start(program: Program, language: str, size: Size) -> Iterator[QWidget]:
    """The start page."""
    with begun(program, size) as window:
        yield window


@contextmanager
def pose_selection(program: Program, language: str, size: Size) -> Iterator[QWidget]:
    """A map with a touchpoint selected."""
    with opened(program, EXAMPLES[language], size) as window:
        select_touchpoint(window)
        yield window


@contextmanager
def pose_point(program: Program, language: str, size: Size) -> Iterator[QWidget]:
    """A map with a point of a curve in the hand."""
    with opened(program, EXAMPLES[language], size) as window, point_in_hand(window):
        yield window


@contextmanager
def pose_export(program: Program, language: str, size: Size) -> Iterator[QWidget]:
    """The export dialog."""
    with opened(program, f"loyalty-6.{language}", size) as window, exporting(window, size) as dialog:
        yield dialog


POSES = {"start": pose_start, "selection": pose_selection, "point": pose_point, "export": pose_export}


def take(folder: Path, names: list[str]) -> None:
    """Takes pictures called like `start-fr-dark-200` at the scale that the process has."""
    application = make_application([])
    application.setCursorFlashTime(0)
    program = Program(folder / "settings.json")
    for name in names:
        pose, language, appearance, scale = name.split("-")
        speaks(program, language, appearance)
        with POSES[pose](program, language, NARROW if scale == "200" and pose != "start" else WIDE) as widget:
            widget.grab().save(str(folder / f"{name}.png"))
    application.quit()


if __name__ == "__main__":
    take(Path(sys.argv[1]), sys.argv[2:])

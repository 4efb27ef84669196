# ruff: noqa: E402 - where the platform and the folders are is said before anything is loaded
"""Takes the pictures of the window that the README shows: `python packaging/take_screenshots.py`.

From shipped maps, without a screen, at 1600 x 1000. Look at each before it is kept.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
TEMPLATES = ROOT / "resources" / "templates"
SIZE = (1600, 1000)
COLOURS = 200
"""Of each picture, so that the files stay small."""
HOME = tempfile.mkdtemp()
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for folder in ("STATE", "CONFIG", "DATA", "CACHE"):
    os.environ[f"XDG_{folder}_HOME"] = HOME

import msgspec
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.editor.document import Document
from journeyeditor.model.records import Emotion
from journeyeditor.qt.application import Program, make_application
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.qt.window.mounting import mount


def main() -> int:
    """Takes them all."""
    application = make_application([])
    program = Program(Path(HOME) / "settings.json")
    speaks(program, "en", "light")
    start_page(program)
    with_point_in_hand(program, "example-new-hip.en", "window")
    export(program)
    presentation(program)
    speaks(program, "fr", "dark")
    with_point_in_hand(program, "example-renovation.fr", "window-dark-fr")
    application.quit()
    return 0


def speaks(program: Program, language: str, appearance: str) -> None:
    """Another language, light or dark."""
    program.change(msgspec.structs.replace(program.settings, language=language, appearance=appearance))


def wait(until: Callable[[], object] = lambda: False, seconds: float = 1.0) -> None:
    """Lets the window work, until something is true or for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()


def opened(program: Program, name: str) -> MainWindow:
    """A window with a shipped map."""
    window = program.new_window(Document(Document.open(TEMPLATES / f"{name}.journey").journey, saved=True))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    wait()
    return window


def start_page(program: Program) -> None:
    """The templates."""
    window = program.new_window()
    window.resize(*SIZE)
    window.show()
    wait()
    keep(window, "start")
    window.close_at_once()


def with_point_in_hand(program: Program, name: str, picture: str) -> None:
    """A touchpoint is selected; the lowest point of the active persona's curve is in the hand."""
    window = opened(program, name)
    editor, canvas = window.editor, window.canvas
    window.canvas.fit_page()
    mine = [one for one in editor.journey.all(Emotion) if one.persona == editor.persona]
    lowest = min(mine, key=lambda one: one.value)
    editor.select([lowest.touchpoint])
    wait()
    box = editor.board.boxes(lowest.id, "emotion")[0]
    start = canvas.to_view(*box.middle)
    press(canvas.viewport(), start, start + QPointF(0, -38))
    editor.select([lowest.touchpoint])  # so that the inspector shows what it is about
    wait(seconds=0.5)
    keep(window, picture)
    canvas.carry_cancel()
    window.close_at_once()


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


def export(program: Program) -> None:
    """The export dialog with an A1 poster on sheets of A3."""
    window = opened(program, "loyalty-6.en")
    dialog = mount("export", window.document, window.speech, window)
    dialog.pane.ask(tiles=True, sheets=(2, 2))
    dialog.show()
    wait(lambda: dialog.made is not None, 60)
    wait()
    keep(dialog, "export")
    dialog.close()
    window.close_at_once()


def presentation(program: Program) -> None:
    """The second stage, on the whole screen."""
    window = opened(program, "example-new-hip.en")
    shown = mount("presentation", window.desk, window.work)
    shown.resize(*SIZE)
    shown.show()
    for _ in range(2):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            send_right(shown, kind)
        wait(seconds=0.6)
    keep(shown, "presentation")
    shown.close()
    window.close_at_once()


def send_right(widget: QWidget, kind: QEvent.Type) -> None:
    """The key of a presenter's remote."""
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415

    QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier))


def keep(widget: QWidget, name: str) -> None:
    """Writes what a widget looks like, with few colours."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(data.data())).convert("RGB")
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    target = PICTURES / f"{name}.png"
    few.save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {picture.width} x {picture.height}, {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())

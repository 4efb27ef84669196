# ruff: noqa: E402 - where the platform and the folders are is said before anything is loaded
"""Takes the pictures of the window that the README shows: `python packaging/take_screenshots.py`.

From shipped maps, without a screen, at 1600 x 1000. Look at each before it is kept.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1600, 1000)
DIALOG = (1272, 840)
"""Of the export dialog, px, as it is on a screen that has room for it."""
COLOURS = 200
"""Of each picture, so that the files stay small."""
HOME = tempfile.mkdtemp()
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for folder in ("STATE", "CONFIG", "DATA", "CACHE"):
    os.environ[f"XDG_{folder}_HOME"] = HOME

sys.path.insert(0, str(ROOT))

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.qt.application import Program
from journeyeditor.qt.beginning import make_application
from journeyeditor.qt.window.mounting import mount
from tests.qt.whole.posing import begun, exporting, opened, point_in_hand, speaks, wait


def main() -> int:
    """Takes them all."""
    application = make_application([])
    program = Program(Path(HOME) / "settings.json")
    speaks(program, "en", "light")
    with begun(program, SIZE) as window:
        wait()
        keep(window, "start")
    with_point_in_hand(program, "example-new-hip.en", "window")
    with opened(program, "loyalty-6.en", SIZE) as window, exporting(window, DIALOG) as dialog:
        keep(dialog, "export")
    presentation(program)
    speaks(program, "fr", "dark")
    with_point_in_hand(program, "example-renovation.fr", "window-dark-fr")
    application.quit()
    return 0


def with_point_in_hand(program: Program, name: str, picture: str) -> None:
    """A touchpoint is selected; the lowest point of the active persona's curve is in the hand."""
    with opened(program, name, SIZE) as window, point_in_hand(window):
        keep(window, picture)


def presentation(program: Program) -> None:
    """The second stage, on the whole screen."""
    with opened(program, "example-new-hip.en", SIZE) as window:
        shown = mount("presentation", window.desk, window.work)
        shown.resize(*SIZE)
        shown.show()
        for _ in range(2):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                send_right(shown, kind)
            wait(seconds=0.6)
        keep(shown, "presentation")
        shown.close()


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

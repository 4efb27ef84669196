"""What stands before the house is loaded: the window with the picture that lies in the file, whatever that file is."""

import os
import subprocess
import sys
import zipfile

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage

from journeyeditor.qt.window.expected import Expected

PAPER, GROUND, BANDS = "#ffffff", "#e4e9ee", "#f8fafb"
LOADED = """
import sys
from journeyeditor.qt import beginning

def tell(self):
    print(*sorted(name for name in sys.modules), flush=True)
    self._application.exit(0)

beginning.Beginning._go_on = tell
sys.exit(beginning.run(sys.argv[1:]))
"""


def shown(qtbot, path):
    page = Expected(path, QColor(BANDS), QColor(GROUND))
    qtbot.addWidget(page)
    page.resize(800, 600)
    return page.grab().toImage()


def test_an_empty_sheet_lies_between_the_bands_until_a_file_is_open(qtbot, tmp_path):
    picture = shown(qtbot, tmp_path / "not there.journey")
    assert picture.pixelColor(400, 300).name() == PAPER
    assert picture.pixelColor(5, 300).name() == GROUND
    assert picture.pixelColor(5, 5).name() == picture.pixelColor(5, 595).name() == BANDS


def test_without_a_file_there_is_no_sheet(qtbot):
    picture = shown(qtbot, None)
    assert {picture.pixelColor(x, y).name() for x in (5, 400) for y in (5, 300, 595)} == {GROUND}


def test_the_picture_in_the_file_lies_faint_on_the_sheet(qtbot, tmp_path):
    path = tmp_path / "red.journey"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("preview.png", png("red"))
    assert shown(qtbot, path).pixelColor(400, 300).name() in {"#ff7f7f", "#ff8080"}


@pytest.mark.parametrize(
    "contents", [b"", b"PK\x03\x04 cut", b"\x89PNG" * 99, None], ids=["empty", "cut", "not a journey", "a bomb"]
)
def test_a_damaged_file_is_not_the_windows_business_yet(qtbot, tmp_path, contents):
    path = tmp_path / "odd.journey"
    if contents is None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("preview.png", bytes(200_000_000))
    else:
        path.write_bytes(contents)
    assert shown(qtbot, path).pixelColor(400, 300).name() == PAPER


def test_nothing_of_the_house_is_loaded_before_the_window_stands(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(ended.stdout.split())
    assert "journeyeditor.qt.window.main_window" in loaded
    heavy = ("journeyeditor.model", "journeyeditor.layout", "journeyeditor.editor", "journeyeditor.files", "msgspec")
    assert not [name for name in loaded if name.startswith(heavy)]


def png(colour):
    image = QImage(420, 297, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    held = QByteArray()
    buffer = QBuffer(held)
    image.save(buffer, "PNG")
    return bytes(held.data())

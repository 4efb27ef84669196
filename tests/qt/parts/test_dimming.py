"""A window behind a large dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.qt.parts.dimming import Shade, dimmed


def test_it_is_dimmed_as_long_as_the_dialog_is_there(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: white")
    window.resize(300, 200)
    window.show()
    bright = window.grab().toImage().pixelColor(150, 100).lightness()
    with dimmed(window):
        window.resize(400, 300)
        assert window.grab().toImage().pixelColor(390, 290).lightness() < bright - 60
    assert not any(shade.isVisible() for shade in window.findChildren(Shade))
    assert window.grab().toImage().pixelColor(390, 290).lightness() == bright

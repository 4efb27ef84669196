"""Size and place of a window and its panels, remembered as a short text."""

from __future__ import annotations

import json

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

USUAL = (1440, 900)
VISIBLE = 80
"""So much of a window must lie on a screen, px; else it is put where it can be seen."""


def place(window: QMainWindow, text: str, *, beside: int = 0) -> None:
    """Puts a window where the last one was, if that is on a screen; new ones a little aside from those there are."""
    screen = (window.screen() or QGuiApplication.primaryScreen()).availableGeometry()
    known = _read(text)
    x, y, width, height = known[:4] if known else (-1, -1, *USUAL)
    wanted = QRect(x, y, min(width, screen.width()), min(height, screen.height()))
    if x < 0 or not _seen(wanted):
        wanted.moveCenter(screen.center())
    step = 28 * beside
    wanted.translate(min(step, screen.width() // 4), min(step, screen.height() // 4))
    window.setGeometry(wanted.intersected(screen) if wanted.width() < screen.width() else wanted)
    if known and known[4]:
        window.setWindowState(window.windowState() | window.windowState().WindowMaximized)


def placed(window: QMainWindow) -> str:
    """Where a window is, to be remembered."""
    area = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    return json.dumps([area.x(), area.y(), area.width(), area.height(), window.isMaximized()])


def _read(text: str) -> tuple[int, int, int, int, bool] | None:
    try:
        x, y, width, height, large = json.loads(text)
        return int(x), int(y), max(640, int(width)), max(480, int(height)), bool(large)
    except (ValueError, TypeError):
        return None


def _seen(area: QRect) -> bool:
    for screen in QGuiApplication.screens():
        part = screen.availableGeometry().intersected(area)
        if part.width() >= VISIBLE and part.height() >= VISIBLE:
            return True
    return False

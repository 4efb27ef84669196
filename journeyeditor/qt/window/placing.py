"""Size and place of a window and its panels, remembered as a short text."""

from __future__ import annotations

import json

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

USUAL = (1440, 900)
STEP = 28
"""Px that a further window stands to the right of and below the last one."""
VISIBLE = 80
"""So much of a window must lie on a screen, px; else it is put where it can be seen."""


def place(window: QMainWindow, text: str, *, beside: int = 0) -> None:
    """Puts a window where the last one was, whole on its screen; new ones a little aside from those there are."""
    known = _read(text)
    x, y, width, height = known[:4] if known else (-1, -1, *USUAL)
    wanted = QRect(x, y, width, height)
    there = _screen_of(wanted) if x >= 0 else None
    screen = there or (window.screen() or QGuiApplication.primaryScreen()).availableGeometry()
    wanted.setSize(wanted.size().boundedTo(screen.size()))
    if there is None:
        wanted.moveCenter(screen.center())
    step = STEP * beside
    wanted.translate(min(step, screen.width() // 4), min(step, screen.height() // 4))
    wanted.moveLeft(max(screen.left(), min(wanted.left(), screen.right() + 1 - wanted.width())))
    wanted.moveTop(max(screen.top(), min(wanted.top(), screen.bottom() + 1 - wanted.height())))
    window.setGeometry(wanted)
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


def _screen_of(area: QRect) -> QRect | None:
    """The free part of the screen that shows most of an area, if it can be seen there."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    shown = [(screen, screen.intersected(area)) for screen in screens]
    screen, part = max(shown, key=lambda one: one[1].width() * one[1].height())
    return screen if part.width() >= VISIBLE and part.height() >= VISIBLE else None

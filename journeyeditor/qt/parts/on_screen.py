"""Dialogs stay on their screen, where a projector or a small laptop shows every button, and go when they are closed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

FRAME = QSize(8, 40)
"""Room for the borders and the title that the system puts around a window, px."""


def free_area(window: QWidget) -> QRect:
    """What the screen of a window has free beside the system's bars, px."""
    return (window.screen() or QGuiApplication.primaryScreen()).availableGeometry()


def open_as(window: QWidget, wide: int, tall: int) -> None:
    """Gives a window that is not shown yet this size in px, or less where its screen is smaller.

    What is in it must be able to shrink: lists and previews do, long forms stand in a scroll area.
    """
    parent = window.parentWidget()
    room = free_area(parent.window() if parent is not None else window).size() - FRAME
    window.resize(QSize(wide, tall).boundedTo(room))


def stay_on_screen(window: QWidget) -> None:
    """Moves a window that has grown just so far that its screen shows all of it, its frame too."""
    room, frame = free_area(window), window.frameGeometry()
    x = max(room.left(), min(frame.left(), room.right() - frame.width() + 1))
    y = max(room.top(), min(frame.top(), room.bottom() - frame.height() + 1))
    if (x, y) != (frame.left(), frame.top()):
        window.move(x, y)


def run(dialog: QDialog) -> bool:
    """Shows a dialog until it is closed, and lets go of it; whether it was accepted.

    It is gone already where the system has closed its window in the meantime.
    """
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    if isValid(dialog):
        dialog.deleteLater()
    return accepted

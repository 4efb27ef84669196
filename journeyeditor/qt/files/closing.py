"""Closing with a plain question that names what would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def may_close(window: MainWindow) -> bool:
    """Whether the window may close."""
    return window.document.is_saved

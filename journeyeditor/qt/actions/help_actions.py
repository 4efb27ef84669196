"""Settings and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.errors import message
from journeyeditor.qt.actions.action import Action

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def _settings(window: MainWindow) -> None:
    from journeyeditor.qt.parts.on_screen import run  # noqa: PLC0415
    from journeyeditor.qt.settings.dialog import SettingsDialog  # noqa: PLC0415

    run(SettingsDialog(window.program, window))


def _shortcuts(window: MainWindow) -> None:
    from journeyeditor.qt.parts.on_screen import run  # noqa: PLC0415
    from journeyeditor.qt.settings.shortcuts import ShortcutSheet  # noqa: PLC0415

    run(ShortcutSheet(window.speech, window))


def _about(window: MainWindow) -> None:
    from journeyeditor.qt.settings.about import show_about  # noqa: PLC0415

    show_about(window, window.speech)


def _next_window(window: MainWindow) -> None:
    from journeyeditor.qt.window.lists import bring_forward  # noqa: PLC0415

    windows = window.program.windows
    bring_forward(windows[(windows.index(window) + 1) % len(windows)])


HELP: tuple[Action, ...] = (
    Action("settings", message("Settings…"), _settings, message("Language, looks, paper and more"), ("Ctrl+,",),
           role="settings"),
    Action("shortcuts", message("Keyboard shortcuts"), _shortcuts, message("Everything that can be done by key"),
           ("F1",)),
    Action("about", message("About Journey Editor"), _about, message("Version and licences"), ("Shift+F1",),
           role="about"),
    Action("next-window", message("Next window"), _next_window, message("Go to the next journey that is open"),
           ("Ctrl+F6",), lambda window: len(window.program.windows) > 1),
)  # fmt: skip

"""What is shown, and how large; the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.editor.areas import meant_stage
from journeyeditor.errors import Message, message
from journeyeditor.qt.actions.action import Action, StandardKey, on_map, shown, with_map
from journeyeditor.qt.window import deeds
from journeyeditor.qt.window.deeds import work_of

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow
    from journeyeditor.qt.window.work import PageName

STEP = 1.25
TRUE_SIZE = 96 / 25.4
"""px per mm at 100 %."""


def _toggle_start(window: MainWindow) -> None:
    if window.page == "start" and window.work is not None:
        window.turn_to(window.work.page)
    else:
        window.show_start_page()


def _fit_stage(window: MainWindow) -> None:
    stage = meant_stage(window.editor)
    if stage is not None:
        window.canvas.fit_stage(stage)


def _page(page: PageName, text: Message, tip: Message, key: str) -> Action:
    return Action(
        f"page-{page}",
        text,
        lambda window: window.turn_to(page),
        tip,
        (key,),
        with_map,
        on=lambda window: window.page == page,
    )


def _toggle_full_screen(window: MainWindow) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


VIEW: tuple[Action, ...] = (
    Action(
        "start-page",
        message("Start page"),
        _toggle_start,
        message("Templates and recent files"),
        ("Alt+Home",),
        icon="house",
    ),
    _page("map", message("Map"), message("Show the map"), "Ctrl+1"),
    _page("table", message("Table"), message("Show the map as a table and a tree"), "Ctrl+2"),
    _page("compare", message("Compare"), message("Show two personas side by side"), "Ctrl+3"),
    Action(
        "zoom-in",
        message("Zoom in"),
        lambda window: window.canvas.zoom_by(STEP),
        message("Make the map larger on the screen"),
        (StandardKey.ZoomIn, "Ctrl+="),
        on_map,
        icon="plus",
    ),
    Action(
        "zoom-out",
        message("Zoom out"),
        lambda window: window.canvas.zoom_by(1 / STEP),
        message("Make the map smaller on the screen"),
        (StandardKey.ZoomOut,),
        on_map,
        icon="minus",
    ),
    Action(
        "zoom-true",
        message("True size"),
        lambda window: window.canvas.zoom_to(TRUE_SIZE),
        message("Show the map as large as it is printed"),
        ("Ctrl+0",),
        on_map,
    ),
    Action(
        "fit-page",
        message("Fit page"),
        lambda window: window.canvas.fit_page(),
        message("Show the whole page"),
        ("Ctrl+9",),
        on_map,
        icon="maximize",
    ),
    Action(
        "fit-stage",
        message("Fit stage"),
        _fit_stage,
        message("Show the stage of the selection as large as it goes"),
        ("Ctrl+8",),
        lambda window: on_map(window) and bool(window.editor.journey.stages()),
    ),
    Action(
        "palette",
        message("Palette"),
        lambda window: work_of(window).workspace.toggle_palette(),
        message("Show or hide the palette and the parking lot"),
        ("F7",),
        on_map,
        icon="panel-left",
        on=lambda window: work_of(window).workspace.palette_shown,
    ),
    Action(
        "inspector",
        message("Inspector"),
        lambda window: work_of(window).workspace.toggle_inspector(),
        message("Show or hide the inspector"),
        ("F8",),
        shown,
        icon="panel-right",
        on=lambda window: work_of(window).workspace.inspector_shown,
    ),
    Action(
        "history",
        message("History"),
        lambda window: work_of(window).toggle_history(),
        message("All steps since the journey was opened, to jump in"),
        ("F9",),
        shown,
        on=lambda window: work_of(window).history_shown,
    ),
    Action(
        "next-part",
        message("Next part of the window"),
        deeds.go_on,
        message("Move the keyboard to the palette, the map, the inspector and so on"),
        ("F6",),
        shown,
    ),
    Action(
        "full-screen",
        message("Full screen"),
        _toggle_full_screen,
        message("Fill the screen with this window"),
        (StandardKey.FullScreen, "F11"),
        on=lambda window: window.isFullScreen(),
    ),
    Action(
        "present",
        message("Present"),
        deeds.present,
        message("Show the map on the whole screen, stage by stage"),
        ("F5",),
        with_map,
        icon="presentation",
    ),
    Action(
        "window-minimise",
        message("Minimise"),
        lambda window: window.showMinimized(),
        message("Put the window away for now"),
        ("Ctrl+M",),
    ),
)

"""Keys of the map that need no menu to be found: walking, moving, extending. They stand in the Edit menu's submenus."""

from __future__ import annotations

from journeyeditor.editor.commands import moving, selecting, typing, walking
from journeyeditor.errors import message
from journeyeditor.qt.actions.action import Action, StandardKey, on_map, with_selection
from journeyeditor.qt.actions.commanding import command, not_typing, selected_on_map

WALK: tuple[Action, ...] = (
    command("go-left", message("Left"), walking.go_left, message("Go to the cell at the left"), ("Left",)),
    command("go-right", message("Right"), walking.go_right, message("Go to the cell at the right"), ("Right",)),
    command("go-up", message("Up"), walking.go_up, message("Go to the record or row above"), ("Up",)),
    command("go-down", message("Down"), walking.go_down, message("Go to the record or row below"), ("Down",)),
    command("next-record", message("Next record"), walking.next_record, message("Go to the next record"), ("Tab",)),
    command(
        "previous-record",
        message("Previous record"),
        walking.previous_record,
        message("Go to the record before"),
        ("Shift+Tab", "Backtab"),
    ),
    command(
        "row-start", message("Start of the row"), walking.go_to_row_start, message("Go to the first cell"), ("Home",)
    ),
    command("row-end", message("End of the row"), walking.go_to_row_end, message("Go to the last cell"), ("End",)),
    command(
        "map-start", message("Title of the map"), walking.go_to_map_start, message("Go to the title"), ("Ctrl+Home",)
    ),
    command("map-end", message("End of the map"), walking.go_to_map_end, message("Go to the last lane"), ("Ctrl+End",)),
    command(
        "page-down", message("Next stage"), walking.page_down, message("Go to the next stage or band"), ("PgDown",)
    ),
    command(
        "page-up", message("Previous stage"), walking.page_up, message("Go to the stage or band before"), ("PgUp",)
    ),
    command(
        "walk-flows", message("Flows from here"), walking.walk_flows, message("Go from flow to flow of a step"), ("F",)
    ),
)

EXTEND: tuple[Action, ...] = (
    Action(
        "select-all",
        message("Select all"),
        lambda window: selecting.select_all(window.editor),
        message("Select everything on the map"),
        (StandardKey.SelectAll,),
        not_typing,
        map_only=True,
    ),
    Action(
        "select-kind",
        message("Select all of this kind"),
        lambda window: selecting.select_kind(window.editor),
        message("Select all touchpoints, all pain points … as what is selected"),
        ("Ctrl+Shift+A",),
        with_selection,
    ),
    Action(
        "select-none",
        message("Select nothing"),
        lambda window: window.editor.select(()),
        message("Let go of the selection; the inspector shows the journey"),
        ("Ctrl+D",),
        with_selection,
    ),
    command(
        "extend-left", message("Extend to the left"), walking.extend_left, message("Select the cell at the left too"),
        ("Shift+Left",),
    ),
    command(
        "extend-right", message("Extend to the right"), walking.extend_right,
        message("Select the cell at the right too"), ("Shift+Right",),
    ),
    command(
        "extend-up", message("Extend upwards"), walking.extend_up, message("Select up to the row above"),
        ("Ctrl+Shift+Up",),
    ),
    command(
        "extend-down", message("Extend downwards"), walking.extend_down, message("Select down to the row below"),
        ("Ctrl+Shift+Down",),
    ),
)  # fmt: skip

MOVE: tuple[Action, ...] = (
    command("move-left", message("Move left"), moving.move_left, message("Move what is selected to the left"),
            ("Alt+Left",), when=selected_on_map),
    command("move-right", message("Move right"), moving.move_right, message("Move what is selected to the right"),
            ("Alt+Right",), when=selected_on_map),
    command("move-up", message("Move up"), moving.move_up, message("Move what is selected up, to another lane"),
            ("Alt+Up",), when=selected_on_map),
    command("move-down", message("Move down"), moving.move_down, message("Move what is selected down, to another lane"),
            ("Alt+Down",), when=selected_on_map),
    Action(
        "edit-text",
        message("Edit text"),
        lambda window: typing.open_text(window.editor),
        message("Type on the card itself"),
        ("F2",),
        on_map,
        map_only=True,
    ),
    command("edit-phase", message("Rename the phase"), typing.rename_phase,
            message("Type the name of this stage’s phase on the map; it holds for all of its stages"), ("Shift+F2",)),
    command("edit-footer", message("Edit the footer"), typing.edit_footer,
            message("Type owner, facilitator, dates and version on the map; Tab goes from one to the next"),
            ("Ctrl+F2",)),
)  # fmt: skip

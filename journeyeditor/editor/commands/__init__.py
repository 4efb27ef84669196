"""What a person can do by key or menu: functions that take the editor alone.

Rules of this room: a command is `command(editor) -> object`; what it answers is for tests. It writes through
`editor.do` and `editor.together` alone, asks by `editor.asked`, opens texts by `editor.texts`, speaks by `editor.told`
and `editor.announce`. `KEYS` says which key each is meant for; a command without one is for menus.
"""

from __future__ import annotations

import msgspec


class Meant(msgspec.Struct, frozen=True):
    """A command, as `module` and `name` in this folder, and the keys it is meant for, as Qt writes them.

    `typing` says whether the key also works while a text is open (all others are letters of the text then).
    """

    module: str
    name: str
    keys: tuple[str, ...] = ()
    typing: bool = False


KEYS: tuple[Meant, ...] = (
    Meant("walking", "go_left", ("Left",)),
    Meant("walking", "go_right", ("Right",)),
    Meant("walking", "go_up", ("Up",)),
    Meant("walking", "go_down", ("Down",)),
    Meant("walking", "extend_left", ("Shift+Left",)),
    Meant("walking", "extend_right", ("Shift+Right",)),
    Meant("walking", "extend_up"),
    Meant("walking", "extend_down"),
    Meant("walking", "go_to_row_start", ("Home",)),
    Meant("walking", "go_to_row_end", ("End",)),
    Meant("walking", "go_to_map_start", ("Ctrl+Home",)),
    Meant("walking", "go_to_map_end", ("Ctrl+End",)),
    Meant("walking", "page_down", ("PgDown",)),
    Meant("walking", "page_up", ("PgUp",)),
    Meant("walking", "next_record"),
    Meant("walking", "previous_record"),
    Meant("walking", "walk_flows", ("F",)),
    Meant("typing", "open_text", ("F2",)),
    Meant("typing", "rename_phase", ("Shift+F2",)),
    Meant("typing", "edit_footer", ("Ctrl+F2",)),
    Meant("typing", "next_text", ("Tab",), typing=True),
    Meant("typing", "previous_text", ("Shift+Tab",), typing=True),
    Meant("adding", "enter", ("Return", "Enter"), typing=True),
    Meant("adding", "next_stage", ("Ctrl+Return", "Ctrl+Enter"), typing=True),
    Meant("adding", "next_touchpoint"),
    Meant("adding", "add_pain", ("P",)),
    Meant("adding", "add_gain", ("G",)),
    Meant("adding", "add_quote", ("Q",)),
    Meant("adding", "add_opportunity", ("O",)),
    Meant("adding", "add_measure", ("M",)),
    Meant("adding", "add_note_here", ("I",)),
    Meant("adding", "add_persona_here", ("Ctrl+Alt+P",)),
    Meant("adding", "add_lane_here", ("Shift+L",)),
    Meant("adding", "add_line_here", ("Shift+K",)),
    Meant("moving", "move_left", ("Alt+Left",)),
    Meant("moving", "move_right", ("Alt+Right",)),
    Meant("moving", "move_up", ("Alt+Up",)),
    Meant("moving", "move_down", ("Alt+Down",)),
    Meant("deleting", "delete_selected", ("Del", "Backspace")),
    Meant("deleting", "duplicate_selected", ("Ctrl+D",)),
    Meant("clipboard", "copy", ("Ctrl+C",)),
    Meant("clipboard", "cut_selected", ("Ctrl+X",)),
    Meant("clipboard", "paste", ("Ctrl+V",)),
    Meant("selecting", "select_all", ("Ctrl+A",)),
    Meant("selecting", "select_kind", ("Ctrl+Shift+A",)),
    Meant("selecting", "let_go", ("Esc",), typing=True),
    Meant("feeling", "digit_0", ("0",)),
    Meant("feeling", "digit_1", ("1",)),
    Meant("feeling", "digit_2", ("2",)),
    Meant("feeling", "digit_3", ("3",)),
    Meant("feeling", "digit_4", ("4",)),
    Meant("feeling", "digit_5", ("5",)),
    Meant("feeling", "half_step_up", ("Shift+Up",)),
    Meant("feeling", "half_step_down", ("Shift+Down",)),
    Meant("marking", "vote_up", ("+",)),
    Meant("marking", "vote_down", ("-",)),
    Meant("marking", "moment_of_truth", ("T",)),
    Meant("marking", "loyalty_critical"),
    Meant("marking", "blind_spot"),
    Meant("marking", "evidence", ("E",)),
    Meant("people", "next_persona", ("]",)),
    Meant("people", "previous_persona", ("[",)),
    Meant("people", "everyone", ("A",)),
    *(Meant("people", f"persona_{number}", (f"Ctrl+{number}",)) for number in range(1, 10)),
    Meant("people", "hide_or_show", ("H",)),
    Meant("people", "show_all", ("Shift+H",)),
    Meant("connecting", "connect", ("K",)),
    Meant("connecting", "lead_start", ("Ctrl+Shift+K",)),
    Meant("connecting", "lead_end", ("Ctrl+K",)),
    Meant("capturing", "send_here", ("Shift+F4",)),
    Meant("capturing", "park_selected", ("Shift+I",)),
    Meant("capturing", "become_touchpoint"),
    Meant("capturing", "become_pain"),
    Meant("capturing", "become_gain"),
    Meant("capturing", "become_opportunity"),
    Meant("capturing", "become_quote"),
    Meant("reshaping", "split_stage", ("S",)),
    Meant("reshaping", "merge_selected", ("Shift+S",)),
    Meant("reshaping", "replace_everywhere", ("R",)),
    Meant("stepping", "undo", ("Ctrl+Z",), typing=True),
    Meant("stepping", "redo", ("Ctrl+Shift+Z",), typing=True),
)
"""Every command. Digits, `+` and `-` are meant by position, with and without Shift, and on the number pad.

Besides, `capturing.capture(editor, text)` puts lines into the parking lot (F4), `capturing.send(editor, notes, to)`
sends them into place, `people.persona_number(editor, number)` and `feeling.digit(editor, number)` are the general
forms, `adding.add_lane_of(editor, kind)` and `adding.add_line_of(editor, kind)` take the kind.
"""

"""The menus and the toolbar as lists of ids. `|` is a line; `@…` is a list that is filled when it opens."""

from __future__ import annotations

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.qt.actions.insert_actions import LANE, LINE
from journeyeditor.qt.actions.journey_actions import LANGUAGES, PAPERS, THEMES
from journeyeditor.qt.actions.walking_actions import EXTEND, WALK


class Menu(msgspec.Struct, frozen=True):
    """A menu: ids of actions, lines, and menus in it. `exclusive`: one of its switches is on at a time."""

    title: Message
    items: tuple[str | Menu, ...]
    needs_map: bool = False
    exclusive: bool = False


TOOLBAR_LEFT = ("start-page", "palette")
TOOLBAR_MIDDLE = ("undo", "redo", "|", "tool-select", "tool-curve", "tool-connect")
TOOLBAR_PAGES = ("page-map", "page-table", "page-compare")
TOOLBAR_RIGHT = ("find", "present", "export", "|", "inspector")

SELECT = Menu(message("Select"), tuple(action.id for action in EXTEND))
COPY_PICTURE = Menu(message("Copy as picture"), ("copy-selection", "copy-stage", "copy-map"))
GO = Menu(message("Go"), tuple(action.id for action in WALK))
MOVE = Menu(message("Move"), ("move-left", "move-right", "move-up", "move-down"))
EMOTION = Menu(
    message("Emotion or severity"),
    ("feel-5", "feel-4", "feel-3", "feel-2", "feel-1", "feel-0", "|", "feel-up", "feel-down"),
)
NOTE_BECOMES = Menu(
    message("Make of the note"), ("note-touchpoint", "note-pain", "note-gain", "note-opportunity", "note-quote")
)
LANE_KINDS = Menu(message("Kind of lane"), tuple(action.id for action in LANE))
LINE_KINDS = Menu(message("Kind of line"), tuple(action.id for action in LINE))
PAPER = Menu(
    message("Paper"),
    (*(f"paper-{name.lower()}" for name in PAPERS), "|", "orientation-landscape", "orientation-portrait"),
)
THEME = Menu(message("Theme"), tuple(f"theme-{name}" for name in THEMES), exclusive=True)
MAP_LANGUAGE = Menu(
    message("Language of the map"), tuple(f"map-language-{language}" for language in LANGUAGES), exclusive=True
)
BY_NUMBER = Menu(message("Persona by number"), tuple(f"persona-{number}" for number in range(1, 10)))

BAR: tuple[Menu, ...] = (
    Menu(message("&File"), (
        "new", "open", "@recent", "|", "save", "save-as", "save-template", "versions", "|", "import", "export",
        "print", "|", "settings", "|", "close", "quit",
    )),
    Menu(message("&Edit"), (
        "undo", "redo", "|", "cut", "copy", "paste", "duplicate", "delete", "|", COPY_PICTURE, "|", SELECT, MOVE, GO,
        "|", "edit-text", "edit-phase", "edit-footer", "find", "replace",
    )),
    Menu(message("&View"), (
        "start-page", "|", "page-map", "page-table", "page-compare", "|", "zoom-in", "zoom-out", "zoom-true",
        "fit-page", "fit-stage", "|", "palette", "inspector", "history", "next-part", "|", "full-screen", "present",
    )),
    Menu(message("&Insert"), (
        "add-next", "|", "add-stage", "add-touchpoint", "add-lane", LANE_KINDS, "add-line", LINE_KINDS, "|", "add-pain",
        "add-gain", "add-opportunity", "add-quote", "add-measure", "add-note", "|", "add-persona", "connect-here", "|",
        "capture", "send-here", "park", NOTE_BECOMES,
    ), needs_map=True),
    Menu(message("&Journey"), (
        "journey-details", PAPER, THEME, MAP_LANGUAGE, "|", "tool-select", "tool-curve", "tool-connect", "|", EMOTION,
        "truth", "evidence", "loyalty", "blind-spot", "vote", "unvote", "|", "split-stage", "merge-stages",
        "replace-channel", "|", "lead-start", "lead-end", "|", "health", "priorities", "|", "to-be",
    ), needs_map=True),
    Menu(message("&Persona"), (
        "everyone", "@personas", "|", "next-persona", "previous-persona", BY_NUMBER, "|", "add-persona",
        "edit-persona", "copy-persona", "persona-earlier", "persona-later", "hide-show", "show-all", "delete-persona",
    ), needs_map=True),
    Menu(message("&Window"), ("window-minimise", "next-window", "|", "@windows")),
    Menu(message("&Help"), ("shortcuts", "about")),
)  # fmt: skip

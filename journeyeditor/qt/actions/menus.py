"""The menus and the toolbar as lists of ids. `|` is a line; `@…` is a list that is filled when it opens."""

from __future__ import annotations

from dataclasses import dataclass

from journeyeditor.errors import Message, message


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: ids of actions, lines, and menus in it. `exclusive`: one of its switches is on at a time."""

    title: Message
    items: tuple[str | Menu, ...]
    needs_map: bool = False
    exclusive: bool = False


TOOLBAR_LEFT = ("start-page", "palette")
TOOLBAR_MIDDLE = ("undo", "redo", "|", "tool-select", "tool-curve", "tool-connect")
TOOLBAR_PAGES = ("page-map", "page-table", "page-compare")
TOOLBAR_RIGHT = ("find", "present", "export", "|", "inspector")

BAR: tuple[Menu, ...] = (
    Menu(message("&File"), ("new", "open", "@recent", "|", "save", "save-as", "|", "export", "|", "close", "quit")),
    Menu(message("&Edit"), ("undo", "redo", "|", "find")),
    Menu(
        message("&View"),
        (
            "start-page", "page-map", "page-table", "page-compare", "|", "zoom-in", "zoom-out", "zoom-true", "fit-page",
            "|", "palette", "inspector", "present",
        ),
    ),
    Menu(message("&Insert"), (), needs_map=True),
    Menu(message("&Journey"), ("tool-select", "tool-curve", "tool-connect"), needs_map=True),
    Menu(message("&Persona"), ("@personas",), needs_map=True),
    Menu(message("&Window"), ("@windows",)),
    Menu(message("&Help"), ()),
)  # fmt: skip

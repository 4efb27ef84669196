"""Context menus: what fits what is under the pointer, and nothing else."""

from __future__ import annotations

from journeyeditor.errors import message
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.qt.actions.menus import (
    COPY_PICTURE,
    EMOTION,
    LANE_KINDS,
    LINE_KINDS,
    MAP_LANGUAGE,
    MOVE,
    PAPER,
    THEME,
    Menu,
)
from journeyeditor.qt.actions.menus import NOTE_BECOMES as BECOMES
from journeyeditor.tools.desk import Target

_CLIP: tuple[str, ...] = ("|", "cut", "copy", "paste", "duplicate", "|", "delete")
ADD_HERE = Menu(
    message("Add here"),
    ("add-touchpoint", "add-stage", "|", "add-pain", "add-gain", "add-quote", "add-opportunity", "add-measure"),
)
_FINDING: tuple[str | Menu, ...] = ("edit-text", "evidence", "vote", "unvote", "park", MOVE)
Items = tuple[str | Menu, ...]

ITEMS: dict[type[Record], Items] = {
    Stage: ("edit-text", ADD_HERE, "|", "loyalty", "blind-spot", "|", MOVE, "fit-stage", "copy-stage", *_CLIP),
    Touchpoint: ("edit-text", ADD_HERE, "connect-here", "|", EMOTION, "truth", "evidence", MOVE, COPY_PICTURE, *_CLIP),
    Emotion: (EMOTION, "edit-text", "|", "delete"),
    Pain: (EMOTION, *_FINDING, ADD_HERE, *_CLIP),
    Gain: (EMOTION, *_FINDING, *_CLIP),
    Opportunity: ("edit-text", "vote", "unvote", "park", MOVE, "priorities", *_CLIP),
    Quote: ("edit-text", "park", MOVE, *_CLIP),
    Measure: ("edit-text", MOVE, *_CLIP),
    Note: ("edit-text", BECOMES, "send-here", "park", *_CLIP),
    Entry: ("edit-text", MOVE, *_CLIP),
    Persona: ("edit-text", "edit-persona", "copy-persona", "hide-show", "|", "persona-earlier", "persona-later", "|",
              "delete"),
    Lane: ("edit-text", "hide-show", MOVE, LANE_KINDS, LINE_KINDS, *_CLIP),
    Line: (MOVE, LANE_KINDS, LINE_KINDS, "|", "delete"),
    Flow: ("edit-text", "|", "delete"),
    Head: ("edit-text", "journey-details", PAPER, THEME, MAP_LANGUAGE),
}  # fmt: skip
ON_PAPER: Items = (
    ADD_HERE, LANE_KINDS, LINE_KINDS, "|", "paste", "|", "select-all", "show-all", "|", PAPER,
    THEME, COPY_PICTURE, "|", "fit-page",
)  # fmt: skip
ON_DESK: Items = ("paste", "|", "fit-page", "zoom-true", "|", PAPER, THEME, "show-all", "|", "export")


def context_menu(target: Target, journey: Journey, title: str = "") -> Menu:
    """The menu for what is under the pointer."""
    record = journey.get(target.record) if target.record else None
    heading = message("{title}", title=title)
    if record is not None and type(record) in ITEMS:
        return Menu(heading, ITEMS[type(record)])
    return Menu(heading, ON_PAPER if target.page else ON_DESK)

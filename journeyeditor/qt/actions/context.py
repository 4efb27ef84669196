"""Context menus: what fits what is under the pointer, and nothing else."""

from __future__ import annotations

from journeyeditor.errors import message
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    ENTRY_LANES,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    LaneKind,
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
CHANNEL = Menu(message("Channel"), ("@channels", "|", "replace-channel"))
EVIDENCE = Menu(message("Evidence"), ("@evidence",))
PHASE = Menu(message("Phase"), ("@phases", "|", "edit-phase"))
ADD_LANE = Menu(message("Add a lane below"), LANE_KINDS.items)
ADD_LINE = Menu(message("Add a line below"), LINE_KINDS.items)
_FINDING: tuple[str | Menu, ...] = ("edit-text", EVIDENCE, "vote", "unvote", "park", MOVE)
Items = tuple[str | Menu, ...]

ITEMS: dict[type[Record], Items] = {
    Stage: ("edit-text", ADD_HERE, "connect-here", "|", PHASE, "loyalty", "blind-spot", "|", MOVE, "merge-stages",
            "fit-stage", "copy-stage", *_CLIP),
    Touchpoint: ("edit-text", CHANNEL, ADD_HERE, "connect-here", "|", EMOTION, "truth", EVIDENCE, MOVE, "split-stage",
                 COPY_PICTURE, *_CLIP),
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
    Lane: ("edit-text", "hide-show", MOVE, ADD_LANE, ADD_LINE, *_CLIP),
    Line: (MOVE, ADD_LANE, ADD_LINE, "|", "delete"),
    Flow: ("edit-text", "|", "lead-start", "lead-end", "|", "delete"),
    Head: ("edit-text", "edit-footer", "|", "journey-details", PAPER, THEME, MAP_LANGUAGE),
}  # fmt: skip
ON_PAPER: Items = (
    ADD_HERE, ADD_LANE, ADD_LINE, "|", "paste", "|", "select-all", "show-all", "|", PAPER,
    THEME, COPY_PICTURE, "|", "fit-page",
)  # fmt: skip
ON_DESK: Items = ("paste", "|", "fit-page", "zoom-true", "|", PAPER, THEME, "show-all", "|", "export")

_OF_CELL: tuple[str | Menu, ...] = ("|", "paste", "|", "select-all", "|", "fit-stage", "fit-page")
_FINDINGS_HERE = Menu(message("Add here"), ("add-pain", "add-gain", "add-quote", "add-opportunity", "add-measure"))
IN_LANE: dict[LaneKind, Items] = {
    "touchpoints": ("add-touchpoint", "add-stage", _FINDINGS_HERE, *_OF_CELL),
    "emotions": (EMOTION, "tool-curve", _FINDINGS_HERE, *_OF_CELL),
    "pains": ("add-pain", ADD_HERE, *_OF_CELL),
    "gains": ("add-gain", ADD_HERE, *_OF_CELL),
    "quotes": ("add-quote", ADD_HERE, *_OF_CELL),
    "opportunities": ("add-opportunity", "priorities", ADD_HERE, *_OF_CELL),
    "measures": ("add-measure", ADD_HERE, *_OF_CELL),
    "images": ("paste", ADD_HERE, "|", "select-all", "|", "fit-stage", "fit-page"),
    **dict.fromkeys(ENTRY_LANES, ("add-next", ADD_HERE, *_OF_CELL)),
}
"""Of an empty cell: first what belongs there."""


def context_menu(target: Target, journey: Journey, title: str = "", lane: LaneKind | None = None) -> Menu:
    """The menu for what is under the pointer; `lane` is the kind of the lane whose empty cell is."""
    record = journey.get(target.record) if target.record else None
    heading = message("{title}", title=title)
    if record is not None and type(record) in ITEMS:
        return Menu(heading, ITEMS[type(record)])
    if target.page and lane is not None:
        return Menu(heading, IN_LANE[lane])
    return Menu(heading, ON_PAPER if target.page else ON_DESK)

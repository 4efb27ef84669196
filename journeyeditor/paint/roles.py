"""What the groups of a drawing are to someone who cannot see it: one table from their roles to the tags of a PDF.

A role that does not stand here is a paragraph. Where a group has no words, its description makes it a figure, and
without one it is decoration.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["H1", "H2", "H3", "P", "LI", "Figure", "Artifact"]
"""A heading's largest words are the heading, its others a paragraph; `LI` are entries of a list; an `Artifact` is what
only the eye needs, or what is said elsewhere."""

KINDS: dict[str, Kind] = {
    # The sheet
    "title": "H1",
    "header": "P",
    "persona": "P",
    "logo": "Figure",
    "label": "H2",
    "lane": "H2",
    "legend": "H2",
    "heading": "H2",
    "stage": "H3",
    "phase": "P",
    "line": "P",
    "footer": "P",
    # What the lanes hold
    "touchpoint": "LI",
    "touchpoint_name": "LI",
    "flow": "LI",
    "entry": "LI",
    "pain": "LI",
    "gain": "LI",
    "opportunity": "LI",
    "quote": "LI",
    "measure": "LI",
    "note": "LI",
    "action": "LI",
    "item": "LI",
    "image": "Figure",
    "figure": "Figure",
    "curve": "Figure",
    "callout": "LI",
    "emotion": "LI",
    # Tiles
    "sheet_map": "Figure",
    "tile": "Figure",
    "ruler": "Figure",
    "step_of_work": "LI",
    "legend_of_marks": "LI",
    # For the eye alone
    "artifact": "Artifact",
    "background": "Artifact",
    "tint": "Artifact",
    "leader": "Artifact",
    "moment_of_truth": "Artifact",
    "step": "Artifact",
    "answers": "Artifact",
    "tile_marks": "Artifact",
    "crop_marks": "Artifact",
}


def kind_of(role: str) -> Kind:
    """What a group with that role is."""
    return KINDS.get(role, "P")

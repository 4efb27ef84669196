"""What a person may ask of an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from journeyeditor.model.records import Orientation

Kind = Literal["pdf", "svg", "png", "json", "markdown"]
KINDS: tuple[Kind, ...] = get_args(Kind)

ENDINGS: dict[str, Kind] = {
    ".pdf": "pdf",
    ".svg": "svg",
    ".png": "png",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
}
AUTO = "auto"
"""The paper that is chosen so that everything on it can be read."""
USUAL_DPI = 150.0


@dataclass(frozen=True, slots=True)
class Options:
    """How to export; what is None comes from the journey's own poster settings.

    `paper` is a name, `WxHmm` or `auto`; `margin` in mm; `dpi` counts for PNG only; `language` is that of legend,
    standard titles, dates and numbers, never of the user's text; `personas` are ids.
    """

    paper: str | None = None
    orientation: Orientation | None = None
    margin: float | None = None
    theme: str | None = None
    language: str | None = None
    personas: tuple[str, ...] | None = None
    dpi: float = USUAL_DPI


def kind_of(name: str) -> Kind | None:
    """The kind of file that a name's ending asks for, or None."""
    lowered = name.lower()
    return next((kind for ending, kind in ENDINGS.items() if lowered.endswith(ending)), None)

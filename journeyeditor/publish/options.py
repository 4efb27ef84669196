"""What a person may ask of an export."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

from journeyeditor.errors import BadInput
from journeyeditor.model.records import Orientation

Table = Literal["actions", "measures", "notes"]
Kind = Literal["pdf", "svg", "png", "mermaid", "csv", "json", "markdown"]
KINDS: tuple[Kind, ...] = get_args(Kind)
DRAWN: tuple[Kind, ...] = ("pdf", "svg", "png")
"""Kinds that show the poster; the others hold its texts or data."""

ENDINGS: dict[str, Kind] = {
    ".pdf": "pdf",
    ".svg": "svg",
    ".png": "png",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
}
AUTO = "auto"
"""The paper that is chosen so that everything on it can be read."""
USUAL_DPI = 150.0
TILE_MARGIN = 5.0
OVERLAP = 10.0


class Tile(msgspec.Struct, frozen=True):
    """A poster on the sheets of an ordinary printer.

    `margin` is what the printer cannot reach, `overlap` what two neighbours both show, both in mm. Without
    `orientation` the sheets lie as fewer are needed. `sheets` (columns, rows) scales the poster to that many.
    """

    paper: str
    orientation: Orientation | None = None
    margin: float = TILE_MARGIN
    overlap: float = OVERLAP
    sheets: tuple[int, int] | None = None
    marks: bool = True
    """Where to cut and to glue, and the names of the sheets, are printed beside what is kept."""
    sheet_map: bool = True
    """A page before the sheets shows how they are put together."""


class Options(msgspec.Struct, frozen=True):
    """How to export; what is None comes from the journey's own poster settings.

    `paper` is a name, `WxHmm` or `auto`; `margin` and `bleed` in mm; `dpi` counts for PNG only; `language` is that of
    legend, standard titles, dates and numbers, never of the user's text; `personas` are ids.
    """

    paper: str | None = None
    orientation: Orientation | None = None
    margin: float | None = None
    theme: str | None = None
    language: str | None = None
    personas: tuple[str, ...] | None = None
    dpi: float = USUAL_DPI
    each_persona: bool = False
    """A poster or a file for each persona, in place of one for all."""
    blank: bool = False
    """The empty poster, for a workshop with sticky notes."""
    keep_touchpoints: bool = False
    """Of an empty poster: its touchpoints are printed."""
    further: tuple[str, ...] = ()
    """Kinds of pages after the poster, in their order."""
    bleed: float = 0.0
    tile: Tile | None = None
    grey: bool = False
    table: Table | None = None
    """Of a CSV: the list to write, in place of the whole map."""
    blocks: bool = False
    """Mermaid in a Markdown document, with a diagram for each persona."""


def kind_name(kind: Kind) -> str:
    """What people call a kind of file, in every language."""
    return {"mermaid": "Mermaid", "markdown": "Markdown"}.get(kind, kind.upper())


@contextlib.contextmanager
def about(option: str | None) -> Iterator[None]:
    """Lets a BadInput name the option that it is about (`--paper`) as its place; None = it is about the map."""
    try:
        yield
    except BadInput as error:
        error.place = error.place or option or ""
        raise


def kind_of(name: str) -> Kind | None:
    """The kind of file that a name's ending asks for, or None."""
    lowered = name.lower()
    return next((kind for ending, kind in ENDINGS.items() if lowered.endswith(ending)), None)

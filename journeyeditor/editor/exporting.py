"""What a person wishes of an export, as the dialog shows it, and what that means for `publish`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from journeyeditor.editor.whole_health import health_of
from journeyeditor.errors import Message, message
from journeyeditor.insight import Finding
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Orientation
from journeyeditor.publish.options import OVERLAP, TILE_MARGIN, USUAL_DPI, Kind, Options, Table, Tile
from journeyeditor.publish.outcome import Published
from journeyeditor.publish.people import file_name

Format = Literal["pdf", "svg", "png", "data"]
Data = Literal["csv", "actions", "measures", "notes", "json", "mermaid", "markdown"]
DATA_KINDS: dict[Data, tuple[Kind, Table | None, str]] = {
    "csv": ("csv", None, ".csv"),
    "actions": ("csv", "actions", ".csv"),
    "measures": ("csv", "measures", ".csv"),
    "notes": ("csv", "notes", ".csv"),
    "json": ("json", None, ".journey.json"),
    "mermaid": ("mermaid", None, ".mmd"),
    "markdown": ("markdown", None, ".md"),
}
"""Kind, table and the ending of the file."""
BLEED = 3.0
"""mm; what print shops ask for."""
NOT_DATA = message("posters only")
ONE_SHEET = message("one sheet only")
ONLY_TILES = message("tiles only")
ONLY_BLANK = message("empty posters only")
ONLY_PICTURES = message("PNG only")
WHOLE_MAP = message("lists show the whole map")


class Wish(msgspec.Struct, frozen=True):
    """Everything that the dialog holds. Lengths in mm."""

    format: Format = "pdf"
    data: Data = "csv"
    paper: str = "A3"
    orientation: Orientation = "landscape"
    tiles: bool = False
    sheet: str = "A4"
    sheet_orientation: Orientation | None = None
    sheets: tuple[int, int] | None = None
    """Columns and rows that the poster is made to fit; None = its own size."""
    overlap: float = OVERLAP
    printer_margin: float = TILE_MARGIN
    marks: bool = True
    """Cut marks and the names of the sheets."""
    sheet_map: bool = True
    """A page that shows how the sheets are put together."""
    personas: tuple[str, ...] = ()
    """Those who are shown; empty = all that are not hidden."""
    each_persona: bool = False
    theme: str = "calm"
    grey: bool = False
    blank: bool = False
    keep_touchpoints: bool = False
    bleed: bool = False
    further: tuple[str, ...] = ()
    dpi: float = USUAL_DPI

    @property
    def is_poster(self) -> bool:
        """Whether it is drawn."""
        return self.format != "data"

    @property
    def kind(self) -> Kind:
        """What is written."""
        return DATA_KINDS[self.data][0] if self.format == "data" else self.format

    @property
    def ending(self) -> str:
        """Of the file's name."""
        return DATA_KINDS[self.data][2] if self.format == "data" else f".{self.format}"


def wish_of(journey: Journey) -> Wish:
    """What the journey's own poster settings ask for."""
    poster = journey.head.poster
    shown = tuple(one.id for one in journey.personas() if not one.hidden)
    chosen = tuple(key for key in poster.personas if key in journey) or shown
    return Wish(paper=poster.paper, orientation=poster.orientation, theme=poster.theme, personas=chosen)


def reasons(wish: Wish) -> dict[str, Message]:
    """Fields that do not apply to a wish -> why. They stay visible, switched off, with this beside them."""
    found: dict[str, Message] = {}
    if not wish.is_poster:
        for name in ("paper", "tiles", "theme", "grey", "blank", "keep_touchpoints", "bleed", "further", "dpi"):
            found[name] = NOT_DATA
        if DATA_KINDS[wish.data][1] is not None or wish.data == "json":
            found["personas"] = found["each_persona"] = WHOLE_MAP
    if wish.tiles:
        found["bleed"] = ONE_SHEET
    if not wish.tiles or not wish.is_poster:
        for name in ("sheet", "sheets", "overlap", "printer_margin", "marks", "sheet_map"):
            found[name] = ONLY_TILES
    if not wish.blank:
        found.setdefault("keep_touchpoints", ONLY_BLANK)
    if wish.format != "png":
        found["dpi"] = ONLY_PICTURES
    return found


def options(wish: Wish) -> Options:
    """The wish as `publish` takes it; what does not apply is left out."""
    without = reasons(wish)

    def kept(name: str, value: Any, usual: Any) -> Any:
        return usual if name in without else value

    if not wish.is_poster:
        table = DATA_KINDS[wish.data][1]
        return Options(
            personas=kept("personas", wish.personas or None, None),
            each_persona=kept("each_persona", wish.each_persona, usual=False),
            table=table,
        )
    tile = None
    if wish.tiles:
        tile = Tile(
            wish.sheet,
            wish.sheet_orientation,
            wish.printer_margin,
            wish.overlap,
            wish.sheets,
            wish.marks,
            wish.sheet_map,
        )
    return Options(
        paper=wish.paper,
        orientation=wish.orientation,
        theme=wish.theme,
        personas=wish.personas or None,
        dpi=wish.dpi,
        each_persona=wish.each_persona,
        blank=wish.blank,
        keep_touchpoints=kept("keep_touchpoints", wish.keep_touchpoints, usual=False),
        further=wish.further,
        bleed=BLEED if kept("bleed", wish.bleed, usual=False) else 0.0,
        tile=tile,
        grey=wish.grey,
    )


def concerns(journey: Journey, wish: Wish, path: Path | None = None) -> tuple[Finding, ...]:
    """What map health calls a problem on a poster that is to be printed; an empty poster has none yet."""
    if not wish.is_poster or wish.blank:
        return ()
    return tuple(finding for finding in health_of(journey, path) if finding.severity == "problem")


def shown_as(wish: Wish) -> Wish:
    """The wish as its preview needs it: SVG and PNG show the same pages as the PDF."""
    return replace(wish, format="pdf") if wish.is_poster else wish


def usual_name(journey: Journey, path: Path | None, wish: Wish) -> str:
    """A name for the file: that of the map's own, else its title."""
    if path is not None:
        bare = path.name.removesuffix(".json").removesuffix(".journey")
    else:
        bare = file_name(journey.head.title) or "journey"
    table = DATA_KINDS[wish.data][1] if wish.format == "data" else None
    return f"{bare}-{table}{wish.ending}" if table else f"{bare}{wish.ending}"


def places(target: Path, wish: Wish, published: Published) -> dict[Path, bytes]:
    """Where each file of an export goes: what follows the name stands before the ending."""
    ending = wish.ending if target.name.lower().endswith(wish.ending) else target.suffix
    bare = target.name[: len(target.name) - len(ending)] if ending else target.name
    return {target.with_name(f"{bare}{one.suffix}{ending}"): one.data for one in published.files}

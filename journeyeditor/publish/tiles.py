"""A poster on sheets that an ordinary printer takes, to be cut and glued: the sheet map first, then each sheet."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Inset
from journeyeditor.publish.tiles_map import sheet_map
from journeyeditor.publish.tiles_marks import Place, marks
from journeyeditor.publish.tiles_plan import Orientation, Sheet, Tiling, tiling
from journeyeditor.words import Words


def tile(
    poster: Drawing,
    sheet: Sheet,
    *,
    speech: Words,
    tile_margin: float = 5.0,
    overlap: float = 10.0,
    orientation: Orientation | None = None,
    sheets: tuple[int, int] | None = None,
    title: str = "",
) -> tuple[Drawing, ...]:
    """The pages that a poster is printed on: the sheet map, then the sheets, row by row.

    Everything as in `tiling`, the cuts being the poster's own. `speech` says what the sheet map explains, `title` names
    the poster there. Raises BadInput for what cannot be done.
    """
    plan = tiling(
        (poster.width, poster.height),
        sheet,
        tile_margin=tile_margin,
        overlap=overlap,
        orientation=orientation,
        sheets=sheets,
        cuts=poster.cuts,
    )
    return tiled(poster, plan, speech=speech, title=title)


def tiled(
    poster: Drawing,
    plan: Tiling,
    *,
    speech: Words,
    title: str = "",
    with_marks: bool = True,
    with_map: bool = True,
) -> tuple[Drawing, ...]:
    """The same for a tiling that has been worked out. The poster is one drawing, seen through a window on each page.

    Sheets can be without their marks, and without the map before them.
    """
    bare = replace(poster, surround=0.0, bleed=0.0)
    before = (sheet_map(bare, plan, speech, title),) if with_map else ()
    places = [Place(plan, row, column) for row, column in plan.places()]
    return (*before, *(_sheet(bare, place, speech, with_marks=with_marks) for place in places))


def _sheet(poster: Drawing, place: Place, speech: Words, *, with_marks: bool) -> Drawing:
    plan = place.tiling
    x, y = place.origin
    inset = Inset(poster, x, y, plan.scale, place.shown)
    told = speech.say("Sheet {name}, a part of the poster", name=place.name)
    part = Group("", "tile", (inset,), place.shown, description=told)
    return Drawing(
        plan.width,
        plan.height,
        (part, Group("", "tile_marks", marks(place))) if with_marks else (part,),
        bookmarks=((place.name, 0.0, 0.0),),
        label=place.name,
    )

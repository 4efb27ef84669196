"""The pages of an export: posters, on sheets if they are to be tiled, then what comes after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing
from journeyeditor.drawing.grey import Greyer
from journeyeditor.errors import Message, message
from journeyeditor.layout import Laid, Paper, find_paper
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Persona
from journeyeditor.publish.bleed import check_bleed, with_bleed
from journeyeditor.publish.options import Options, Tile, about
from journeyeditor.publish.outcome import Facts, Step
from journeyeditor.publish.people import chosen, suffix, travellers
from journeyeditor.publish.posters import laid_out, paper_for_all, theme_of
from journeyeditor.publish.scale import with_scale
from journeyeditor.words import Words, speak

if TYPE_CHECKING:  # loaded where they are asked for
    from journeyeditor.layout.further import Further
    from journeyeditor.publish.tiles_plan import Tiling


class Leaf(msgspec.Struct, frozen=True):
    """One page, and what its file is called where each page is one: what follows the name that was asked for."""

    suffix: str
    make: Callable[[], Drawing]
    """Draws it. Asked again it may draw again: not all pages of a long map are held at once."""
    poster: str = ""
    """How the names of all pages of its poster begin."""
    after: bool = False
    """It comes after the poster."""

    @property
    def drawing(self) -> Drawing:
        """What is on it."""
        return self.make()


class Leaves(msgspec.Struct, frozen=True):
    """All pages in their order, their facts, and what there is to say."""

    pages: tuple[Leaf, ...]
    facts: Facts
    notices: tuple[Message, ...]
    tilings: tuple[Tiling, ...] = ()
    """How each poster is spread over sheets, if it is."""


class _Poster(msgspec.Struct, frozen=True):
    """A poster of one persona or of all (None)."""

    suffix: str
    persona: Persona | None
    laid: Laid


def leaves(journey: Journey, options: Options, step: Step) -> Leaves:
    """Everything that is printed. Raises BadInput for options that nothing can be made of."""
    speech = speak(options.language or journey.head.language)
    posters = _posters(journey, options, step)
    paper = posters[0].laid.paper
    pages = [leaf for poster in posters for leaf in _pages(poster)]
    smallest = min(poster.laid.smallest_type for poster in posters)
    facts = Facts(paper.name, paper.width, paper.height, smallest, bleed=options.bleed)
    plans: list[Tiling] = []
    if options.tile is not None:
        step(message("Spreading the poster over sheets"))
        with about("--tile" if options.tile.sheets is None else "--sheets"):
            plans = list(_plans(pages, options.tile))
        plan = plans[0]
        pages = list(_tiles(pages, options.tile, plans, speech, journey.head.title, paper.name))
        facts = Facts(plan.paper, plan.width, plan.height, smallest * plan.scale, scale=plan.scale)
        paper = find_paper(plan.paper, plan.orientation)
    notices = [notice for poster in posters for notice in poster.laid.notices]
    if options.blank and facts.scale not in (None, 1):
        notices.append(message("The sheets change the poster's size, so sticky notes no longer fit its cells."))
    if options.further:
        step(message("Laying out the pages after the poster"))
        further = _further(journey, options, paper, 0 if options.tile else len(pages))
        pages += _named(further)
        notices += further.notices
    finished = tuple(_finished(pages, options, facts, speech, journey.head.title))
    return Leaves(finished, facts, _once(notices), tuple(plans))


# -- posters ----------------------------------------------------------------------------------------------------------
def _posters(journey: Journey, options: Options, step: Step) -> list[_Poster]:
    if not options.each_persona:
        step(message("Laying out the poster"))
        return [_Poster("", None, laid_out(journey, options))]
    people = travellers(journey, options)
    step(message("Choosing the paper"))
    paper = paper_for_all(journey, options, [one.id for one in people])
    posters = []
    for number, one in enumerate(people, start=1):
        step(message("Laying out poster {number} of {count}", number=number, count=len(people)))
        laid = laid_out(journey, replace(options, personas=(one.id,)), paper)
        posters.append(_Poster(suffix(number, one), one, laid))
    return posters


def _pages(poster: _Poster) -> Iterator[Leaf]:
    """The pages of a poster. That of one persona is found by their name in the document's outline."""
    name = " ".join(poster.persona.name.split()) if poster.persona else ""
    for number in range(1, len(poster.laid.drawings) + 1):
        more = f"-{number}" if number > 1 else ""
        label = " ".join(part for part in (name, str(number) if name and more else "") if part)
        mark = "" if more else name
        yield Leaf(poster.suffix + more, partial(_page, poster.laid, number, label, mark), poster.suffix)


def _page(laid: Laid, number: int, label: str, mark: str) -> Drawing:
    """A page of a poster with its label, and with a place in the document's outline if it is to have one."""
    drawing = laid.drawings[number - 1]
    marks = ((mark, 0.0, 0.0), *drawing.bookmarks) if mark else drawing.bookmarks
    return replace(drawing, label=label, bookmarks=marks)


# -- sheets -----------------------------------------------------------------------------------------------------------
def _sheet(tile: Tile) -> Paper:
    with about("--tile"):
        return find_paper(tile.paper, "portrait", 0.0)


def _plan(drawing: Drawing, tile: Tile) -> Tiling:
    from journeyeditor.publish.tiles_plan import tiling  # noqa: PLC0415

    return tiling(
        (drawing.width, drawing.height),
        _sheet(tile),
        tile_margin=tile.margin,
        overlap=tile.overlap,
        orientation=tile.orientation,
        sheets=tile.sheets,
        cuts=drawing.cuts,
    )


def _plans(pages: list[Leaf], tile: Tile) -> Iterator[Tiling]:
    """How all pages of posters are spread. Where there are several, each has a letter, so that no two sheets of paper
    have one name.
    """
    for number, page in enumerate(pages):
        yield replace(_plan(page.drawing, tile), letter=_letters(number) if len(pages) > 1 else "")


def _tiles(pages: list[Leaf], tile: Tile, plans: list[Tiling], speech: Words, title: str, paper: str) -> Iterator[Leaf]:
    """The sheets of all pages of posters."""
    from journeyeditor.publish.tiles import tiled  # noqa: PLC0415

    for page, plan in zip(pages, plans, strict=True):
        drawing = page.drawing
        poster = with_scale(drawing, paper, plan.scale, speech)
        whose = " · ".join(part for part in (title, drawing.label, plan.letter) if part)
        sheets = tiled(poster, plan, speech=speech, title=whose, with_marks=tile.marks, with_map=tile.sheet_map)
        for place, sheet in enumerate(sheets):
            is_map = tile.sheet_map and not place
            label = f"{sheet.label} {plan.letter}".strip() if is_map else sheet.label
            mark = " · ".join(part for part in (drawing.label, label) if part)
            named = plan.letter if is_map else label
            leaf = replace(sheet, label=label, bookmarks=((mark, 0.0, 0.0),))
            yield Leaf(page.poster + (f"-{named}" if named else ""), partial(_as_it_is, leaf))


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    before, here = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + here)


# -- what comes after -------------------------------------------------------------------------------------------------
def _further(journey: Journey, options: Options, paper: Paper, before: int) -> Further:
    from journeyeditor.layout.further import pages  # noqa: PLC0415

    return pages(
        journey,
        options.further,
        paper,
        theme=theme_of(journey, options),
        language=options.language,
        personas=chosen(journey, options),
        before=before,
    )


def _named(further: Further) -> Iterator[Leaf]:
    """Further pages by their kind: `-actions`, and `-actions-2` where they go on."""
    seen: Counter[str] = Counter()
    for kind, drawing in zip(further.kinds, further.drawings, strict=True):
        seen[kind] += 1
        more = f"-{seen[kind]}" if seen[kind] > 1 else ""
        yield Leaf(f"-{kind}{more}", partial(_as_it_is, drawing), after=True)


def _as_it_is(drawing: Drawing) -> Drawing:
    return drawing


def _finished(pages: list[Leaf], options: Options, facts: Facts, speech: Words, title: str) -> Iterator[Leaf]:
    """The pages as they go to the printer: with bleed, without colours."""
    if options.bleed:
        with about("--bleed"):
            check_bleed(options.bleed)
    greyer = Greyer() if options.grey else None

    def finished(make: Callable[[], Drawing], number: str) -> Drawing:
        drawing = make()
        if options.bleed:
            drawing = with_bleed(drawing, options.bleed, _note(drawing, facts, speech, title, number))
        return drawing if greyer is None else greyer.drawing(drawing)

    for number, page in enumerate(pages, start=1):
        yield replace(page, make=partial(finished, page.make, f"{number}/{len(pages)}"))


def _note(drawing: Drawing, facts: Facts, speech: Words, title: str, page: str) -> str:
    """What a print shop wants to know of a sheet, in a line."""
    width, height = (speech.number(side, 1 if side % 1 else 0) for side in (drawing.width, drawing.height))
    size = speech.say("{paper}, {width} × {height} mm", paper=facts.paper, width=width, height=height)
    bleed = speech.say("bleed {bleed} mm", bleed=speech.number(facts.bleed))
    return " · ".join(part for part in (" ".join(title.split()), size, bleed, page) if part)


def _once(notices: list[Message]) -> tuple[Message, ...]:
    """Each notice once: several posters may have the same to say."""
    return tuple(notice for number, notice in enumerate(notices) if notice not in notices[:number])

"""A journey's poster as drawings, on the sheet that the options and its own settings ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Orientation
from journeyeditor.publish.options import AUTO, Options, about
from journeyeditor.publish.people import chosen

if TYPE_CHECKING:
    from journeyeditor.layout import Laid, Paper

LARGEST = "A0"
"""What `auto` means for the empty poster: nothing is too large for notes."""


def theme_of(journey: Journey, options: Options) -> str:
    """The name of the colours. Raises BadInput for one that was asked for and that there is not."""
    if options.theme is not None:
        from journeyeditor.layout.poster import find_theme  # noqa: PLC0415

        with about("--theme"):
            find_theme(options.theme)
    return options.theme or journey.head.poster.theme


def laid_out(journey: Journey, options: Options, paper: Paper | None = None) -> Laid:
    """The journey's poster, on that paper if one is given. Raises BadInput for options that nothing can be made of."""
    from journeyeditor.layout import blank_poster, poster  # noqa: PLC0415

    sheet = paper or paper_for(journey, options)
    theme, personas = theme_of(journey, options), chosen(journey, options)
    if options.blank:
        return blank_poster(
            journey,
            sheet,
            theme=theme,
            language=options.language,
            personas=personas,
            touchpoints=options.keep_touchpoints,
        )
    return poster(journey, sheet, theme=theme, language=options.language, personas=personas)


def paper_for(journey: Journey, options: Options) -> Paper:
    """The sheet of the poster. Raises BadInput for one that there is not."""
    from journeyeditor.layout import find_paper  # noqa: PLC0415

    own = journey.head.poster
    name = (options.paper or own.paper).strip()
    orientation = options.orientation or own.orientation
    margin = own.margin if options.margin is None else options.margin
    if name.lower() == AUTO:
        return _auto(journey, options, orientation, margin)
    with about("--paper" if options.paper else None):
        find_paper(name, orientation)
    with about("--margin" if options.margin is not None else None):
        return find_paper(name, orientation, margin)


def _auto(journey: Journey, options: Options, orientation: Orientation, margin: float | None) -> Paper:
    from journeyeditor.layout import find_paper, smallest_paper  # noqa: PLC0415

    theme, personas = theme_of(journey, options), chosen(journey, options)
    with about("--margin" if options.margin is not None else None):
        if options.blank:
            return find_paper(LARGEST, orientation, margin)
        return smallest_paper(
            journey, orientation=orientation, margin=margin, theme=theme, language=options.language, personas=personas
        )


def paper_for_all(journey: Journey, options: Options, people: Sequence[str]) -> Paper:
    """One sheet for the posters of several personas (ids): the largest that any of them needs."""
    papers = [paper_for(journey, replace(options, personas=(one,))) for one in people]
    return max(papers, key=lambda paper: paper.diagonal)

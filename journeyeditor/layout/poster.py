"""A journey on a sheet of paper."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Drawing, Group, Words
from journeyeditor.drawing.in_turn import InTurn
from journeyeditor.drawing.theme import Theme
from journeyeditor.drawing.themes import THEMES
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.layout.blank import blank, emptied
from journeyeditor.layout.drawn import draw_page
from journeyeditor.layout.drawn import notices as left_out
from journeyeditor.layout.fit import Fitted, fit, smallest_readable
from journeyeditor.layout.frozen import frozen, measured_pages
from journeyeditor.layout.paper import Paper, find_paper
from journeyeditor.layout.sheet import BODY, Fit, Sheet
from journeyeditor.model.journey import Journey
from journeyeditor.model.text import texts_in
from journeyeditor.words import speak


class Laid(msgspec.Struct, frozen=True):
    """Finished sheets, what must be said about them, and their smallest type in points."""

    drawings: Sequence[Drawing]
    """Several pages of `poster` are drawn when they are asked for, each time."""
    notices: tuple[Message, ...]
    smallest_type: float
    body_type: float
    paper: Paper
    bands: int = 1
    """How many bands the map was broken into."""

    @property
    def drawing(self) -> Drawing:
        """The first sheet."""
        return self.drawings[0]


def poster(
    journey: Journey,
    paper: Paper,
    *,
    theme: str = "calm",
    language: str | None = None,
    personas: Sequence[str] = (),
) -> Laid:
    """The poster of a journey on one sheet, filled from margin to margin.

    `language` is that of legend, standard titles, dates and numbers; default the journey's. `personas` are ids to
    show; none = all that are not hidden. Raises BadInput for an unknown theme.
    """
    fitted = fit(bare_sheet(journey, paper, theme, language, personas))
    return laid_out(fitted) if len(fitted.pages) == 1 else _laid_in_turn(fitted)


def choose(
    journey: Journey,
    paper: Paper,
    *,
    theme: str = "calm",
    language: str | None = None,
    personas: Sequence[str] = (),
) -> Fit:
    """The fit of a journey on a paper: what `poster` chooses, to be kept while the journey changes."""
    fitted = fit(bare_sheet(journey, paper, theme, language, personas))
    return frozen(fitted.sheet, fitted.pages)


def place(
    journey: Journey,
    paper: Paper,
    fit: Fit,
    *,
    theme: str = "calm",
    language: str | None = None,
    personas: Sequence[str] = (),
) -> Laid:
    """The poster of a journey with a fit that was chosen before, for stages in these bands (see `frozen.carried`).

    The type stays; a row that needs more than it has gets it, from the emotion lane as long as that can give. What
    has no room then runs over the edge of the page.
    """
    sheet = dataclasses.replace(bare_sheet(journey, paper, theme, language, personas), fit=Fit(fit.body))
    return laid_out(Fitted(sheet, measured_pages(sheet, fit)))


def blank_poster(
    journey: Journey,
    paper: Paper,
    *,
    theme: str = "calm",
    language: str | None = None,
    personas: Sequence[str] = (),
    touchpoints: bool = False,
) -> Laid:
    """The empty poster for a workshop: cells for sticky notes, a curve to draw; `touchpoints` are kept if asked."""
    found = blank(bare_sheet(emptied(journey, touchpoints=touchpoints), paper, theme, language, personas))
    laid = laid_out(Fitted(found.sheet, (found.page,)))
    return replace(laid, notices=(*found.notices, *laid.notices))


def smallest_paper(
    journey: Journey,
    *,
    orientation: str = "landscape",
    margin: float | None = None,
    theme: str = "calm",
    language: str | None = None,
    personas: Sequence[str] = (),
) -> Paper:
    """The smallest sheet of the A series on which nothing is printed smaller than can be read; A0 at the most."""
    start = bare_sheet(journey, find_paper("A4", orientation, margin), theme, language, personas)
    return smallest_readable(start, orientation, margin) or find_paper("A0", orientation, margin)


def find_theme(name: str) -> Theme:
    """The colours of a name. Raises BadInput for a name that there is not."""
    if name not in THEMES:
        raise BadInput(
            message("There is no theme “{name}”.", name=name), message("Use {themes}.", themes=", ".join(THEMES))
        )
    return THEMES[name]


def bare_sheet(journey: Journey, paper: Paper, theme: str, language: str | None, personas: Sequence[str]) -> Sheet:
    """A sheet whose type is still to be chosen. Raises BadInput for an unknown theme."""
    return Sheet(
        journey, paper, find_theme(theme), speak(language or journey.head.language), Fit(BODY), tuple(personas)
    )


def laid_out(fitted: Fitted) -> Laid:
    """The finished sheets of a map whose type has been chosen."""
    sheet = fitted.sheet
    drawings = [draw_page(sheet, page).drawing for page in fitted.pages]
    lost = [notice for page in fitted.pages for notice in left_out(sheet, page)]
    return laid_of(fitted, drawings, (*size_notices(fitted), *lost, *unknown_letters(drawings)))


def _laid_in_turn(fitted: Fitted) -> Laid:
    """The same for many sheets, each of which is drawn when it is asked for: together they take more than all else."""
    sheet, pages = fitted.sheet, fitted.pages
    drawings = InTurn(len(pages), lambda number: draw_page(sheet, pages[number]).drawing)
    lost = [notice for page in pages for notice in left_out(sheet, page)]
    plain = msgspec.to_builtins(list(sheet.journey))
    lacking = any(fonts.unknown_characters(text) for text in set(texts_in(plain)))  # whether it is shown or not
    unknown = unknown_letters(drawings) if lacking else []
    laid = laid_of(fitted, (), (*size_notices(fitted), *lost, *unknown))
    return replace(laid, drawings=drawings)


def laid_of(fitted: Fitted, drawings: Sequence[Drawing], notices: Sequence[Message]) -> Laid:
    """Finished sheets with what is to be said of them."""
    sheet = fitted.sheet
    return Laid(tuple(drawings), tuple(notices), fitted.smallest_type, sheet.fit.body, sheet.paper, fitted.bands)


def size_notices(fitted: Fitted) -> list[Message]:
    """What was done to make the map readable, or that it is not, and which paper has room for it."""
    if fitted.readable and fitted.bands == 1:
        return []
    sheet = fitted.sheet
    better = smallest_readable(sheet, sheet.paper.orientation)
    if fitted.readable:
        done = message(
            "On {paper} the map is broken into {bands} bands, so that its type can be read.",
            paper=sheet.paper.name,
            bands=fitted.bands,
        )
    else:
        done = message(
            "The smallest type on {paper} is {size} pt, which is hard to read.",
            paper=sheet.paper.name,
            size=round(fitted.smallest_type, 1),
        )
    if better is not None:
        return [done, message("{paper} has room for the whole map in one band.", paper=better.name)]
    return [done, message("No paper up to A0 has room for the whole map in one band.")]


def unknown_letters(drawings: Sequence[Drawing]) -> list[Message]:
    """What is to be said of letters that no face has."""
    return letters_told(set().union(*(unknown_in(drawing.groups) for drawing in drawings)))


def unknown_in(groups: Iterable[Group]) -> set[str]:
    """The letters in some groups that no face has."""
    texts = {shape.line.text for group in groups for shape in group.shapes if isinstance(shape, Words)}
    return set().union(*(fonts.unknown_characters(text) for text in texts))


def letters_told(letters: AbstractSet[str]) -> list[Message]:
    """What is to be said of letters that no face has."""
    missing = sorted(letters)
    if not missing:
        return []
    shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing[:12])
    return [message("No bundled font has these characters: {characters}.", characters=shown)]

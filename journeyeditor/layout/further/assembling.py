"""Kinds of further pages -> numbered drawings."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import msgspec

from journeyeditor.drawing import Drawing
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.layout.further.actions import action_pages
from journeyeditor.layout.further.frame import largest_scale, sized
from journeyeditor.layout.further.indicators import measure_pages
from journeyeditor.layout.further.made import Made
from journeyeditor.layout.further.parking import parking_pages
from journeyeditor.layout.further.personas import persona_pages
from journeyeditor.layout.further.priorities import priority_pages
from journeyeditor.layout.mirror import mirrored, runs_leftward
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.poster import bare_sheet, unknown_letters
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.journey import Journey


class Further(msgspec.Struct, frozen=True):
    """Finished pages in the order of the kinds that were asked for, and what must be said about them."""

    drawings: tuple[Drawing, ...]
    notices: tuple[Message, ...]
    kinds: tuple[str, ...] = ()
    """The kind of each drawing."""


class Kind(msgspec.Struct, frozen=True):
    """How pages of a kind are made, and what is said where there is nothing to show."""

    build: Callable[[Sheet], Made | None]
    nothing: Message
    subjects: Callable[[Sheet], int] = lambda _: 1
    """How many pages it would best take."""


_KINDS: dict[str, Kind] = {
    "actions": Kind(action_pages, message("There is no action yet, so there is no action list.")),
    "personas": Kind(
        persona_pages,
        message("There is no persona to show, so there is no page of one."),
        lambda sheet: len(sheet.personas),
    ),
    "priorities": Kind(
        priority_pages, message("There is neither an opportunity nor a pain point yet, so there are no priorities.")
    ),
    "parking-lot": Kind(parking_pages, message("The parking lot is empty, so it has no page.")),
    "measures": Kind(measure_pages, message("There is no measure yet, so there is no page of measures.")),
}
KINDS: tuple[str, ...] = tuple(_KINDS)
"""Names of the kinds of pages."""
LARGER = (1.5, 1.4, 1.3, 1.2, 1.1)
"""Type is set so much larger on all pages, where everything stays on its page."""
SMALLER = (0.93, 0.87)
"""Type of one kind is set so much smaller, where that keeps what would just run over to another page."""
USUAL = 1.0
FAR = 2
"""A kind that takes so many times the pages that it should is not squeezed."""


def pages(
    journey: Journey,
    kinds: Sequence[str],
    paper: Paper,
    *,
    theme: str = "calm",
    language: str | None = None,
    personas: Sequence[str] = (),
    before: int = 0,
) -> Further:
    """The further pages of these kinds, in this order, each kind once.

    `language` and `personas` as for `poster`; `before` is how many pages stand before them in the same document, for
    their numbers. A kind that has nothing to show gives no page and a notice. Raises BadInput for an unknown kind or
    theme.
    """
    unknown = next((kind for kind in kinds if kind not in _KINDS), None)
    if unknown is not None:
        raise BadInput(
            message("There is no kind of page “{name}”.", name=unknown),
            message("Use {kinds}.", kinds=", ".join(KINDS)),
        )
    sheet = bare_sheet(journey, paper, theme, language, personas)
    found: list[Made] = []
    shown: list[str] = []
    notices: list[Message] = []
    for name, made in _built(sheet, list(dict.fromkeys(kinds))).items():
        if made:
            found.append(made)
            shown += [name] * len(made)
        else:
            notices.append(_KINDS[name].nothing)
    sheets = [one for made in found for one in made]
    drawings = [one.drawing(before + n, before + len(sheets)) for n, one in enumerate(sheets, 1)]
    if runs_leftward(journey.head.language):
        drawings = [mirrored(drawing) for drawing in drawings]
    return Further(tuple(drawings), (*notices, *unknown_letters(drawings)), tuple(shown))


def _built(sheet: Sheet, names: Sequence[str]) -> dict[str, Made | None]:
    """The pages of all kinds: in larger type where each has room for it, in smaller where one just needs it."""

    @functools.cache
    def build(name: str, scale: float) -> Made | None:
        return _KINDS[name].build(sized(sheet, scale))

    def fits(name: str, scale: float) -> bool:
        return len(build(name, scale) or ()) <= _KINDS[name].subjects(sheet)

    shared = USUAL
    if all(fits(name, USUAL) for name in names):
        most = largest_scale(sheet.paper)
        larger = [scale for scale in LARGER if scale <= most]
        shared = next((scale for scale in larger if all(fits(name, scale) for name in names)), USUAL)
    found = {}
    for name in names:
        far = len(build(name, shared) or ()) > FAR * _KINDS[name].subjects(sheet)
        tried = (shared,) if far else (shared, *SMALLER)
        found[name] = build(name, next((scale for scale in tried if fits(name, scale)), shared))
    return found

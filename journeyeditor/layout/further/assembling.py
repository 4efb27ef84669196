"""Kinds of further pages -> numbered drawings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeyeditor.drawing import Drawing
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.layout.further.actions import action_pages
from journeyeditor.layout.further.frame import sized
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


@dataclass(frozen=True)
class Further:
    """Finished pages in the order of the kinds that were asked for, and what must be said about them."""

    drawings: tuple[Drawing, ...]
    notices: tuple[Message, ...]
    kinds: tuple[str, ...] = ()
    """The kind of each drawing."""


@dataclass(frozen=True)
class Kind:
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
SCALES = (0.93, 0.87)
"""Type is set so much smaller, where one page then holds what would just run over to another."""


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
    for name in dict.fromkeys(kinds):
        made = _whole(sheet, _KINDS[name])
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


def _whole(sheet: Sheet, kind: Kind) -> Made | None:
    """The pages of a kind, in slightly smaller type if that spares the further ones, else in the usual one."""
    wanted = kind.subjects(sheet)
    usual = kind.build(sized(sheet))
    if usual is None or not wanted < len(usual) <= 2 * wanted:
        return usual
    for scale in SCALES:
        made = kind.build(sized(sheet, scale))
        if made is not None and len(made) <= wanted:
            return made
    return usual

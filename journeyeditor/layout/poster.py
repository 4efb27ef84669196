"""A journey on a sheet of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor import fonts
from journeyeditor.drawing import Drawing, Words
from journeyeditor.drawing.theme import THEMES
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.layout.fit import Fitted, fit, smallest_readable
from journeyeditor.layout.mirror import mirrored, runs_leftward
from journeyeditor.layout.page import place
from journeyeditor.layout.paper import Paper, find_paper
from journeyeditor.layout.sheet import BODY, Fit, Sheet
from journeyeditor.model.journey import Journey
from journeyeditor.words import speak


@dataclass(frozen=True)
class Laid:
    """A finished sheet, what must be said about it, and its smallest type in points."""

    drawing: Drawing
    notices: tuple[Message, ...]
    smallest_type: float
    body_type: float
    paper: Paper


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
    fitted = fit(_sheet(journey, paper, theme, language, personas))
    return _laid(fitted)


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
    start = _sheet(journey, find_paper("A4", orientation, margin), theme, language, personas)
    return smallest_readable(start, orientation, margin).sheet.paper


def _sheet(journey: Journey, paper: Paper, theme: str, language: str | None, personas: Sequence[str]) -> Sheet:
    if theme not in THEMES:
        raise BadInput(
            message("There is no theme “{name}”.", name=theme), message("Use {themes}.", themes=", ".join(THEMES))
        )
    return Sheet(journey, paper, THEMES[theme], speak(language or journey.head.language), Fit(BODY), tuple(personas))


def _laid(fitted: Fitted) -> Laid:
    sheet = fitted.sheet
    groups, bookmarks = place(sheet, fitted.page)
    drawing = Drawing(sheet.paper.width, sheet.paper.height, groups, sheet.theme.paper, tuple(bookmarks))
    if runs_leftward(sheet.journey.head.language):
        drawing = mirrored(drawing)
    notices = (*_too_small(fitted), *_unknown(drawing))
    return Laid(drawing, notices, fitted.smallest_type, sheet.fit.body, sheet.paper)


def _too_small(fitted: Fitted) -> list[Message]:
    """A warning that names the paper that fits, if the smallest type cannot be read on this one."""
    if fitted.readable:
        return []
    sheet = fitted.sheet
    orientation = "portrait" if sheet.paper.height > sheet.paper.width else "landscape"
    better = smallest_readable(sheet, orientation)
    size = f"{fitted.smallest_type:.1f}"
    if better.readable:
        return [
            message(
                "The smallest type on {paper} is {size} pt, which is hard to read. {better} has room for it.",
                paper=sheet.paper.name, size=size, better=better.sheet.paper.name,
            )
        ]  # fmt: skip
    return [
        message(
            "The smallest type on {paper} is {size} pt, which is hard to read, and no paper up to A0 has more room. "
            "Hide lanes, or divide the map.",
            paper=sheet.paper.name, size=size,
        )
    ]  # fmt: skip


def _unknown(drawing: Drawing) -> list[Message]:
    texts = {shape.line.text for group in drawing.groups for shape in group.shapes if isinstance(shape, Words)}
    missing = sorted(set().union(*(fonts.unknown_characters(text) for text in texts)))
    if not missing:
        return []
    shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing[:12])
    return [message("No bundled font has these characters: {characters}.", characters=shown)]

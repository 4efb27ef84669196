"""Who a persona is: portrait, quote, life; goals, needs and frustrations."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from journeyeditor.drawing import Shape, Stroke
from journeyeditor.drawing.icons import dot, icon
from journeyeditor.geometry import Box
from journeyeditor.layout.further.cells import Listed, Mark, Part
from journeyeditor.layout.further.flow import Block
from journeyeditor.layout.further.table import Column, table
from journeyeditor.layout.header.cards import portrait
from journeyeditor.layout.inks import readable
from journeyeditor.layout.sheet import STAGE, Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Persona

PORTRAIT, SMALL_PORTRAIT = 31.0, 24.0
"""Across, in units; the small one where only quote and life stand beside it."""
AIR = 2.4
"""Right of the portrait, in units."""
INDENT = 4.2
"""Of what stands behind a sign, in units."""
QUOTE = 0.9
"""Of the size of a stage's name."""

Sign = Callable[[float, float], Sequence[Shape]]
Listing = tuple[str, list[str], Sign]
"""The name of a list, its texts, and the sign before each."""


def profile(sheet: Sheet, persona: Persona, area: Box, most: float) -> list[Block]:
    """The persona in one row where there is width for it, else in two; each at most `most` mm high."""
    unit = sheet.unit
    wide = area.width > 1.15 * area.height and area.width > 200 * unit
    across = (PORTRAIT if wide else SMALL_PORTRAIT) * unit
    face = Column[Persona]("", lambda one, _: [_face(sheet, one, across)])
    said = Column[Persona]("", lambda one, room: _said(sheet, one, room), 1.3)
    lists = [Column[Persona]("", functools.partial(_list, sheet, one), 1.0) for one in _lists(sheet, persona)]
    rows = [[face, said, *lists]] if wide else [[face, said], lists]
    blocks: list[Block] = []
    for columns in rows:
        if columns:
            laid = table(sheet, [columns], [persona], area.width, headed=False, ruled=False, role="text")
            blocks += laid.rows(persona, persona.id, most)
    return blocks


def _face(sheet: Sheet, persona: Persona, across: float) -> Mark:
    half = across / 2
    return Mark(
        across + AIR * sheet.unit,
        across,
        lambda x, top: tuple(portrait(sheet, persona, x + half, top + half, across)),
        across + AIR * sheet.unit,
    )


def _said(sheet: Sheet, persona: Persona, room: float) -> list[Part | None]:
    """The quote, large, over the life."""
    quote = sheet.speech.quoted(persona.quote) if persona.quote.strip() else ""
    style = sheet.style(QUOTE * STAGE * sheet.unit, italic=True)
    return [
        paragraph(quote, style, readable(sheet.theme.persona(persona.style).colour), room, balance=True),
        _space(sheet, 1.0) if quote and persona.bio.strip() else None,
        paragraph(persona.bio, sheet.body(), sheet.theme.ink, room),
    ]


def _space(sheet: Sheet, units: float) -> Mark:
    return Mark(0.0, units * sheet.unit, lambda _x, _y: (), 0.0)


def _lists(sheet: Sheet, persona: Persona) -> list[Listing]:
    """Name, texts and sign of the lists that have anything in them."""
    say, theme, unit = sheet.speech.say, sheet.theme, sheet.unit
    own = readable(theme.persona(persona.style).colour)
    lists: list[tuple[str, Sequence[str], Sign]] = [
        (say("Goals"), persona.goals, lambda x, y: [icon("check", x, y, 3.1 * unit, own, 0.45 * unit)]),
        (say("Needs"), persona.needs, lambda x, y: [dot(x, y, 1.7 * unit, own)]),
        (
            say("Frustrations"),
            persona.frustrations,
            lambda x, y: [dot(x, y, 1.5 * unit, None, Stroke(theme.pain, 0.4 * unit))],
        ),
    ]
    kept = [(name, [text for text in texts if text.strip()], sign) for name, texts, sign in lists]
    return [one for one in kept if one[1]]


def _list(sheet: Sheet, listing: Listing, _: Persona, room: float) -> list[Part | None]:
    """A bold name over its texts."""
    name, texts, sign = listing
    indent = INDENT * sheet.unit
    return [
        paragraph(name, sheet.body(bold=True), sheet.theme.ink, room),
        *(Listed(paragraph(text, sheet.body(), sheet.theme.ink, room - indent), indent, sign) for text in texts),
    ]

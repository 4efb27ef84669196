"""One persona in the header: as a card with portrait, a smaller one, or a chip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group, Picture, Shape, Sketch
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.theme import PersonaStyle
from journeyeditor.fonts import Style
from journeyeditor.fonts.segmentation import grapheme_ends
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle
from journeyeditor.layout.inks import mixed, readable
from journeyeditor.layout.persona_line import sample, strokes
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import DOT, Paragraph, joined, paragraph
from journeyeditor.model.naming import persona_name
from journeyeditor.model.records import Persona

INITIALS_TINT = 0.14


class CardKind(msgspec.Struct, frozen=True):
    """How large the parts of a card are, in units; `least` and `most` bound the width of its text."""

    name: str
    portrait: float
    gap: float
    sample: float
    share: float
    """Of the sample's line, against the curve."""
    least: float
    most: float
    lead: float
    """Distance between the parts of its text."""


FULL = CardKind("full", 28.8, 4.8, 13.0, 0.78, 44.0, 96.0, 1.7)
SMALL = CardKind("small", 17.0, 3.4, 9.5, 0.62, 32.0, 64.0, 1.1)
CHIP = CardKind("chip", 0.0, 0.0, 9.5, 0.62, 24.0, 60.0, 0.6)


class Card(msgspec.Struct, frozen=True):
    """A persona's card, its text broken and measured."""

    persona: Persona
    kind: CardKind
    look: PersonaStyle
    name: Paragraph
    said: tuple[Paragraph, ...]
    """What they are, and the quote."""
    goals: tuple[Paragraph, ...]
    width: float
    """Of its text: what the widest line takes."""
    height: float


def card(sheet: Sheet, persona: Persona, kind: CardKind, room: float) -> Card:
    """The card of a persona, its text broken for `room` mm. Nothing is cut: it becomes as high as its text."""
    unit, theme, speech = sheet.unit, sheet.theme, sheet.speech
    look = theme.persona(persona.style)
    name = paragraph(
        persona_name(persona, speech),
        _name_style(sheet, kind),
        readable(look.colour),
        room - (kind.sample + 4.5) * unit,
        balance=True,
    )
    said = [paragraph(what_they_are(sheet, persona), sheet.caption(), theme.muted, room)]
    goals: list[Paragraph] = []
    if kind is not CHIP:
        style = sheet.body(italic=True) if kind is FULL else sheet.caption(italic=True)
        quote = speech.quoted(persona.quote) if persona.quote.strip() else ""
        said.append(paragraph(quote, style, theme.ink, room, balance=True))
        indent = _tick(kind) * unit
        goals = [paragraph(goal, sheet.caption(), theme.ink, room - indent) for goal in persona.goals if goal.strip()]
    kept = tuple(part for part in said if part.lines)
    used = _used(unit, kind, name, kept, goals)
    # A line that runs from right to left begins at the right end of its room: that must be the card's end.
    made = Card(
        persona,
        kind,
        look,
        replace(name, room=used),
        tuple(replace(part, room=used) for part in kept),
        tuple(replace(goal, room=used - _tick(kind) * unit) for goal in goals),
        used,
        0.0,
    )
    return replace(made, height=max(_text_height(unit, made), kind.portrait * unit))


def what_they_are(sheet: Sheet, persona: Persona) -> str:
    """Role and how well they know the company; empty where neither is said."""
    known = sheet.speech.term("maturity", persona.maturity) if persona.maturity else ""
    return joined((persona.role, known), DOT, sheet.journey.head.language)


def _used(unit: float, kind: CardKind, name: Paragraph, said: Sequence[Paragraph], goals: Sequence[Paragraph]) -> float:
    widths = [name.width + (kind.sample + 3.8) * unit, *(part.width for part in said)]
    return max(widths + [goal.width + _tick(kind) * unit for goal in goals])


def _name_style(sheet: Sheet, kind: CardKind) -> Style:
    return sheet.stage() if kind is FULL else sheet.body(bold=True)


def _tick(kind: CardKind) -> float:
    """Room for a tick before a goal, in units."""
    return 4.2 if kind is FULL else 3.6


def _text_height(unit: float, made: Card) -> float:
    lead = made.kind.lead * unit
    height = made.name.height + sum(part.height + lead for part in made.said)
    if made.goals:
        height += 1.3 * lead + sum(goal.height for goal in made.goals) + 0.6 * lead * (len(made.goals) - 1)
    return height


def card_group(sheet: Sheet, made: Card, x: float, top: float) -> Group:
    """The card with its upper left corner at (x, top): portrait and text share their middle."""
    unit, kind = sheet.unit, made.kind
    shapes: list[Shape] = []
    wide = kind.portrait * unit
    text_left = x + wide + kind.gap * unit
    tall = _text_height(unit, made)
    if kind.portrait:
        # Beside a text that is not much taller the portrait stands in the middle, else at the top.
        middle = max(tall, wide) / 2 if kind is FULL and tall < 1.3 * wide else wide / 2
        shapes += portrait(sheet, made.persona, x + wide / 2, top + middle, wide)
    y = top + max(0.0, wide - tall) / 2
    shapes += _texts(sheet, made, text_left, y)
    name = persona_name(made.persona, sheet.speech)
    box = Box(x, top, text_left - x + made.width, made.height)
    return Group(made.persona.id, "persona", tuple(shapes), box, description=name)


def portrait(sheet: Sheet, persona: Persona, x: float, y: float, across: float) -> Iterator[Shape]:
    """A round picture about (x, y), or initials, in a ring of the persona's colour and dash; `across` mm in all."""
    unit, look = sheet.unit, sheet.theme.persona(persona.style)
    ring = 0.8 * unit * (across / unit / FULL.portrait) ** 0.5
    outer = across / 2 - ring * (0.7 if look.double else 0.5)
    inner = outer - ring * 1.9
    image = persona.portrait
    if image is not None and image in sheet.journey.images:
        box = Box(x - inner, y - inner, 2 * inner, 2 * inner)
        yield Picture(box, image, circle(x, y, inner), persona.name)
    else:
        tint = mixed(look.colour, sheet.theme.paper, INITIALS_TINT)
        yield Sketch(circle(x, y, inner), tint)
        yield from _initials(sheet, persona, x, y, inner, readable(look.colour, tint))
    yield from strokes(sheet, look, circle(x, y, outer), ring)


def _initials(sheet: Sheet, persona: Persona, x: float, y: float, radius: float, colour: str) -> Iterator[Shape]:
    letters = initials(persona.name)
    if not letters:
        yield icon("person", x, y, 1.1 * radius, colour, 0.09 * radius)
        return
    size = 0.72 * radius / 0.3528
    words = paragraph(letters, sheet.style(size, bold=True), colour, 4 * radius)
    while words.width > 1.45 * radius:
        size *= 0.85
        words = paragraph(letters, sheet.style(size, bold=True), colour, 4 * radius)
    # Capitals are 0.71 em high and stand on the baseline: their middle goes to the circle's.
    top = y + 0.357 * words.style.em - 0.76 * words.style.em
    yield from words.at(x, top, "middle")


def initials(name: str) -> str:
    """The first letters of the first and the last word: `Jean-Baptiste de la Salle` is `JS`."""
    words = [word for word in name.split() if word[0].isalnum()]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[: grapheme_ends(word)[0]] for word in chosen).upper()


def _texts(sheet: Sheet, made: Card, x: float, y: float) -> Iterator[Shape]:
    unit, kind = sheet.unit, made.kind
    lead = kind.lead * unit
    name = made.name.at(x, y)
    yield from name
    after = x
    if name:  # letters that nobody sees, as a space without width is, make no line
        last = name[-1]
        starts_here = last.x - x < 1e-6
        after = last.x + last.line.width + 3.8 * unit if starts_here else last.x - (3.8 + kind.sample) * unit
    middle = y + made.name.height - 0.51 * made.name.style.em
    yield from sample(sheet, made.look, after, middle, kind.sample * unit, kind.share)
    y += made.name.height
    for part in made.said:
        y += lead
        yield from part.at(x, y)
        y += part.height
    y += 1.3 * lead
    for goal in made.goals:
        size = 2.9 * unit * (1.0 if kind is FULL else 0.85)
        middle = y + 0.5 * goal.style.em
        yield icon("check", x + size / 2, middle, size, readable(made.look.colour), 0.42 * unit)
        yield from goal.at(x + _tick(kind) * unit, y)
        y += goal.height + 0.6 * lead

"""Cards of pains, gains, opportunities and quotes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import icon
from journeyeditor.fonts import Style
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.cards import Card, Found
from journeyeditor.layout.foot import (
    SPACE,
    Foot,
    Piece,
    dots_piece,
    fold,
    foot,
    line_step,
    markers_piece,
    rule_piece,
    words_piece,
)
from journeyeditor.layout.inks import mixed
from journeyeditor.layout.narrow import whole_words
from journeyeditor.layout.parts import ground, markers_width
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import DOT, Paragraph, joined, paragraph, text_height
from journeyeditor.model.records import Anchored, Gain, Opportunity, Pain, Quote

NO_BREAK = "\u00a0"
PADDING, TOP, BOTTOM, FOOT_GAP = 2.4, 1.7, 1.5, 0.9
"""Text is 2.4 from a card's edge; air above, below, and between text and foot, in units."""


def marks_of(findings: Iterable[Anchored]) -> set[str]:
    """What the legend must explain of the cards of some findings, beside whom they concern."""
    rated = [one for one in findings if isinstance(one, (Pain, Gain))]
    marks = {"severity"} if any(isinstance(one, Pain) for one in rated) else set()
    marks |= {"strength"} if any(isinstance(one, Gain) and one.strength > 1 for one in rated) else set()
    return marks | ({"assumption"} if any(one.evidence == "assumption" for one in rated) else set())


class Look(msgspec.Struct, frozen=True):
    """How a kind of card is dressed."""

    fill: str
    ink: str
    edge: str | None = None
    indent: float = 0.0
    """Room at the left for an icon, in units."""
    style: Style | None = None
    dress: Callable[[Box], Sequence[Shape]] = lambda _: ()


Pieces = Callable[[float], Sequence[Sequence[Piece | None]]]
"""A room for the foot -> what stands in it."""


class _Content(msgspec.Struct, frozen=True):
    """What a card holds: a text, `sides` narrower than the card (mm), and a foot below it."""

    sheet: Sheet
    text: str
    look: Look
    style: Style
    sides: float
    pieces: Pieces

    def height(self, width: float) -> float:
        """Of a card of some width."""
        # Balanced lines are as many and as high, and take several times as long to find.
        words = text_height(self.text, self.style, width - self.sides)
        below = self._foot(width)
        gap = FOOT_GAP * self.sheet.unit if below.lines and words else 0.0
        return words + below.height + gap + (TOP + BOTTOM) * self.sheet.unit

    def bound(self, *, footed: bool) -> float:
        """A height that it never goes below: that of its text on as few lines as can be, over one line of foot."""
        words = text_height(self.text, self.style, math.inf)
        below = (FOOT_GAP * self.sheet.unit if words else 0.0) + line_step(self.sheet) if footed else 0.0
        return words + below + (TOP + BOTTOM) * self.sheet.unit - 1e-6

    def broken(self, width: float) -> tuple[Paragraph, Foot]:
        """The text and the foot, broken for a card of some width."""
        words = paragraph(self.text, self.style, self.look.ink, width - self.sides, balance=True)
        return words, self._foot(width)

    def _foot(self, width: float) -> Foot:
        room = width - 2 * PADDING * self.sheet.unit
        return foot(self.sheet, self.pieces(room), room)

    def shapes(self, box: Box, broken: tuple[Paragraph, Foot], needed: float) -> list[Shape]:
        """All of it in a box; a text that stands alone in more height than is `needed` stands in the middle."""
        (words, below), unit, look = broken, self.sheet.unit, self.look
        left, right = box.x + PADDING * unit, box.right - PADDING * unit
        spare = max(0.0, box.height - needed) / 2 if not below.lines else 0.0
        return [
            ground(self.sheet, box, look.fill, look.edge),
            *look.dress(box),
            *words.at(left + look.indent * unit, box.y + TOP * unit + spare),
            *below.draw(left, right, box.bottom - BOTTOM * unit - below.height),
        ]


class _Known(msgspec.Struct):
    """What has been measured of a card: its heights by width, its least width, and a height that is never more."""

    least: float
    bound: float
    heights: dict[float, float] = msgspec.field(default_factory=dict)


def card(
    sheet: Sheet,
    finding: Found,
    role: str,
    text: str,
    look: Look,
    pieces: Pieces,
    *,
    footed: bool = False,
) -> Card:
    """A card with text above and a foot below; as wide as it is told, as high as it needs.

    `footed` cards have a line of foot at any width.
    """
    (record, where), unit = finding, sheet.unit
    style, sides = look.style or sheet.body(), (2 * PADDING + look.indent) * unit
    content = _Content(sheet, text, look, style, sides, pieces)
    known = sheet.recall.again(
        (role, record.id),
        record,
        lambda: _Known(whole_words(text, style, unit) + sides, content.bound(footed=footed)),
    )
    broken: dict[float, tuple[Paragraph, Foot]] = {}

    def height(width: float) -> float:
        if width not in known.heights:
            known.heights[width] = content.height(width)
        return known.heights[width]

    def draw(box: Box) -> list[Shape]:
        if box.width not in broken:
            broken[box.width] = content.broken(box.width)
        return content.shapes(box, broken[box.width], height(box.width))

    return Card(record, role, where, height, draw, least=known.least, bound=known.bound)


def votes(sheet: Sheet, count: int, colour: str) -> Piece | None:
    """ "11 votes", or nothing while nobody has voted."""
    if count <= 0:
        return None
    return words_piece(sheet.speech.plural("{n} vote", "{n} votes", count), sheet.caption(), colour)


def pain_cards(sheet: Sheet, found: Sequence[Found]) -> list[Card]:
    """The pains on the map: the tint and the dots tell the severity, a dashed edge an assumption."""
    theme = sheet.theme
    cards = []
    for finding in found:
        pain = finding[0]
        assert isinstance(pain, Pain)  # noqa: S101 - `anchored` keeps the kind
        severity = min(5, max(1, pain.severity))
        fill = mixed(theme.pain, theme.paper, theme.severity[severity - 1])
        edge = theme.pain if pain.evidence == "assumption" else None

        def pieces(_: float, pain: Pain = pain, severity: int = severity) -> list[list[Piece | None]]:
            weight = dots_piece(sheet, severity, 5, theme.pain)
            return [[weight, votes(sheet, pain.votes, theme.ink), markers_piece(sheet, pain.personas)]]

        cards.append(card(sheet, finding, "pain", pain.text, Look(fill, theme.ink, edge), pieces, footed=True))
    return cards


def gain_cards(sheet: Sheet, found: Sequence[Found]) -> list[Card]:
    """The gains: as many plus signs as they are strong."""
    theme, unit = sheet.theme, sheet.unit
    cards = []
    for finding in found:
        gain = finding[0]
        assert isinstance(gain, Gain)  # noqa: S101 - `anchored` keeps the kind
        strength = min(3, max(1, gain.strength))
        edge = theme.gain if gain.evidence == "assumption" else None

        def dress(box: Box, strength: int = strength) -> list[Shape]:
            middle = box.y + (TOP + 1.9) * unit
            return [
                icon("plus", box.x + (PADDING + 0.8 + n * 2.7) * unit, middle, 3.9 * unit, theme.gain, 0.6 * unit)
                for n in range(strength)
            ]

        def pieces(_: float, gain: Gain = gain) -> list[list[Piece | None]]:
            return [[votes(sheet, gain.votes, theme.ink), markers_piece(sheet, gain.personas)]]

        look = Look(theme.gain_ground, theme.ink, edge, 0.7 + 2.7 * strength, dress=dress)
        footed = gain.votes > 0 or markers_width(sheet, gain.personas) > 0
        cards.append(card(sheet, finding, "gain", gain.text, look, pieces, footed=footed))
    return cards


def opportunity_cards(sheet: Sheet, found: Sequence[Found]) -> list[Card]:
    """The opportunities with owner and date; a missing one leaves a blank rule to write on."""
    theme = sheet.theme
    cards = []
    for finding in found:
        opportunity = finding[0]
        assert isinstance(opportunity, Opportunity)  # noqa: S101 - `anchored` keeps the kind

        def pieces(room: float, opportunity: Opportunity = opportunity) -> list[list[Piece | None]]:
            return plan_pieces(sheet, opportunity, room)

        look = Look(theme.opportunity_ground, theme.ink)
        cards.append(card(sheet, finding, "opportunity", opportunity.text, look, pieces, footed=True))
    return cards


def plan_pieces(sheet: Sheet, opportunity: Opportunity, room: float) -> list[list[Piece | None]]:
    """Owner and date, then what has been said of impact, effort, status and votes."""
    theme, speech, plain = sheet.theme, sheet.speech, sheet.caption()
    rule = min(13 * sheet.unit, 0.42 * room)
    owner = [rule_piece(sheet, rule)]
    if opportunity.owner:
        owner = [*fold(opportunity.owner, sheet.caption(bold=True), theme.opportunity, room)]
    due: Piece | None = rule_piece(sheet, rule, last=True)
    said = []
    if opportunity.due:
        date = speech.date(opportunity.due)
        stamp = words_piece(date, plain, theme.muted, last=True)
        beside = len(owner) == 1 and owner[0].width + stamp.width + SPACE * sheet.unit <= room
        said, due = ([], stamp) if beside else ([date], None)
    if opportunity.impact is not None:
        said.append(speech.say("impact {n}", n=opportunity.impact))
    if opportunity.effort is not None:
        said.append(speech.say("effort {n}", n=opportunity.effort))
    if opportunity.status != "idea":
        said.append(speech.term("status", opportunity.status))
    whole = [_tied(fact, plain, room) for fact in said]
    state: list[Piece | None] = (
        [*fold(joined(whole, DOT, sheet.journey.head.language), plain, theme.muted, room)] if said else []
    )
    state += [votes(sheet, opportunity.votes, theme.muted), markers_piece(sheet, opportunity.personas)]
    return [[*owner, due], state]


def _tied(fact: str, style: Style, room: float) -> str:
    """A fact that no line is broken in, such as “impact 4”, where it has room on one."""
    tied = fact.replace(" ", NO_BREAK)
    return tied if fonts.width(f"{tied}{DOT}", style) <= room else fact


def quote_cards(sheet: Sheet, found: Sequence[Found]) -> list[Card]:
    """What customers said, in the colour of who said it."""
    theme, unit, speech = sheet.theme, sheet.unit, sheet.speech
    cards = []
    for finding in found:
        quote = finding[0]
        assert isinstance(quote, Quote)  # noqa: S101 - `anchored` keeps the kind
        who = next((persona for persona in sheet.personas if persona.id in quote.personas), None)
        colour = theme.persona(who.style).colour if who else theme.muted

        def dress(box: Box, colour: str = colour) -> list[Shape]:
            x = box.x + 0.55 * unit
            bar = Stroke(colour, 1.1 * unit)
            return [Sketch(polyline([(x, box.y + 0.7 * unit), (x, box.bottom - 0.7 * unit)]), None, bar)]

        def pieces(room: float, quote: Quote = quote) -> list[list[Piece | None]]:
            said = joined((quote.source, speech.date(quote.date)), ", ", sheet.journey.head.language)
            lines = fold(said, sheet.caption(), theme.muted, room) if said else []
            return [[*lines, markers_piece(sheet, quote.personas)]]

        look = Look(mixed(colour, theme.paper, theme.voice), theme.ink, style=sheet.body(italic=True), dress=dress)
        footed = markers_width(sheet, quote.personas) > 0
        cards.append(card(sheet, finding, "quote", speech.quoted(quote.text), look, pieces, footed=footed))
    return cards

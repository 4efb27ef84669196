"""From the journey's lanes and lines to rows of the poster."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import msgspec

from journeyeditor.layout.anchors import hanging
from journeyeditor.layout.answers import Pin, aligned, beneath, letters, pins
from journeyeditor.layout.cards import Card, CardLane, Found, anchored, card_row, place_cards
from journeyeditor.layout.emotion.lane import called_out_quotes, emotion_row
from journeyeditor.layout.entries import entries_of, entry_cards
from journeyeditor.layout.findings import gain_cards, marks_of, opportunity_cards, pain_cards, quote_cards
from journeyeditor.layout.flows.plan import causes
from journeyeditor.layout.images import image_row
from journeyeditor.layout.label import Label, label
from journeyeditor.layout.lines import line_row
from journeyeditor.layout.measures import measure_cards, reading
from journeyeditor.layout.notes import note_cards
from journeyeditor.layout.row import Row, with_marks
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import joined
from journeyeditor.layout.touchpoints.lane import touchpoint_row
from journeyeditor.model.naming import lane_name
from journeyeditor.model.records import ENTRY_LANES, Anchored, Gain, Lane, Line, Measure, Note, Opportunity, Pain, Quote

KINDS: dict[str, type[Anchored]] = {
    "pains": Pain, "gains": Gain, "opportunities": Opportunity, "measures": Measure, "quotes": Quote, "free": Note,
}  # fmt: skip
BUILDERS: dict[str, Callable[[Sheet, Sequence[Found]], list[Card]]] = {
    "pains": pain_cards, "gains": gain_cards, "opportunities": opportunity_cards, "measures": measure_cards,
    "quotes": quote_cards, "free": note_cards,
}  # fmt: skip
EMPTY_LANE = 11.0
"""Height of a lane without cards, in units: enough to write in."""
NARROW = {"company_actions": 24.0, "measures": 46.0}
WIDE = {"measures": 76.0, "company_actions": 400.0, "quotes": 66.0}


class Lanes(msgspec.Struct, frozen=True):
    """The rows from the top, and the links between pains and their answers: pins, and letters by record."""

    rows: tuple[Row, ...]
    pins: tuple[Pin, ...] = ()
    letters: dict[str, list[str]] = msgspec.field(default_factory=dict)


def visible(sheet: Sheet) -> tuple[Lane | Line, ...]:
    """Lanes and lines that are to be shown, from the top; a line at either end separates nothing and stays out."""
    return sheet.once("visible", lambda: tuple(_visible(sheet)))


def _visible(sheet: Sheet) -> list[Lane | Line]:
    rows = [row for row in sheet.journey.rows() if isinstance(row, Line) or _shown(sheet, row)]
    while rows and isinstance(rows[-1], Line):
        rows.pop()
    while rows and isinstance(rows[0], Line):
        rows.pop(0)
    return rows


def _shown(sheet: Sheet, lane: Lane) -> bool:
    return not lane.hidden and sheet.concerns(lane.personas)


def of_lane(sheet: Sheet, lane: Lane, findings: Sequence[Card]) -> list[Card]:
    """The cards that belong in this lane, where several lanes of one kind divide them by persona."""
    same = [other for other in visible(sheet) if isinstance(other, Lane) and other.kind == lane.kind]
    if lane.personas:
        everyone = not any(not other.personas for other in same)
        first = next(other for other in same if other.personas) is lane
        return [
            card for card in findings if _meets(card.record, lane) or (everyone and first and not card.record.personas)
        ]
    others = [other for other in same if other.personas]
    mine = [card for card in findings if not any(_meets(card.record, other) for other in others)]
    return mine if next(other for other in same if not other.personas) is lane else []


def _meets(finding: Anchored, lane: Lane) -> bool:
    return bool(set(finding.personas) & set(lane.personas))


def lane_label(sheet: Sheet, lane: Lane) -> Label:
    """Title of the lane, what its cards say, and for whom it is."""
    theme, say = sheet.theme, sheet.speech.say
    colour = {"pains": theme.pain, "gains": theme.gain, "opportunities": theme.opportunity}.get(lane.kind)
    below = {
        "pains": say("severity and votes"),
        "opportunities": say("owner, due date"),
        "touchpoints": say("by channel"),
        "measures": say("target dashed"),
    }
    names = [persona.name.strip() for persona in sheet.personas if persona.id in lane.personas]
    captions = (joined(names, ", ", sheet.journey.head.language),) if names else (below.get(lane.kind, ""),)
    return label(sheet, lane_name(lane, sheet.speech), captions, colour)


def build(sheet: Sheet) -> Lanes:
    """All rows between stage header and legend."""
    shown = visible(sheet)
    kinds = [row.kind for row in shown if isinstance(row, Lane)]
    pains = _pains(sheet, shown) if kinds.count("pains") == 1 else None
    opportunities = _opportunities(sheet, shown, pains) if kinds.count("opportunities") == 1 else None
    adjacent = any(
        isinstance(a, Lane) and isinstance(b, Lane) and (a.kind, b.kind) == ("pains", "opportunities")
        for a, b in itertools.pairwise(shown)
    )
    pinned, rest = pins(sheet, pains, opportunities)
    if not adjacent:
        rest = [(pin.opportunity, pin.pain) for pin in pinned] + rest
        pinned = []
    rows = [_row(sheet, row, pains, opportunities) for row in shown]
    names = letters(rest)
    extra = {name for name, used in (("answers", pinned), ("answers_letter", names)) if used}
    if extra and rows:
        rows[-1] = with_marks(rows[-1], extra)
    return Lanes(tuple(rows), tuple(pinned), names)


def _pains(sheet: Sheet, shown: Sequence[Lane | Line]) -> CardLane:
    lane = next(row for row in shown if isinstance(row, Lane) and row.kind == "pains")
    found = _found(sheet, Pain)
    return sheet.recall.again(
        "pains", (sheet.grid, found), lambda: place_cards(sheet, of_lane(sheet, lane, pain_cards(sheet, found)))
    )


def _opportunities(sheet: Sheet, shown: Sequence[Lane | Line], pains: CardLane | None) -> CardLane:
    lane = next(row for row in shown if isinstance(row, Lane) and row.kind == "opportunities")
    found = _found(sheet, Opportunity)

    def make() -> CardLane:
        cards = beneath(sheet, of_lane(sheet, lane, opportunity_cards(sheet, found)), pains)
        return aligned(sheet, pains, cards)

    answered = [sheet.journey.answered(one.id) for one, _ in found]
    return sheet.recall.again("opportunities", (sheet.grid, found, answered, pains), make)


def _found(sheet: Sheet, kind: type[Anchored]) -> tuple[Found, ...]:
    """The findings of one kind that are on the map, and where they hang."""
    return tuple(anchored(sheet, hanging(sheet, kind)))


def _row(sheet: Sheet, row: Lane | Line, pains: CardLane | None, opportunities: CardLane | None) -> Row:
    if isinstance(row, Line):
        return line_row(sheet, row)
    if row.kind == "touchpoints":
        return sheet.recall.again(("row", row.id), (row, causes(sheet)), lambda: touchpoint_row(sheet, row))
    if row.kind == "emotions":
        return emotion_row(sheet, row)
    name = lane_label(sheet, row)
    if row.kind == "images":
        return image_row(sheet, row.id, name)
    placed = {"pains": pains, "opportunities": opportunities}.get(row.kind) or _placed(sheet, row)

    def make() -> Row:
        least = 6.0 if placed.places else EMPTY_LANE
        marks = _marks(sheet, placed)
        return card_row(sheet, row.id, name, placed, marks=marks, least=least, centred=row.kind in ENTRY_LANES)

    return sheet.recall.again(("row", row.id), placed, make)


def _placed(sheet: Sheet, lane: Lane) -> CardLane:
    """The cards of a lane that stands for itself, in their places: its short texts, then its findings."""
    entries = entries_of(sheet, lane) if lane.kind in ENTRY_LANES else []
    found = _found(sheet, KINDS[lane.kind]) if lane.kind in KINDS else ()
    if lane.kind == "quotes":
        curves = [row for row in visible(sheet) if isinstance(row, Lane) and row.kind == "emotions"]
        said = frozenset().union(*(called_out_quotes(sheet, curve) for curve in curves))
        found = tuple(one for one in found if one[0].id not in said)

    def make() -> CardLane:
        cards = entry_cards(sheet, lane, entries)
        if found:
            cards += of_lane(sheet, lane, BUILDERS[lane.kind](sheet, found))
        widest, narrowest = WIDE.get(lane.kind, 54.0), NARROW.get(lane.kind, 30.0)
        return place_cards(sheet, cards, widest=widest, narrowest=narrowest)

    return sheet.recall.again(("cards", lane.id), (sheet.grid, entries, found), make)


def _marks(sheet: Sheet, placed: CardLane) -> frozenset[str]:
    records = [place.thing.record for place in placed.places]
    marks = marks_of(records)
    for record in records:
        if isinstance(record, Measure) and (met := reading(sheet, record).met) is not None:
            marks.add("target_met" if met else "target_missed")
        if not isinstance(record, Opportunity):
            marks |= {f"persona:{persona}" for persona in record.personas}
    return frozenset(marks)

"""The parking lot: notes and findings that have no place on the map yet, as cards to be moved."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from journeyeditor.layout.cards import Card
from journeyeditor.layout.entries import chip
from journeyeditor.layout.findings import gain_cards, marks_of, opportunity_cards, pain_cards, quote_cards
from journeyeditor.layout.further.card_rows import NOWHERE, Heap, card_rows, columns, heaped, lone_card
from journeyeditor.layout.further.flow import Block, Slot, flow
from journeyeditor.layout.further.frame import frame
from journeyeditor.layout.further.headings import heading
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.lanes import visible
from journeyeditor.layout.measures import measure_cards
from journeyeditor.layout.notes import note_cards
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.homes import home_of
from journeyeditor.model.naming import lane_name
from journeyeditor.model.order import in_order
from journeyeditor.model.records import Anchored, Entry, Gain, Lane, Measure, Note, Opportunity, Pain, Quote

NOTE = 0.4
"""Height of a note at least, as a part of its width."""


def parking_pages(sheet: Sheet) -> Made | None:
    """The pages of the parking lot; None if it is empty."""
    count = sum(1 for _ in _waiting(sheet))
    if not count and not _noted(sheet):
        return None
    said = sheet.speech.plural("{n} without a place on the map", "{n} without a place on the map", count)
    around = frame(sheet, sheet.speech.say("Parking lot"), said, marks=_marks(sheet))
    area = around.area
    beside, wide = columns(sheet, area.width)
    blocks: list[Block] = []
    for heap in _heaps(sheet, wide, 0.8 * area.height):
        above = 3.4 if blocks else 0.0
        blocks.append(heading(sheet, heap.name, area.width, heap.colour, count=heap.count, air=(above, 2.0)))
        blocks += card_rows(sheet, heap.slips, beside, wide)
    return made(around, flow(blocks, lambda _: [Slot(area.x, area.y, area.height)]))


def _waiting(sheet: Sheet) -> Iterator[Anchored]:
    """Everything without a place that concerns a persona who is shown."""
    for kind in (Note, Pain, Gain, Opportunity, Quote, Measure, Entry):
        yield from (one for one in _all(sheet, kind) if one.first is None)


def _all(sheet: Sheet, kind: type[Anchored]) -> Sequence[Anchored]:
    return [one for one in sheet.journey.all(kind) if sheet.concerns(one.personas)]


def _noted(sheet: Sheet) -> list[Note]:
    """Notes that hang on the map and that no lane of it shows: they are printed nowhere else."""
    lanes = [row for row in visible(sheet) if isinstance(row, Lane)]
    people = [persona.id for persona in sheet.personas]
    notes = [one for one in _all(sheet, Note) if isinstance(one, Note) and one.first is not None]
    return [one for one in notes if home_of(one, lanes, people) is None]


def _marks(sheet: Sheet) -> frozenset[str]:
    found = [*_waiting(sheet), *_noted(sheet)]
    marks = {f"persona:{key}" for one in found if not isinstance(one, Opportunity) for key in one.personas}
    return frozenset(marks | marks_of(found))


def _heaps(sheet: Sheet, width: float, most: float) -> Iterator[Heap]:
    """The cards by kind, none of them higher than `most` mm in a width."""
    theme, term, room = sheet.theme, sheet.speech.term, (width, most)
    note = functools.partial(_note, sheet)
    notes = [one for one in _all(sheet, Note) if one.first is None]
    yield from heaped(sheet, (sheet.speech.say("Notes"), theme.ink), notes, note, room)
    builders: tuple[tuple[type[Anchored], str, str, Callable[..., list[Card]]], ...] = (
        (Pain, "pains", theme.pain, pain_cards),
        (Gain, "gains", theme.gain, gain_cards),
        (Opportunity, "opportunities", theme.opportunity, opportunity_cards),
        (Quote, "quotes", theme.ink, quote_cards),
        (Measure, "measures", theme.ink, measure_cards),
    )
    for kind, name, colour, cards in builders:
        parked = [one for one in _all(sheet, kind) if one.first is None]
        yield from heaped(sheet, (term("lane", name), colour), parked, functools.partial(lone_card, sheet, cards), room)
    for lane in sheet.journey.all(Lane):
        mine = in_order(one for one in sheet.journey.all(Entry) if one.lane == lane.id and one.first is None)
        mine = [one for one in mine if sheet.concerns(one.personas)]
        name = lane_name(lane, sheet.speech)
        yield from heaped(sheet, (name, theme.ink), mine, functools.partial(_entry, sheet, lane), room)
    yield from heaped(sheet, (sheet.speech.say("Notes on the map"), theme.ink), _noted(sheet), note, room)


def _entry(sheet: Sheet, lane: Lane, entry: Entry) -> Card:
    return chip(sheet, lane, entry, NOWHERE)


def _note(sheet: Sheet, note: Note) -> Card:
    """A note, high enough to be moved by hand."""
    made_card = lone_card(sheet, note_cards, note)
    if note.first is not None:
        return made_card
    return replace(made_card, height=lambda width: max(made_card.height(width), NOTE * width))

"""The parking lot: notes and findings that have no place on the map yet, as cards to be moved."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.drawing import Shape, Sketch
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.anchors import Reach
from journeyeditor.layout.cards import Card
from journeyeditor.layout.entries import chip
from journeyeditor.layout.findings import Look, card, gain_cards, opportunity_cards, pain_cards, quote_cards
from journeyeditor.layout.foot import markers_piece
from journeyeditor.layout.further.card_rows import NOWHERE, card_rows, columns, labelled, whole
from journeyeditor.layout.further.flow import Block, Slot, flow
from journeyeditor.layout.further.frame import frame
from journeyeditor.layout.further.headings import heading
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.plan import where
from journeyeditor.layout.measures import measure_cards
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.order import in_order
from journeyeditor.model.records import Anchored, Entry, Gain, Lane, Measure, Note, Opportunity, Pain, Quote

BAR = 1.1
"""Thickness of the edge of a note, in units."""


@dataclass(frozen=True)
class Heap:
    """What waits, of one kind."""

    name: str
    colour: str
    cards: tuple[Card, ...]


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
        blocks.append(heading(sheet, heap.name, area.width, heap.colour, count=len(heap.cards), air=(above, 2.0)))
        blocks += card_rows(sheet, heap.cards, beside, wide)
    return made(around, flow(blocks, lambda _: [Slot(area.x, area.y, area.height)]))


def _waiting(sheet: Sheet) -> Iterator[Anchored]:
    """Everything without a place that concerns a persona who is shown."""
    for kind in (Note, Pain, Gain, Opportunity, Quote, Measure, Entry):
        yield from (one for one in _all(sheet, kind) if one.first is None)


def _all(sheet: Sheet, kind: type[Anchored]) -> Sequence[Anchored]:
    return [one for one in sheet.journey.all(kind) if sheet.concerns(one.personas)]


def _noted(sheet: Sheet) -> list[Note]:
    """Notes that hang on the map: they are printed nowhere else."""
    return [one for one in sheet.journey.all(Note) if one.first is not None and sheet.concerns(one.personas)]


def _marks(sheet: Sheet) -> frozenset[str]:
    found = [*_waiting(sheet), *_noted(sheet)]
    marks = {f"persona:{key}" for one in found if not isinstance(one, Opportunity) for key in one.personas}
    marks |= {"severity"} if any(isinstance(one, Pain) for one in found) else set()
    marks |= {"strength"} if any(isinstance(one, Gain) and one.strength > 1 for one in found) else set()
    assumed = any(isinstance(one, (Pain, Gain)) and one.evidence == "assumption" for one in found)
    return frozenset(marks | ({"assumption"} if assumed else set()))


def _heaps(sheet: Sheet, width: float, most: float) -> Iterator[Heap]:
    """The cards by kind, none of them higher than `most` mm in a width."""
    theme, term = sheet.theme, sheet.speech.term
    notes = [note for note in sheet.journey.all(Note) if note.first is None and sheet.concerns(note.personas)]
    yield from _heap(sheet.speech.say("Notes"), theme.ink, notes, lambda one: _note(sheet, one), (width, most))
    builders: tuple[tuple[type[Anchored], str, str, Callable[..., list[Card]]], ...] = (
        (Pain, "pains", theme.pain, pain_cards),
        (Gain, "gains", theme.gain, gain_cards),
        (Opportunity, "opportunities", theme.opportunity, opportunity_cards),
        (Quote, "quotes", theme.ink, quote_cards),
    )
    for kind, name, colour, cards in builders:
        parked = [one for one in _all(sheet, kind) if one.first is None]
        build = functools.partial(_one, sheet, cards)
        yield from _heap(term("lane", name), colour, parked, build, (width, most))
    measures = [one for one in _all(sheet, Measure) if one.first is None]
    if measures:
        drawn = measure_cards(sheet, [(one, NOWHERE) for one in measures])
        yield Heap(term("lane", "measures"), theme.ink, tuple(drawn))
    for lane in sheet.journey.all(Lane):
        mine = in_order(one for one in sheet.journey.all(Entry) if one.lane == lane.id and one.first is None)
        mine = [one for one in mine if sheet.concerns(one.personas)]
        name = lane.title or term("lane", lane.kind)
        yield from _heap(name, theme.ink, mine, lambda one, at=lane: chip(sheet, at, one, NOWHERE), (width, most))
    placed = sheet.speech.say("Notes on the map")
    yield from _heap(placed, theme.ink, _noted(sheet), lambda one: _note(sheet, one), (width, most))


def _heap(
    name: str, colour: str, records: Sequence[Anchored], build: Callable[..., Card], room: tuple[float, float]
) -> Iterator[Heap]:
    cards = [card for record in records for card in whole(record, build, *room)]
    if cards:
        yield Heap(name, colour, tuple(cards))


def _one(sheet: Sheet, cards: Callable[..., list[Card]], record: Anchored) -> Card:
    return cards(sheet, [(record, NOWHERE)])[0]


def _note(sheet: Sheet, note: Note) -> Card:
    """A note as a slip of paper: a wash with an edge, so that it tells itself from findings."""
    unit, theme = sheet.unit, sheet.theme

    def dress(box: Box) -> list[Shape]:
        return [Sketch(rectangle(box.x, box.y, BAR * unit, box.height, 0.4 * unit), theme.zero)]

    look = Look(theme.wash, theme.ink, dress=dress)
    found: tuple[Anchored, Reach] = (note, NOWHERE)
    made_card = card(sheet, found, "note", note.text, look, lambda _: [[markers_piece(sheet, note.personas)]])
    return labelled(sheet, made_card, where(sheet, note))

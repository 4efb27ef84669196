"""Lanes of cards: each card in the column of its stage, as near to its touchpoint as there is room."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group, Shape
from journeyeditor.geometry import Box
from journeyeditor.layout.anchors import Reach, reach
from journeyeditor.layout.label import Label
from journeyeditor.layout.packing import Limits, Place, bottom, stack
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Anchored

NARROWEST, WIDEST, GAP = 30.0, 54.0, 2.0
"""mm on the drawn target: a card is never narrower while its stage is wide enough, never wider."""
COLUMN_GAP = 1.2
"""On each side of the line between two stages."""
MOST_STRETCH = 1.6


class Card(msgspec.Struct, frozen=True):
    """One card to be placed: how high it is for a width, and how it is drawn into a box."""

    record: Anchored
    role: str
    reach: Reach
    height: Callable[[float], float]
    draw: Callable[[Box], Sequence[Shape]]
    description: str = ""
    least: float = 0.0
    """Width under which a word of it is broken, mm."""
    bound: float = 0.0
    """A height that it never goes below, however wide it is, mm."""


Placed = Place[Card]
Found = tuple[Anchored, Reach]
"""A finding and where on the map it hangs."""


class CardLane(msgspec.Struct, frozen=True, dict=True):
    """The cards of one lane with their places, from the top of the lane."""

    places: tuple[Placed, ...]
    height: float

    @functools.cached_property
    def _by_record(self) -> dict[str, Placed]:
        return {place.thing.record.id: place for place in self.places}

    def of(self, record: str) -> Placed | None:
        """The place of one record's card."""
        return self._by_record.get(record)


def anchored(sheet: Sheet, findings: Sequence[Anchored]) -> list[Found]:
    """The findings that have a place on the map and concern a persona that is shown, from the left."""
    found: list[Found] = []
    for finding in findings:
        where = reach(sheet, finding)
        if where is not None and sheet.concerns(finding.personas):
            found.append((finding, where))
    return sorted(found, key=lambda pair: (pair[1].first, pair[1].centre, pair[0].id))


def place_cards(
    sheet: Sheet, cards: Sequence[Card], *, widest: float = WIDEST, narrowest: float = NARROWEST
) -> CardLane:
    """Gives every card its place: those that span several stages first, then the others under them, by stage."""
    unit = sheet.unit
    limits = Limits(narrowest * unit, widest * unit, GAP * unit)
    inset = COLUMN_GAP * unit
    places: list[Placed] = []
    level = [0.0] * len(sheet.columns)
    for card in (card for card in cards if card.reach.first != card.reach.last):
        first, last = card.reach.first, card.reach.last
        top = max(level[first : last + 1])
        left, right = sheet.columns[first].x + inset, sheet.columns[last].right - inset
        tall = card.height(right - left)
        places.append(Place(card, left, top, right - left, tall))
        level[first : last + 1] = [top + tall + limits.gap] * (last + 1 - first)
    for column in sheet.columns:
        members = [card for card in cards if card.reach.first == card.reach.last == column.index]
        span = (column.x + inset, column.right - inset)
        stacked = stack(
            members,
            span,
            lambda card: card.reach.centre,
            lambda card, wide: card.height(wide),
            limits,
            lambda card: card.least,
            lambda card: card.bound,
        )
        places += [Place(p.thing, p.x, p.top + level[column.index], p.width, p.height) for p in stacked]
    return CardLane(of_one_height(places), bottom(places))


def of_one_height(places: Sequence[Placed]) -> tuple[Placed, ...]:
    """Cards of one height where all of them stand in one line."""
    tall = bottom(places)
    level = all(place.top == 0 for place in places)
    return tuple(replace(place, height=tall) for place in places) if level else tuple(places)


def card_row(
    sheet: Sheet,
    name: str,
    label: Label,
    lane: CardLane,
    *,
    marks: frozenset[str] = frozenset(),
    least: float = 6.0,
    centred: bool = False,
) -> Row:
    """The row of a lane of cards; when it is stretched every card grows in proportion.

    `centred` puts one line of low cards beside the middle of a label that is higher.
    """
    natural = max(lane.height, label.height, least * sheet.unit)
    one_line = all(place.top == 0 for place in lane.places) and lane.height < natural
    inset = (natural - lane.height) / 2 if one_line and centred else 0.0

    def draw(top: float, height: float) -> list[Group]:
        factor = min(height / natural, MOST_STRETCH)
        groups = [Group(name, "lane", label.at(sheet.left, top), Box(sheet.left, top, sheet.label_width, height))]
        for place in sorted(lane.places, key=lambda p: (p.thing.reach.first, p.top, p.x)):
            box = Box(place.x, top + (inset + place.top) * factor, place.width, place.height * factor)
            card = place.thing
            groups.append(Group(card.record.id, card.role, tuple(card.draw(box)), box, description=card.description))
        return groups

    cramped = label.cramped or any(place.width < place.thing.least - 1e-6 for place in lane.places)
    return Row(name, natural, draw, MOST_STRETCH if lane.places else 1.2, marks, cramped=cramped)

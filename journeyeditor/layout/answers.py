"""Opportunities stand under the pains that they answer; where they cannot, a letter on both tells which is which."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch, Stroke, Words
from journeyeditor.drawing.icons import dot
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.cards import Card, CardLane, Placed, of_one_height, place_cards
from journeyeditor.layout.columns import Column
from journeyeditor.layout.packing import bottom
from journeyeditor.layout.sheet import Sheet

ROLES = ("pain", "opportunity")
"""Of the groups between which links are shown."""


class Pin(msgspec.Struct, frozen=True):
    """Joins the card of a pain to the card of its answer, right above and below each other."""

    pain: str
    opportunity: str
    x: float


def beneath(sheet: Sheet, cards: Sequence[Card], pains: CardLane | None) -> list[Card]:
    """The opportunities' cards, each drawn towards the middle of the pain's card that it answers."""
    if pains is None:
        return list(cards)
    moved = []
    for card in cards:
        partner = _partner(sheet, card, pains)
        if partner is not None and card.reach.first == card.reach.last:
            moved.append(replace(card, reach=replace(card.reach, centre=partner.x + partner.width / 2)))
        else:
            moved.append(card)
    return sorted(moved, key=lambda card: (card.reach.first, card.reach.centre, card.record.id))


def aligned(sheet: Sheet, pains: CardLane | None, cards: Sequence[Card]) -> CardLane:
    """The opportunities in their places: in the very columns of the pains' cards wherever every answer of a stage has a
    pain of its own.
    """
    if pains is None:
        return place_cards(sheet, cards)
    spanned = any(card.reach.first != card.reach.last for card in cards)
    under = [[] if spanned else _under(sheet, cards, column, pains) for column in sheet.columns]
    if sum(map(len, under)) == len(cards):
        places = [place for column in under for place in column]
    else:
        usual = place_cards(sheet, cards).places
        places = [place for place in usual if place.thing.reach.first != place.thing.reach.last]
        for column, found in zip(sheet.columns, under, strict=True):
            places += found or [p for p in usual if p.thing.reach.first == p.thing.reach.last == column.index]
    tallest: dict[tuple[int, float], float] = {}
    for place in places:
        key = (place.thing.reach.first, round(place.top, 3))
        tallest[key] = max(tallest.get(key, 0.0), place.height)
    even = [replace(p, height=tallest[p.thing.reach.first, round(p.top, 3)]) for p in places]
    return CardLane(of_one_height(even), bottom(even))


def _under(sheet: Sheet, cards: Sequence[Card], column: Column, pains: CardLane) -> list[Placed]:
    """The cards of a stage under those of the pains that they answer; none if one of them has no pain of its own."""
    own = [card for card in cards if card.reach.first == column.index]
    found: list[Placed] = []
    for card in own:
        partner = _partner(sheet, card, pains)
        if partner is None or not _lowest(partner, pains):
            return []
        found.append(partner)
    if not len(own) == len({round(partner.x, 3) for partner in found}) == len({id(partner) for partner in found}):
        return []
    return [
        Placed(card, partner.x, 0.0, partner.width, card.height(partner.width))
        for card, partner in zip(own, found, strict=True)
    ]


def _partner(sheet: Sheet, card: Card, pains: CardLane) -> Placed | None:
    """The first pain that a card answers, of those that hang on the stage where the card begins and on no other."""
    for pain in sheet.journey.answered(card.record.id):
        place = pains.of(pain)
        if place is not None and place.thing.reach.first == place.thing.reach.last == card.reach.first:
            return place
    return None


def _lowest(place: Placed, lane: CardLane) -> bool:
    """True if nothing of the lane stands under this card."""
    return not any(
        other.top > place.top + 1e-6 and other.x < place.x + place.width and place.x < other.x + other.width
        for other in lane.places
    )


def pins(
    sheet: Sheet, pains: CardLane | None, opportunities: CardLane | None
) -> tuple[list[Pin], list[tuple[str, str]]]:
    """The links that a pin can show, and the others as (opportunity, pain)."""
    if pains is None or opportunities is None:
        return [], []
    good: list[Pin] = []
    rest: list[tuple[str, str]] = []
    for place in opportunities.places:
        for pain in sheet.journey.answered(place.thing.record.id):
            above = pains.of(pain)
            if above is None:
                continue
            left = max(place.x, above.x)
            right = min(place.x + place.width, above.x + above.width)
            if right - left >= 4 * sheet.unit and place.top < 1e-6 and _lowest(above, pains):
                good.append(Pin(pain, place.thing.record.id, (left + right) / 2))
            else:
                rest.append((place.thing.record.id, pain))
    return good, rest


def pin_groups(sheet: Sheet, links: Sequence[Pin], groups: Sequence[Group]) -> list[Group]:
    """The pins between cards that have been placed."""
    boxes = {group.record: group.box for group in groups if group.box is not None and group.role in ROLES}
    unit, colour = sheet.unit, sheet.theme.opportunity
    shapes: list[Shape] = []
    for pin in links:
        above, below = boxes.get(pin.pain), boxes.get(pin.opportunity)
        if above is None or below is None or below.y <= above.bottom:
            continue
        shapes.append(
            Sketch(polyline([(pin.x, above.bottom), (pin.x, below.y + 0.3 * unit)]), None, Stroke(colour, 0.5 * unit))
        )
        shapes.append(dot(pin.x, above.bottom, 1.5 * unit, colour))
    return [Group("answers", "answers", tuple(shapes))] if shapes else []


def letters(links: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """A letter for every link that no pin can show, by the id of each of its two ends."""
    marks: dict[str, list[str]] = {}
    for number, (opportunity, pain) in enumerate(links):
        letter = _letter(number)
        marks.setdefault(opportunity, []).append(letter)
        marks.setdefault(pain, []).append(letter)
    return marks


def _letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(65 + last)


def letter_groups(sheet: Sheet, marks: dict[str, list[str]], groups: Sequence[Group]) -> list[Group]:
    """The letters as small violet tabs on the upper right corner of the cards."""
    unit, style = sheet.unit, sheet.caption(bold=True)
    out: list[Group] = []
    for group in groups:
        names = marks.get(group.record)
        if not names or group.box is None or group.role not in ROLES:
            continue
        shapes: list[Shape] = []
        across = fonts.line_height(style) * 0.98
        for n, name in enumerate(reversed(names)):
            line = fonts.shape(name, style)
            wide = max(across, line.width + 1.2 * unit)
            x = group.box.right - 0.9 * unit - n * (wide + 0.4 * unit) - wide / 2
            y = group.box.y
            shapes.append(_tab(sheet, x, y, wide, across))
            shapes.append(Words(x - line.width / 2, y + fonts.ascent(style) * 0.48, line, sheet.theme.paper))
        out.append(Group(group.record, "answers", tuple(shapes)))
    return out


def _tab(sheet: Sheet, x: float, y: float, wide: float, high: float) -> Sketch:
    outline = rectangle(x - wide / 2, y - high / 2, wide, high, high / 2)
    return Sketch(outline, sheet.theme.opportunity, Stroke(sheet.theme.paper, 0.3 * sheet.unit))

"""The cards of one cell as lines of text: what a table shows, and what was typed over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from journeyeditor.edits.cells import CARDS
from journeyeditor.edits.deleting import take_away
from journeyeditor.edits.describing import naming_field
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.entries import cell
from journeyeditor.edits.fields import made
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import ENTRY_LANES, Anchored, Entry, Lane, Measure, Touchpoint
from journeyeditor.model.references import field_value

Card = Anchored


def cards_in(draft: Draft, lane: str, touchpoint: str) -> list[Card]:
    """The cards that a lane holds at a touchpoint, in their order; those that span several are not among them."""
    row = draft.need(lane, Lane)
    if row.kind in ENTRY_LANES:
        return list(cell(draft, lane, touchpoint, touchpoint))
    kind: type[Card] | None = Measure if row.kind == "measures" else CARDS.get(row.kind)
    if kind is None:
        return []
    found = [card for card in draft.all(kind) if card.first == touchpoint and card.last in (touchpoint, None)]
    return [card for card in found if _home(draft, row, card) == row.id]


def cards_by_lane(journey: Journey) -> dict[str, list[Card]]:
    """All cards that have a place, by the lane in which each is edited."""
    draft = Draft(journey)
    found: dict[str, list[Card]] = {}
    for entry in draft.all(Entry):
        found.setdefault(entry.lane, []).append(entry)
    firsts = {lane.kind: lane for lane in reversed(list(draft.all(Lane)))}
    for kind, lane in firsts.items():
        cards = Measure if kind == "measures" else CARDS.get(kind)
        if cards is None:
            continue
        lanes = [one for one in draft.all(Lane) if one.kind == kind and not one.hidden]
        for card in draft.all(cards):
            if card.first is not None:
                found.setdefault(_home_of(lanes, lane, card), []).append(card)
    return found


def set_lines(journey: Journey, lane: str, touchpoint: str, lines: Sequence[str]) -> Change:
    """Each line becomes a card of the cell: cards keep what else they say, are added where lines are more, and go
    where lines are fewer. Raises BadInput for a lane without cards.
    """
    draft = Draft(journey)
    row = draft.need(lane, Lane)
    draft.need(touchpoint, Touchpoint)
    wanted = [line.strip() for line in lines if line.strip()]
    there = cards_in(draft, lane, touchpoint)
    if row.kind not in ENTRY_LANES and row.kind != "measures" and row.kind not in CARDS:
        raise BadInput(message("This lane holds no cards."), message("Edit it on the map."))
    for card, line in zip(there, wanted, strict=False):
        draft.set(card.id, {_shown_field(card): line})
    for line in wanted[len(there) :]:
        _add(draft, row, touchpoint, line)
    take_away(draft, [card.id for card in there[len(wanted) :]])
    return draft.change(message("Edit cell"))


def line_of(card: Card) -> str:
    """A card as one line."""
    return " ".join(str(field_value(card, _shown_field(card))).split())


def _shown_field(card: Card) -> str:
    """An entry is shown by its title where it has one, else by its text."""
    if isinstance(card, Entry):
        return "title" if card.title else "text"
    return cast("str", naming_field(card))  # type: ignore[arg-type]


def _add(draft: Draft, lane: Lane, touchpoint: str, line: str) -> None:
    place = {"first": touchpoint, "last": touchpoint}
    if lane.kind in ENTRY_LANES:
        (order,) = draft.place(cell(draft, lane.id, touchpoint, touchpoint), None)
        draft.put(made(Entry, {"text": line}, lane=lane.id, order=order, **place))
    elif lane.kind == "measures":
        draft.put(made(Measure, {"name": line, "personas": lane.personas}, **place))
    else:
        draft.put(made(CARDS[lane.kind], {"text": line, "personas": lane.personas}, **place))


def _home(draft: Draft, lane: Lane, card: Card) -> str:
    """The lane of this kind that a card is edited in: one of its personas, else the first of everyone's."""
    return _home_of([one for one in draft.all(Lane) if one.kind == lane.kind and not one.hidden], lane, card)


def _home_of(lanes: list[Lane], lane: Lane, card: Card) -> str:
    own = [one for one in lanes if one.personas and not set(one.personas).isdisjoint(card.personas)]
    rest = [one for one in lanes if not one.personas]
    return (own or rest or lanes or [lane])[0].id

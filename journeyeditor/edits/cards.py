"""The cards of a lane: the texts that are its own, and the findings that it holds among the lanes of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.entries import texts_at
from journeyeditor.edits.fields import made
from journeyeditor.model.homes import IN_LANES, home_of
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    ENTRY_LANES,
    Entry,
    Gain,
    Lane,
    LaneKind,
    Measure,
    Opportunity,
    Pain,
    Persona,
    Quote,
)

Card = Entry | Pain | Gain | Quote | Opportunity | Measure

CARD_LANES: frozenset[LaneKind] = frozenset({*ENTRY_LANES, *IN_LANES})
"""Kinds of lane that hold cards."""


def cards_from(draft: Draft, lane: Lane, touchpoint: str) -> list[Card]:
    """The cards that a lane holds and that begin at a touchpoint, in their order."""
    if lane.kind in ENTRY_LANES:
        return list(texts_at(draft, lane.id, touchpoint, touchpoint))
    kind = IN_LANES.get(lane.kind)
    if kind is None:
        return []
    lanes, everyone = _lanes_like(draft, lane), _everyone(draft)
    found = [card for card in draft.all(kind) if card.first == touchpoint]
    return [card for card in found if _home(card, lanes, everyone).id == lane.id]


def cards_in(draft: Draft, lane: Lane, touchpoint: str) -> list[Card]:
    """The cards that a lane holds at a touchpoint, in their order; those that span several are not among them."""
    return [card for card in cards_from(draft, lane, touchpoint) if card.last in (touchpoint, None)]


def cards_by_lane(journey: Journey) -> dict[str, list[Card]]:
    """All cards that have a place, by the lane that holds them; those of hidden lanes too."""
    draft = Draft(journey)
    found: dict[str, list[Card]] = {}
    for entry in draft.all(Entry):
        found.setdefault(entry.lane, []).append(entry)
    everyone = _everyone(draft)
    firsts = {lane.kind: lane for lane in reversed(draft.all(Lane)) if lane.kind in IN_LANES}
    for kind, lane in firsts.items():
        lanes = _lanes_like(draft, lane)
        for card in draft.all(IN_LANES[kind]):
            if card.first is not None:
                found.setdefault(_home(card, lanes, everyone).id, []).append(card)
    return found


def put_card(draft: Draft, lane: Lane, touchpoint: str, text: str) -> None:
    """Drafts a card that says something at a touchpoint, behind those that a lane holds there."""
    place = {"first": touchpoint, "last": touchpoint}
    if lane.kind in ENTRY_LANES:
        (order,) = draft.place(texts_at(draft, lane.id, touchpoint, touchpoint), None)
        draft.put(made(Entry, {"text": text}, lane=lane.id, order=order, **place))
        return
    kind = IN_LANES[lane.kind]
    field = "name" if kind is Measure else "text"
    draft.put(made(kind, {field: text, "personas": lane.personas}, **place))


def _lanes_like(draft: Draft, lane: Lane) -> list[Lane]:
    """The lanes of the same kind that are not hidden; the lane itself if all of them are."""
    return [one for one in draft.all(Lane) if one.kind == lane.kind and not one.hidden] or [lane]


def _everyone(draft: Draft) -> list[str]:
    return [one.id for one in draft.all(Persona)]


def _home(card: Card, lanes: Sequence[Lane], everyone: Sequence[str]) -> Lane:
    """The lane that would show a card were everyone shown; the first one for what no lane would."""
    return home_of(card, lanes, everyone) or lanes[0]

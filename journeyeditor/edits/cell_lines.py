"""The cards of one cell as lines of text: what a table shows, and what was typed over it."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.edits.cards import CARD_LANES, Card, cards_in, put_card
from journeyeditor.edits.deleting import take_away
from journeyeditor.edits.draft import Draft
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Entry, Lane, Measure, Touchpoint
from journeyeditor.model.references import field_value


def lines_in(journey: Journey, lane: str, touchpoint: str) -> list[str]:
    """What the cards of a lane say at a touchpoint."""
    draft = Draft(journey)
    return [line_of(card) for card in cards_in(draft, draft.need(lane, Lane), touchpoint)]


def set_lines(journey: Journey, lane: str, touchpoint: str, lines: Sequence[str]) -> Change:
    """Each line becomes a card of the cell: cards keep what else they say, are added where lines are more, and go
    where lines are fewer. Raises BadInput for a lane without cards.
    """
    draft = Draft(journey)
    row = draft.need(lane, Lane)
    draft.need(touchpoint, Touchpoint)
    wanted = [line.strip() for line in lines if line.strip()]
    if row.kind not in CARD_LANES:
        raise BadInput(message("This lane holds no cards."), message("Edit it on the map."))
    there = cards_in(draft, row, touchpoint)
    for card, line in zip(there, wanted, strict=False):
        draft.set(card.id, {_shown_field(card): line})
    for line in wanted[len(there) :]:
        put_card(draft, row, touchpoint, line)
    take_away(draft, [card.id for card in there[len(wanted) :]])
    return draft.change(message("Edit cell"))


def line_of(card: Card) -> str:
    """A card as one line."""
    return " ".join(str(field_value(card, _shown_field(card))).split())


def _shown_field(card: Card) -> str:
    """An entry is shown by its title where it has one, else by its text."""
    if isinstance(card, Entry):
        return "title" if card.title else "text"
    return "name" if isinstance(card, Measure) else "text"

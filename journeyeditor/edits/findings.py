"""Pains, gains, quotes, opportunities and measures: add, vote, link an opportunity to the pains that it answers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from journeyeditor.edits.anchoring import anchor_ends
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.homes import house
from journeyeditor.edits.labels import ADD
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import IN_LANES, FindingKind
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    ENTRY_LANES,
    Answers,
    Entry,
    Gain,
    Lane,
    Opportunity,
    Pain,
    Quote,
    Record,
    answers_id,
)
from journeyeditor.model.references import field_value

OF_ONE = (Pain, Gain, Quote)
"""Kinds that somebody feels or says: new ones are the active persona's."""


def for_whom(kind: type[Record], lane: Lane | None, persona: str | None) -> tuple[str, ...]:
    """For whom a new finding or text is that is made in a lane while a persona (None = everyone) is active.

    In a lane that is for some personas and holds this kind: for the active one if that is one of theirs, else for them.
    """
    mine = () if persona is None else (persona,)
    holds = lane is not None and (lane.kind in ENTRY_LANES if kind is Entry else IN_LANES.get(lane.kind) is kind)
    if lane is not None and lane.personas and holds:
        return mine if set(mine) & set(lane.personas) else lane.personas
    return mine if kind in OF_ONE else ()


def add_finding(
    journey: Journey, /, kind: FindingKind, first: str | None = None, last: str | None = None, **fields: Any
) -> Change:
    """A new finding on a stage or touchpoint, or on all from `first` to `last`; without a place it is parked.

    A lane of its kind comes along where none shows it.
    """
    draft = Draft(journey)
    finding = made(kind, fields, **anchor_ends(draft, first, last))
    draft.put(finding)
    house(draft, [finding.id])
    return draft.change(ADD[kind])


def vote(journey: Journey, keys: Collection[str], by: int = 1) -> Change:
    """Adds votes to pains, gains and opportunities, or takes some back; none has ever fewer than none."""
    draft = Draft(journey)
    for key in keys:
        record = draft.need(key, Pain, Gain, Opportunity)
        draft.set(key, {"votes": max(0, field_value(record, "votes") + by)})
    return draft.change(message("Vote"))


def link(journey: Journey, opportunity: str, pain: str) -> Change:
    """Says that an opportunity answers a pain."""
    return link_all(journey, [opportunity], pain)


def link_all(journey: Journey, opportunities: Collection[str], pain: str) -> Change:
    """Says that several opportunities answer a pain."""
    draft = Draft(journey)
    draft.need(pain, Pain)
    for key in opportunities:
        _put_link(draft, draft.need(key, Opportunity).id, pain)
    return draft.change(message("Link opportunity"))


def add_answer(journey: Journey, /, pain: str, *others: str, **fields: Any) -> Change:
    """A new opportunity that answers a pain, where the pain hangs and for whom it hurts; and other pains too."""
    draft = Draft(journey)
    hurt = draft.need(pain, Pain)
    place = {"first": hurt.first, "last": hurt.last}
    opportunity = made(Opportunity, {"personas": hurt.personas, **fields}, **place)
    draft.put(opportunity)
    house(draft, [opportunity.id])
    for key in (pain, *others):
        _put_link(draft, opportunity.id, draft.need(key, Pain).id)
    return draft.change(ADD[Opportunity])


def _put_link(draft: Draft, opportunity: str, pain: str) -> None:
    key = answers_id(opportunity, pain)
    if draft.get(key) is None:
        draft.put(Answers(id=key, opportunity=opportunity, pain=pain))


def unlink(journey: Journey, opportunity: str, pain: str) -> Change:
    """Takes back that an opportunity answers a pain."""
    draft = Draft(journey)
    key = answers_id(opportunity, pain)
    if draft.get(key) is not None:
        draft.drop([key])
    return draft.change(message("Unlink opportunity"))

"""A journey with nothing in it but the rows that every map needs."""

from __future__ import annotations

from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import AnyRecord, Head, Lane, LaneKind, Stage

BLANK_LANES: tuple[LaneKind, ...] = ("touchpoints", "actions", "emotions", "gains", "pains", "opportunities")
"""The rows of a blank journey, from the top."""


def blank(title: str = "", language: str = "en", stages: int = 0) -> Journey:
    """A new journey: a head, the six usual lanes, and as many unnamed stages as asked."""
    journey = Journey(Head(id=new_id("journey"), title=title, language=language))
    lanes = zip(BLANK_LANES, keys_between(None, None, len(BLANK_LANES)), strict=True)
    records: list[AnyRecord] = [
        *(Lane(id=new_id("lane"), order=key, kind=kind) for kind, key in lanes),
        *(Stage(id=new_id("stage"), order=key) for key in keys_between(None, None, stages)),
    ]
    journey.apply(Change(message("New journey"), {record.id: (None, record) for record in records}))
    return journey

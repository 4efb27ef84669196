"""Small words for tests of edits."""

from __future__ import annotations

from typing import TypeVar

from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Record
from tests.edits.samples import assert_sound

SomeRecord = TypeVar("SomeRecord", bound=Record)


def done(journey: Journey, change: Change) -> list[AnyRecord]:
    """Applies a change, checks that the journey is sound, and returns the records that were added."""
    journey.apply(change)
    assert_sound(journey)
    return change.added()


def new(journey: Journey, change: Change, kind: type[SomeRecord]) -> SomeRecord:
    """Applies a change that adds one record of a kind, and returns it."""
    (record,) = [record for record in done(journey, change) if isinstance(record, kind)]
    return record


def need(journey: Journey, key: str, kind: type[SomeRecord]) -> SomeRecord:
    """The record of an id, as its kind."""
    record = journey.get(key)
    assert isinstance(record, kind)
    return record


def titles(journey: Journey) -> str:
    """Stages with their touchpoints, by title: `Search: Advert | Buy: Till`."""
    return " | ".join(
        f"{stage.title}: {', '.join(t.title for t in journey.touchpoints(stage.id))}" for stage in journey.stages()
    )

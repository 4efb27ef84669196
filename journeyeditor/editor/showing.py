"""In which stages a record is shown on the map, so that nobody searches all pages for it."""

from __future__ import annotations

from collections.abc import Collection

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Emotion, Measure, Stage, Touchpoint


def stages_showing(journey: Journey, key: str) -> Collection[str] | None:
    """Ids of the stages in which a record can be shown; None where it may be anywhere."""
    match journey.get(key):
        case Stage():
            return (key,)
        case Touchpoint() as touchpoint:
            return (touchpoint.stage,)
        case Emotion() as emotion:
            felt = journey.get(emotion.touchpoint)
            return (felt.stage,) if isinstance(felt, Touchpoint) else None
        case Measure():
            return None
        case Anchored() as anchored if anchored.first is not None:
            span = journey.reading().span(anchored.first, anchored.last)
            return None if span is None else [stage.id for stage in span.stages]
    return None

"""Where a finding of map health leads: to what can be mended, and to whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Head, Persona, Touchpoint, emotion_id

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor
    from journeyeditor.insight.finding import Finding

EXPLAINED = frozenset({"high-point-unexplained", "low-point-unexplained"})
"""What is missing there are words, and the point of the curve takes them."""
OF_A_CURVE = frozenset({"persona-without-emotions", "curve-with-gaps"})
"""The persona comes first; where to begin is a touchpoint."""


class Lead(msgspec.Struct, frozen=True):
    """What is to be selected, all of one kind, so that it has fields; and who is meant, if anybody is."""

    keys: tuple[str, ...]
    people: tuple[str, ...] = ()


def lead(journey: Journey, finding: Finding) -> Lead:
    """Where a finding leads. No key means the journey itself."""
    records = [record for key in finding.records if (record := journey.get(key)) is not None]
    people = tuple(one.id for one in records if isinstance(one, Persona) and not one.hidden)
    things = [one for one in records if not isinstance(one, Head | Persona)]
    if finding.code in EXPLAINED and people and things:
        return Lead((emotion_id(people[0], things[0].id),), people)
    if finding.code in OF_A_CURVE:
        return Lead((_beginning(journey, things),), people) if journey.touchpoints() else Lead(people, people)
    stages = journey.stages()
    if finding.code in {"few-stages", "after-not-covered"} and stages:
        return Lead((stages[-1].id,))
    if finding.code in {"no-touchpoints", "before-not-covered"} and stages:
        return Lead((stages[0].id,))
    if finding.code == "many-touchpoints" and stages:
        return Lead((max(stages, key=lambda stage: len(journey.touchpoints(stage.id))).id,))
    return Lead(of_one_kind(journey, finding.records), people if things else ())


def of_one_kind(journey: Journey, keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the kind of the first, without the journey itself: several kinds at once have no field to mend in.

    Of steps that are stages and touchpoints the first alone.
    """
    records = [record for key in keys if (record := journey.get(key)) is not None and not isinstance(record, Head)]
    if not records:
        return ()
    kind = type(records[0])
    others = {type(one) for one in records} - {kind, Persona}
    return (records[0].id,) if others else tuple(one.id for one in records if type(one) is kind)


def go(editor: Editor, finding: Finding) -> str:
    """Makes the persona who is meant active and selects what can be mended; the id to be brought into view, if any."""
    found = lead(editor.journey, finding)
    if found.people and editor.persona not in found.people:
        editor.activate(found.people[0])
    editor.select(found.keys)
    return next((key for key in found.keys if key in editor.journey), "")


def _beginning(journey: Journey, things: Sequence[AnyRecord]) -> str:
    """The first touchpoint that is named, or of all."""
    named = [one.id for one in things if isinstance(one, Touchpoint)]
    return named[0] if named else journey.touchpoints()[0].id

"""Repairs that map health can offer: those that need no further thought, each a single step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe_all, hide
from journeyeditor.edits.lanes import add_lane
from journeyeditor.errors import Message, message
from journeyeditor.insight.finding import Finding
from journeyeditor.model.change import Change
from journeyeditor.model.homes import HOMES
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    AnyRecord,
    Emotion,
    Flow,
    LaneKind,
    Persona,
    Touchpoint,
)

LANES: dict[type, LaneKind] = {**HOMES, Emotion: "emotions", Touchpoint: "touchpoints"}
"""The lane that shows a kind of record."""
Do = Callable[[Journey, Sequence[str]], Change]


class Repair(msgspec.Struct, frozen=True):
    """What a button beside a finding says, and the edit behind it."""

    label: Message
    do: Do


def _kinds_of(journey: Journey, keys: Sequence[str]) -> list[LaneKind]:
    records = [journey.get(key) for key in keys]
    return list(dict.fromkeys(LANES[type(record)] for record in records if type(record) in LANES))


def _add_lane(journey: Journey, keys: Sequence[str]) -> Change:
    kinds = _kinds_of(journey, keys)
    return add_lane(journey, kinds[0] if kinds else "emotions")


def _hide(journey: Journey, keys: Sequence[str]) -> Change:
    return hide(journey, list(keys))


def _show(journey: Journey, keys: Sequence[str]) -> Change:
    people: list[str] = []
    for key in keys:
        record: AnyRecord | None = journey.get(key)
        people += record.personas if isinstance(record, Flow) else []
        people += [key] if isinstance(record, Persona) else []
    wanted = people or [one.id for one in journey.personas()]
    return hide(journey, [key for key in dict.fromkeys(wanted) if key in journey], hidden=False)


def _delete(journey: Journey, keys: Sequence[str]) -> Change:
    return delete(journey, list(keys))


def _first(journey: Journey, keys: Sequence[str], **fields: object) -> Change:
    return describe_all(journey, list(keys)[:1], **fields)


REPAIRS: dict[str, Repair] = {
    "no-persona-shown": Repair(message("Show all personas"), _show),
    "flow-of-hidden-persona": Repair(message("Show the persona"), _show),
    "persona-without-emotions": Repair(message("Hide the persona"), lambda j, keys: _hide(j, keys[:1])),
    "lane-shows-nothing": Repair(message("Hide the lane"), lambda j, keys: _hide(j, keys[:1])),
    "kind-without-lane": Repair(message("Add the lane"), _add_lane),
    "touchpoint-in-no-lane": Repair(
        message("Add a lane for all channels"), lambda j, _keys: add_lane(j, "touchpoints")
    ),
    "stage-without-touchpoints": Repair(
        message("Mark as a blind spot"), lambda j, keys: _first(j, keys, blind_spot="")
    ),
    "dead-end": Repair(message("It may end here"), lambda j, keys: _first(j, keys, ends_here=True)),
    "card-without-text": Repair(message("Remove it"), lambda j, keys: _delete(j, keys[:1])),
    "action-overdue": Repair(message("Mark as done"), lambda j, keys: _first(j, keys, status="done")),
    "idea-not-assigned": Repair(message("Drop the idea"), lambda j, keys: _first(j, keys, status="dropped")),
}
"""Code of a finding -> its repair."""


def repair_of(finding: Finding) -> Repair | None:
    """What can be done about a finding at once; None where people must think."""
    return REPAIRS.get(finding.code)

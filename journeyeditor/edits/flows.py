"""Flows: connect two steps, lead a flow elsewhere."""

from __future__ import annotations

from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.touchpoints import put_touchpoint
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Flow, Stage, Touchpoint


def connect(journey: Journey, /, source: str, target: str, **fields: Any) -> Change:
    """A new flow from a touchpoint or stage to another, forwards or back; `fields` label it and give its share."""
    draft = Draft(journey)
    _check_ends(draft, source, target)
    flow = made(Flow, fields, source=source, target=target)
    for other in draft.all(Flow):
        if (other.source, other.target, other.personas) == (source, target, flow.personas):
            raise BadInput(
                message("These two are already connected."),
                message("Choose the arrow between them to change it."),
            )
    draft.put(flow)
    return draft.change(message("Connect"))


def connect_to_new(
    journey: Journey, /, source: str, stage: str, at: int | None = None, lane: str | None = None, **fields: Any
) -> Change:
    """A new touchpoint (see `add_touchpoint`, which has these `fields` too), and a flow to it."""
    draft = Draft(journey)
    touchpoint = put_touchpoint(draft, stage, at, lane, **fields)
    _check_ends(draft, source, touchpoint.id)
    draft.put(made(Flow, {}, source=source, target=touchpoint.id))
    return draft.change(message("Connect"))


def reconnect(journey: Journey, key: str, source: str | None = None, target: str | None = None) -> Change:
    """Leads a flow from or to somewhere else; None leaves that end where it is. Its label and share stay."""
    draft = Draft(journey)
    flow = draft.need(key, Flow)
    source, target = source or flow.source, target or flow.target
    _check_ends(draft, source, target)
    draft.put(replaced(flow, source=source, target=target))
    return draft.change(message("Reconnect flow"))


def _check_ends(draft: Draft, source: str, target: str) -> None:
    for key in (source, target):
        draft.need(key, Stage, Touchpoint)
    if source == target:
        raise BadInput(message("A flow leads from one step to another."), message("Choose another step for its end."))

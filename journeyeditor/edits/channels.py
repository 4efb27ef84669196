"""Channels of the journey's own. Built-in ones are described like any record, and need not be added."""

from __future__ import annotations

from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Channel, Lane, Touchpoint
from journeyeditor.model.references import references, rereferred


def add_channel(journey: Journey, /, title: str, **fields: Any) -> Change:
    """A new channel with a title of its own."""
    draft = Draft(journey)
    draft.put(made(Channel, {"title": title, **fields}))
    return draft.change(message("Add channel"))


def replace_channel(journey: Journey, channel: str, by: str) -> Change:
    """Puts another channel wherever one is used, and drops the one if it was the journey's own."""
    draft = Draft(journey)
    if channel not in BUILT_IN_CHANNELS:
        draft.need(channel, Channel)
    if by not in BUILT_IN_CHANNELS:
        draft.need(by, Channel)
    if channel == by:
        return draft.change(message("Replace channel"))
    for record in draft.referrers(channel):
        if isinstance(record, Touchpoint | Lane) and any(key == channel for _, key in references(record)):
            draft.put(rereferred(record, lambda key: by if key == channel else key))
    if channel not in BUILT_IN_CHANNELS:
        draft.drop([channel])
    return draft.change(message("Replace channel"))

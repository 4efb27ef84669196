"""Touchpoints: add, move between stages, lanes and places."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.placing import put_at
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Channel, Lane, Stage, Touchpoint


class ChannelNeeded(BadInput):
    """A touchpoint was dropped in a lane of several channels: ask which, then move it there with that `channel`."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__(message("This lane takes several channels."), message("Say over which one this contact runs."))
        self.choices = choices


def channels_to_ask(edit: Callable[[], object]) -> tuple[str, ...]:
    """The channels of which one must be chosen before an edit can be carried out; none where nothing is to be asked.

    `edit` is tried and what it makes is thrown away. Whatever else is wrong with it is said when it is carried out.
    """
    try:
        edit()
    except ChannelNeeded as needed:
        return needed.choices
    except BadInput:
        return ()
    return ()


def add_touchpoint(
    journey: Journey, /, stage: str, at: int | None = None, lane: str | None = None, **fields: Any
) -> Change:
    """A new touchpoint in a stage, before the one at `at` (None = at the end), in a lane if one is given.

    Raises ChannelNeeded if the lane takes several channels and `channel` is not among the fields.
    """
    draft = Draft(journey)
    put_touchpoint(draft, stage, at, lane, **fields)
    return draft.change(message("Add touchpoint"))


def put_touchpoint(draft: Draft, /, stage: str, at: int | None, lane: str | None, **fields: Any) -> Touchpoint:
    """Drafts a new touchpoint, as `add_touchpoint` says."""
    draft.need(stage, Stage)
    (order,) = draft.place(draft.touchpoints(stage), at)
    touchpoint = made(Touchpoint, fields, stage=stage, order=order)
    if lane is not None:
        touchpoint = replaced(touchpoint, channel=_channel_in(draft, lane, touchpoint.channel, "channel" in fields))
    draft.put(touchpoint)
    return touchpoint


def move_touchpoints(
    journey: Journey,
    keys: Collection[str],
    stage: str | None = None,
    at: int | None = None,
    lane: str | None = None,
    channel: str | None = None,
) -> Change:
    """Moves touchpoints, in the order they have, before the one at `at` among those of the stage that stay.

    `stage` None leaves them where they stand (only the lane changes). Dropped in a lane of one channel they take it;
    of several, those that have another must be given a `channel`, or ChannelNeeded is raised.
    """
    draft = Draft(journey)
    for key in keys:
        draft.need(key, Touchpoint)
    if stage is not None:
        draft.need(stage, Stage)
        _to_stage(draft, keys, stage, at)
    if lane is not None or channel is not None:
        for key in keys:
            draft.put(in_lane(draft, draft.need(key, Touchpoint), lane, channel))
    return draft.change(message("Move touchpoint"))


def in_lane(draft: Draft, touchpoint: Touchpoint, lane: str | None, channel: str | None) -> Touchpoint:
    """A touchpoint as it is in a lane, or over a channel that was chosen. Raises ChannelNeeded if one must be."""
    if lane is None:
        return replaced(touchpoint, channel=channel)
    chosen = channel if channel is not None else touchpoint.channel
    return replaced(touchpoint, channel=_channel_in(draft, lane, chosen, channel is not None))


def _to_stage(draft: Draft, keys: Collection[str], stage: str, at: int | None) -> None:
    """Those of other stages are first put at the end of this one, then all to their position."""
    column = draft.touchpoints(stage)
    coming = [t for t in draft.reading().touchpoints if t.id in keys and t.stage != stage]
    if not coming:
        put_at(draft, column, keys, at)
        return
    staying = [t for t in column if t.id not in keys]
    moving = [t for t in draft.reading().touchpoints if t.id in keys]
    orders = draft.place(staying, at, len(moving))
    for touchpoint, order in zip(moving, orders, strict=True):
        draft.put(replaced(touchpoint, stage=stage, order=order))


def channels_of(draft: Draft) -> list[str]:
    """Ids of all channels: the built-in ones, then the journey's own."""
    return list(dict.fromkeys([*BUILT_IN_CHANNELS, *(channel.id for channel in draft.all(Channel))]))


def _channel_in(draft: Draft, key: str, channel: str | None, chosen: bool) -> str | None:
    """The channel that a touchpoint has in a lane. Raises ChannelNeeded if it must be asked for."""
    lane = draft.need(key, Lane)
    if lane.kind != "touchpoints":
        raise BadInput(message("This lane does not hold touchpoints."), message("Choose a lane of touchpoints."))
    if draft.lane_of(channel) == lane:
        return channel
    choices = tuple(one for one in (lane.channels or channels_of(draft)) if draft.lane_of(one) == lane)
    if not choices:
        raise BadInput(
            message("Another lane already takes all channels of this one."),
            message("Take its channels away from the other lane first."),
        )
    if chosen:
        raise BadInput(
            message("Touchpoints of this channel lie in another lane."),
            message("Choose that lane, or another channel."),
        )
    if len(choices) > 1:
        raise ChannelNeeded(choices)
    return choices[0]

"""Says which lanes came along with what was put on the map, and what the map does not show."""

from __future__ import annotations

import msgspec

from journeyeditor.edits.homes import brought, laneless, name_of, unseen
from journeyeditor.errors import Message, counted, message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import is_for, shown_people
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane, Touchpoint

BOTH = message("Undo takes it away, with what stands in it.")
SHOW_LANE = message("Show that lane, or choose another channel.")


class Told(msgspec.Struct, frozen=True):
    """Something that a person must know: a sentence, and what to do next."""

    problem: Message
    advice: Message | None = None
    about: str = ""
    """Id of the record of which it tells that it is there now: all is well, and it is said no more when that is gone.
    """


def told_of(journey: Journey, change: Change) -> Told | None:
    """What is to be said of where things are after a change that was carried out; mostly nothing."""
    lanes = brought(change)
    if lanes:
        return _told_of_lanes(change, lanes)
    touchpoints = laneless(journey, change)
    if touchpoints:
        return _told_of_touchpoint(journey, touchpoints[0])
    lost = unseen(journey, change)
    if not lost:
        return None
    people = shown_people(journey.head, journey.personas())
    if any(is_for(one.personas, people) for one in lost):
        return Told(message("No lane shows this."), message("Add a lane for it, or choose for whom it is."))
    return Told(
        message("This is for somebody whom the map does not show."),
        message("Show the persona, or choose for whom it is in the inspector."),
    )


def _told_of_touchpoint(journey: Journey, touchpoint: Touchpoint) -> Told:
    lane = journey.lane_of(touchpoint)
    if lane is not None:
        return Told(message("The lane “{lane}” is not on the map, so this is not seen.", lane=name_of(lane)), SHOW_LANE)
    problem = message("No lane takes its channel, so neither the map nor the poster shows it.")
    return Told(problem, message("Add its channel to a lane, or add a lane of touchpoints for all channels."))


def _told_of_lanes(change: Change, lanes: list[Lane]) -> Told:
    if len(lanes) > 1:
        return Told(counted("{n} lane added", "{n} lanes added", len(lanes)), BOTH, lanes[0].id)
    (lane,) = lanes
    name = name_of(lane)
    if change.pairs[lane.id][0] is not None:
        again = message("Lane “{lane}” shown again", lane=name)
        return Told(again, message("It was hidden. Undo hides it again."), lane.id)
    return Told(message("Lane “{lane}” added", lane=name), BOTH, lane.id)

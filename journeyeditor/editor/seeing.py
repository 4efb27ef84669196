"""Says which lanes came along with what was put on the map, what the map does not show, and what a deletion took."""

from __future__ import annotations

from collections import Counter

import msgspec

from journeyeditor.edits.describing import naming_field
from journeyeditor.edits.homes import brought, laneless, name_of, unseen
from journeyeditor.edits.labels import DELETE
from journeyeditor.errors import Message, counted, message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import is_for, shown_people
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import COUNTED
from journeyeditor.model.records import Anchored, AnyRecord, Lane, Persona, Record, Stage, Touchpoint

BOTH = message("Undo takes it away, with what stands in it.")
ALL_BACK = message("Undo brings all of it back.")
PARKED = counted(
    "{n} thing lies in the parking lot now. Undo brings all of it back.",
    "{n} things lie in the parking lot now. Undo brings all of it back.",
    0,
)
LARGE: tuple[type[Record], ...] = (Persona, Stage, Lane)
"""What takes much along that is not seen where it is selected."""
SHOW_LANE = message("Show that lane, or choose another channel.")


class Told(msgspec.Struct, frozen=True):
    """Something that a person must know: a sentence, and what to do next."""

    problem: Message
    advice: Message | None = None
    about: str = ""
    """Id of the record of which it tells that it is there now: all is well, and it is said no more when that is gone.
    """
    calm: bool = False
    """Whether all is well though nothing came: it is said for those who did not mean it."""


def told_of(journey: Journey, change: Change) -> Told | None:
    """What is to be said of where things are after a change that was carried out; mostly nothing."""
    if change.label in DELETE.values():
        return _told_of_deleted(change)
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


def _told_of_deleted(change: Change) -> Told | None:
    """What went with a persona, a stage or a lane, and what was parked; nothing where only they went."""
    gone = [before for before, after in change.pairs.values() if before is not None and after is None]
    meant = next((some for kind in LARGE if (some := [one for one in gone if isinstance(one, kind)])), [])
    along = _listed(Counter(type(one) for one in gone if type(one) in COUNTED and one not in meant))
    parked = sum(_is_parked(before, after) for before, after in change.pairs.values())
    if not meant or (along is None and not parked):
        return None
    name, number = _called(meant[0]), COUNTED[type(meant[0])].counting(len(meant))
    is_named = len(meant) == 1 and bool(name)
    if along is None:
        told = message("Deleted: “{what}”.", what=name) if is_named else message("Deleted: {what}.", what=number)
    elif is_named:
        told = message("Deleted: “{what}”, with {more}.", what=name, more=along)
    else:
        told = message("Deleted: {what}, with {more}.", what=number, more=along)
    return Told(told, ALL_BACK if not parked else PARKED.counting(parked), calm=True)


def _listed(kinds: Counter[type[AnyRecord]]) -> Message | None:
    """`15 emotions and 2 more things`; None for nothing."""
    if not kinds:
        return None
    kind, most = kinds.most_common(1)[0]
    first, others = COUNTED[kind].counting(most), kinds.total() - most
    return counted("{most} and {n} more thing", "{most} and {n} more things", others, most=first) if others else first


def _is_parked(before: AnyRecord | None, after: AnyRecord | None) -> bool:
    lay = isinstance(before, Anchored) and before.first is not None
    return lay and isinstance(after, Anchored) and after.first is None


def _called(record: AnyRecord) -> Message | str:
    if isinstance(record, Lane):
        return name_of(record)
    return str(getattr(record, naming_field(record) or "", "")).strip()


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
